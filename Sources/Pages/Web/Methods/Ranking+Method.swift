import Units

extension Method {
  static let ranking = Method(
    question: Phrase(
      fr: "Qui sont mes clients, du plus gros au plus petit, et combien me font vivre ?",
      en: "Who are my customers, from the biggest to the smallest, and how many keep me alive?"),
    formula: [
      Phrase(
        fr:
          "Les clients qui ont acheté ou été servis dans la période ou dans la précédente, par montant décroissant ; à égalité, par nom.",
        en:
          "The customers that bought or were served in the period or in the one before, by descending amount; equal ones by name."
      ),
      Phrase(
        fr: "Part = montant ÷ somme des montants au-dessus de zéro. Cumul = sa part et celle de tous les plus gros.",
        en: "Share = amount ÷ sum of the amounts above zero. Cumulative = its share and that of all bigger ones."),
      Phrase(
        fr:
          "Classe A tant que ceux d'avant font moins du premier seuil, B jusqu'au second, C ensuite ; D : rien, ou un montant négatif.",
        en:
          "Class A while those before it make less than the first cut, B up to the second, C beyond; D: nothing, or a negative amount."
      ),
      Phrase(
        fr:
          "Point mort : le premier rang où les marges opérationnelles cumulées couvrent les coûts fixes de la période.",
        en: "Break-even: the first rank at which the cumulated operating margins cover the fixed costs of the period."),
      Phrase(
        fr: "Dépendance : part des 1, 5 et 10 premiers par chiffre d'affaires, et résultat qui resterait sans eux.",
        en: "Dependence: share of the first 1, 5 and 10 by revenue, and the result that would be left without them."),
    ],
    example: Example(
      given: Phrase(
        fr: "Quatre clients achètent pour 1 000 € ; les coûts fixes sont de 200 €.",
        en: "Four customers buy for 1,000; the fixed costs are 200."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("value", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
          ReportColumn("cumulated", Phrase(fr: "Cumul", en: "Cumulative"), .percent(digits: 0)),
          ReportColumn("class", Phrase(fr: "Classe", en: "Class"), .text),
          ReportColumn("margin", Phrase(fr: "Marge", en: "Margin"), .euros),
          ReportColumn("sum", Phrase(fr: "Marge cumulée", en: "Cumulated margin"), .euros),
        ],
        [
          [.text("Zoé"), .euros(500), .share(0.5), .text("A"), .euros(150), .euros(150)],
          [.text("Yves"), .euros(300), .share(0.8), .text("A"), .euros(90), .euros(240)],
          [.text("Xena"), .euros(150), .share(0.95), .text("B"), .euros(-30), .euros(210)],
          [.text("Will"), .euros(50), .share(1), .text("C"), .euros(20), .euros(230)],
        ]),
      found: [
        Phrase(
          fr: "Deux clients sur quatre font 80 %. Les coûts fixes sont couverts au deuxième.",
          en: "Two of four customers make 80%. The fixed costs are covered at the second."),
        Phrase(
          fr: "Le résultat est de 230 − 200 = 30 € : perdre Zoé ou Yves mettrait l'entreprise en perte.",
          en: "The result is 230 − 200 = 30: losing Zoé or Yves would put the company in the red."),
      ]),
    limits: [
      Phrase(
        fr: "Un rang par chiffre d'affaires ne dit pas qui paie : classez par marge opérationnelle pour le savoir.",
        en: "A rank by revenue does not say who pays: rank by operating margin to know."),
      Phrase(
        fr:
          "Sous un critère de marge, les clients dont la marge est inconnue sortent de la liste ; leur nombre est dit.",
        en: "Under a margin criterion, customers whose margin is unknown leave the list; how many is said."),
      Phrase(
        fr: "Un client perdu est censé emporter tout son coût de service.",
        en: "A lost customer is taken to carry all its cost to serve away."),
    ],
    source: Phrase(
      fr: "Dickie, « \(name: "ABC Inventory Analysis Shoots for Dollars") », 1951 ; Lorenz, 1905 ; Schmalenbach, 1919.",
      en: "Dickie, “\(name: "ABC Inventory Analysis Shoots for Dollars")”, 1951; Lorenz, 1905; Schmalenbach, 1919."),
    rules: [
      "ranking.criterion", "ranking.cutA", "ranking.cutB", "ranking.topShare", "ranking.paretoShare",
      "company.fixedCosts",
    ])
}

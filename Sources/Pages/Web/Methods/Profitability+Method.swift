import Units

extension Method {
  static let profitability = Method(
    question: Phrase(
      fr: "Sur qui gagnons-nous, sur qui perdons-nous, et combien rendrait de ne plus perdre ?",
      en: "On whom do we earn, on whom do we lose, and what would it bring not to lose any more?"),
    formula: [
      Phrase(
        fr: "Marge brute = chiffre d'affaires − coût direct. Marge opérationnelle = marge brute − coût de service.",
        en: "Gross margin = revenue − direct cost. Operating margin = gross margin − cost to serve."),
      Phrase(
        fr:
          "Un service coûte ce qu'il porte lui-même, sinon ses minutes au tarif de l'équipe, sinon le coût à l'unité de vos règles.",
        en:
          "A service costs what it carries itself, else its minutes at the team's rate, else the unit cost of your rules."
      ),
      Phrase(
        fr: "Tarif d'une équipe = coût de ses heures payées ÷ la part de ces heures qui peut aller aux clients.",
        en: "A team's rate = cost of its paid hours ÷ the part of these hours that can go to customers."),
      Phrase(
        fr: """
          Délai de paiement = montants × jours de la facture au règlement × coût annuel de l'argent ÷ 365. Créances \
          irrécouvrables : les pertes de la comptabilité, moins ce qui est rentré. Les deux sont du coût de service.
          """,
        en: """
          Time to pay = amounts × days from invoice to payment × yearly cost of money ÷ 365. Bad debt: losses in the \
          accounts, less what came in. Both are cost to serve.
          """),
      Phrase(
        fr:
          "Courbe de la baleine : marges additionnées du meilleur client au pire ; le sommet est ce que l'on gagnerait sans perte.",
        en:
          "Whale curve: margins added up from the best customer to the worst; the peak is what one would earn without losses."
      ),
      Phrase(
        fr: "Chiffre d'affaires toxique : celui des clients dont la marge opérationnelle est sous zéro.",
        en: "Toxic revenue: that of the customers whose operating margin is below zero."),
      Phrase(
        fr:
          "Petite commande : sa marge brute ne paie pas son traitement. Commande minimum = traitement ÷ (taux brut − plancher).",
        en: "Small order: its gross margin does not pay its handling. Minimum order = handling ÷ (gross rate − floor)."),
    ],
    example: Example(
      given: Phrase(
        fr: "L'heure d'Anne coûte 60 €. Elle passe 10 heures chez Dupont et 5 chez Petit.",
        en: "Anne's hour costs 60. She spends 10 hours with Dupont and 5 with Petit."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("revenue", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
          ReportColumn("direct", Phrase(fr: "Coût direct", en: "Direct cost"), .euros),
          ReportColumn("service", Phrase(fr: "Coût de service", en: "Cost to serve"), .euros),
          ReportColumn("margin", Phrase(fr: "Marge", en: "Margin"), .euros),
          ReportColumn("rate", Phrase(fr: "Taux", en: "Rate"), .percent(digits: 1)),
        ],
        [
          [.text("Dupont"), .euros(12_000), .euros(7_000), .euros(600), .euros(4_400), .share(4_400.0 / 12_000)],
          [.text("Petit"), .euros(1_000), .euros(900), .euros(300), .euros(-200), .share(-0.2)],
          [.text("Moreau"), .euros(3_000), .unknown, .euros(0), .unknown, .unknown],
        ]),
      found: [
        Phrase(
          fr: "Sommet 4 400 €, total 4 200 € : Petit reprend 200 €. Toxique : 1 000 € sur 13 000 €, soit 7,7 %.",
          en: "Peak 4,400, total 4,200: Petit takes 200 back. Toxic: 1,000 of 13,000, which is 7.7%."),
        Phrase(
          fr: "Le coût de Moreau est inconnu : il est listé à part, jamais à zéro.",
          en: "Moreau's cost is unknown: it is listed apart, never as zero."),
      ]),
    limits: [
      Phrase(
        fr: "Ce que la courbe reprend n'est pas ce que cesser rapporterait : des coûts restent quand un client part.",
        en: "What the curve takes back is not what ceasing would bring: some costs stay when a customer goes."),
      Phrase(
        fr: "Ce que personne n'a noté ne coûte rien ici ; la part du temps relevé est dite.",
        en: "What nobody logged costs nothing here; the part of time logged is said."),
      Phrase(
        fr: "Une facture pas encore payée ne coûte rien avant de l'être, ou d'être passée en perte.",
        en: "An invoice that is not paid yet costs nothing until it is, or until it is booked as a loss."),
      Phrase(
        fr: "Les frais généraux ne sont jamais dans la marge ; une vue à part les répartit.",
        en: "Overheads are never in the margin; a view beside it allocates them."),
    ],
    source: Phrase(
      fr:
        "Kaplan et Anderson, « Time-Driven Activity-Based Costing », 2004 ; Kaplan et Narayanan, 2001 (courbe de la baleine).",
      en: "Kaplan and Anderson, “Time-Driven Activity-Based Costing”, 2004; Kaplan and Narayanan, 2001 (whale curve)."),
    rules: [
      "costs.practicalCapacity", "costs.fullyKnownFrom", "costs.financingRate", "costs.handlingPerOrder",
      "costs.standIn.enabled",
      "margin.minimumCostedShare", "margin.estimateFromPurchases", "margin.overheads", "margin.overheadKey",
      "floors.company.rate",
    ])
}

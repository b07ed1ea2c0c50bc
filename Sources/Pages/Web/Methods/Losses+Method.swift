import Units

extension Method {
  static let losses = Method(
    question: Phrase(
      fr: "Pourquoi ces clients sont-ils partis, ou partent-ils ? Lesquels reconquérir ?",
      en: "Why did these customers leave, or why are they leaving? Which of them to win back?"),
    formula: [
      Phrase(
        fr: "Pour chaque client perdu ou en déclin : les six mois avant sa dernière commande.",
        en: "For each lost or declining customer: the six months before its last order."),
      Phrase(
        fr: """
          Indices : demande mal traitée, livraisons en retard, réclamations, hausse de prix, changement de commercial, \
          produits retirés, moins de contacts ; chacun comparé à ce que vivaient les autres clients.
          """,
        en: """
          Evidence: an enquiry badly answered, late deliveries, complaints, a price rise, a change of salesperson, products \
          withdrawn, fewer contacts; each held against what happened to the other customers.
          """),
      Phrase(
        fr:
          "Cause chez eux si leur secteur reculait et que rien d'autre n'explique ; chez nous sinon ; inconnue sans indice.",
        en: "Theirs when their sector fell and nothing else explains it; ours otherwise; unknown without evidence."),
      Phrase(
        fr: "Chance de retour : part de nos pertes passées revenues après un tel silence, rapprochée d'une sur dix.",
        en: "Chance of return: part of our past losses that came back after such a silence, drawn towards one in ten."),
      Phrase(
        fr: "Valeur : chance × deux ans de la marge d'alors, actualisée, moins l'effort.",
        en: "Worth: chance × two years of the margin then, discounted, less the effort."),
    ],
    example: Example(
      given: Phrase(
        fr: "Quatre clients achetaient chaque mois, puis plus rien.",
        en: "Four customers bought each month, then nothing."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("before", Phrase(fr: "Avant sa dernière commande", en: "Before its last order"), .text),
          ReportColumn("cause", Phrase(fr: "Cause présumée", en: "Presumed cause"), .text),
        ],
        [
          [
            .text("Gil"), .phrase(Phrase(fr: "deux réclamations en six commandes", en: "two complaints on six orders")),
            .phrase(Phrase(fr: "chez nous", en: "ours")),
          ],
          [
            .text("Hal"),
            .phrase(Phrase(fr: "les autres hôtels ont acheté moitié moins", en: "the other hotels bought half")),
            .phrase(Phrase(fr: "chez eux", en: "theirs")),
          ],
          [
            .text("Ida"), .phrase(Phrase(fr: "rien", en: "nothing")), .phrase(Phrase(fr: "inconnue", en: "unknown")),
          ],
        ]),
      found: [
        Phrase(
          fr: "Les autres n'ont fait qu'une réclamation en cinquante commandes : celles de Gil comptent.",
          en: "The others made one complaint on fifty orders: those of Gil count.")
      ]),
    limits: [
      Phrase(
        fr: "Ce qui précède n'est pas toujours la cause : c'est une question à poser au client.",
        en: "What comes before is not always why: it is a question to ask the customer."),
      Phrase(
        fr: "Ce qu'aucun fichier ne dit ne compte ni pour ni contre.",
        en: "What no file tells speaks neither for nor against."),
    ],
    source: Phrase(
      fr: "Kaplan et Meier, 1958, pour les retours ; les causes suivent les règles du logiciel.",
      en: "Kaplan and Meier, 1958, for the returns; causes follow the rules of the program."),
    rules: [
      "losses.signalMonths", "losses.leastEvents", "losses.timesOthers", "losses.priceRise", "losses.serviceRatio",
      "losses.withdrawnShare", "losses.answerDays", "losses.sectorRatio", "winBack.returnMonths", "winBack.leastLosses",
      "winBack.marginYears", "winBack.discountRate", "winBack.effort",
    ])
}

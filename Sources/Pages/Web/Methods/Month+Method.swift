import Units

extension Method {
  static let month = Method(
    question: Phrase(
      fr: "Ce mois-ci n'est pas celui d'il y a un an : qui fait la différence ?",
      en: "This month is not what it was a year ago: who made the difference?"),
    formula: [
      Phrase(
        fr:
          "Chaque client, le dernier mois contre le même mois un an plus tôt : absent, moins, plus, revenu ou nouveau.",
        en: "Each customer, the last month against the same month a year earlier: away, less, more, back again or new."),
      Phrase(
        fr: "Avant − absents − moins + plus + revenus + nouveaux ± ventes sans client = aujourd'hui, au centime.",
        en: "Before − away − less + more + back + new ± sales without a customer = now, to the cent."),
    ],
    example: Example(
      given: Phrase(fr: "Décembre d'une année à l'autre.", en: "December from one year to the next."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("before", Phrase(fr: "Avant", en: "Before"), .euros),
          ReportColumn("now", Phrase(fr: "Ce mois-ci", en: "This month"), .euros),
          ReportColumn("what", Phrase(fr: "Ce qui se passe", en: "What happens"), .text),
        ],
        [
          [.text("Ann"), .euros(1_000), .euros(700), .phrase(Phrase(fr: "300 de moins", en: "300 less"))],
          [.text("Bob"), .euros(600), .euros(0), .phrase(Phrase(fr: "absent", en: "away"))],
          [.text("Cid"), .euros(400), .euros(900), .phrase(Phrase(fr: "500 de plus", en: "500 more"))],
          [.text("Dan"), .euros(0), .euros(250), .phrase(Phrase(fr: "nouveau", en: "new"))],
        ]),
      found: [
        Phrase(
          fr: "2 000 − 600 − 300 + 500 + 250 = 1 850.", en: "2,000 − 600 − 300 + 500 + 250 = 1,850.")
      ]),
    limits: [
      Phrase(
        fr: "Un mois est court : un client qui commande un mois sur deux peut être absent par hasard.",
        en: "A month is short: a customer that orders every second month may be away by chance.")
    ],
    source: nil, rules: ["calendar.completeMonths"])
}

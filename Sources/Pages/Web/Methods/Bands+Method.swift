import Units

extension Method {
  static let bands = Method(
    question: Phrase(
      fr: "Combien de notre temps chaque client mérite-t-il ?", en: "How much of our time does each customer deserve?"),
    formula: [
      Phrase(
        fr: "Les clients, du plus gros au plus petit, sont coupés en tranches de chiffre d'affaires voisin.",
        en: "Customers, from the biggest to the smallest, are cut into bands of about equal revenue."),
      Phrase(
        fr: "Les heures à partager vont à parts égales aux tranches, puis à parts égales à leurs clients.",
        en: "The hours to share go equally to the bands, then equally to their customers."),
      Phrase(
        fr: "Aucun client ne reçoit plus que le plafond ; le surplus descend à la tranche suivante.",
        en: "No customer gets more than the cap; the excess pours down to the next band."),
      Phrase(
        fr: "Le niveau de relation suit la tranche ; un nouveau client est au moins délégué.",
        en: "The level of relation follows the band; a new customer is at least delegated."),
      Phrase(
        fr: "Part du temps = minutes relevées de la tranche ÷ minutes de tous les clients.",
        en: "Share of time = minutes logged for the band ÷ minutes of all customers."),
    ],
    example: Example(
      given: Phrase(
        fr: "Cinq clients, cinq tranches demandées, 300 heures à partager.",
        en: "Five customers, five bands asked for, 300 hours to share."),
      grid: .example(
        [
          .example(Phrase(fr: "Clients", en: "Customers")),
          ReportColumn("revenue", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
          ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .integer),
          ReportColumn("hours", Phrase(fr: "Temps par client", en: "Time a customer"), .hours),
        ],
        [
          [.text("A"), .euros(500_000), .integer(1), .minutes(6_000)],
          [.text("B"), .euros(300_000), .integer(3), .minutes(6_000)],
          [.text("C, D, E"), .euros(200_000), .integer(5), .minutes(2_000)],
        ]),
      found: [
        Phrase(
          fr: "Trois tranches ont des clients : 100 heures chacune. A les a toutes, C, D et E en ont 33 h 20.",
          en: "Three bands have customers: 100 hours each. A has them all, C, D and E have 33 h 20."),
        Phrase(
          fr: "Avec un plafond de 80 heures, A en rend 20 à la tranche de B, qui en rend 40 à la dernière.",
          en: "With a cap of 80 hours, A gives 20 back to B's band, which gives 40 to the last."),
      ]),
    limits: [
      Phrase(
        fr: "La coupe suit le chiffre d'affaires, ni la marge ni le potentiel : voyez les clients de demain.",
        en: "The cut follows revenue, neither margin nor potential: see tomorrow's customers."),
      Phrase(
        fr: "Avec peu de clients des tranches restent vides ; les ruptures naturelles se lisent alors mieux.",
        en: "With few customers some bands stay empty; natural breaks then read better."),
    ],
    source: Phrase(
      fr: "Ruptures naturelles : Fisher, 1958 ; Jenks, 1967.", en: "Natural breaks: Fisher, 1958; Jenks, 1967."),
    rules: [
      "bands.method", "bands.count", "bands.bounds", "service.budgetHours", "service.maxHoursPerCustomer",
      "service.levels", "service.newCustomerMonths",
    ])
}

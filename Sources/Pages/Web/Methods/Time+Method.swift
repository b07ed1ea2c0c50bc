import Units

extension Method {
  static let time = Method(
    question: Phrase(
      fr: "Les petits clients mangent-ils notre temps ? Plus de clients, est-ce plus de revenus ou plus de travail ?",
      en: "Do small customers eat our time? Do more customers mean more revenue, or more work?"),
    formula: [
      Phrase(
        fr:
          "Temps = minutes de service relevées. CA par heure = chiffre d'affaires ÷ heures ; marge par heure = marge opérationnelle ÷ heures.",
        en:
          "Time = service minutes logged. Revenue an hour = revenue ÷ hours; margin an hour = operating margin ÷ hours."
      ),
      Phrase(
        fr:
          "Non justifié : sa part du temps dépasse sa part du chiffre d'affaires, tolérance comprise, et sa marge est sous zéro.",
        en:
          "Not justified: its share of time exceeds its share of revenue, beyond the tolerance, and its margin is below zero."
      ),
      Phrase(
        fr:
          "Au-dessus ou sous son niveau : plus ou moins de temps qu'alloué, tolérance comprise ; un nouveau client est « investi ».",
        en:
          "Above or below its level: more or less time than allotted, beyond the tolerance; a new customer is “invested”."
      ),
      Phrase(
        fr: "Groupes : les clients du plus gros au plus petit, coupés en dix groupes d'autant de clients.",
        en: "Groups: customers from the biggest to the smallest, cut into ten groups of as many customers."),
      Phrase(
        fr: "Plus de clients ? Les douze derniers mois contre les douze d'avant : clients, chiffre d'affaires, temps.",
        en: "More customers? The last twelve months against the twelve before: customers, revenue, time."),
    ],
    example: Example(
      given: Phrase(
        fr: "Anne coûte 60 € l'heure et donne 40 heures à trois clients.",
        en: "Anne costs 60 an hour and gives 40 hours to three customers."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("revenue", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
          ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
          ReportColumn("perHour", Phrase(fr: "CA par heure", en: "Revenue an hour"), .euros),
          ReportColumn("margin", Phrase(fr: "Marge", en: "Margin"), .euros),
          ReportColumn("judgement", Phrase(fr: "Jugement", en: "Judgement"), .text),
        ],
        [
          [
            .text("A"), .euros(90_000), .minutes(600), .euros(9_000), .euros(29_400),
            .phrase(Phrase(fr: "sous son niveau", en: "below its level")),
          ],
          [
            .text("B"), .euros(9_000), .minutes(1_200), .euros(450), .euros(1_800),
            .phrase(Phrase(fr: "au-dessus du niveau", en: "above its level")),
          ],
          [
            .text("C"), .euros(1_000), .minutes(600), .euros(100), .euros(-500),
            .phrase(Phrase(fr: "non justifié", en: "not justified")),
          ],
        ]),
      found: [
        Phrase(
          fr: "B et C prennent 75 % du temps pour 10 % du chiffre d'affaires.",
          en: "B and C take 75% of the time for 10% of the revenue."),
        Phrase(
          fr: "B rapporte encore ; C prend un quart du temps pour un centième du chiffre d'affaires et perd 500 €.",
          en: "B still earns; C takes a quarter of the time for a hundredth of the revenue and loses 500."),
      ]),
    limits: [
      Phrase(
        fr:
          "Ce que personne n'a noté ne se voit pas. Une estimation par commande tient lieu de relevé si vos règles le veulent.",
        en: "What nobody logged is not seen. An estimate by order stands in for a log if your rules want it."),
      Phrase(
        fr: "Comparer deux années demande 24 mois de ventes et de services.",
        en: "Comparing two years takes 24 months of sales and of services."),
    ],
    source: nil,
    rules: [
      "service.tolerance", "ranking.topShare", "ranking.paretoShare", "service.newCustomerMonths",
      "costs.standIn.enabled", "costs.standIn.minutesPerOrder", "costs.standIn.minutesPerLine",
      "costs.standIn.costPerHour",
    ])
}

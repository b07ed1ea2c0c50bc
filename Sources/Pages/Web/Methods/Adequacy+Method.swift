import Units

extension Method {
  static let adequacy = Method(
    question: Phrase(
      fr: "Nos clients et leurs paniers suffisent-ils au chiffre d'affaires qu'il nous faut ?",
      en: "Are our customers and their baskets enough for the revenue we need?"),
    formula: [
      Phrase(
        fr: "Attendu = chiffre d'affaires de vos règles sur douze mois × mois de la période ÷ 12.",
        en: "Expected = your rules' revenue over twelve months × months of the period ÷ 12."),
      Phrase(
        fr: "Obtenu par les clients = clients actifs × commandes par client × panier moyen.",
        en: "Obtained from customers = active customers × orders per customer × average order."),
      Phrase(
        fr:
          "L'écart en clients = écart ÷ CA par client ; en commandes = écart ÷ panier moyen ; par commande = écart ÷ commandes.",
        en:
          "The gap in customers = gap ÷ revenue per customer; in orders = gap ÷ average order; on each order = gap ÷ orders."
      ),
      Phrase(
        fr: "Mois en dessous : mois d'affilée à la fin desquels les douze derniers mois sont sous l'attendu.",
        en: "Months below: months in a row at whose end the last twelve months are below what is expected."),
    ],
    example: Example(
      given: Phrase(
        fr: "On attend 120 000 € ; 40 clients ont passé 120 commandes pour 96 000 €.",
        en: "120,000 are expected; 40 customers placed 120 orders for 96,000."),
      grid: .example(
        [
          .example(Phrase(fr: "Voie", en: "Way")), ReportColumn("sum", Phrase(fr: "Calcul", en: "Sum"), .text),
          ReportColumn("more", Phrase(fr: "De plus", en: "More"), .integer),
        ],
        [
          [
            .phrase(Phrase(fr: "Clients", en: "Customers")),
            .phrase(Phrase(fr: "24 000 ÷ 2 400", en: "24,000 ÷ 2,400")), .integer(10),
          ],
          [
            .phrase(Phrase(fr: "Commandes", en: "Orders")), .phrase(Phrase(fr: "24 000 ÷ 800", en: "24,000 ÷ 800")),
            .integer(30),
          ],
          [
            .phrase(Phrase(fr: "Euros par commande", en: "On each order")),
            .phrase(Phrase(fr: "24 000 ÷ 120", en: "24,000 ÷ 120")), .integer(200),
          ],
        ]),
      found: [Phrase(fr: "Chacune des trois voies suffit seule.", en: "Each of the three ways is enough alone.")]),
    limits: [
      Phrase(
        fr: "Des clients comme les actuels n'existent peut-être plus ; les trois voies se mêlent.",
        en: "Customers like the present ones may not exist; the three ways can be mixed."),
      Phrase(
        fr: "Une jeune entreprise est exemptée d'alarme.", en: "A young company is exempt from the alarm."),
    ],
    source: nil,
    rules: [
      "adequacy.expectedRevenue", "adequacy.watchMonths", "adequacy.alarmMonths", "adequacy.exemptMonths",
      "company.started",
    ])
}

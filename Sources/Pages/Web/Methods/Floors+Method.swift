import Units

extension Method {
  static let floors = Method(
    question: Phrase(
      fr: "Qui est sous notre marge ou notre chiffre d'affaires minimal, de combien, et qu'est-ce qui le relèverait ?",
      en: "Who is under our least margin or revenue, by how much, and what would lift them?"),
    formula: [
      Phrase(
        fr:
          "Sont jugés les clients actifs dont la relation est assez ancienne ; le plancher de leur catégorie, sinon celui de l'entreprise.",
        en: "Judged are active customers whose relation is old enough; by their category's floor, else the company's."),
      Phrase(
        fr: "Marge qui manque = plancher × chiffre d'affaires − marge opérationnelle, arrondie au centime du dessus.",
        en: "Margin missing = floor × revenue − operating margin, rounded up to the cent."),
      Phrase(
        fr: "CA qui manque = plancher annuel × mois ÷ 12 − chiffre d'affaires.",
        en: "Revenue missing = yearly floor × months ÷ 12 − revenue."),
      Phrase(
        fr: "Trois remèdes, chacun suffisant seul : servir pour moins, monter les prix, vendre plus au même taux.",
        en: "Three remedies, each enough alone: serve for less, raise prices, sell more at the same rate."),
    ],
    example: Example(
      given: Phrase(
        fr: "Dupont laisse 48 000 € sur 1,2 M€, plancher 8 %. Marge brute 14 %, coût de service 120 000 €.",
        en: "Dupont leaves 48,000 on 1.2 million, floor 8%. Gross margin 14%, cost to serve 120,000."),
      grid: .example(
        [
          .example(Phrase(fr: "Remède", en: "Remedy")),
          ReportColumn("sum", Phrase(fr: "Calcul", en: "Sum"), .text),
          ReportColumn("effect", Phrase(fr: "Résultat", en: "Result"), .text),
        ],
        [
          [
            .phrase(Phrase(fr: "Servir pour moins", en: "Serve for less")),
            .phrase(Phrase(fr: "96 000 − 48 000", en: "96,000 − 48,000")),
            .phrase(Phrase(fr: "\(euros: Cents(4_800_000))", en: "\(euros: Cents(4_800_000))")),
          ],
          [
            .phrase(Phrase(fr: "Monter les prix", en: "Raise prices")),
            .phrase(Phrase(fr: "48 000 ÷ (0,92 × 1 200 000)", en: "48,000 ÷ (0.92 × 1,200,000)")),
            .phrase(Phrase(fr: "\(percent: 0.0435, digits: 2)", en: "\(percent: 0.0435, digits: 2)")),
          ],
          [
            .phrase(Phrase(fr: "Vendre plus", en: "Sell more")),
            .phrase(
              Phrase(fr: "120 000 ÷ (0,14 − 0,08) − 1 200 000", en: "120,000 ÷ (0.14 − 0.08) − 1,200,000")),
            .phrase(Phrase(fr: "\(euros: Cents(80_000_000))", en: "\(euros: Cents(80_000_000))")),
          ],
        ]),
      found: [
        Phrase(fr: "Chacun des trois ramène Dupont à 8 %.", en: "Each of the three brings Dupont back to 8%.")
      ]),
    limits: [
      Phrase(
        fr: "Monter les prix suppose qu'aucune vente n'est perdue.", en: "Raising prices supposes that no sale is lost."
      ),
      Phrase(
        fr:
          "Un chiffre d'affaires trop petit n'est jamais une raison de cesser : il appelle un service automatisé ou une commande minimum.",
        en: "Too small a revenue is never a reason to cease: it calls for automated service or a minimum order."),
    ],
    source: nil,
    rules: ["floors.company.rate", "floors.company.revenue", "floors.testedFromMonths"])
}

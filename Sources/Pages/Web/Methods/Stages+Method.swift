import Units

extension Method {
  static let stages = Method(
    question: Phrase(
      fr: "Où en est chaque client : nouveau, en essor, installé, en déclin, de passage, perdu ? Et l'ensemble ?",
      en: "Where does each customer stand: new, growing, settled, fading, passing by, gone? And all of them?"),
    formula: [
      Phrase(
        fr: "À la fin de chaque mois, d'après les lignes connues alors : ce qui a été dit d'un mois ne change plus.",
        en: "At the end of each month, from the lines known then: what was said of a month does not change."),
      Phrase(
        fr: "Perdu : silence d'au moins douze mois et de deux fois ses longs intervalles, au plus tard après 24 mois.",
        en: "Lost: silent for twelve months at least and twice its long gaps, after 24 months at the latest."),
      Phrase(
        fr: "Nouveau : première commande depuis moins de douze mois ; après une perte, regagné.",
        en: "New: the first order is less than twelve months old; after a loss, won back."),
      Phrase(
        fr: "Épisodique : deux commandes au plus en 24 mois, ou moins de quatre mois actifs, et aucun rythme.",
        en: "Episodic: two orders at most in 24 months, or fewer than four active months, and no rhythm."),
      Phrase(
        fr: "En déclin : baisse d'un cinquième sur un an, au-delà du hasard ; ou un silence qui ne lui ressemble pas.",
        en: "Declining: a fall of a fifth in a year, beyond chance; or a silence unlike it."),
      Phrase(
        fr: "En développement : hausse de 15 % au-delà du hasard, ou de 5 % avec une gamme de plus.",
        en: "Developing: up 15% beyond chance, or 5% while buying from more ranges."),
      Phrase(
        fr: "En maturité : stable. Entre deux signes, l'étape reste celle du dernier signe net.",
        en: "Mature: steady. Between signs the stage stays that of the last clear one."),
      Phrase(
        fr: """
          Santé : alarme si le déclin est l'étape la plus nombreuse ou monte de trois points en six mois ; sain si \
          développement et maturité dépassent la moitié des clients et du chiffre d'affaires ; sinon à surveiller.
          """,
        en: """
          Health: alarm when decline is the biggest stage or rises three points in six months; healthy when developing \
          and mature are over half of customers and revenue; else to be watched.
          """),
    ],
    example: Example(
      given: Phrase(
        fr: "Ann achetait 1 000 € par mois jusqu'en 2024, 700 € depuis. Emil n'a plus commandé depuis avril 2024.",
        en: "Ann bought for 1,000 a month until 2024, for 700 since. Emil has not ordered since April 2024."),
      grid: .example(
        [
          .example(Phrase(fr: "Client, mois", en: "Customer, month")),
          ReportColumn("before", Phrase(fr: "Un an avant", en: "A year before"), .euros),
          ReportColumn("now", Phrase(fr: "Douze mois", en: "Twelve months"), .euros),
          ReportColumn("gate", Phrase(fr: "Le hasard explique", en: "Chance explains"), .euros),
          ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text),
        ],
        [
          [
            .text("Ann, 2025-07"), .euros(12_000), .euros(9_900), .euros(2_000),
            .phrase(Phrase(fr: "en maturité", en: "mature")),
          ],
          [
            .text("Ann, 2025-08"), .euros(12_000), .euros(9_600), .euros(2_000),
            .phrase(Phrase(fr: "en déclin", en: "declining")),
          ],
          [
            .text("Emil, 2025-04"), .unknown, .unknown, .unknown, .phrase(Phrase(fr: "perdu", en: "lost")),
          ],
        ]),
      found: [
        Phrase(
          fr: "Ann passe sous 80 % en août, de plus que le hasard : elle entre en déclin ce mois-là.",
          en: "Ann falls to 80% in August, by more than chance: she begins to decline that month."),
        Phrase(
          fr: "Emil, silencieux depuis douze mois, est perdu ; s'il revenait, il serait regagné pour un an.",
          en: "Emil, silent for twelve months, is lost; should he come back, he is won back for a year."),
      ]),
    limits: [
      Phrase(
        fr: "Des clients irréguliers mais stables montrent parfois un changement : un sur cinq à un sur trois.",
        en: "Customers that order unevenly but stay as they are show a change at times: one in five to one in three."),
      Phrase(
        fr: "Avec moins de deux ans de données, presque tous passent pour mûrs.",
        en: "With less than two years of data nearly all pass for mature."),
    ],
    source: Phrase(
      fr: "« Comme les produits, les clients naissent, mûrissent puis meurent » ; règles du logiciel.",
      en: "“Like products, customers are born, mature, then die”; rules of the program."),
    rules: [
      "lifeCycle.newMonths", "lifeCycle.lost.leastMonths", "lifeCycle.lost.mostMonths", "lifeCycle.episodic.mostOrders",
      "lifeCycle.declining.ratio", "lifeCycle.developing.ratio", "lifeCycle.developing.ratioWithRange",
      "lifeCycle.mature.leastRatio", "lifeCycle.mature.mostRatio", "lifeCycle.health.leastShare",
      "lifeCycle.health.alarmPoints", "growth.gateDeviations",
    ])
}

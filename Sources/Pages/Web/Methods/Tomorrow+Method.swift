import Units

extension Method {
  static let tomorrow = Method(
    question: Phrase(
      fr: "Lesquels de nos petits clients remplaceront les gros que nous perdrons ?",
      en: "Which of our small customers will replace the big ones we lose?"),
    formula: [
      Phrase(
        fr: "Sont examinés les clients des dernières tranches, jamais de la première. Une raison suffit.",
        en: "Looked at are the customers of the last bands, never of the first. One reason is enough."),
      Phrase(
        fr: "Croissance : plus que les mêmes mois un an plus tôt, au-delà de ce que le hasard des commandes explique.",
        en: "Growth: more than in the same months a year before, beyond what the chance of orders explains."),
      Phrase(
        fr: "Gammes : il achète dans plus de gammes que la période d'avant.",
        en: "Ranges: it buys from more ranges than in the period before."),
      Phrase(
        fr: "Potentiel : ce qu'il pourrait acheter dépasse de loin ce qu'il achète, jugé il y a peu.",
        en: "Potential: what it could buy is far above what it buys, judged lately."),
      Phrase(
        fr: "Rythme précoce : dans ses premiers mois il commande autant que les gros au même âge.",
        en: "Early rhythm: in its first months it orders as often as the big ones at that age."),
    ],
    example: Example(
      given: Phrase(
        fr: "Deux plombiers achetaient 1 000 € par mois.", en: "Two plumbers bought for 1,000 a month."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("before", Phrase(fr: "Avant", en: "Before"), .euros),
          ReportColumn("now", Phrase(fr: "Aujourd'hui", en: "Today"), .euros),
          ReportColumn("gate", Phrase(fr: "Le hasard explique", en: "Chance explains"), .euros),
          ReportColumn("potential", Phrase(fr: "Potentiel", en: "Potential"), .euros),
          ReportColumn("found", Phrase(fr: "Nommé", en: "Named"), .text),
        ],
        [
          [
            .text("A"), .euros(12_000), .euros(16_800), .euros(2_400), .euros(50_000),
            .phrase(Phrase(fr: "croissance, potentiel", en: "growth, potential")),
          ],
          [
            .text("B"), .euros(12_000), .euros(12_000), .euros(2_000), .euros(20_000),
            .phrase(Phrase(fr: "non", en: "no")),
          ],
        ]),
      found: [
        Phrase(
          fr: "A gagne 4 800 €, plus que les 2 400 € du hasard, et 40 % : il croît.",
          en: "A gains 4,800, more than the 2,400 of chance, and 40%: it grows."),
        Phrase(
          fr: "Il reste 8 000 € à B, moins que ce qu'il achète : ce n'est pas assez.",
          en: "8,000 are left to B, less than what it buys: that is not enough."),
      ]),
    limits: [
      Phrase(
        fr: "Un rythme dit combien de fois, pas combien. Un signe n'est pas une promesse.",
        en: "A rhythm says how often, not how much. A sign is not a promise."),
      Phrase(
        fr: "Une hausse de prix passe pour de la croissance : c'en est une de chiffre d'affaires.",
        en: "A price rise passes as growth: it is growth of revenue."),
    ],
    source: Phrase(
      fr: "Variance d'un renouvellement avec gain : Cox, Renewal Theory, 1962.",
      en: "Variance of a renewal reward process: Cox, Renewal Theory, 1962."),
    rules: [
      "growth.smallBands", "growth.growthRatio", "growth.gateMedianOrders", "growth.gateDeviations",
      "growth.highHeadroom", "growth.potentialMonths", "growth.earlyMonths", "growth.earlyPeers",
    ])
}

import Units

extension Method {
  static let stakes = Method(
    question: Phrase(
      fr: "Que perd le portefeuille, que gagne-t-il, et de qui dépend-il ?",
      en: "What does the portfolio lose, what does it gain, and on whom does it hang?"),
    formula: [
      Phrase(
        fr:
          "CA resté = somme, par client d'avant, du plus petit des deux chiffres d'affaires ÷ celui d'avant. Avec l'expansion : celui d'aujourd'hui ÷ celui d'avant.",
        en:
          "Revenue that stayed = sum, by customer of before, of the lesser of both revenues ÷ that of before. With expansion: today's ÷ that of before."
      ),
      Phrase(
        fr:
          "Pont : avant − perdus − en baisse + en hausse + nouveaux + revenus + avoirs isolés = aujourd'hui, au centime.",
        en: "Bridge: before − lost − less + more + new + won back + stray credits = today, to the cent."),
      Phrase(
        fr: "Volatilité = écart-type des mois de la période ÷ leur moyenne.",
        en: "Volatility = standard deviation of the period's months ÷ their mean."),
      Phrase(
        fr:
          "Taux de marge : années glissantes de douze mois ; un client est signalé quand son taux brut baisse plusieurs fois de suite.",
        en:
          "Margin rates: rolling years of twelve months; a customer is listed when its gross rate falls several times running."
      ),
      Phrase(
        fr: "Dépendance : part des 1, 5 et 10 premiers, et résultat qui resterait sans eux.",
        en: "Dependence: share of the first 1, 5 and 10, and the result that would be left without them."),
    ],
    example: Example(
      given: Phrase(fr: "Cinq clients, d'une année à l'autre.", en: "Five customers, from one year to the next."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("before", Phrase(fr: "Avant", en: "Before"), .euros),
          ReportColumn("now", Phrase(fr: "Aujourd'hui", en: "Today"), .euros),
          ReportColumn("what", Phrase(fr: "Ce qui s'est passé", en: "What happened"), .text),
        ],
        [
          [.text("A"), .euros(100), .euros(120), .phrase(Phrase(fr: "en hausse de 20", en: "20 more"))],
          [.text("B"), .euros(100), .euros(60), .phrase(Phrase(fr: "en baisse de 40", en: "40 less"))],
          [.text("C"), .euros(50), .euros(0), .phrase(Phrase(fr: "perdu", en: "lost"))],
          [.text("D"), .euros(0), .euros(40), .phrase(Phrase(fr: "nouveau", en: "new"))],
          [.text("E"), .euros(0), .euros(30), .phrase(Phrase(fr: "revenu", en: "won back"))],
        ]),
      found: [
        Phrase(
          fr: "Resté : (100 + 60) ÷ 250 = 64 %. Avec l'expansion : 180 ÷ 250 = 72 %.",
          en: "Stayed: (100 + 60) ÷ 250 = 64%. With expansion: 180 ÷ 250 = 72%."),
        Phrase(fr: "250 + 20 − 40 − 50 + 40 + 30 = 250.", en: "250 + 20 − 40 − 50 + 40 + 30 = 250 today."),
      ]),
    limits: [
      Phrase(
        fr:
          "Si les données commencent dans la période d'avant, l'érosion est sous-estimée ; les mois connus sont dits.",
        en: "If the data begin within the period before, erosion is understated; the months known are said."),
      Phrase(
        fr: "Une saison est aussi une variation, si régulière soit-elle.",
        en: "A season is a swing too, however regular."),
      Phrase(
        fr: "Un taux baisse aussi quand un client passe à des produits moins margés.",
        en: "A rate also falls when a customer moves to products of lower margin."),
    ],
    source: Phrase(
      fr: "Rétention brute et nette, en usage pour les revenus récurrents ; Pearson, 1896 (coefficient de variation).",
      en: "Gross and net retention, customary for recurring revenue; Pearson, 1896 (coefficient of variation)."),
    rules: ["growth.marginFallYears", "company.fixedCosts"])
}

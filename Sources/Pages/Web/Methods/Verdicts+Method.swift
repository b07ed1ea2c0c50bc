import Units

extension Method {
  static let verdicts = Method(
    question: Phrase(
      fr: "Quelles relations cesser, maintenir, développer, et par où commencer avec chacune ?",
      en: "Which relations to cease, maintain, develop, and where to begin with each?"),
    formula: [
      Phrase(
        fr: """
          Cesser : la marge est négative et s'en séparer rapporte, cette année et l'année d'avant ; client depuis deux ans, \
          actif six mois de chaque année ; ni stratégique, ni sœur d'une société rentable ; coût de service connu ; et une \
          dernière offre refusée, ou plus de 25 % de hausse à demander.
          """,
        en: """
          Cease: the margin is negative and ending it pays, this year and the year before; a customer for two years, active \
          in six months of each; neither strategic nor sister of a company that earns money; the cost to serve known; and a \
          last offer refused, or more than 25 % to ask for.
          """),
      Phrase(
        fr: """
          Effet de cesser = − marge − coûts qui restent : les heures d'une équipe qui en a d'inoccupées restent payées, et une \
          part des frais de chaque sorte.
          """,
        en: """
          Effect of ceasing = − margin − costs that stay: the hours of a team that has idle ones stay paid, and so does a part \
          of the costs of each kind.
          """),
      Phrase(
        fr: """
          Développer : marge au-dessus du plancher, pas en déclin, et un quart de son chiffre d'affaires à gagner, ou en \
          développement, ou client de demain. Maintenir : tous les autres.
          """,
        en: """
          Develop: margin above the floor, not declining, and a quarter of its revenue to win, or developing, or one of \
          tomorrow's. Maintain: all others.
          """),
      Phrase(
        fr: """
          Sous le plancher, l'échelle : servir à son niveau ; relever les prix de p = manque ÷ ((1 − ristournes − plancher) × \
          CA), au plus 5 % ; un minimum de commande ; gagner mieux ailleurs ; une dernière offre ; cesser.
          """,
        en: """
          Below the floor, the ladder: serve at the level; raise prices by p = lack ÷ ((1 − rebates − floor) × revenue), 5 % \
          at most; a minimum order; win better customers; a last offer; cease.
          """),
    ],
    example: Example(
      given: Phrase(
        fr: "Un client de 1 200 k€, 48 k€ de marge, un plancher de 8 %.",
        en: "A customer of 1,200 k€, a margin of 48 k€, a floor of 8 %."),
      grid: .example(
        [
          .example(Phrase(fr: "Étape", en: "Step")),
          ReportColumn("figure", Phrase(fr: "Montant", en: "Amount"), .euros),
        ],
        [
          [.phrase(Phrase(fr: "plancher : 8 % de 1 200 k€", en: "floor: 8 % of 1,200 k€")), .euros(96_000)],
          [.phrase(Phrase(fr: "manque", en: "lack")), .euros(48_000)],
          [
            .phrase(Phrase(fr: "diviseur : (1 − 8 %) × 1 200 k€", en: "divisor: (1 − 8 %) × 1,200 k€")),
            .euros(1_104_000),
          ],
        ]),
      found: [
        Phrase(
          fr: "Il faut 4,35 % de hausse : moins que les 5 % que l'on peut demander.",
          en: "It takes a rise of 4.35 %: less than the 5 % that may be asked.")
      ]),
    limits: [
      Phrase(
        fr:
          "Un client perdu, ou dont la marge est inconnue, n'a pas de verdict ; un nouveau n'a pas d'échelle avant un an.",
        en: "A lost customer, or one whose margin is unknown, has no verdict; a new one has no ladder for a year."),
      Phrase(
        fr: "Fragile : le verdict changerait si servir coûtait un cinquième de plus ou de moins.",
        en: "Fragile: the verdict would change if serving cost a fifth more or less."),
      Phrase(
        fr: "Un potentiel que personne n'a jugé est remplacé par les gammes que les autres achètent, et c'est dit.",
        en: "A potential that nobody judged is stood in for by the ranges that others buy, and this is said."),
    ],
    source: Phrase(
      fr:
        "Kaplan et Narayanan, 2001, pour les marges par client ; Kaplan et Anderson, 2004, pour la capacité inutilisée.",
      en: "Kaplan and Narayanan, 2001, for margins by customer; Kaplan and Anderson, 2004, for unused capacity."),
    rules: [
      "floors.company.rate", "verdict.fullPool", "verdict.strategicMonths", "verdict.costSpread",
      "verdict.cease.activeMonths", "verdict.cease.tenureMonths", "verdict.cease.priceRise",
      "verdict.develop.headroomShare", "verdict.develop.potentialPercentile", "verdict.develop.whiteSpacePercentile",
      "verdict.toxicCategory.leastMembers", "verdict.toxicCategory.negativeShare", "verdict.hiddenGems.headroomShare",
      "ladder.priceCap", "ladder.indexFactor", "ladder.rebates", "ladder.lastOfferCap",
    ])
}

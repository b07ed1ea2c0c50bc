import Units

extension Method {
  static let lookAlikes = Method(
    question: Phrase(
      fr: "Qu'ont en commun nos meilleurs clients, et qui leur ressemble ?",
      en: "What do our best customers have in common, and who resembles them?"),
    formula: [
      Phrase(
        fr:
          "Les meilleurs : le premier cinquième des clients actifs par marge opérationnelle ; par CA où elle est inconnue.",
        en: "The best: the first fifth of the active customers by operating margin; by revenue where that is unknown."),
      Phrase(
        fr: """
          Poids d'une valeur : part des meilleurs parmi ceux qui l'ont, ramenée vers celle de tous par dix clients \
          quelconques, en logarithme de cote ÷ cote de tous. Les poids s'ajoutent.
          """,
        en: """
          Weight of a value: the part of the best among those who have it, drawn to that of all by ten customers like any, as \
          the logarithm of its odds ÷ the odds of all. Weights add up.
          """),
      Phrase(
        fr: "Ressemblance = e^somme ÷ (1 + e^somme) : 50 % pour qui ressemble autant aux autres.",
        en: "Resemblance = e^sum ÷ (1 + e^sum): 50 % for one that is as much like the others."),
      Phrase(
        fr: "Un trait inconnu compte comme il compte en moyenne pour les autres de la liste, et il est nommé.",
        en: "A trait that is not known counts as it does on average for the others listed, and it is named."),
    ],
    example: Example(
      given: Phrase(
        fr: "Dix hôtels, dont les deux meilleurs sont grands et du Nord ; six sont du Nord, deux sont grands.",
        en: "Ten hotels, of which the two best are big and of the North; six are of the North, two are big."),
      grid: .example(
        [
          .example(Phrase(fr: "Valeur", en: "Value")),
          ReportColumn("part", Phrase(fr: "Part des meilleurs", en: "Part of the best"), .percent(digits: 0)),
          ReportColumn("odds", Phrase(fr: "Cote ÷ cote de tous", en: "Odds ÷ odds of all"), .number(digits: 2)),
        ],
        [
          [
            .phrase(Phrase(fr: "grand : (2 + 10 × 0,2) ÷ 12", en: "big: (2 + 10 × 0.2) ÷ 12")), .share(1.0 / 3),
            .number(2),
          ],
          [
            .phrase(Phrase(fr: "Nord : (2 + 10 × 0,2) ÷ 16", en: "North: (2 + 10 × 0.2) ÷ 16")), .share(0.25),
            .number(4.0 / 3),
          ],
        ]),
      found: [
        Phrase(
          fr: "Un grand prospect du Nord : cote 2 × 1,33 = 2,67, ressemblance 73 %.",
          en: "A big prospect of the North: odds 2 × 1.33 = 2.67, resemblance 73 %.")
      ]),
    limits: [
      Phrase(
        fr: "Les traits sont pris un à un : deux qui disent presque la même chose comptent presque deux fois.",
        en: "Traits are taken one by one: two that say nearly the same count nearly twice."),
      Phrase(
        fr: "Ressembler n'est pas acheter : la ressemblance dit par qui commencer.",
        en: "To resemble is not to buy: resemblance tells whom to begin with."),
    ],
    source: Phrase(fr: "Good, 1950, pour le poids des indices.", en: "Good, 1950, for the weight of evidence."),
    rules: [
      "replication.bestShare", "replication.leastMembers", "replication.smoothing", "replication.resemblance",
    ])

  static let targets = Method(
    question: Phrase(
      fr: "Quels prospects et quels clients sont ceux que nous cherchons ?",
      en: "Which prospects and customers are those we seek?"),
    formula: [
      Phrase(
        fr: "Note = moyenne pondérée de cinq critères de 0 à 1 : taille, activité, région ; intérêt, culture.",
        en: "Score = weighted mean of five criteria from 0 to 1: size, activity, region; interest, culture."),
      Phrase(
        fr: """
          Taille, activité, culture : 1 si vos règles la nomment, 0 sinon ; sans règle, part des meilleurs clients parmi ceux \
          qui l'ont ÷ la plus grande de ces parts.
          """,
        en: """
          Size, activity, culture: 1 if your rules name it, else 0; without a rule the part of the best customers among those \
          who have it ÷ the greatest such part.
          """),
      Phrase(
        fr: "Région : 1 si quelqu'un de l'équipe la sert. Intérêt : faible 0, moyen ½, fort 1.",
        en: "Region: 1 if somebody of the team serves it. Interest: low 0, medium ½, high 1."),
      Phrase(
        fr: "Un critère inconnu compte ½, et il est dit ; connu = poids des critères connus ÷ poids de tous.",
        en: "A criterion that is not known counts ½, and it is said; known = weight of the known ones ÷ weight of all."),
    ],
    example: Example(
      given: Phrase(
        fr:
          "Un petit hôtel du Nord, intérêt moyen, culture inconnue ; des dix clients, tous hôtels, les deux meilleurs sont grands.",
        en:
          "A small hotel of the North, medium interest, culture not known; of the ten customers, all hotels, the two best are big."
      ),
      grid: .example(
        [
          .example(Phrase(fr: "Critère", en: "Criterion")),
          ReportColumn("part", Phrase(fr: "Compte", en: "Counts"), .percent(digits: 0)),
        ],
        [
          [.phrase(Phrase(fr: "taille : (2 ÷ 18) ÷ (4 ÷ 12)", en: "size: (2 ÷ 18) ÷ (4 ÷ 12)")), .share(1.0 / 3)],
          [.phrase(Phrase(fr: "activité", en: "activity")), .share(1)],
          [.phrase(Phrase(fr: "région servie", en: "region served")), .share(1)],
          [.phrase(Phrase(fr: "intérêt moyen", en: "medium interest")), .share(0.5)],
          [.phrase(Phrase(fr: "culture inconnue", en: "culture not known")), .share(0.5)],
        ]),
      found: [
        Phrase(
          fr: "Note 67 %, connue à 80 %.", en: "Score 67 %, known to 80 %.")
      ]),
    limits: [
      Phrase(
        fr: "Intérêt et culture sont des jugements de personnes : ils vieillissent.",
        en: "Interest and culture are people's judgements: they grow old."),
      Phrase(
        fr: "Ce que vos meilleurs clients sont n'est pas toujours ce que vous cherchez : nommez-le dans vos règles.",
        en: "What your best customers are is not always what you seek: name it in your rules."),
    ],
    source: nil,
    rules: [
      "targets.weights.size", "targets.weights.activity", "targets.weights.region", "targets.weights.interest",
      "targets.weights.culture", "targets.neutral", "targets.sizes", "targets.activities", "targets.regions",
      "targets.cultures",
    ])

  static let whitespace = Method(
    question: Phrase(
      fr: "Quelles gammes un client n'achète-t-il pas, que ses semblables achètent ?",
      en: "Which ranges does a customer not buy that its like buy?"),
    formula: [
      Phrase(
        fr: "Une gamme manque à un client actif quand un quart de sa catégorie l'achète, et lui non.",
        en: "An active customer misses a range when a quarter of its category buys it, and it does not."),
      Phrase(
        fr: """
          Attendu = le moindre de : la médiane de ce que dépensent les acheteurs de la catégorie ; la médiane de la part qu'ils \
          y mettent × le CA du client.
          """,
        en: """
          Expected = the lesser of: the median of what the category's buyers spend; the median of the part they give it × the \
          customer's revenue.
          """),
      Phrase(
        fr: "Au mieux : la même chose au troisième quart. Chaque euro acheté est dans une case, ou sans gamme.",
        en: "At best: the same at the third quarter. Every euro bought is in one cell, or without a range."),
    ],
    example: Example(
      given: Phrase(
        fr: "Cinq boulangers achètent 1 000 de farine ; trois achètent aussi de la levure, pour 100, 200 et 900.",
        en: "Five bakers buy flour for 1,000; three buy yeast too, for 100, 200 and 900."),
      grid: .example(
        [
          .example(Phrase(fr: "Estimation", en: "Estimate")),
          ReportColumn("amount", Phrase(fr: "Montant", en: "Amount"), .euros),
        ],
        [
          [.phrase(Phrase(fr: "médiane dépensée", en: "median spent")), .euros(200)],
          [
            .phrase(Phrase(fr: "16,7 % de 1 000", en: "16.7 % of 1,000")), .euros(167),
          ],
        ]),
      found: [
        Phrase(
          fr: "À chacun des deux autres il manque la levure : 167 attendus, le moindre des deux.",
          en: "Each of the two others misses yeast: 167 expected, the lesser of both.")
      ]),
    limits: [
      Phrase(
        fr: "C'est une estimation : un client peut acheter la gamme ailleurs, ou n'en avoir pas l'usage.",
        en: "This is an estimate: a customer may buy the range elsewhere, or have no use for it."),
      Phrase(
        fr: "Une catégorie de moins de cinq clients actifs ne dit rien.",
        en: "A category of fewer than five active customers tells nothing."),
    ],
    source: nil,
    rules: ["replication.usualShare", "replication.leastMembers", "verdict.develop.whiteSpacePercentile"])

  static let replication = Method(
    question: Phrase(
      fr: "Où investir notre expertise, qui gagner, qui développer, et qu'en est-il sorti ?",
      en: "Where to invest our expertise, whom to win, whom to develop, and what came of it?"),
    formula: [
      Phrase(
        fr: "Catégories : les trois plus attrayantes, sans celles qui perdent de l'argent dans leur ensemble.",
        en: "Categories: the three most attractive, without those that lose money as a whole."),
      Phrase(
        fr: """
          À gagner : un quart de ses prospects ressemblants, les plus ressemblants d'abord, chacun au CA médian de la \
          catégorie, au plus son potentiel.
          """,
        en: """
          To win: a quarter of its prospects alike, the most alike first, each at the category's median revenue, at most its \
          potential.
          """),
      Phrase(
        fr: """
          À développer : la moitié de ses clients ressemblants qui manquent d'une gamme, chacun à l'estimation de ces gammes, \
          au plus ce qui reste de son potentiel jugé.
          """,
        en: """
          To develop: half of its customers alike that miss a range, each at the estimate of those ranges, at most what is left \
          of its judged potential.
          """),
      Phrase(
        fr: """
          Expertise : une personne écrit la compétence ou l'offre, le budget, le responsable, le taux visé et le mois ; le taux \
          des meilleurs clients est proposé. Suivi : marge depuis, contre le taux visé et contre autant de mois d'avant.
          """,
        en: """
          Expertise: a person writes the skill or offer, budget, owner, rate aimed at and month; the rate of the best customers \
          is proposed. Followed: the margin since, against the rate aimed at and against as many months before.
          """),
    ],
    example: Example(
      given: Phrase(
        fr: "Huit prospects ressemblants dans une catégorie au CA médian de 1 260 et au taux de 50 %.",
        en: "Eight prospects alike in a category with a median revenue of 1,260 and a rate of 50 %."),
      grid: .example(
        [
          .example(Phrase(fr: "Plan", en: "Plan")),
          ReportColumn("amount", Phrase(fr: "Montant", en: "Amount"), .euros),
        ],
        [
          [
            .phrase(Phrase(fr: "à gagner : 8 × 25 % = 2, à 1 260", en: "to win: 8 × 25 % = 2, at 1,260")),
            .euros(2_520),
          ],
          [.phrase(Phrase(fr: "marge attendue à 50 %", en: "margin expected at 50 %")), .euros(1_260)],
        ]),
      found: [
        Phrase(
          fr: "Deux prospects, 2 520 de chiffre d'affaires et 1 260 de marge attendus par an.",
          en: "Two prospects, 2,520 of revenue and 1,260 of margin expected a year.")
      ]),
    limits: [
      Phrase(
        fr: "La part à gagner est une ambition que vous fixez, pas une prévision.",
        en: "The part to win is an ambition that you set, not a forecast."),
      Phrase(
        fr: "Avant et depuis ne prouvent pas une cause : d'autres choses changent aussi.",
        en: "Before and since do not prove a cause: other things change too."),
    ],
    source: nil,
    rules: [
      "replication.categories", "replication.winShare", "replication.developShare", "replication.resemblance",
    ])
}

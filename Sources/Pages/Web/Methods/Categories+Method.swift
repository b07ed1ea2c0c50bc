import Units

extension Method {
  static let categories = Method(
    question: Phrase(
      fr: "Quels genres de clients nous font gagner, mois par mois, et où investir ?",
      en: "Which kinds of customers earn us money, month by month, and where should we invest?"),
    formula: [
      Phrase(
        fr: "Actifs = clients de la catégorie qui ont commandé dans le mois. CA moyen = chiffre d'affaires ÷ actifs.",
        en: "Active = the category's customers that ordered in the month. Mean revenue = revenue ÷ active."),
      Phrase(
        fr:
          "Marge moyenne = marge opérationnelle des clients dont la marge est connue ÷ ceux d'entre eux qui sont actifs.",
        en: "Mean margin = operating margin of the customers whose margin is known ÷ those of them that are active."),
      Phrase(
        fr: "Teinte : un mois à plus d'un quart de la moyenne de sa catégorie, marqué d'une flèche.",
        en: "Tint: a month more than a quarter away from its category's mean, marked with an arrow."),
      Phrase(
        fr:
          "Attrait = moyenne des rangs de taux de marge, de clients et prospects dans une région desservie, et de croissance.",
        en:
          "Attraction = mean of the ranks of margin rate, of customers and prospects in a region served, and of growth."
      ),
    ],
    example: Example(
      given: Phrase(
        fr: "En janvier, deux boulangers achètent ; un seul en février, et un appel coûte 50 €.",
        en: "In January two bakers buy; in February only one, and a call costs 50."),
      grid: .example(
        [
          .example(Phrase(fr: "Mois", en: "Month")),
          ReportColumn("active", Phrase(fr: "Actifs", en: "Active"), .integer),
          ReportColumn("revenue", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
          ReportColumn("margin", Phrase(fr: "Marge", en: "Margin"), .euros),
          ReportColumn("meanRevenue", Phrase(fr: "CA moyen", en: "Mean revenue"), .euros),
          ReportColumn("meanMargin", Phrase(fr: "Marge moyenne", en: "Mean margin"), .euros),
        ],
        [
          [
            .phrase(Phrase(fr: "Janvier", en: "January")), .integer(2), .euros(1_600), .euros(400), .euros(800),
            .euros(200),
          ],
          [
            .phrase(Phrase(fr: "Février", en: "February")), .integer(1), .euros(500), .euros(50), .euros(500),
            .euros(50),
          ],
        ]),
      found: [
        Phrase(
          fr: "La marge moyenne tombe de 200 à 50 € : moins de ventes, et l'appel.",
          en: "The mean margin falls from 200 to 50: fewer sales, and the call."),
        Phrase(
          fr: "Rangs 1, 1 et 1 pour les hôtels, 2, 2½ et 2 pour les écoles : les hôtels d'abord.",
          en: "Ranks 1, 1 and 1 for hotels, 2, 2½ and 2 for schools: hotels first."),
      ]),
    limits: [
      Phrase(
        fr: "L'attrait est un ordre, pas une distance : regardez les chiffres à côté.",
        en: "Attraction is an order, not a distance: look at the figures beside it."),
      Phrase(
        fr: "Une catégorie vient du fichier clients ou d'une règle de policy.yaml ; un client n'en a qu'une.",
        en: "A category comes from the customer file or from a rule in policy.yaml; a customer has only one."),
    ],
    source: nil, rules: ["margin.minimumCostedShare"])

  static let suggestions = Method(
    question: Phrase(
      fr: "Quelles catégories nos clients forment-ils d'eux-mêmes ?",
      en: "Which categories do our customers form by themselves?"),
    formula: [
      Phrase(
        fr: "Profil d'un client : part de chaque gamme dans ses achats, commandes par an, régularité, saison.",
        en: "A customer's profile: each range's share of what it buys, orders a year, evenness, season."),
      Phrase(
        fr: "Deux clients sont proches quand gammes et rythme se ressemblent, à parts égales.",
        en: "Two customers are close when ranges and rhythm are alike, half and half."),
      Phrase(
        fr: "Les clients se groupent autour du plus typique ; on garde le nombre de groupes le plus net (silhouette).",
        en: "Customers gather around the most typical one; the clearest number of groups is kept (silhouette)."),
      Phrase(
        fr: "Sous le seuil de netteté, rien n'est proposé. Une personne accepte ; rien ne s'applique seul.",
        en: "Below the least silhouette nothing is proposed. A person accepts; nothing applies by itself."),
    ],
    example: Example(
      given: Phrase(
        fr: "Vingt-quatre clients achètent farine, fours et douceurs.",
        en: "Twenty-four customers buy flour, ovens and sweets."),
      grid: .example(
        [
          .example(Phrase(fr: "Ils achètent", en: "They buy")),
          ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
          ReportColumn("tempo", Phrase(fr: "Rythme", en: "Rhythm"), .text),
        ],
        [
          [
            .phrase(Phrase(fr: "farine", en: "flour")), .integer(10),
            .phrase(Phrase(fr: "chaque mois", en: "every month")),
          ],
          [
            .phrase(Phrase(fr: "un four", en: "an oven")), .integer(8),
            .phrase(Phrase(fr: "deux fois par an", en: "twice a year")),
          ],
          [
            .phrase(Phrase(fr: "farine et douceurs", en: "flour and sweets")), .integer(6),
            .phrase(Phrase(fr: "chaque semaine", en: "every week")),
          ],
        ]),
      found: [
        Phrase(
          fr: "Trois propositions : boulangers, cuisines, salons de thé ; les noms sont à vous.",
          en: "Three proposals: bakers, kitchens, tea rooms; the names are yours.")
      ]),
    limits: [
      Phrase(
        fr: "Gammes et rythme tiennent lieu de besoins et de façons de décider : une personne en sait davantage.",
        en: "Ranges and rhythm stand in for needs and ways of deciding: a person knows more.")
    ],
    source: Phrase(
      fr: "Kaufman et Rousseeuw, 1990 ; Rousseeuw, 1987 (silhouette).",
      en: "Kaufman and Rousseeuw, 1990; Rousseeuw, 1987 (silhouette)."),
    rules: [
      "suggestions.leastCustomers", "suggestions.mostCategories", "suggestions.leastSilhouette", "suggestions.sample",
    ])
}

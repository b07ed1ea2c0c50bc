import Ledger
import Units

extension Method {
  static let pricePolicy = Method(
    question: Phrase(
      fr: "Quels prix pratiquer selon des critères tangibles, et qu'est-ce que cela changerait pour chaque client ?",
      en: "Which prices to charge by tangible criteria, and what would that change for each customer?"),
    formula: [
      Phrase(
        fr:
          "Prix = tarif × (1 − remise de volume) × (1 + supplément de service + supplément de paiement), produit par produit.",
        en: "Price = list price × (1 − volume discount) × (1 + service step + payment step), product by product."),
      Phrase(
        fr:
          "Prix de référence d'un produit = prix net auquel ou sous lequel se fait la moitié de son chiffre d'affaires ; il faut assez d'acheteurs. Un prix trop loin d'elle est celui d'autre chose.",
        en:
          "A product's reference price = the net price at or under which half of its revenue is made; it takes buyers enough. A price too far from it is for something else."
      ),
      Phrase(
        fr:
          "Remise d'une tranche = ce que son client médian obtient aujourd'hui de moins que celui de la plus petite, service et paiement mis à part ; jamais moindre pour plus de volume : sinon les tranches sont réunies.",
        en:
          "A tier's discount = what its median customer gets off today against the smallest tier's, service and payment set apart; never less for more volume: else tiers are put together."
      ),
      Phrase(
        fr:
          "Elle est réduite là où la tranche ne laisserait pas ce qu'elle coûte à servir et son plancher de marge, jamais sous celle d'une tranche plus petite.",
        en:
          "It is cut back where the tier would not leave its cost to serve and its floor of margin, never under that of a smaller tier."
      ),
      Phrase(
        fr:
          "Supplément de service = (coût annuel du niveau − coût du moins cher) ÷ chiffre d'affaires médian de la tranche ; trop cher pour elle, le niveau n'est pas proposé. Coût d'un niveau : visites et appels promis, au coût moyen d'une visite et d'un appel.",
        en:
          "Service step = (yearly cost of the level − that of the cheapest) ÷ the tier's median revenue; a level too dear for it is not offered. Cost of a level: visits and calls promised, at the mean cost of one of each."
      ),
      Phrase(
        fr: "Supplément de paiement = coût de l'argent × (délai du client − délai compris) ÷ 365.",
        en: "Payment step = cost of money × (the customer's days − days included) ÷ 365."),
      Phrase(
        fr:
          "Le tarif est mis au niveau où tous les clients comparés paient ensemble ce que vos règles veulent du chiffre d'affaires d'aujourd'hui : autant, par défaut.",
        en:
          "The list is set where all customers compared together pay what your rules want of today's revenue: as much, by default."
      ),
      Phrase(
        fr:
          "Un client assez ancien n'est jamais mis sous son plancher : ce qu'il lui manque, (f·R − M) ÷ (1 − v − f), s'ajoute. Chaque année, sa hausse reste sous celle que vos règles permettent, sa baisse aussi, et les baisses ne prennent que ce que les hausses ont rapporté ; le reste vient les années suivantes. Un contrat en cours tient ses prix la première année.",
        en:
          "A customer old enough is never put under its floor: what it lacks, (f·R − M) ÷ (1 − v − f), is added. Each year its rise stays within what your rules allow, its fall too, and falls take only what rises have brought; the rest comes in the years after. A running contract holds its prices in the first year."
      ),
    ],
    example: Example(
      given: Phrase(
        fr: "Trois gros et trois petits clients achètent de la farine. Référence : 1,85 € le kilo.",
        en: "Three big and three small customers buy flour. Reference: €1.85 a kilo."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("quantity", Phrase(fr: "Quantité, kg", en: "Quantity, kg"), .integer),
          ReportColumn("paid", Phrase(fr: "Payé", en: "Paid"), .euros),
          ReportColumn("level", Phrase(fr: "÷ référence", en: "÷ reference"), .percent(digits: 1)),
          ReportColumn("price", Phrase(fr: "Grille", en: "Grid"), .cents),
        ],
        [
          [.text("A"), .integer(10_000), .euros(18_000), .share(18 / 18.5), .cents(Cents(1_853_008))],
          [.text("B"), .integer(10_000), .euros(18_500), .share(1), .cents(Cents(1_853_008))],
          [.text("C"), .integer(10_000), .euros(19_000), .share(19 / 18.5), .cents(Cents(1_853_008))],
          [.text("D, E"), .integer(1_000), .euros(2_000), .share(2 / 1.85), .cents(Cents(200_325))],
          [.text("F"), .integer(1_000), .euros(2_100), .share(2.1 / 1.85), .cents(Cents(200_325))],
        ]),
      found: [
        Phrase(
          fr: "Médianes : 100 % chez les gros, 108,1 % chez les petits. Remise = 1 − 100 ÷ 108,1 = 7,5 %.",
          en: "Medians: 100% with the big, 108.1% with the small. Discount = 1 − 100 ÷ 108.1 = 7.5%."),
        Phrase(
          fr: "Tarif = 61 600 ÷ (3 000 + 30 000 × 0,925) = 2,0033 € : ensemble, ils paient autant qu'aujourd'hui.",
          en: "List price = 61,600 ÷ (3,000 + 30,000 × 0.925) = €2.0033: together they pay as much as today."),
        Phrase(
          fr: "A paierait 530,08 € de plus (2,9 %), C 469,92 € de moins, F 96,75 € de moins.",
          en: "A would pay €530.08 more (2.9%), C €469.92 less, F €96.75 less."),
      ]),
    limits: [
      Phrase(
        fr:
          "Une proposition à volume égal : ce que les clients feraient de ces prix n'y est pas. La perte de volume que la hausse supporte est dite.",
        en:
          "A proposal at equal volume: what customers would make of these prices is not in it. The loss of volume that the rise bears is told."
      ),
      Phrase(
        fr:
          "Un client dont trop peu d'achats se comparent, ou se chiffrent en coût, garde ses prix ; il est listé avec la raison.",
        en:
          "A customer of whose purchases too few compare, or are costed, keeps its prices; it is listed with the reason."
      ),
      Phrase(
        fr:
          "Ce que les contrats disent des prix et les usages du métier ne sont pas dans les chiffres. Une baisse de prix n'est jamais obligatoire.",
        en: "What contracts say of prices and the customs of the trade are not in the figures. No price has to fall."),
      Phrase(
        fr:
          "En France, les conditions générales de vente contiennent le barème des prix et les réductions (article L441-1 du code de commerce) ; un délai de paiement ne dépasse pas 60 jours (L441-10).",
        en:
          "In France general terms of sale hold the scale of prices and reductions (article L441-1 of the commercial code); days to pay do not exceed 60 (L441-10)."
      ),
    ],
    source: Phrase(
      fr:
        "Marn et Rosiello, « Managing Price, Gaining Profit », Harvard Business Review, 1992 ; régression isotone : Ayer et al., Annals of Mathematical Statistics, 1955.",
      en:
        "Marn & Rosiello, “Managing Price, Gaining Profit”, Harvard Business Review, 1992; isotonic regression: Ayer et al., Annals of Mathematical Statistics, 1955."
    ),
    rules: [
      "pricePolicy.reference", "pricePolicy.oddPrice", "pricePolicy.leastMembers", "pricePolicy.rounding",
      "pricePolicy.includedDays",
      "pricePolicy.mostServiceStep", "pricePolicy.target", "pricePolicy.fallCap", "pricePolicy.mostYears",
      "ladder.priceCap", "ladder.indexFactor", "ladder.rebates", "floors.company.rate", "costs.financingRate",
      "prices.otherBuyers", "prices.leastCoverage", "bands.method", "bands.count",
    ])
}

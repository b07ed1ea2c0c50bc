import Units

extension Policy {
  /// The price policy proposed from tangible criteria: volume, service level, payment.
  public struct PricePolicy: Hashable, Sendable {
    /// The part of a product's revenue that is paid at the reference price or less: 50 % is the median.
    public var reference = Rate(percent: 50)
    /// How many times as dear, or as cheap, as its reference a price is no longer one for the same goods.
    public var oddPrice = Rate(percent: 300)
    /// Comparable customers under which a volume tier has no discount of its own.
    public var leastMembers = 5
    /// What discounts and service steps are whole multiples of.
    public var rounding = Rate(millionths: 1_000)
    /// Days to pay that the price includes.
    public var includedDays = 30
    /// The price step beyond which a level of service is not offered to a tier.
    public var mostServiceStep = Rate(percent: 10)
    /// What the grid is meant to bring more, or less, of today's revenue: none moves money between customers only.
    public var target = Rate(percent: 0)
    /// The most that a price falls in a year.
    public var fallCap = Rate(percent: 5)
    /// Years within which a customer has to be at its price; who is not needs more than a price.
    public var mostYears = 5
  }
}

extension PolicyKey {
  static let pricePolicy: [PolicyKey] = [
    rate(
      "pricePolicy.reference", \.pricePolicy.reference, 1...100,
      fr: "part du chiffre d’affaires d’un produit vendue au prix de référence ou moins (50 % : la médiane)",
      en: "part of a product's revenue sold at the reference price or less (50 %: the median)"),
    rate(
      "pricePolicy.oddPrice", \.pricePolicy.oddPrice, 100...10_000,
      fr:
        "fois plus cher, ou moins, que la référence au-delà desquelles un prix est celui d’autre chose (3 : du tiers au triple)",
      en:
        "times as dear, or as cheap, as the reference beyond which a price is for something else (3: from a third to thrice)"
    ),
    whole(
      "pricePolicy.leastMembers", \.pricePolicy.leastMembers, 1...1000,
      fr: "clients comparables au-dessous desquels une tranche n’a pas sa remise à elle",
      en: "comparable customers under which a tier has no discount of its own"),
    PolicyKey(
      "pricePolicy.rounding", \.pricePolicy.rounding, .rate(100...100_000),
      fr: "remises et suppléments de service sont des multiples de ce pas",
      en: "discounts and service steps are multiples of this"),
    whole(
      "pricePolicy.includedDays", \.pricePolicy.includedDays, 0...120,
      fr: "jours de paiement compris dans le prix", en: "days to pay that the price includes"),
    rate(
      "pricePolicy.mostServiceStep", \.pricePolicy.mostServiceStep, 0...100,
      fr: "supplément au-delà duquel un niveau de service n’est pas proposé à une tranche",
      en: "step beyond which a level of service is not offered to a tier"),
    rate(
      "pricePolicy.target", \.pricePolicy.target, -50...100,
      fr: "ce que la grille doit rapporter de plus, ou de moins ; 0 : à chiffre d’affaires égal",
      en: "what the grid is to bring more, or less; 0: at equal revenue"),
    rate(
      "pricePolicy.fallCap", \.pricePolicy.fallCap, 0...100, fr: "baisse de prix la plus forte en un an",
      en: "the most that a price falls in a year"),
    whole(
      "pricePolicy.mostYears", \.pricePolicy.mostYears, 1...20,
      fr: "années au plus pour arriver au prix ; au-delà, le prix seul ne suffit pas",
      en: "years at most to arrive at the price; beyond, a price alone does not do"),
  ]
}

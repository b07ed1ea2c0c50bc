import Units

extension Policy {
  /// Who the best customers are, who resembles them, and how many of their like to seek.
  public struct Replication: Hashable, Sendable {
    /// The part of the active customers that are the best ones, at least one.
    public var bestShare = Rate(percent: 20)
    /// Active customers under which a category has no best ones of its own.
    public var leastMembers = 5
    /// Customers like any that each value is taken to have besides its own: few customers prove little.
    public var smoothing = 10
    /// The resemblance from which somebody counts as alike, 50 % being as like the best as the others.
    public var resemblance = Rate(percent: 50)
    /// The most attractive categories that the plan is made for.
    public var categories = 3
    /// The part of the prospects alike that the plan means to win.
    public var winShare = Rate(percent: 25)
    /// The part of the customers alike that the plan means to develop.
    public var developShare = Rate(percent: 50)
    /// The part of a category's customers that must buy a range for it to be missed by the others.
    public var usualShare = Rate(percent: 25)
  }
}

extension PolicyKey {
  static let replication: [PolicyKey] = [
    rate(
      "replication.bestShare", \.replication.bestShare, 1...100, fr: "part des clients actifs qui sont les meilleurs",
      en: "part of the active customers that are the best"),
    whole(
      "replication.leastMembers", \.replication.leastMembers, 2...1000,
      fr: "clients actifs au-dessous desquels une catégorie n’a pas ses meilleurs à elle",
      en: "active customers under which a category has no best ones of its own"),
    whole(
      "replication.smoothing", \.replication.smoothing, 1...1000,
      fr: "clients quelconques ajoutés à chaque valeur : peu de clients prouvent peu",
      en: "customers like any added to each value: few customers prove little"),
    rate(
      "replication.resemblance", \.replication.resemblance,
      fr: "ressemblance à partir de laquelle on ressemble aux meilleurs ; 50 % : autant qu’aux autres",
      en: "resemblance from which one is like the best; 50 %: as much as like the others"),
    whole(
      "replication.categories", \.replication.categories, 1...50,
      fr: "catégories les plus attrayantes du plan de réplication", en: "most attractive categories in the plan"),
    rate(
      "replication.winShare", \.replication.winShare, fr: "part des prospects ressemblants que le plan vise à gagner",
      en: "part of the prospects alike that the plan means to win"),
    rate(
      "replication.developShare", \.replication.developShare,
      fr: "part des clients ressemblants que le plan vise à développer",
      en: "part of the customers alike that the plan means to develop"),
    rate(
      "replication.usualShare", \.replication.usualShare,
      fr: "part des clients d’une catégorie qui achètent une gamme, à partir de laquelle elle manque aux autres",
      en: "part of a category's customers buying a range from which it is missed by the others"),
  ]
}

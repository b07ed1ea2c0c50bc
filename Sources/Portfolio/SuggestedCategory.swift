import Ledger
import Units

/// A category proposed to a person, explained by what its customers buy, how often, and how big they are.
public struct SuggestedCategory: Hashable, Sendable {
  /// How much of its revenue its main range makes.
  public enum Mix: String, CaseIterable, Sendable {
    /// 80 % or more.
    case oneRange
    /// 50 % or more.
    case mainRange
    /// Less.
    case mixed
    /// No line of its customers names a range.
    case unknown
  }

  /// The median of its customers' orders over 12 months.
  public enum Tempo: String, CaseIterable, Sendable {
    /// 40 or more.
    case weekly
    /// 9 or more.
    case monthly
    /// 3 or more.
    case quarterly
    /// Fewer.
    case rare

    /// The tempo of so many orders over 12 months.
    public init(ordersPerYear: Double) {
      self = ordersPerYear >= 40 ? .weekly : ordersPerYear >= 9 ? .monthly : ordersPerYear >= 3 ? .quarterly : .rare
    }
  }

  /// How even its customers' orders are.
  public enum Evenness: String, CaseIterable, Sendable {
    /// Half of its customers or more keep a season.
    case seasonal
    /// The median coefficient of variation of the gaps is 0.5 or less.
    case steady
    /// Neither.
    case irregular
  }

  /// The median revenue of its customers against that of all.
  public enum Size: String, CaseIterable, Sendable {
    /// Twice or more.
    case big
    /// Between.
    case middle
    /// Half or less.
    case small
  }

  /// One range's part of the revenue.
  public struct RangePart: Hashable, Sendable {
    /// A place in the books' range names; nothing for revenue whose lines name no range.
    public let range: Int?
    /// Its part of the category's revenue.
    public let share: Share
    /// Its part of the revenue of all customers compared.
    public let companyShare: Share
  }

  /// Places of its customers in the customer file, ascending.
  public let members: [Int]
  /// The customer that resembles the others most.
  public let typical: Int
  /// The revenue of W of its customers.
  public let revenue: Cents
  /// Its biggest ranges, at most three, the biggest first.
  public let ranges: [RangePart]
  /// How much its main range makes.
  public let mix: Mix
  /// How often its customers order.
  public let tempo: Tempo
  /// How even their orders are.
  public let evenness: Evenness
  /// How big they are.
  public let size: Size
  /// The median of its customers' orders over 12 months.
  public let medianOrdersPerYear: Double
  /// The median of its customers' revenues in W.
  public let medianRevenue: Cents
  /// The median of all compared customers' revenues in W.
  public let companyMedianRevenue: Cents
  /// Mean silhouette of its sampled customers, −1…1: how well they are told from the others.
  public let silhouette: Double
  /// The present category most of its customers are in, and how many; nothing when none is in one.
  public let presentCategory: PresentCategory?
  /// The simple rule that comes nearest, with what it would get wrong; nothing when no rule catches any of them.
  public let nearestRule: RuleFit?

  /// A category that customers are in already.
  public struct PresentCategory: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many of the proposal's customers are in it.
    public let customers: Int
  }

  /// The rule that makes exactly this category: a simple one where it fits without error, else one by hand.
  public func rule(named name: String, in file: CustomerFile) -> Policy.CategoryRule {
    if let nearestRule, nearestRule.isExact {
      var rule = nearestRule.rule
      rule.name = name
      return rule
    }
    return Policy.CategoryRule(name: name, customers: members.map { file.ids[$0].text })
  }

  /// The name of the policy's rule that makes this category already, or puts all of its customers into one by hand.
  ///
  /// Linear in the customers that rules name.
  public func accepted(by policy: Policy, in file: CustomerFile) -> String? {
    let own = rule(named: "", in: file)
    return policy.categories.first { rule in
      var lists = rule
      lists.name = ""
      return lists == own || (!own.customers.isEmpty && Set(rule.customers).isSuperset(of: own.customers))
    }?.name
  }

  init(
    members buyers: [Buyer], typical: Int, silhouette: Double, company: Crowd, rule: RuleFit?,
    categories: CategoryOf, books: Books
  ) {
    let crowd = Crowd(buyers, books: books)
    members = buyers.map(\.customer)
    self.typical = typical
    self.silhouette = silhouette
    revenue = crowd.revenue
    ranges = crowd.byRange.prefix(3).compactMap { range, amount in
      guard let share = Share(amount, of: crowd.mixRevenue),
        let companyShare = Share(company.amount(of: range), of: company.mixRevenue)
      else { return nil }
      return RangePart(range: range < 0 ? nil : range, share: share, companyShare: companyShare)
    }
    let main = crowd.byRange.first { $0.range >= 0 }?.amount
    mix =
      main.map { main in
        let part = Int128(main.value) * 10
        let whole = Int128(crowd.mixRevenue.value)
        return part >= whole * 8 ? .oneRange : part >= whole * 5 ? .mainRange : .mixed
      } ?? .unknown
    medianOrdersPerYear = median(buyers.map(\.profile.ordersPerYear))
    tempo = Tempo(ordersPerYear: medianOrdersPerYear)
    evenness =
      buyers.count(where: \.profile.isSeasonal) * 2 >= buyers.count
      ? .seasonal : median(buyers.map(\.profile.irregularity)) <= 0.5 ? .steady : .irregular
    medianRevenue = crowd.medianRevenue
    companyMedianRevenue = company.medianRevenue
    size =
      Int128(medianRevenue.value) >= 2 * Int128(companyMedianRevenue.value)
      ? .big : 2 * Int128(medianRevenue.value) <= Int128(companyMedianRevenue.value) ? .small : .middle
    let present = Dictionary(grouping: members.compactMap { categories.place(of: $0) }) { $0 }.mapValues(\.count)
    presentCategory = present.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }.map {
      PresentCategory(name: categories.names[$0.key], customers: $0.value)
    }
    nearestRule = rule
  }
}

/// Some customers together.
struct Crowd {
  let revenue: Cents
  let medianRevenue: Cents
  /// Revenue by range, the biggest first; −1 stands for revenue without a range.
  let byRange: [(range: Int, amount: Cents)]
  private let amounts: [Int: Cents]

  /// The whole of `byRange`.
  var mixRevenue: Cents { byRange.map(\.amount).sum }

  init(_ buyers: [Buyer], books: Books) {
    var amounts: [Int: Cents] = [:]
    for buyer in buyers {
      let cells = books.ranges[buyer.customer].filter { $0.current > .zero }
      for cell in cells { amounts[cell.range, default: .zero] += cell.current }
      let rest = buyer.revenue - cells.map(\.current).sum
      if rest > .zero { amounts[-1, default: .zero] += rest }
    }
    self.amounts = amounts
    byRange = amounts.map { ($0.key, $0.value) }.sorted {
      $0.amount == $1.amount ? $0.range < $1.range : $0.amount > $1.amount
    }
    revenue = buyers.map(\.revenue).sum
    let sorted = buyers.map(\.revenue).sorted()
    medianRevenue =
      sorted.isEmpty ? .zero : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]).times(1, over: 2)
  }

  func amount(of range: Int) -> Cents { amounts[range] ?? .zero }
}

/// The middle of values, the mean of the two middle ones where they are even in number.
private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

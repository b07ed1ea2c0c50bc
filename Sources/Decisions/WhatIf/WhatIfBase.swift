import Ledger
import Portfolio
import Units

/// The company as it is: what every scenario starts from.
///
/// Made once, it serves any number of them.
public struct WhatIfBase: Sendable {
  /// What all customers whose margin is known bring and cost over W.
  public let figures: WhatIfFigures
  /// Customers whose margin is unknown: they are in no figure.
  public let unknownCustomers: Int
  /// What these brought.
  public let unknownRevenue: Cents
  /// How many customers there are.
  public let customers: Int
  /// Whom hours could develop, the best hour first.
  public let chances: [DevelopmentChance]
  /// Minutes that each pool could give and did not, over W; none where its capacity is unknown.
  public let idle: PoolMinutes
  /// What each level promises over 12 months.
  let catalogue: [Policy.ServiceLevel: Policy.LevelPromise]
  /// Rebates and commissions, as a part of revenue.
  let rebates: Rate
  private let read: @Sendable (Int) -> WhatIfSubject

  /// Sums the company up.
  ///
  /// Linear in the customers and the service cells of those to develop.
  /// - Parameter plan: what tells the worth of salespeople's hours.
  public init(_ portfolio: PortfolioAnalysis, verdicts: Verdicts, plan: CallPlan?) {
    let reader = SubjectReader(portfolio, verdicts: verdicts, plan: plan)
    self.init(
      years: verdicts.rows.lazy.map(\.facts.current), policy: portfolio.policy,
      chances: verdicts.rows.compactMap { DevelopmentChance($0, minutes: reader.minutes) },
      idle: PoolMinutes(portfolio.margins.costs.pools.map { max(0, ($0.capacity ?? 0) - $0.minutes) })
    ) { reader.subject($0) }
  }

  init(
    years: some Sequence<VerdictFacts.Year>, policy: Policy, chances: [DevelopmentChance],
    idle: PoolMinutes = PoolMinutes(), read: @escaping @Sendable (Int) -> WhatIfSubject
  ) {
    var (sum, customers, unknown, revenue) = (WhatIfFigures.zero, 0, 0, Cents.zero)
    for year in years {
      customers += 1
      if let figures = year.figures {
        sum += figures
      } else {
        unknown += 1
        revenue += year.revenue
      }
    }
    (figures, unknownCustomers, unknownRevenue) = (sum, unknown, revenue)
    self.customers = customers
    self.idle = idle
    self.chances = chances.sorted { $0.precedes($1) }
    catalogue = policy.service.catalogue
    rebates = policy.ladder.rebates
    self.read = read
  }

  /// What is known of a customer.
  func subject(_ customer: Int) -> WhatIfSubject { read(customer) }
}

import Ledger
import Portfolio
import Units

/// The customers whose sales are worth doing again: the top fifth by operating margin, of the company or of a category.
///
/// Source: seed 000, « reproduire tes meilleures ventes ».
public struct BestCustomers: Sendable {
  /// What they are the best by.
  public enum Measure: String, Sendable {
    case operatingMargin
    /// Where the margin of fewer than half of the active customers is known.
    case revenue
  }

  /// What they are the best by.
  public let measure: Measure
  /// Active customers whose measure is known, the best first.
  public let compared: [Int]
  /// The best among them, the best first.
  public let best: [Int]

  private let values: [Int: Cents]

  /// Ranks the customers with an order in W.
  init(_ portfolio: PortfolioAnalysis) {
    let rows = portfolio.margins.rows
    let active = rows.indices.filter { rows[$0].orders > 0 }
    let known = active.count { rows[$0].operatingMargin != nil }
    let measure: Measure = known * 2 >= active.count ? .operatingMargin : .revenue
    var values: [Int: Cents] = [:]
    for customer in active {
      values[customer] = measure == .revenue ? rows[customer].revenue : rows[customer].operatingMargin
    }
    let ranked = values.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
    self.init(measure: measure, ranked: ranked, values: values, share: portfolio.policy.replication.bestShare)
  }

  private init(measure: Measure, ranked: [Int], values: [Int: Cents], share: Rate) {
    self.measure = measure
    self.values = values
    compared = ranked
    let count = (Int128(ranked.count) * Int128(share.millionths) + 999_999) / 1_000_000
    best = ranked.prefix(Int(count)).filter { (values[$0] ?? .zero) > .zero }
  }

  /// The best among some of the customers compared, given in their order.
  func among(_ ranked: [Int], share: Rate) -> BestCustomers {
    BestCustomers(measure: measure, ranked: ranked, values: values, share: share)
  }
}

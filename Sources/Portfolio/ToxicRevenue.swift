import Ledger
import Units

/// The revenue of the customers that cost more than they bring.
///
/// Only customers whose margin is known are judged. Whoever has no revenue above zero has none that is toxic.
///
/// Source: seed 000, "un chiffre d'affaire toxique pour ton entreprise".
public struct ToxicRevenue: Hashable, Sendable {
  /// The category, or nothing for all customers or for those in none.
  public let category: String?
  /// Customers with an operating margin under zero.
  public private(set) var customers = 0
  /// Their revenue.
  public private(set) var revenue = Cents.zero
  /// Their operating margin, under zero.
  public private(set) var margin = Cents.zero
  /// Customers whose margin is known.
  public private(set) var judgedCustomers = 0
  /// The revenue of the customers whose margin is known.
  public private(set) var judgedRevenue = Cents.zero

  /// Toxic ÷ judged revenue; nothing when there is none to judge.
  public var share: Share? { Share(revenue, of: judgedRevenue) }

  private init(category: String?) { self.category = category }

  private mutating func add(_ row: CustomerMargin) {
    guard let margin = row.operatingMargin else { return }
    judgedCustomers += 1
    judgedRevenue += max(.zero, row.revenue)
    guard margin < .zero else { return }
    customers += 1
    revenue += max(.zero, row.revenue)
    self.margin += margin
  }

  /// The toxic revenue of all customers together.
  public init(margins: Margins) {
    self.init(category: nil)
    for customer in margins.activeCustomers { add(margins.rows[customer]) }
  }

  /// The toxic revenue of each category that has somebody to judge, as people read them, those in no category last.
  public static func byCategory(margins: Margins, categories: CategoryOf) -> [ToxicRevenue] {
    var sums = categories.names.map { ToxicRevenue(category: $0) } + [ToxicRevenue(category: nil)]
    for customer in margins.activeCustomers {
      sums[categories.place(of: customer) ?? categories.names.count].add(margins.rows[customer])
    }
    return sums.filter { $0.judgedCustomers > 0 }
  }
}

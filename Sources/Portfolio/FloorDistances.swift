import Ledger
import Units

/// How far the margin rates of the tested customers lie from their floors, in steps of five points.
///
/// Source: docs/methods/floors.md.
public struct FloorDistances: Hashable, Sendable {
  /// The customers whose rate less their floor lies from one distance up to, not including, the next.
  public struct Step: Hashable, Sendable {
    /// The lower end, in percentage points from the floor; nothing for all that lies below the first step.
    public let from: Int?
    /// The upper end; nothing for all that lies above the last step.
    public let to: Int?
    /// How many customers.
    public internal(set) var customers = 0

    /// Whether these customers miss their floor.
    public var isUnder: Bool { to.map { $0 <= 0 } ?? false }
  }

  /// The steps from the first to the last that has a customer.
  public let steps: [Step]
  /// The customers judged: tested, with a floor and a known rate.
  public let customers: Int
  /// The floor, where all customers judged have the same.
  public let commonFloor: Rate?

  /// Measures the tested customers.
  public init(floors: Floors, margins: Margins, categories: CategoryOf, policy: Policy) {
    // Beyond forty points under and eighty over, how far no longer matters.
    let ends = Array(stride(from: -40, through: 80, by: 5))
    var steps = [Step(from: nil, to: ends.first)]
    steps += zip(ends, ends.dropFirst()).map { Step(from: $0, to: $1) }
    steps.append(Step(from: ends.last, to: nil))
    var seen = Set<Rate>()
    var judged = 0
    for customer in floors.testedCustomers {
      guard let floor = policy.floors.floor(of: categories[customer]).rate, let rate = margins.rows[customer].rate
      else { continue }
      judged += 1
      seen.insert(floor)
      // (rate − floor) ≥ end ÷ 100, exactly.
      let distance = Int128(rate.part) * 1_000_000 - Int128(floor.millionths) * Int128(rate.whole)
      let place = ends.count { distance >= Int128($0) * 10_000 * Int128(rate.whole) }
      steps[place].customers += 1
    }
    let first = steps.firstIndex { $0.customers > 0 } ?? 0
    let last = steps.lastIndex { $0.customers > 0 } ?? -1
    self.steps = first <= last ? Array(steps[first...last]) : []
    customers = judged
    commonFloor = seen.count == 1 ? seen.first : nil
  }
}

/// What the customers of one category lack to their floors.
public struct CategoryShortfall: Hashable, Sendable {
  /// The category; nothing for customers in none.
  public let category: String?
  /// Customers tested.
  public internal(set) var tested = 0
  /// Those under a floor.
  public internal(set) var under = 0
  /// The margin that is missing.
  public internal(set) var margin = Cents.zero
  /// The revenue that is missing.
  public internal(set) var revenue = Cents.zero
}

extension Floors {
  /// The categories with a customer that was tested, as people read them, customers in none last.
  public func byCategory(_ categories: CategoryOf) -> [CategoryShortfall] {
    var sums = categories.names.map { CategoryShortfall(category: $0) } + [CategoryShortfall(category: nil)]
    for customer in testedCustomers { sums[categories.place(of: customer) ?? categories.names.count].tested += 1 }
    for row in rows {
      let place = categories.place(of: row.customer) ?? categories.names.count
      sums[place].under += 1
      sums[place].margin += row.marginShortfall ?? .zero
      sums[place].revenue += row.revenueShortfall ?? .zero
    }
    return sums.filter { $0.tested > 0 }
  }
}

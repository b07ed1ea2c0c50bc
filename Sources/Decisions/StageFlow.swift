import Ledger
import Portfolio
import Units

/// How many customers each stage holds at the end of each month, and what they bring.
///
/// Source: seed 001, « quelle tête a votre portefeuille ? »; docs/methods/stages.md.
public struct StageFlow: Sendable {
  /// What the customers of a stage come to.
  public struct Sums: Hashable, Sendable {
    /// How many.
    public var customers = 0
    /// Their revenue in the month.
    public var monthRevenue = Cents.zero
    /// Their revenue in the twelve months up to its end.
    public var revenue = Cents.zero
    /// The gross margin of those twelve months, of the customers whose margin is known.
    public var grossMargin = Cents.zero
    /// Customers with revenue in them whose margin is not known.
    public var unknownMargins = 0

    /// Nothing.
    public init() {}
  }

  /// The months.
  public let months: MonthSpan
  /// For each month a place for each stage, and a last one for customers without an order yet.
  private let sums: [Sums]
  private static let width = Stage.allCases.count + 1

  /// Adds customers up, stage by stage and month by month.
  ///
  /// Linear in customers × months.
  public init(_ stages: Stages, activity: Activity, policy: Policy) {
    months = stages.months
    let count = months.count
    let least = policy.margin.minimumCostedShare
    var sums = [Sums](repeating: Sums(), count: count * StageFlow.width)
    var series = [Activity.Cell](repeating: Activity.Cell(), count: count)
    for customer in 0..<stages.customers {
      for index in series.indices { series[index] = Activity.Cell() }
      for cell in activity.range(of: customer) where stages.months.contains(activity.months[cell]) {
        series[months.first.distance(to: activity.months[cell])] = activity.cells[cell]
      }
      let course = stages.course(of: customer)
      var year = Activity.Cell()
      for month in 0..<count {
        year += series[month]
        if month >= 12 { year -= series[month - 12] }
        let place = month * StageFlow.width + (course[month].map { Int($0.rawValue) } ?? StageFlow.width - 1)
        sums[place].customers += 1
        sums[place].monthRevenue += series[month].revenue
        sums[place].revenue += year.revenue
        if let margin = GrossMargin(year, minimumCostedShare: least) {
          sums[place].grossMargin += margin.amount
        } else {
          sums[place].unknownMargins += 1
        }
      }
    }
    self.sums = sums
  }

  /// A stage's sums at the end of a month, or those of the customers without an order yet.
  public subscript(stage: Stage?, month: Month) -> Sums {
    guard months.contains(month) else { return Sums() }
    return sums[
      months.first.distance(to: month) * StageFlow.width + (stage.map { Int($0.rawValue) } ?? StageFlow.width - 1)]
  }

  /// The sums of all customers that are neither lost nor without an order yet.
  public func active(_ month: Month) -> Sums {
    Stage.allCases.filter(\.isActive).reduce(into: Sums()) { $0 += self[$1, month] }
  }
}

extension StageFlow.Sums {
  /// Adds other customers.
  public static func += (left: inout Self, right: Self) {
    left.customers += right.customers
    left.monthRevenue += right.monthRevenue
    left.revenue += right.revenue
    left.grossMargin += right.grossMargin
    left.unknownMargins += right.unknownMargins
  }
}

extension Activity.Cell {
  /// Takes a month off a running sum.
  fileprivate static func -= (left: inout Self, right: Self) {
    left.revenue -= right.revenue
    left.directCost -= right.directCost
    left.costedRevenue -= right.costedRevenue
    left.quantity -= right.quantity
    left.orders -= right.orders
    left.lines -= right.lines
    left.creditNotes -= right.creditNotes
    left.costedLines -= right.costedLines
  }
}

import Ledger
import Units

/// Why a month differs from the same month a year earlier: who stopped, who bought less, more, for the first time.
///
/// The bridge closes to the cent: before + lost + less + more + new + unattributed = now. Method:
/// docs/methods/month-change.md.
public struct MonthChange: Sendable {
  /// What a customer's change is.
  public enum Part: String, CaseIterable, Sendable {
    /// Bought in that month a year earlier, nothing now.
    case absent
    case less
    case more
    /// Bought now, nothing in that month a year earlier, but had bought before.
    case back
    /// Bought for the first time in these twelve months.
    case new
  }

  /// One customer's change.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// What kind of change it is.
    public let part: Part
    /// Revenue of the same month a year earlier.
    public let before: Cents
    /// Revenue of the month.
    public let now: Cents
    /// The difference.
    public var change: Cents { now - before }
  }

  /// The month.
  public let month: Month
  /// Customers whose revenue changed, the greatest fall first.
  public let rows: [Row]
  /// All revenue of the same month a year earlier.
  public let before: Cents
  /// All revenue of the month.
  public let now: Cents
  /// The change of sales without a customer.
  public let unattributed: Cents

  /// Compares the last month looked at; nothing when the data do not reach back a year.
  ///
  /// Linear in the customers, but for the sorting.
  public init?(books: Books) {
    month = books.window.asOf
    let then = month.advanced(by: -12)
    guard let history = books.history, history.first <= then else { return nil }
    let (thisMonth, thatMonth) = (MonthSpan(month, month), MonthSpan(then, then))
    var rows: [Row] = []
    var (before, now) = (Cents.zero, Cents.zero)
    for customer in books.customers.ids.indices {
      let was = books.activity.latest(of: customer, in: thatMonth).revenue
      let bought = books.activity.latest(of: customer, in: thisMonth).revenue
      before += was
      now += bought
      guard was != bought else { continue }
      let part: Part =
        if was == .zero {
          books.activity.range(of: customer).first.map { books.activity.months[$0] > then } ?? true ? .new : .back
        } else if bought == .zero {
          .absent
        } else {
          bought < was ? .less : .more
        }
      rows.append(Row(customer: customer, part: part, before: was, now: bought))
    }
    let nobodyBefore = books.unattributed.total(of: 0, in: thatMonth).revenue
    let nobodyNow = books.unattributed.total(of: 0, in: thisMonth).revenue
    self.rows = rows.sorted { $0.change == $1.change ? $0.customer < $1.customer : $0.change < $1.change }
    self.before = before + nobodyBefore
    self.now = now + nobodyNow
    unattributed = nobodyNow - nobodyBefore
  }

  /// The change that a part of the customers makes.
  public func change(_ part: Part) -> Cents { rows.filter { $0.part == part }.map(\.change).sum }

  /// How many customers a part has.
  public func customers(_ part: Part) -> Int { rows.count { $0.part == part } }
}

import Ledger
import Units

/// What waiting for customers' money cost over a span, and what was lost of it.
///
/// Time to pay is Σ(amount × days) × financing rate ÷ 365, rounded once per customer and month, half away from zero: every
/// other figure adds these up, so that months, customers and nobody known close to the cent.
///
/// Source: docs/methods/cost-to-serve.md.
public struct PaymentCosts: Sendable {
  /// Why a cost is not known.
  public enum Unknown: Hashable, Sendable {
    /// No payment of these months tells the day of its invoice.
    case noDays
    /// Policy names no financing rate: the days are known, their cost is not.
    case noRate
    /// No accounts cover any of these months.
    case noAccounts
  }

  /// What the payments of one customer, of nobody known, or of all together cost.
  public struct Cost: Hashable, Sendable {
    /// Days from invoice to payment, weighted by amount; nothing where no payment tells them.
    public let daysToPay: Int?
    /// What waiting for the money cost; below zero where it came before the invoice.
    public let timeToPay: Knowable<Cents, Unknown>
    /// What was given up less what came in again, tax excluded.
    public let badDebt: Knowable<Cents, Unknown>

    /// What is known of both.
    public var known: Cents { (timeToPay.value ?? .zero) + (badDebt.value ?? .zero) }
    /// Whether anything is.
    public var isTold: Bool { timeToPay.value != nil || badDebt.value != nil }
    /// What is known and not zero, as costs of their kind.
    public var parts: [CostPart] {
      [(CostKind.timeToPay, timeToPay.value), (.badDebt, badDebt.value)].compactMap { kind, cost in
        cost.flatMap { $0 == .zero ? nil : CostPart(kind: kind, cost: $0) }
      }
    }
  }

  /// The months looked at.
  public let span: MonthSpan
  /// The yearly cost of money; nothing where policy names none.
  public let rate: Rate?
  /// How many of the months accounts cover: losses of the others are not known.
  public let accountedMonths: Int
  /// What the payments of everybody cost, those of nobody known included.
  public private(set) var total: Cost
  /// What payments and losses that are tied to nobody known cost.
  public private(set) var unattributed: Cost
  /// Whether some source tells of payments or losses in these months.
  public let isTold: Bool
  /// Whether some payment or loss did cost something, or brought something.
  public let isCosted: Bool
  private let activity: PaymentActivity

  /// Costs the payments of a span.
  ///
  /// Linear in the payments.
  public init(books: Books, policy: Policy, span: MonthSpan) {
    self.span = span
    rate = policy.costs.financingRate
    activity = books.payments
    accountedMonths = span.months.count { books.purchases[$0] != nil }
    let rate = rate
    let all = (activity.cells + activity.unattributed).filter { span.contains($0.month) }
    isTold = !all.isEmpty
    isCosted = all.contains { $0.timeToPay(at: rate) != .zero || $0.lost != .zero }
    let none = Cost(daysToPay: nil, timeToPay: .unknown(.noDays), badDebt: .unknown(.noAccounts))
    (total, unattributed) = (none, none)
    total = cost(of: all)
    unattributed = cost(of: activity.unattributed.filter { span.contains($0.month) })
  }

  /// What one customer's payments cost.
  public func cost(of customer: Int) -> Cost { cost(of: cells(of: customer)) }

  /// One customer's months of the span, in order.
  func cells(of customer: Int) -> ArraySlice<PaymentActivity.Cell> { inSpan(activity[customer]) }

  /// The months of nobody known.
  var unattributedCells: ArraySlice<PaymentActivity.Cell> { inSpan(activity.unattributed[...]) }

  /// What a month's payments cost, as far as it is known.
  func cost(of cell: PaymentActivity.Cell) -> Cents { cell.timeToPay(at: rate) + cell.lost }

  /// Whether a customer's payments of the span cost something.
  func isCosted(_ customer: Int) -> Bool {
    cells(of: customer).contains { $0.timeToPay(at: rate) != .zero || $0.lost != .zero }
  }

  private func inSpan(_ cells: ArraySlice<PaymentActivity.Cell>) -> ArraySlice<PaymentActivity.Cell> {
    cells.drop { $0.month < span.first }.prefix { $0.month <= span.last }
  }

  private func cost(of cells: some Collection<PaymentActivity.Cell>) -> Cost {
    let isDated = cells.contains { $0.dated != .zero }
    let timeToPay: Knowable<Cents, Unknown> =
      !isDated
      ? .unknown(.noDays) : rate == nil ? .unknown(.noRate) : .known(cells.lazy.map { $0.timeToPay(at: rate) }.sum)
    let isTold = accountedMonths > 0 || cells.contains { $0.lost != .zero }
    return Cost(
      daysToPay: cells.daysToPay, timeToPay: timeToPay,
      badDebt: isTold ? .known(cells.lazy.map(\.lost).sum) : .unknown(.noAccounts))
  }
}

extension PaymentActivity.Cell {
  /// What waiting for the month's money cost at a yearly rate; zero where there is none.
  fileprivate func timeToPay(at rate: Rate?) -> Cents {
    guard let rate else { return .zero }
    return Cents(Int64(divided(Int128(centDays) * Int128(rate.millionths), by: 365 * 1_000_000)))
  }
}

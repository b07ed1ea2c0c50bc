import Ledger
import Units

/// One customer on one page: who it is, what it weighs, what it leaves, what it is given, and what the lists say of it.
///
/// Source: docs/methods/customer-sheet.md; seed 003, "avoir une vision 360° de votre base client".
public struct CustomerSheet: Sendable {
  /// The place in the customer file.
  public let customer: Int
  /// The identifier.
  public let id: ID<Customer>
  /// The name.
  public let name: String
  /// The other names of customers that were merged into it, and its own.
  public let otherNames: [String]
  /// The customers that were merged into it.
  public let merged: [ID<Customer>]
  /// Every field of the customer file that is known, with where its value comes from.
  public let record: [RecordLine]
  /// How complete and fresh the record is.
  public let quality: FileQuality.Row
  /// What the customer file says.
  public let details: Customer
  /// Who looks after it, as the list of people names it; nothing when the customer file says nobody.
  public let salesperson: String?
  /// The category, or nothing.
  public let category: String?
  /// The months looked at.
  public let window: Window
  /// How long it has been a customer.
  public let tenure: Tenure?
  /// What it could buy, where the customer file says.
  public let potential: Potential?
  /// Its place among the others in W.
  public let standing: Standing
  /// What it brought and cost in W.
  public let margin: CustomerMargin
  /// The same in P; nothing unless the data cover all of P.
  public let previous: CustomerMargin?
  /// Revenue ÷ orders in W.
  public let averageOrder: Cents?
  /// The same in P; nothing unless the data cover all of P.
  public let previousAverageOrder: Cents?
  /// Revenue ÷ quantity in W.
  public let averagePrice: Cents?
  /// Every twelve months that end at `asOf` back to the beginning of the data, the oldest first.
  public let years: [Year]
  /// The months of the last three years from the first sale of the data, or the customer's first service, on.
  public let months: [MonthMargin]
  /// The product ranges of W and P, the biggest first; empty when the sales name no range.
  public let ranges: [RangeLine]
  /// From revenue to what is left of it in W, or why that is not known.
  public let waterfall: Knowable<Waterfall, Waterfall.Unknown>
  /// How far the cost of services is known.
  public let knowledge: CostToServe.Knowledge
  /// Whether any of the cost to serve is known: without a service log, at most time to pay and bad debt.
  public let isCostTold: Bool
  /// What purchases say that goods cost, where policy lets it stand in for unknown costs.
  public let purchaseRate: Knowable<PurchaseRate, PurchaseRate.Refusal>
  /// What was given in W, kind by kind.
  public let services: [ServiceUse]
  /// The last orders, the newest first.
  public let orders: [Order]
  /// Orders over all of history.
  public let orderCount: Int
  /// Half of the days between its orders are no more than this; nothing before the second order.
  public let usualGap: Int?
  /// How many days after the invoice it pays, or why that is not known.
  public let daysToPay: Knowable<Int, PaymentUnknown>
  /// What the lists say of it, the gravest first.
  public let findings: [Finding]

  /// Orders shown at most.
  public static let mostOrders = 24

  /// What a customer could buy in a year.
  public struct Potential: Hashable, Sendable {
    /// As the customer file says.
    public let amount: Cents
    /// When it was judged.
    public let judged: Day?
    /// What it could still buy beyond the last twelve months' revenue; nothing when the judgement does not hold at
    /// `asOf`.
    public let headroom: Knowable<Cents, Doubt>

    /// Why a potential does not hold.
    public enum Doubt: String, Hashable, Sendable {
      /// Nobody says when it was judged.
      case undated
      /// It was judged too long ago.
      case expired
      /// It was judged after `asOf`.
      case later
    }
  }

  /// A customer among the others.
  public struct Standing: Hashable, Sendable {
    /// What customers are ranked by.
    public let criterion: Policy.Criterion
    /// The rank in W; nothing for a customer outside the ranking.
    public let rank: Int?
    /// The rank in P; nothing without an invoice line in P.
    public let previousRank: Int?
    /// How many are ranked: with a value above zero, for a customer that has one.
    public let ranked: Int
    /// The class.
    public let abc: ABCClass?
    /// The part of all revenues above zero in W: 0 for a revenue of zero or less, nothing when there is none above.
    public let share: Share?
    /// The number of its band.
    public let band: Int?
    /// How it is served.
    public let level: Policy.ServiceLevel?
    /// Minutes of service allotted in W.
    public let allotted: Int?
  }

  /// Twelve months of a customer.
  public struct Year: Hashable, Sendable {
    /// The months.
    public let span: MonthSpan
    /// Whether the data cover all of them.
    public let isWhole: Bool
    /// Net invoicing.
    public let revenue: Cents
    /// The part of all revenues above zero: 0 for a revenue of zero or less, nothing when there is none above.
    public let share: Share?
    /// Revenue less direct cost; nothing when it is unknown.
    public let grossMargin: Cents?
    /// Gross margin less cost to serve; nothing when it is unknown.
    public let operatingMargin: Cents?
    /// The rank by revenue; nothing without revenue above zero.
    public let rank: Int?
    /// How many have revenue above zero.
    public let ranked: Int
    /// Orders.
    public let orders: Int

    /// Operating margin ÷ revenue; nothing when it is unknown or the revenue is not positive.
    public var rate: Share? { revenue > .zero ? operatingMargin.flatMap { Share($0, of: revenue) } : nil }
  }

  /// One product range.
  public struct RangeLine: Hashable, Sendable {
    /// The name; nothing for the lines that name none.
    public let name: String?
    /// Revenue in W.
    public let current: Cents
    /// Revenue in P; nothing unless the data cover all of P.
    public let previous: Cents?
    /// Whether the customer began or ceased to buy from it.
    public let change: Change

    /// What became of a range between P and W; only of a customer that bought in both.
    public enum Change: String, Hashable, Sendable { case gained, lost, kept }
  }

  /// One order.
  public struct Order: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// Net invoicing.
    public let revenue: Cents
    /// Revenue less direct cost; nothing unless the cost of all its lines is known.
    public let grossMargin: Cents?
    /// Its lines.
    public let lines: Int
    /// Days since the order before; nothing for the first.
    public let gap: Int?
  }

  /// Why days to pay are not known.
  public enum PaymentUnknown: String, Hashable, Sendable {
    /// No source says when invoices were paid.
    case noPayments
  }

  /// What one of the lists says of the customer.
  public enum Finding: Hashable, Sendable {
    /// It costs more than it brings.
    case losesMoney(Cents)
    /// It is under a floor.
    case underFloor(Floors.Row)
    /// Its revenue fell by more than noise.
    case atRisk(CustomerLists.Entry)
    /// The time given to it is out of measure.
    case time(TimeIsMoney.Row)
    /// Its margin rate falls year after year.
    case marginFalls(MarginRateByYear.Fall)
    /// It makes a good part of the margin.
    case cherish(CustomerLists.Entry)
    /// It is small and may become big.
    case tomorrow([Tomorrow.Reason])
    /// It came once, long ago.
    case oneOff(OneOff)
  }

  /// Days from the last order to the end of `asOf`; nothing without an order.
  public var daysSinceLastOrder: Int? { orders.first.map { $0.day.distance(to: window.asOf.lastDay) } }

  /// What the revenue of W is more than that of P, as a part of P's; nothing unless the data cover all of P and the
  /// revenue of P was above zero.
  public var growth: Share? {
    previous.flatMap { $0.revenue > .zero ? Share(margin.revenue - $0.revenue, of: $0.revenue) : nil }
  }
}

import Units

/// Everything the analyses read, reduced from the ledger for one window; columns share the customers' order.
public struct Books: Sendable {
  /// The months looked at.
  public private(set) var window: Window
  /// The months that have a sale line anywhere up to `asOf`; nothing when there is none.
  public let history: MonthSpan?
  /// Everybody who is or was a customer, by identifier.
  public let customers: CustomerFile
  /// Customer × month over all of history up to `asOf`.
  public let activity: Activity
  /// The lines without a customer, per month: a single pseudo-customer.
  public let unattributed: Activity
  /// All orders of all of history up to `asOf`.
  public let orders: OrderLog
  /// Orders that a credit note of a later month made smaller.
  public let lateCredits: LateCredits
  /// The product ranges each customer bought from.
  public let ranges: RangeUse
  /// The ranges bought from in each month of all of history; nothing where no line tells a range.
  public let rangeMonths: RangeMonths?
  /// Services over all of history up to `asOf`.
  public let services: ServiceActivity
  /// Services given to nobody known, a single pseudo-customer.
  public let unattributedServices: ServiceActivity
  /// Who serves customers, by identifier.
  public let people: [Person]
  /// Companies that are not customers yet, by identifier.
  public let prospects: [Prospect]
  /// Lines whose amount waits for a product's price or for an invoice header: in no figure, but said.
  public let waitingLines: Int

  /// Sale lines dated after `asOf`: in no figure, but said.
  public let later: Later

  /// The lines without a customer, by month and by why; empty where no accounts say why.
  public let strays: [StrayTotal]
  /// How customers paid and what was lost, up to `asOf`; empty where no source tells.
  public let payments: PaymentActivity
  /// Accounts held against invoices; nothing where only one of them is there.
  public let comparison: BooksAgainstInvoices?
  /// What was bought in each month that accounts cover; a month that none covers is missing.
  public let purchases: [Month: Cents]
  /// The places of customers with a contract that runs on the last day; nothing where no file tells of contracts.
  public let secured: Set<Int>?

  /// The rules that orders were made by, and how far the beginning of the data is to be believed.
  public let orderRules: Policy.Orders

  /// What lies after the last month looked at.
  public struct Later: Hashable, Sendable {
    /// Lines.
    public let lines: Int
    /// Their revenue.
    public let revenue: Cents
    /// The part of it without a customer.
    public let unattributed: Cents

    /// Makes a sum.
    public init(lines: Int, revenue: Cents, unattributed: Cents) {
      self.lines = lines
      self.revenue = revenue
      self.unattributed = unattributed
    }

    /// Nothing.
    public static let none = Later(lines: 0, revenue: .zero, unattributed: .zero)
  }

  /// What each customer brought over all of history, by place.
  public var revenues: [Cents] {
    customers.ids.indices.map { place in
      activity.cells[activity.offsets[place]..<activity.offsets[place + 1]].reduce(.zero) { $0 + $1.revenue }
    }
  }

  /// The same facts looked at over other months that end at the same; which ranges were bought stays as it was asked for.
  public func over(_ window: Window) -> Books {
    precondition(window.asOf == self.window.asOf, "what comes after the last month is not known here")
    var books = self
    books.window = window
    return books
  }

  /// Makes the books.
  public init(
    window: Window, history: MonthSpan?, customers: CustomerFile, activity: Activity, unattributed: Activity,
    orders: OrderLog, ranges: RangeUse, services: ServiceActivity, unattributedServices: ServiceActivity,
    people: [Person], prospects: [Prospect], waitingLines: Int, later: Later = .none,
    orderRules: Policy.Orders = Policy.Orders(), lateCredits: LateCredits = .none, rangeMonths: RangeMonths? = nil,
    strays: [StrayTotal] = [], payments: PaymentActivity = .none,
    comparison: BooksAgainstInvoices? = nil, purchases: [Month: Cents] = [:],
    secured: Set<Int>? = nil
  ) {
    precondition(activity.customers == customers.count, "activity has a place for each customer")
    self.window = window
    self.history = history
    self.customers = customers
    self.activity = activity
    self.unattributed = unattributed
    self.orders = orders
    self.lateCredits = lateCredits
    self.rangeMonths = rangeMonths
    self.ranges = ranges
    self.services = services
    self.unattributedServices = unattributedServices
    self.people = people
    self.prospects = prospects
    self.waitingLines = waitingLines
    self.later = later
    self.orderRules = orderRules
    self.strays = strays
    self.payments = payments
    self.comparison = comparison
    self.purchases = purchases
    self.secured = secured
  }
}

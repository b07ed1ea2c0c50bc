import Units

/// One invoice line as it stands in the books, behind any figure.
public struct SaleLine: Hashable, Sendable {
  /// The import it came with, by its sequence.
  public let importSequence: Int
  /// The customer, where the line has one.
  public let customer: ID<Customer>?
  /// The invoice's date.
  public let day: Day?
  /// The invoice's number.
  public let invoice: String?
  /// The product's code.
  public let product: String?
  /// What the line says the product is.
  public let productName: String?
  /// The product's range.
  public let range: String?
  /// In millionths of a unit.
  public let quantity: Int64?
  /// Nothing while the line waits for a price.
  public let revenue: Cents?
  /// Its direct cost, where known.
  public let directCost: Cents?
  /// Who sold it.
  public let salesperson: ID<Person>?

  /// Makes a line.
  public init(
    importSequence: Int, customer: ID<Customer>?, day: Day?, invoice: String?, product: String?, productName: String?,
    range: String?, quantity: Int64?, revenue: Cents?, directCost: Cents?, salesperson: ID<Person>?
  ) {
    self.importSequence = importSequence
    self.customer = customer
    self.day = day
    self.invoice = invoice
    self.product = product
    self.productName = productName
    self.range = range
    self.quantity = quantity
    self.revenue = revenue
    self.directCost = directCost
    self.salesperson = salesperson
  }
}

/// Which invoice lines a person wants to see.
public struct LineRequest: Hashable, Sendable {
  /// Whose lines.
  public enum Whose: Hashable, Sendable {
    case everybody
    case customer(ID<Customer>)
    /// Those without a customer.
    case nobody
  }

  /// Which product range.
  public enum RangeChoice: Hashable, Sendable {
    case named(String)
    /// The lines that name none.
    case none
  }

  /// What lines can be sorted by; the raw value is its name in addresses.
  public enum SortKey: String, CaseIterable, Sendable {
    case date, invoice, product, range, quantity
    case revenue = "revenueCents"
    case directCost = "directCostCents"
    case margin = "marginCents"
  }

  /// Whose lines.
  public var whose: Whose
  /// From when to when; nothing for all.
  public var span: MonthSpan?
  /// Of one day.
  public var day: Day?
  /// Of one product range.
  public var range: RangeChoice?
  /// Of one invoice.
  public var invoice: String?
  /// Of one import, by its sequence.
  public var importSequence: Int?
  /// What they are sorted by, the unknown last; nothing for the oldest first.
  public var sort: SortKey?
  /// Whether the greatest comes first.
  public var isDescending: Bool
  /// How many to pass over.
  public var offset: Int
  /// How many to give at the most.
  public var limit: Int

  /// Asks for lines.
  public init(
    _ whose: Whose, span: MonthSpan? = nil, day: Day? = nil, range: RangeChoice? = nil, invoice: String? = nil,
    importSequence: Int? = nil, sort: SortKey? = nil,
    isDescending: Bool = false, offset: Int = 0, limit: Int = 100_000
  ) {
    self.whose = whose
    self.span = span
    self.day = day
    self.range = range
    self.invoice = invoice
    self.importSequence = importSequence
    self.sort = sort
    self.isDescending = isDescending
    self.offset = offset
    self.limit = limit
  }
}

/// Some of the lines asked for, and what all of them come to.
public struct LinePage: Hashable, Sendable {
  /// The lines, in the order asked for.
  public let lines: [SaleLine]
  /// How many there are in all.
  public let count: Int
  /// Those of them that wait for a price: they are in no sum.
  public let waiting: Int
  /// Their revenue, to the cent.
  public let revenue: Cents
  /// The direct cost of those whose cost is known.
  public let directCost: Cents
  /// The revenue of those whose cost is known.
  public let costedRevenue: Cents

  /// Makes a page.
  public init(
    lines: [SaleLine], count: Int, waiting: Int, revenue: Cents, directCost: Cents, costedRevenue: Cents
  ) {
    self.lines = lines
    self.count = count
    self.waiting = waiting
    self.revenue = revenue
    self.directCost = directCost
    self.costedRevenue = costedRevenue
  }
}

import Units

/// What each customer bought, per month: flat columns sorted by customer (in the order of the customer file) then month.
public struct Activity: Sendable {
  /// One customer's month, or a sum of such.
  public struct Cell: Hashable, Sendable {
    /// Net invoicing, tax excluded.
    public var revenue: Cents
    /// The direct cost of the lines whose cost is known.
    public var directCost: Cents
    /// The revenue of the lines whose cost is known.
    public var costedRevenue: Cents
    /// The quantity in millionths of a unit.
    public var quantity: Int64
    /// Days with positive net invoicing, after credit notes are set against their invoices.
    public var orders: Int
    /// Invoice lines.
    public var lines: Int
    /// Invoices with a negative total.
    public var creditNotes: Int
    /// Invoice lines whose cost is known.
    public var costedLines: Int

    /// Makes a cell; all zero by default.
    public init(
      revenue: Cents = .zero, directCost: Cents = .zero, costedRevenue: Cents = .zero, quantity: Int64 = 0,
      orders: Int = 0, lines: Int = 0, creditNotes: Int = 0, costedLines: Int = 0
    ) {
      self.revenue = revenue
      self.directCost = directCost
      self.costedRevenue = costedRevenue
      self.quantity = quantity
      self.orders = orders
      self.lines = lines
      self.creditNotes = creditNotes
      self.costedLines = costedLines
    }

    /// Adds another cell to this one.
    public static func += (left: inout Cell, right: Cell) {
      left.revenue += right.revenue
      left.directCost += right.directCost
      left.costedRevenue += right.costedRevenue
      left.quantity += right.quantity
      left.orders += right.orders
      left.lines += right.lines
      left.creditNotes += right.creditNotes
      left.costedLines += right.costedLines
    }
  }

  /// Where each customer's cells begin; one more at the end.
  public let offsets: [Int]
  /// The months of the cells, ascending within a customer.
  public let months: [Month]
  /// The cells.
  public let cells: [Cell]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of cells.
  public init(offsets: [Int], months: [Month], cells: [Cell]) {
    precondition(offsets.first == 0 && offsets.last == cells.count && months.count == cells.count, "columns agree")
    self.offsets = offsets
    self.months = months
    self.cells = cells
  }

  /// The number of customers.
  public var customers: Int { offsets.count - 1 }

  /// The places of one customer's cells in the columns.
  public func range(of customer: Int) -> Range<Int> { offsets[customer]..<offsets[customer + 1] }

  /// The sum of one customer's months within a span.
  ///
  /// Linear in the customer's months.
  public func total(of customer: Int, in span: MonthSpan) -> Cell {
    var total = Cell()
    for index in range(of: customer) where span.contains(months[index]) { total += cells[index] }
    return total
  }

  /// One customer's months within a span, a value for each month of the span.
  public func series(of customer: Int, in span: MonthSpan) -> [Cell] {
    var series = [Cell](repeating: Cell(), count: span.count)
    for index in range(of: customer) where span.contains(months[index]) {
      series[span.first.distance(to: months[index])] = cells[index]
    }
    return series
  }
}

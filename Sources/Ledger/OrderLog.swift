import Units

/// Every order of every customer: a day with positive net invoicing, after each credit note is set against its invoice.
///
/// Flat columns, sorted by customer (in the order of the customer file) then day.
public struct OrderLog: Sendable {
  /// One order.
  public struct Order: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The day's month, kept because every analysis asks for it.
    public let month: Month
    /// Net invoicing of the day, always positive.
    public let revenue: Cents
    /// The direct cost of its lines whose cost is known.
    public let directCost: Cents
    /// The revenue of its lines whose cost is known.
    public let costedRevenue: Cents
    /// Its lines.
    public let lines: Int
    /// Its lines whose cost is known.
    public let costedLines: Int

    /// Makes an order.
    public init(
      day: Day, revenue: Cents, directCost: Cents = .zero, costedRevenue: Cents = .zero, lines: Int = 1,
      costedLines: Int = 0
    ) {
      self.day = day
      month = day.month
      self.revenue = revenue
      self.directCost = directCost
      self.costedRevenue = costedRevenue
      self.lines = lines
      self.costedLines = costedLines
    }
  }

  /// Where each customer's orders begin; one more at the end.
  public let offsets: [Int]
  /// All orders.
  public let orders: [Order]

  /// Makes the log.
  /// - Parameter offsets: ascending, the first 0, the last the number of orders.
  public init(offsets: [Int], orders: [Order]) {
    precondition(offsets.first == 0 && offsets.last == orders.count, "offsets span the orders")
    self.offsets = offsets
    self.orders = orders
  }

  /// One customer's orders, oldest first.
  public subscript(customer: Int) -> ArraySlice<Order> { orders[offsets[customer]..<offsets[customer + 1]] }

  /// What was known on the evening of a day.
  ///
  /// Linear in the orders.
  public func through(_ end: Day) -> OrderLog {
    guard orders.contains(where: { $0.day > end }) else { return self }
    var offsets = [0]
    var kept: [Order] = []
    offsets.reserveCapacity(self.offsets.count)
    for customer in 0..<self.offsets.count - 1 {
      kept.append(contentsOf: self[customer].prefix { $0.day <= end })
      offsets.append(kept.count)
    }
    return OrderLog(offsets: offsets, orders: kept)
  }
}

import Units

/// Something known of customers month by month: flat columns sorted by customer then month, months without it left out.
public struct CustomerMonths<Value: Sendable>: Sendable {
  /// Where each customer's values begin; one more at the end.
  public let offsets: [Int]
  /// The month of each value, ascending within a customer.
  public let months: [Month]
  /// The values.
  public let values: [Value]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of values.
  public init(offsets: [Int], months: [Month], values: [Value]) {
    precondition(offsets.first == 0 && offsets.last == values.count && months.count == values.count, "columns agree")
    self.offsets = offsets
    self.months = months
    self.values = values
  }

  /// How many customers there are.
  public var customers: Int { offsets.count - 1 }

  /// A customer's values within a span, in order.
  public func values(of customer: Int, in span: MonthSpan) -> [(month: Month, value: Value)] {
    (offsets[customer]..<offsets[customer + 1]).lazy.filter { span.contains(months[$0]) }.map {
      (months[$0], values[$0])
    }
  }
}

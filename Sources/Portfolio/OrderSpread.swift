import Ledger
import Units

/// The size of orders, and how much it and the days between them vary: what the noise gate is made of.
///
/// Source: docs/methods/noise-gate.md.
public struct OrderSpread: Hashable, Sendable {
  /// How many orders were read, at least one.
  public let orders: Int
  /// What they come to.
  public let sum: Cents
  /// The middle of their values.
  public let medianOrder: Cents
  /// Sample standard deviation ÷ mean of the values; nothing with fewer than two orders.
  public let valueVariation: Double?
  /// The same of the gaps between them; nothing with fewer than three orders.
  public let gapVariation: Double?

  /// The spread of orders, the oldest first; nothing without any.
  ///
  /// Exact sums until the last division. O(n²) in the orders at worst: a few dozen are read.
  /// - Parameters:
  ///   - days: the days of the orders, in days since 1970-01-01, ascending.
  ///   - values: the values of the same orders in cents, positive.
  ///   - scratch: as many places as there are orders; what they hold is written over.
  public init?(
    days: UnsafeBufferPointer<Int32>, values: UnsafeBufferPointer<Int64>, scratch: UnsafeMutablePointer<Int64>
  ) {
    let count = values.count
    guard count > 0 else { return nil }
    var sum: Int64 = 0
    var squares = Int128(0)
    for index in 0..<count {
      let value = values[index]
      sum += value
      squares += Int128(value) * Int128(value)
      var place = index
      while place > 0, scratch[place - 1] > value {
        scratch[place] = scratch[place - 1]
        place -= 1
      }
      scratch[place] = value
    }
    orders = count
    self.sum = Cents(sum)
    medianOrder = (Cents(scratch[(count - 1) / 2]) + Cents(scratch[count / 2])).times(1, over: 2)
    valueVariation = variation(count: count, sum: sum, squares: squares)
    var gapSquares: Int64 = 0
    for index in 1..<max(1, count) {
      let gap = Int64(days[index]) - Int64(days[index - 1])
      gapSquares += gap * gap
    }
    gapVariation = variation(
      count: count - 1, sum: Int64(days[count - 1]) - Int64(days[0]), squares: Int128(gapSquares))
  }

  /// The spread of orders, the oldest first; nothing without any.
  public init?(of orders: ArraySlice<OrderLog.Order>) {
    let days = orders.map(\.day.number)
    let values = orders.map(\.revenue.value)
    var scratch = values
    let spread = days.withUnsafeBufferPointer { days in
      values.withUnsafeBufferPointer { values in
        scratch.withUnsafeMutableBufferPointer { scratch in
          scratch.baseAddress.flatMap { OrderSpread(days: days, values: values, scratch: $0) }
        }
      }
    }
    guard let spread else { return nil }
    self = spread
  }
}

/// Sample standard deviation ÷ mean of n values with this sum and this sum of squares; nothing under two values.
private func variation(count: Int, sum: Int64, squares: Int128) -> Double? {
  guard count >= 2, sum > 0 else { return nil }
  let n = Int128(count)
  let excess = max(0, n * squares - Int128(sum) * Int128(sum))
  let mean = Double(sum)
  return (Double(count) * number(excess) / Double(count - 1)).squareRoot() / mean
}

/// A whole number that is not negative as a `Double`, faster than the general conversion.
private func number(_ value: Int128) -> Double {
  Double(Int64(truncatingIfNeeded: value >> 64)) * 18_446_744_073_709_551_616
    + Double(UInt64(truncatingIfNeeded: value))
}

import Ledger
import Units

/// How unequally an amount is spread over customers; only values above zero count.
///
/// Every share is an exact fraction; Gini and HHI are summed in whole numbers up to the last division.
///
/// Source: docs/methods/concentration.md; seed 004, "80 % des revenus sont apportés par 20 % des clients".
public struct Concentration: Sendable {
  /// Sums of the biggest values: the first 0, then of one value, of two, and so on.
  private let sums: [Int64]

  /// The number of values above zero.
  public var count: Int { sums.count - 1 }
  /// The sum of the values above zero.
  public let total: Cents
  /// 0 when all are equal, towards 1 when one has everything; nothing for fewer than two values.
  ///
  /// Source: Gini 1912; in the form Σ(2i − n − 1)·v₍ᵢ₎ ÷ (n·Σv), v ascending.
  public let gini: Double?
  /// The sum of the squared shares, 1/n … 1; nothing without a value.
  ///
  /// Source: Herfindahl 1950, Hirschman 1945.
  public let hhi: Double?

  /// Measures a list in any order.
  ///
  /// O(n log n).
  public init(of values: [Cents]) {
    let sorted = values.filter { $0 > .zero }.map(\.value).sorted(by: >)
    var sums: [Int64] = [0]
    sums.reserveCapacity(sorted.count + 1)
    var (running, weighted, squares) = (Int64(0), Int128(0), Int128(0))
    let n = Int128(sorted.count)
    for (index, value) in sorted.enumerated() {
      running += value
      sums.append(running)
      // The biggest has the ascending place n: 2n − n − 1 = n − 1.
      weighted += (n - 1 - 2 * Int128(index)) * Int128(value)
      squares += Int128(value) * Int128(value)
    }
    self.sums = sums
    total = Cents(running)
    gini = n < 2 ? nil : Double(weighted) / Double(n * Int128(running))
    hhi = n < 1 ? nil : Double(squares) / Double(Int128(running) * Int128(running))
  }

  /// The part of the total that the biggest `number` have, all of it when there are fewer; nothing without a value.
  public func share(ofTop number: Int) -> Share? {
    precondition(number >= 0, "a number of customers")
    return Share(sums[min(number, count)], of: total.value)
  }

  /// The part of the total that the top ⌈part × n⌉ have; nothing without a value.
  public func share(ofTop part: Rate) -> Share? {
    share(ofTop: Int((Int128(count) * Int128(part.millionths) + 999_999) / 1_000_000))
  }

  /// The part of the total that the top `part` have, read off the Lorenz curve, which is straight between customers.
  ///
  /// Nothing without a value. Source: Lorenz 1905.
  /// - Parameter part: 0 to 100 %.
  public func lorenz(ofTop part: Rate) -> Double? {
    guard count > 0 else { return nil }
    let place = Int128(count) * Int128(part.millionths)
    let whole = Int(place / 1_000_000)
    guard whole < count else { return 1 }
    let next = Int128(sums[whole + 1] - sums[whole])
    let reached = Int128(sums[whole]) * 1_000_000 + next * (place % 1_000_000)
    return Double(reached) / Double(Int128(total.value) * 1_000_000)
  }

  /// The fewest values whose sum reaches `part` of the total; nothing without a value.
  ///
  /// O(log n).
  public func fewest(reaching part: Rate) -> Int? {
    guard count > 0 else { return nil }
    let wanted = Int128(total.value) * Int128(part.millionths)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int128(sums[middle]) * 1_000_000 < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

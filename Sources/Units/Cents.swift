/// An exact amount of money in hundredths of the company's currency, tax excluded.
///
/// Arithmetic traps on overflow: readers bound every imported amount, so an overflow is our own bug.
public struct Cents: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The amount, in cents.
  public let value: Int64

  /// Makes an amount from a number of cents.
  public init(_ value: Int64) { self.value = value }

  /// No money.
  public static let zero = Cents(0)

  /// Whether one amount is less than another.
  public static func < (left: Cents, right: Cents) -> Bool { left.value < right.value }
  /// The sum of two amounts.
  public static func + (left: Cents, right: Cents) -> Cents { Cents(left.value + right.value) }
  /// The difference of two amounts.
  public static func - (left: Cents, right: Cents) -> Cents { Cents(left.value - right.value) }

  /// The amount with its sign turned.
  public static prefix func - (amount: Cents) -> Cents { Cents(-amount.value) }

  /// The amount without its sign.
  public var magnitude: Cents { value < 0 ? Cents(-value) : self }

  /// Amount × numerator ÷ denominator, rounded half away from zero to the cent.
  public func times(_ numerator: Int64, over denominator: Int64 = 1) -> Cents {
    Cents(multiplied(value, by: numerator, over: denominator))
  }

  /// This amount cut into parts proportional to `weights`; the parts sum to it exactly.
  ///
  /// Whole cents go by weight, the cents left over to the largest remainders, earlier parts first.
  /// When all weights are zero the parts are equal. O(n log n).
  /// - Parameter weights: none negative; an empty list gives no parts and is only allowed for a zero amount.
  public func split(by weights: [Int64]) -> [Cents] {
    precondition(weights.allSatisfy { $0 >= 0 }, "weights are never negative")
    guard !weights.isEmpty else {
      precondition(value == 0, "an amount cannot be split into no parts")
      return []
    }
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    let parts = total == 0 ? weights.map { _ in Int128(1) } : weights.map { Int128($0) }
    let whole = total == 0 ? Int128(weights.count) : total
    let size = Int128(value.magnitude)
    var shares: [Int64] = []
    var remainders: [Int128] = []
    shares.reserveCapacity(parts.count)
    remainders.reserveCapacity(parts.count)
    for part in parts {
      let (share, remainder) = (size * part).quotientAndRemainder(dividingBy: whole)
      shares.append(Int64(share))
      remainders.append(remainder)
    }
    let left = Int(size - shares.reduce(Int128(0)) { $0 + Int128($1) })
    guard left > 0 else { return shares.map { Cents(value < 0 ? -$0 : $0) } }
    let least = remainders.sorted(by: >)[left - 1]
    var ties = left - remainders.count { $0 > least }
    for index in shares.indices where remainders[index] > least || (remainders[index] == least && ties > 0) {
      if remainders[index] == least { ties -= 1 }
      shares[index] += 1
    }
    return shares.map { Cents(value < 0 ? -$0 : $0) }
  }
}

extension Sequence<Cents> {
  /// The sum of the amounts.
  public var sum: Cents { reduce(.zero, +) }
}

/// a × b ÷ c in full width, rounded half away from zero.
///
/// - Parameter c: not zero.
public func multiplied(_ a: Int64, by b: Int64, over c: Int64) -> Int64 {
  precondition(c != 0, "division by zero")
  return Int64(divided(Int128(a) * Int128(b), by: Int128(c)))
}

/// a ÷ b rounded half away from zero.
///
/// - Parameter b: not zero.
public func divided(_ a: Int128, by b: Int128) -> Int128 {
  precondition(b != 0, "division by zero")
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  guard remainder.magnitude * 2 >= b.magnitude else { return quotient }
  return (a < 0) == (b < 0) ? quotient + 1 : quotient - 1
}

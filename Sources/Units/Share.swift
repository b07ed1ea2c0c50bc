/// An exact fraction of two amounts, such as a customer's part of the revenue; made a decimal only when shown.
public struct Share: Hashable, Sendable {
  /// The part.
  public let part: Int64
  /// The whole, never zero.
  public let whole: Int64

  /// Makes the fraction `part ÷ whole`, or nothing when the whole is zero.
  public init?(_ part: Int64, of whole: Int64) {
    guard whole != 0 else { return nil }
    self.part = part
    self.whole = whole
  }

  /// Makes the fraction of two amounts, or nothing when the whole is zero.
  public init?(_ part: Cents, of whole: Cents) { self.init(part.value, of: whole.value) }

  /// The fraction as a number; 1 is the whole.
  public var value: Double { Double(part) / Double(whole) }

  /// Whether this fraction is below another, exactly; both wholes are above zero.
  public func isBelow(_ other: Share) -> Bool {
    Int128(part) * Int128(other.whole) < Int128(other.part) * Int128(whole)
  }
}

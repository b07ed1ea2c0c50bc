import Ledger
import Units

/// A customer's class by its place in the cumulative share.
///
/// Source: docs/methods/abc-classes.md; seed 004, "l'acheteur se voit attribuer une catégorie - A, B, C ou D".
public enum ABCClass: Hashable, Sendable {
  /// The customers before it have less than the first cut, 80 % by default.
  case a
  /// The customers before it have less than the second cut, 95 % by default.
  case b
  /// The rest of those with a value above zero.
  case c
  /// Brings nothing.
  case d(Why)

  /// Why a customer is in the last class.
  public enum Why: String, CaseIterable, Sendable {
    /// No invoice line in W.
    case inactive
    /// Invoice lines in W, but a value of zero or less.
    case notPositive
  }

  /// A, B, C or D.
  public var letter: String {
    switch self {
    case .a: "A"
    case .b: "B"
    case .c: "C"
    case .d: "D"
    }
  }

  /// The class of each value, by the share of the values bigger than it; equal values are in one class.
  ///
  /// Compared in whole numbers: no rounding moves a customer over a cut.
  /// - Parameters:
  ///   - values: all above zero, descending.
  ///   - cutA: where class A ends.
  ///   - cutB: where class B ends.
  public static func classes(of values: [Cents], cutA: Rate, cutB: Rate) -> [ABCClass] {
    let total = Int128(values.sum.value)
    var (running, before) = (Cents.zero, Cents.zero)
    var last: Cents?
    return values.map { value in
      precondition(value > .zero && last.map { $0 >= value } ?? true, "values above zero, descending")
      if value != last { before = running }
      last = value
      running += value
      let place = Int128(before.value) * 1_000_000
      if place < total * Int128(cutA.millionths) { return .a }
      return place < total * Int128(cutB.millionths) ? .b : .c
    }
  }
}

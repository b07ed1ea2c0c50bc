import Ledger
import Units

/// The values of one row, by the place of their field among the kind's fields; one set is used for all rows.
final class RowValues {
  /// What a field holds.
  enum Value {
    case null
    case text(FieldSlice)
    /// A whole number of the field's unit: cents, millionths, minutes, 0 or 1.
    case number(Int64)
    case day(Day)
  }

  private let values: UnsafeMutablePointer<Value>
  private let count: Int

  /// Makes room for a kind's fields.
  init(count: Int) {
    self.count = count
    values = .allocate(capacity: count)
    values.initialize(repeating: .null, count: count)
  }

  deinit { values.deallocate() }

  /// Makes every value null.
  func clear() { values.update(repeating: .null, count: count) }

  subscript(place: Int) -> Value {
    get { values[place] }
    set { values[place] = newValue }
  }

  /// The number at a place, or nothing when it is null or the field does not exist.
  func number(_ place: Int?) -> Int64? {
    guard let place, case .number(let number) = values[place] else { return nil }
    return number
  }

  /// Whether the value at a place is null or the field does not exist.
  func isNull(_ place: Int?) -> Bool {
    guard let place, case .null = values[place] else { return place == nil }
    return true
  }

  /// The text at a place.
  func text(_ place: Int?) -> FieldSlice? {
    guard let place, case .text(let slice) = values[place] else { return nil }
    return slice
  }
}

/// Why a row is set aside: the field it happened in and the reason.
struct RowProblem: Error {
  let field: Field?
  let reason: RowFault.Reason
}

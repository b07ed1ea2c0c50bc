import Ledger
import Units

/// Rows that are values already, written as the canonical CSV that an engine stores: see `RowCleaner`.
public final class CanonicalRows {
  /// A value as the ledger keeps it.
  public enum Value: Hashable, Sendable {
    case text(String)
    case day(Day)
    /// Cents, millionths or a plain number, by the field.
    case number(Int64)
  }

  /// What the rows are.
  public let kind: SourceKind
  /// How many were written.
  public private(set) var count = 0
  private let places: [Field: Int]
  private let output = OutputBytes(capacity: 512 << 10)
  private var values: [Value?]
  private let sink: (UnsafeRawBufferPointer) throws -> Void

  /// Begins a file of some kind.
  /// - Parameter sink: takes the bytes, in blocks that end with a row.
  public init(_ kind: SourceKind, sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.kind = kind
    self.sink = sink
    places = Dictionary(uniqueKeysWithValues: kind.fields.enumerated().map { ($1, $0) })
    values = [Value?](repeating: nil, count: kind.fields.count)
    output.append(kind.fields.map(\.rawValue).joined(separator: ",") + "\n")
  }

  /// A value of the row being written; nothing, an empty text too, is null.
  public subscript(field: Field) -> Value? {
    get { place(of: field).flatMap { values[$0] } }
    set {
      guard let place = place(of: field) else { preconditionFailure("\(kind) has no \(field)") }
      if case .text(let text)? = newValue, text.isEmpty { values[place] = nil } else { values[place] = newValue }
    }
  }

  private func place(of field: Field) -> Int? { places[field] }

  /// Writes the row and begins another.
  public func end() throws {
    for place in values.indices {
      if place > 0 { output.append(0x2C) }
      switch values[place] {
      case nil: break
      case .text(let text)?: output.appendQuoted(text)
      case .day(let day)?: output.append(day)
      case .number(let number)?: output.append(number: number)
      }
      values[place] = nil
    }
    output.append(0x0A)
    count += 1
    if output.count > 256 << 10 { try flush() }
  }

  /// Hands over what is left.
  public func flush() throws {
    try sink(output.bytes)
    output.clear()
  }
}

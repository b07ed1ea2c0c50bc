import Ledger

/// How one mapped field is read, worked out once for all rows.
final class FieldPlan {
  /// What the values of a field are.
  enum Content {
    case text, day, decimal, whole, flag
    case money(FieldStorage)
    case word((String) -> String?)
  }

  let field: Field
  /// The field's place among the kind's fields.
  let place: Int
  let content: Content
  /// The column, for a field that is not composed.
  let column: Int
  let sources: [[Int]]
  let isComposed: Bool
  let isRequired: Bool

  /// The plan of a field, or nothing when the file does not carry it.
  init?(field: Field, reading: TableReading) {
    let kind = reading.kind
    guard let mapped = reading.column(of: field), let place = kind.fields.firstIndex(of: field),
      let storage = kind.storage(of: field)
    else { return nil }
    self.field = field
    self.place = place
    sources = mapped.sources
    column = mapped.single ?? 0
    isComposed = mapped.single == nil
    isRequired = kind.required.contains(field)
    content =
      switch storage {
      case .day: .day
      case .cents: .money(.cents)
      case .millionths: [.unitPrice, .unitCost, .price, .cost].contains(field) ? .money(.millionths) : .decimal
      case .whole: .whole
      case .flag: .flag
      case .text:
        switch (kind, field) {
        case (.services, .kind): .word { Vocabulary.service($0)?.rawValue }
        case (.contracts, .kind): .word(Vocabulary.contract)
        default: .text
        }
      }
  }
}

extension OutputBytes {
  /// What was written, as a slice that lives as long as nothing more is written.
  var slice: FieldSlice { FieldSlice(start: end - count, count: count) }
}

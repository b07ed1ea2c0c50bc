import Ledger
import SourceFiles

/// Rows in the ledger's canonical text, cut into their values again.
struct RowTexts {
  let width: Int
  var bytes: [UInt8] = []

  func first(_ count: Int) throws -> [FilePreview.Row] {
    let reader = RecordReader(MemoryBytes(bytes), delimiter: .comma)
    // The first record names the fields.
    guard try reader.next() == .record else { return [] }
    var rows: [FilePreview.Row] = []
    while rows.count < count, try reader.next() == .record {
      rows.append(reader.texts.map { $0.isEmpty ? nil : $0 })
    }
    return rows
  }
}

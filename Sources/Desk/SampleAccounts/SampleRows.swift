import Ledger
import SourceFiles
import Units

/// The rows of a written table as the product reads them, so that what is made from them has the very same cents.
struct SampleRow {
  private let fields: [Field]
  private let texts: [String]

  /// A value, or nothing where the row has none.
  subscript(field: Field) -> String? {
    guard let place = fields.firstIndex(of: field), place < texts.count, !texts[place].isEmpty else { return nil }
    return texts[place]
  }

  /// A whole number: cents, millionths or minutes.
  func number(_ field: Field) -> Int64? { self[field].flatMap { Int64($0) } }

  /// A day.
  func day(_ field: Field) -> Day? { self[field].flatMap { Day(iso: $0) } }

  /// Reads a table row by row; rows that an import would set aside are passed over.
  static func each(of path: String, as kind: SourceKind, _ body: @escaping (SampleRow) throws -> Void) throws {
    let sample = try FileSample(path: path)
    let reading = try sniffedTable(sample, options: SniffOptions(kind: kind)).reading
    var isHeader = true
    let cleaner = RowCleaner(
      reading: reading, file: sample.name, currency: "EUR", rates: [:],
      rows: { block in
        // A block ends with a row: each can be read by itself.
        let reader = RecordReader(MemoryBytes(Array(block)), delimiter: .comma)
        while try reader.next() == .record {
          if isHeader {
            isHeader = false
          } else {
            try body(SampleRow(fields: kind.fields, texts: reader.texts))
          }
        }
      }, faults: { _ in })
    try cleaner.clean(try FileBytes(path: path))
    _ = try cleaner.finish()
  }
}

/// An invoice of the sample company, or what was sold over the counter on one ticket.
struct SampleInvoice {
  struct Line {
    let product: String?
    let name: String?
    let range: String?
    /// In millionths; one, where the line says none.
    let quantity: Int64
    let unit: String?
    let amount: Cents
  }

  let number: String
  let day: Day
  let customer: String?
  let name: String
  let preceding: String?
  var lines: [Line]

  /// Without tax.
  var net: Cents { lines.map(\.amount).sum }
  /// The tax on it, at 20 %.
  var tax: Cents { Self.tax(on: net) }

  static func tax(on net: Cents) -> Cents { net.times(20, over: 100) }

  /// The invoices of a sales file, in its order.
  static func all(of path: String) throws -> [SampleInvoice] {
    struct Key: Hashable {
      let number: String
      let day: Day
      let customer: String?
    }
    var invoices: [SampleInvoice] = []
    var places: [Key: Int] = [:]
    try SampleRow.each(of: path, as: .sales) { row in
      guard let number = row[.invoice], let day = row.day(.date), let amount = row.number(.amount) else { return }
      let key = Key(number: number, day: day, customer: row[.customer])
      let line = Line(
        product: row[.product], name: row[.productName], range: row[.range],
        quantity: row.number(.quantity).flatMap { $0 == 0 ? nil : $0 } ?? (amount < 0 ? -1_000_000 : 1_000_000),
        unit: row[.unit], amount: Cents(amount))
      if let place = places[key] {
        invoices[place].lines.append(line)
      } else {
        places[key] = invoices.count
        invoices.append(
          SampleInvoice(
            number: number, day: day, customer: key.customer, name: row[.customerName] ?? "",
            preceding: row[.precedingInvoice], lines: [line]))
      }
    }
    return invoices
  }
}

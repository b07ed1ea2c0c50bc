import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// What a file seems to be and how its first rows will be read, from its first bytes alone: nothing is kept.
public struct FilePreview: Sendable {
  /// The file's name, without folders.
  public let name: String
  /// The file's size in bytes.
  public let size: Int
  /// What was made out.
  public let content: Content
  /// The earlier reading that this one follows; nothing where there is none, or something is forced.
  public let recalled: MappingMemory.Mapping?

  /// What was made out.
  public enum Content: Sendable {
    /// A table: how it is read, what a person should know of it, its first rows as they are kept.
    case table(SniffedTable, firstRows: [Row])
    /// Rejected rows that a person mended: they are read like those they complete.
    case mendedRejects
    /// Nothing that can be read as it is; what holds the table, where that is known.
    case unreadable(any Explained, TableFormat?)
  }

  /// A row's values in the order of the kind's fields, each as the ledger keeps it.
  public typealias Row = [String?]

  /// What a person should know of the reading.
  public var notes: [TableNote] {
    guard case .table(let table, _) = content else { return [] }
    return (recalled.map { [$0.note] } ?? []) + table.notes
  }

  /// The rows of a preview.
  public static let rowCount = 10

  /// Looks at a file.
  /// - Parameter memory: how files with the same headers were read before; it counts where nothing is forced.
  /// - Throws: only what makes looking impossible, such as an engine that does not start.
  public init(
    _ path: String, options: SniffOptions, policy: Policy, settings: EngineSettings, memory: MappingMemory? = nil,
    source: String = "main"
  ) throws {
    name = (path as NSString).lastPathComponent
    size = (try? FileBytes(path: path).size) ?? 0
    var format: TableFormat?
    recalled =
      options == SniffOptions()
      ? memory?.recall(path, source: source, engine: try? DuckDBEngine(settings)) : nil
    let options = recalled?.options ?? options
    do {
      content = try Self.content(path, name: name, options: options, policy: policy, settings: settings, &format)
    } catch let fault as SourceFileError { content = .unreadable(fault, format) } catch let fault as EngineError {
      guard case .refused(doing: .reading, _) = fault else { throw fault }
      content = .unreadable(fault, format)
    }
  }

  private static func content(
    _ path: String, name: String, options: SniffOptions, policy: Policy, settings: EngineSettings,
    _ found: inout TableFormat?
  ) throws -> Content {
    switch try ImportItem.item(ImportRequest.SourceFile(path, options)).content {
    case .accounts:
      found = .fec
      return try accounts(path, options)
    case .invoices:
      found = .eInvoice
      return try invoices(path, policy)
    case .table: break
    }
    let sample = try FileSample(path: path)
    if !sample.isGzip, RejectsFile.isRejectsFile(sample) { return .mendedRejects }
    let format = try tableFormat(of: sample)
    found = format
    switch format {
    case .csv:
      let table = try sniffedTable(sample, options: options)
      let bytes = firstLines(of: sample, table.reading.encoding)
      return .table(table, firstRows: try rows(table, policy, name) { try $0.clean(MemoryBytes(bytes)) })
    case .xlsx, .parquet:
      let engine = try DuckDBEngine(settings)
      let source = SourceTable(file: path, format: format, sheet: options.sheet)
      let rows = try engine.firstRows(of: source, count: 200)
      let table = try sniffedTable(
        headers: try engine.columns(of: source), rows: rows, format: format, name: name, options: options)
      return .table(table, firstRows: try Self.rows(table, policy, name) { try push(rows, table, into: $0) })
    case .jsonLines:
      let lines = try JSONLines(path: path)
      let table = try sniffedTable(
        headers: lines.columns, rows: lines.firstRows, format: format, name: name, options: options)
      return .table(table, firstRows: try rows(table, policy, name) { try push(lines.firstRows, table, into: $0) })
    case .fec, .eInvoice: preconditionFailure("these are no tables")
    }
  }

  /// The first sale lines of accounts; entries whose end is not among the first bytes are left out.
  private static func accounts(_ path: String, _ options: SniffOptions) throws -> Content {
    let sample = try FileSample(path: path)
    guard let reading = try fecReading(of: sample, encoding: options.encoding) else {
      throw SourceFileError.notAccounts(file: sample.name)
    }
    let reader = FECReader(reading: reading.ofPlainBytes) { _ in }
    let books = try reader.books(of: MemoryBytes(firstLines(of: sample, reading.encoding, most: sample.head.count)))
    let rows = try canonical { rows in
      for sale in books.sales.prefix(rowCount) { try AccountsCleaning.write(sale, to: rows) }
    }
    let table = SniffedTable(
      reading: AccountsLook.tableReading(of: reading), notes: books.notes.filter(\.isOfTheWhole).map { .fec($0) },
      datePattern: nil, hasPlainNumbers: false)
    return .table(table, firstRows: rows)
  }

  /// The first lines of the first electronic invoices.
  private static func invoices(_ path: String, _ policy: Policy) throws -> Content {
    struct Enough: Error {}
    var first: (any Explained)?
    let rows = try canonical { rows in
      do {
        try readEInvoices(
          at: path,
          each: { document in
            guard
              let invoice = try? document.invoice.converted(
                to: policy.company.currency, rates: policy.company.rates)
            else { return }
            try InvoicesCleaning.write(invoice, to: rows)
            if rows.count >= rowCount { throw Enough() }
          }, fault: { fault in first = first ?? DeskError.unreadableDocument(fault) })
      } catch is Enough {}
    }
    if rows.isEmpty, let first { return .unreadable(first, .eInvoice) }
    let table = SniffedTable(
      reading: InvoicesCleaning.reading, notes: [], datePattern: nil, hasPlainNumbers: false)
    return .table(table, firstRows: Array(rows.prefix(rowCount)))
  }

  /// Rows that are values already, as the ledger's texts.
  private static func canonical(_ write: (CanonicalRows) throws -> Void) throws -> [Row] {
    var texts = RowTexts(width: SourceKind.sales.fields.count)
    let rows = CanonicalRows(.sales) { texts.bytes += $0 }
    try write(rows)
    try rows.flush()
    return try texts.first(rowCount)
  }

  /// The first rows that `read` gets accepted.
  private static func rows(
    _ table: SniffedTable, _ policy: Policy, _ name: String, _ read: (RowCleaner) throws -> Void
  ) throws -> [Row] {
    let reading = table.reading.ofPlainBytes
    var rows = RowTexts(width: reading.kind.fields.count)
    let cleaner = RowCleaner(
      reading: reading, file: name, currency: policy.company.currency, rates: policy.company.rates,
      rows: { rows.bytes += $0 }, faults: { _ in })
    // A date that contradicts a guess ends the look; the import itself then reads the file anew.
    do { try read(cleaner) } catch SourceFileError.dateOrderContradicted {}
    _ = try cleaner.finish()
    return try rows.first(rowCount)
  }

  private static func push(_ rows: [[String?]], _ table: SniffedTable, into cleaner: RowCleaner) throws {
    let first = table.reading.headerLine ?? 0
    for (place, texts) in rows.enumerated() where place >= first {
      try withSlices(texts.map { $0.map { Array($0.utf8) } }) { try cleaner.push(line: place + 1, fields: $0) }
    }
  }

  /// At most so much of a sample; the last line, which may be cut, is left out where its end is a byte.
  private static func firstLines(
    of sample: FileSample, _ encoding: TextEncoding, most: Int = 64 << 10
  ) -> [UInt8] {
    let bytes = sample.head.prefix(most)
    let isWhole = bytes.count == sample.head.count && sample.isWhole
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    guard !isWhole, !isWide, let end = bytes.lastIndex(of: 0x0A) else { return Array(bytes) }
    return Array(bytes[...end])
  }
}

import Ledger
import SourceFiles
import Units

/// A FEC after a first look at every byte: its fingerprint and how it will be read.
struct AccountsLook {
  let path: String
  let reading: FECReading
  let digest: String
  /// In bytes.
  let size: Int

  /// Looks at a file.
  /// - Throws: `SourceFileError.notATable` when it is no FEC after all, or lacks columns.
  init(_ path: String, options: SniffOptions, progress: (Double) throws -> Void) throws {
    self.path = path
    let bytes = try FileBytes(path: path)
    let sample = try FileSample(path: path)
    let digest = ContentDigest()
    var scan = UTF8Scan()
    try eachChunk(of: bytes) { chunk in
      digest.feed(chunk)
      if !sample.isGzip { scan.feed(chunk) }
      try progress(Double(bytes.bytesTaken) / Double(max(1, bytes.size)))
    }
    guard
      let reading = try fecReading(
        of: sample, scan: sample.isGzip ? nil : scan, encoding: options.encoding)
    else { throw SourceFileError.notAccounts(file: sample.name) }
    self.reading = reading
    self.digest = digest.finish()
    size = bytes.size
  }

  /// How the file is read, as an import's record keeps it: which columns give which field of a sale.
  var tableReading: TableReading { Self.tableReading(of: reading) }

  static func tableReading(of reading: FECReading) -> TableReading {
    let given: [(FECColumn, Field)] = [
      (.pieceRef, .invoice), (.ecritureDate, .date), (.compAuxNum, .customer), (.compAuxLib, .customerName),
      (.compteNum, .product), (.compteLib, .productName),
    ]
    let amounts: [FECColumn] = reading.amountForm == .debitCredit ? [.credit, .debit] : [.montant, .sens]
    var columns = given.compactMap { column, field in reading.index(of: column).map { MappedColumn(field, $0) } }
    columns.append(MappedColumn(.amount, sources: [amounts.compactMap { reading.index(of: $0) }]))
    return TableReading(
      kind: .sales, format: .fec, isGzip: reading.isGzip, encoding: reading.encoding, delimiter: reading.delimiter,
      quote: reading.quote, headerLine: reading.headerLine, decimalMark: reading.decimalMark,
      thousandsMark: reading.thousandsMark, dateOrder: reading.dateOrder, headers: reading.headers,
      columns: columns.ordered(as: .sales))
  }
}

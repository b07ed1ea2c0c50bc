import Ledger
import Units

/// A field of a row as bytes of UTF-8 that live as long as the row; without a start it is null.
public struct FieldSlice {
  /// The first byte, or nothing for null.
  public let start: UnsafePointer<UInt8>?
  /// How many bytes.
  public let count: Int

  /// Makes a slice.
  public init(start: UnsafePointer<UInt8>?, count: Int) {
    self.start = start
    self.count = count
  }
}

/// Reads, checks and writes the rows of one table: accepted rows as canonical CSV, the others as faults.
public final class RowCleaner {
  /// Makes a cleaner.
  public init(
    reading: TableReading, file: String, currency: String, rates: [String: Rate],
    rows: @escaping (UnsafeRawBufferPointer) throws -> Void, faults: @escaping (RowFault) throws -> Void
  ) { preconditionFailure("being written") }

  /// Reads a whole CSV file.
  public func clean(_ source: any ByteSource, progress: (_ bytesTaken: Int) throws -> Void = { _ in }) throws {}
  /// Reads one row that an engine streams.
  public func push(line: Int, fields: UnsafeBufferPointer<FieldSlice>) throws {}
  /// Writes what is left and says what was read.
  public func finish() throws -> CleaningSummary { CleaningSummary() }
}

/// Proposes how to read a CSV file.
public func sniffedTable(_ sample: FileSample, scan: UTF8Scan? = nil, options: SniffOptions = SniffOptions())
  throws(SourceFileError) -> SniffedTable { preconditionFailure("being written") }

/// Proposes how to read rows that an engine gives: a workbook's cells, the header among them, or named columns.
public func sniffedTable(
  headers: [String]?, rows: [[String?]], format: TableFormat, name: String, options: SniffOptions = SniffOptions()
) throws(SourceFileError) -> SniffedTable { preconditionFailure("being written") }

/// Tells what holds the table.
public func tableFormat(of sample: FileSample) throws(SourceFileError) -> TableFormat {
  preconditionFailure("being written")
}

/// What a look at every byte says of a file.
public struct UTF8Scan {
  /// Starts a scan.
  public init() {}
  /// Looks at the next bytes.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer) {}
}

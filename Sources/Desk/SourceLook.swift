import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// A source file after a first look: its fingerprint, how it will be read, and whether the engine may read it alone.
struct SourceLook {
  let path: String
  let name: String
  let digest: String
  let sniffed: SniffedTable
  /// Whether every byte is clean text, so that the engine may be tried.
  let isCleanText: Bool
  /// Uncompressed size in bytes.
  let size: Int

  /// Looks at every byte of a file once, and tells how to read it.
  init(
    _ path: String, options: SniffOptions, engine: DuckDBEngine, progress: (Double) throws -> Void
  ) throws {
    self.path = path
    let bytes = try FileBytes(path: path)
    name = bytes.name
    let sample = try FileSample(path: path)
    let format = try tableFormat(of: sample)
    // The fingerprint takes one core, the look at the text the other.
    let fingerprint = Fingerprint(of: path)
    let guess = format == .csv ? try? sniffedTable(sample, options: options) : nil
    var scan = UTF8Scan()
    var edges = EdgeScan(delimiter: guess?.reading.delimiter ?? .comma)
    if format == .csv {
      let source: any ByteSource = sample.isGzip ? try InflatedBytes(bytes, file: bytes.name) : bytes
      try eachChunk(of: source) { chunk in
        scan.feed(chunk)
        edges.feed(chunk)
        try progress(Double(bytes.bytesTaken) / Double(max(1, bytes.size)))
      }
      edges.finish()
    }
    size = bytes.size
    digest = try fingerprint.wait()
    switch format {
    case .csv:
      sniffed = try sniffedTable(sample, scan: scan, options: options)
      isCleanText =
        scan.isUTF8 && !scan.hasNUL && !scan.hasBareCR && scan.longestLine < 1 << 20 && !edges.hasTrimmedValues
        && guess?.reading.delimiter == sniffed.reading.delimiter
    case .xlsx, .parquet:
      let table = SourceTable(file: path, format: format, sheet: options.sheet)
      sniffed = try sniffedTable(
        headers: try engine.columns(of: table), rows: try engine.firstRows(of: table, count: 200), format: format,
        name: bytes.name, options: options)
      isCleanText = false
    case .jsonLines:
      let lines = try JSONLines(path: path)
      sniffed = try sniffedTable(
        headers: lines.columns, rows: lines.firstRows, format: format, name: bytes.name, options: options)
      isCleanText = false
    case .fec, .eInvoice: preconditionFailure("these are no tables")
    }
  }
}

/// Hands over a source's bytes, a megabyte at a time.
func eachChunk(of source: any ByteSource, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  defer { buffer.deallocate() }
  while true {
    let count = try source.read(into: buffer)
    guard count > 0 else { return }
    try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
  }
}

/// A file's fingerprint, taken on a thread of its own.
private final class Fingerprint: @unchecked Sendable {
  private var result: Result<String, any Error>?
  private let done = DispatchSemaphore(value: 0)

  init(of path: String) {
    Thread.detachNewThread { [self] in
      result = Result {
        let digest = ContentDigest()
        try eachChunk(of: try FileBytes(path: path)) { digest.feed($0) }
        return digest.finish()
      }
      done.signal()
    }
  }

  func wait() throws -> String {
    done.wait()
    guard let result else { preconditionFailure("a finished thread leaves a result") }
    return try result.get()
  }
}

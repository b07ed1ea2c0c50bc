import Engine
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
    let digest = ContentDigest()
    var scan = UTF8Scan()
    let size = max(1, bytes.size)
    try eachChunk(of: bytes) { chunk in
      digest.feed(chunk)
      if !sample.isGzip { scan.feed(chunk) }
      try progress(Double(bytes.bytesTaken) / Double(size))
    }
    if sample.isGzip {
      try eachChunk(of: try InflatedBytes(try FileBytes(path: path), file: bytes.name)) { scan.feed($0) }
    }
    self.size = bytes.size
    self.digest = digest.finish()
    let format = try tableFormat(of: sample)
    switch format {
    case .csv:
      sniffed = try sniffedTable(sample, scan: scan, options: options)
      isCleanText = scan.isUTF8 && !scan.hasNUL && !scan.hasBareCR && scan.longestLine < 1 << 20
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

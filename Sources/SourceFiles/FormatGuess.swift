import Ledger

/// Tells what holds the table, from the first bytes rather than the name.
/// - Throws: `SourceFileError.notATable` for what is recognised as something else, `.empty` for nothing.
public func tableFormat(of sample: FileSample) throws(SourceFileError) -> TableFormat {
  let head = sample.head
  func foreign(_ found: ForeignFormat) -> SourceFileError { .notATable(file: sample.name, found: found) }
  for (magic, format) in foreignMagics where head.starts(with: magic) { throw foreign(format) }
  if head.starts(with: Array("PAR1".utf8)) { return .parquet }
  if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
    if holds(head, "xl/") { return .xlsx }
    if let tail = sample.blocks.last, holds(tail, "xl/workbook") { return .xlsx }
    if sample.name.lowercased().hasSuffix(".xlsx") || sample.name.lowercased().hasSuffix(".xlsm") { return .xlsx }
    throw foreign(holds(head, "word/") || holds(head, "opendocument") ? .word : .zip)
  }
  let encoding = textEncoding(of: sample, scan: nil)
  if encoding != .utf16LittleEndian, encoding != .utf16BigEndian {
    // Text has hardly any control codes; a stray zero in a table is a fault of its row, not of the file.
    let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
    if controls * 50 > head.count { throw foreign(.unknownBinary) }
  }
  let start = visibleStart(of: head, encoding: encoding)
  if start.isEmpty {
    if sample.isWhole { throw .empty(file: sample.name) }
    return .csv
  }
  if start.hasPrefix("<") {
    let isPage = ["<html", "<!doctype html", "<table", "<meta"].contains { start.hasPrefix($0) }
    throw foreign(isPage ? .html : .xml)
  }
  if start.hasPrefix("{") { return .jsonLines }
  if start.hasPrefix("["), start.dropFirst().drop(while: { $0.isWhitespace }).hasPrefix("{") { return .jsonLines }
  return .csv
}

private let foreignMagics: [([UInt8], ForeignFormat)] = [
  ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldExcel),
  ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .oldExcel),
  (Array("%PDF".utf8), .pdf),
  ([0x89, 0x50, 0x4E, 0x47], .image),
  ([0xFF, 0xD8, 0xFF], .image),
  (Array("GIF8".utf8), .image),
  (Array("II*\0".utf8), .image),
  (Array("MM\0*".utf8), .image),
  (Array("{\\rtf".utf8), .word),
  (Array("SQLite format 3\0".utf8), .sqlite),
  (Array("BZh".utf8), .otherCompression),
  ([0x28, 0xB5, 0x2F, 0xFD], .otherCompression),
  ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .otherCompression),
  ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherCompression),
  (Array("Rar!".utf8), .otherCompression),
]

private func holds(_ bytes: [UInt8], _ text: String) -> Bool {
  let wanted = Array(text.utf8)
  guard bytes.count >= wanted.count else { return false }
  return (0...bytes.count - wanted.count).contains { place in
    bytes[place] == wanted[0] && bytes[place..<place + wanted.count].elementsEqual(wanted)
  }
}

/// The first characters that are no white space, in small letters.
private func visibleStart(of head: [UInt8], encoding: TextEncoding) -> String {
  let text = TranscodedBytes(MemoryBytes(Array(head.prefix(8192))), encoding: encoding)
  var bytes = [UInt8](repeating: 0, count: 32 << 10)
  let count = bytes.withUnsafeMutableBytes { (try? text.read(into: $0)) ?? 0 }
  let start = String(decoding: bytes[..<count], as: UTF8.self).drop { $0.isWhitespace }
  return start.prefix(64).lowercased()
}

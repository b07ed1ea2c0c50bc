import Ledger
import SourceFiles
import Testing
import Units

private func format(_ bytes: [UInt8], name: String = "f") throws(SourceFileError) -> TableFormat {
  try tableFormat(of: FileSample(name: name, head: bytes))
}

@Test func `tables are told by their first bytes`() throws {
  #expect(try format(Array("PAR1....".utf8)) == .parquet)
  #expect(try format([0x50, 0x4B, 3, 4] + Array("....xl/workbook.xml".utf8)) == .xlsx)
  #expect(try format(Array("{\"a\":1}\n".utf8)) == .jsonLines)
  #expect(try format(Array(" [ {\"a\":1}]".utf8)) == .jsonLines)
  #expect(try format(Array("Date;Client\n".utf8)) == .csv)
  #expect(try format([0xFF, 0xFE] + "Date;Client".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .csv)
}

@Test(
  arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ForeignFormat.oldExcel), (Array("%PDF-1.7".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0x50, 0x4B, 3, 4, 1, 2, 3], .zip),
    ([0x50, 0x4B, 3, 4] + Array("word/document.xml".utf8), .word), (Array("<html><table>".utf8), .html),
    (Array("<?xml version=\"1.0\"?>".utf8), .xml),
    (Array(repeating: 1, count: 100) + Array(repeating: 200, count: 50), .unknownBinary),
    ([0x28, 0xB5, 0x2F, 0xFD], .otherCompression),
  ] as [([UInt8], ForeignFormat)]) func `what is no table is named`(bytes: [UInt8], found: ForeignFormat)
{
  #expect(throws: SourceFileError.notATable(file: "f", found: found)) { try format(bytes) }
}

@Test func `an empty file is said to be so`() {
  #expect(throws: SourceFileError.empty(file: "f")) { try format([]) }
  #expect(throws: SourceFileError.empty(file: "f")) { try format(Array(" \n\n".utf8)) }
}

@Test(arguments: [TextEncoding.windows1252, .latin9, .cp850, .utf16LittleEndian, .utf16BigEndian, .utf8])
func `the encoding of French text is told`(encoding: TextEncoding) throws {
  let text =
    "N° facture;Date facture;Société;Désignation;Montant HT\nF1;13/01/2024;Hôtel Crêpière à Nîmes;Pâté de œufs;5 €\n"
  // CP850 has neither € nor œ; the Western tables have both.
  let spelled = encoding == .cp850 ? text.replacing("œ", with: "oe").replacing("€", with: "") : text
  let sample = FileSample(name: "f.csv", head: try spelt(spelled, encoding))
  #expect(textEncoding(of: sample, scan: nil) == encoding)
  let reading = try sniffedTable(sample).reading
  #expect(reading.headers[3] == "Désignation")
  #expect(reading.encoding == encoding)
}

@Test func `one damaged place does not make a UTF-8 file another`() throws {
  let bytes = Array("Société;été\n".utf8) + [0xE9, 0x0A]
  #expect(textEncoding(of: FileSample(name: "f", head: bytes), scan: nil) == .utf8)
}

@Test func `the whole file's scan decides where the sample is plain`() {
  var scan = UTF8Scan()
  ([UInt8](repeating: 0x61, count: 100) + [0x74, 0xE9, 0x0A]).withUnsafeBytes { scan.feed($0) }
  let sample = FileSample(name: "f", head: [UInt8](repeating: 0x61, count: 100), isWhole: false)
  #expect(textEncoding(of: sample, scan: nil) == .utf8)
  #expect(textEncoding(of: sample, scan: scan) == .windows1252)
}

/// A text in an encoding, found by trying all bytes.
private func spelt(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
  switch encoding {
  case .utf8: return Array(text.utf8)
  case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .latin1, .latin9, .windows1252, .cp850:
    var codes: [String: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      let character = try allBytes(of: TranscodedBytes(MemoryBytes([byte]), encoding: encoding))
      codes[String(decoding: character, as: UTF8.self)] = byte
    }
    return try text.unicodeScalars.map { try #require(codes[String($0)]) }
  }
}

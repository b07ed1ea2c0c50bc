import CZlib
import Ledger
import SourceFiles
import Testing
import Units

/// Writes zip archives, honest ones and others.
struct PaperZip {
  /// A file of it.
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var isDeflated = false
    var flags: UInt16 = 0
    /// How often the directory lists the same packed bytes.
    var copies = 1
  }

  var entries: [Entry]

  /// The archive's bytes, after PKWARE's APPNOTE.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    var count = 0
    for entry in entries {
      let packed = entry.isDeflated ? deflated(entry.bytes) : entry.bytes
      let sum = entry.bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
      let common: [UInt8] =
        little(UInt16(20)) + little(entry.flags) + little(UInt16(entry.isDeflated ? 8 : 0)) + little(UInt32(0x21_0000))
        + little(sum) + little(UInt32(packed.count)) + little(UInt32(entry.bytes.count))
        + little(UInt16(entry.name.utf8.count)) + little(UInt16(0))
      let offset = UInt32(file.count)
      file += [0x50, 0x4B, 3, 4] + common + Array(entry.name.utf8) + packed
      for _ in 0..<entry.copies {
        directory += [0x50, 0x4B, 1, 2] + little(UInt16(20)) + common
        directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0)) + little(offset)
        directory += Array(entry.name.utf8)
        count += 1
      }
    }
    let start = UInt32(file.count)
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(count)) + little(UInt16(count)) + little(UInt32(directory.count))
      + little(start) + little(UInt16(0))
    return file + directory + end
  }

  private func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + 1024))
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        _ = deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    return Array(output.prefix(count))
  }
}

/// What was read of some bytes: `file number` of invoices, `file code` of faults, in the order in which they came.
func readThrough(_ bytes: [UInt8], name: String, limits: EInvoiceLimits = EInvoiceLimits()) throws -> [String] {
  var seen: [String] = []
  try readEInvoices(
    in: bytes, name: name, limits: limits, each: { seen.append("\($0.file) \($0.invoice.number)") },
    fault: { seen.append("\($0.file) \($0.reason.code)") })
  return seen
}

private func xml(_ number: String) -> [UInt8] { Array(PaperInvoice(number: number).ubl().utf8) }

@Test func `an archive is read by name, and a bad file costs itself only`() throws {
  let zip = PaperZip(entries: [
    .init(name: "b/2.xml", bytes: xml("F-2"), isDeflated: true),
    .init(name: "b/", bytes: []),
    .init(name: "../../etc/9.xml", bytes: xml("F-9")),
    .init(name: "a/1.txt", bytes: xml("F-1")),
    .init(name: "a/note.txt", bytes: Array("bonjour".utf8)),
    .init(name: "a/cut.xml", bytes: Array(xml("F-3").dropLast(9))),
    .init(name: "__MACOSX/a/._1.xml", bytes: [0]),
    .init(name: "a/.DS_Store", bytes: [0]),
  ])
  #expect(
    try readThrough(zip.bytes, name: "lot.zip") == [
      "lot.zip/../../etc/9.xml F-9", "lot.zip/a/1.txt F-1", "lot.zip/a/cut.xml brokenXML",
      "lot.zip/a/note.txt notAnEInvoice", "lot.zip/b/2.xml F-2",
    ])
  #expect(eInvoiceContainer(of: zip.bytes) == .archive)
}

@Test func `an archive in an archive and an encrypted file are refused`() throws {
  let inner = PaperZip(entries: [.init(name: "1.xml", bytes: xml("F-1"))])
  let zip = PaperZip(entries: [
    .init(name: "1.zip", bytes: inner.bytes), .init(name: "2.xml", bytes: xml("F-2"), flags: 1),
    .init(name: "3.xml", bytes: xml("F-3")),
  ])
  #expect(
    try readThrough(zip.bytes, name: "z") == ["z/1.zip archiveInArchive", "z/2.xml encryptedEntry", "z/3.xml F-3"])
}

@Test func `a file that unpacks to gigabytes is a bomb`() throws {
  var limits = EInvoiceLimits()
  limits.documentBytes = 1 << 20
  let spaces = [UInt8](repeating: 0x20, count: 2 << 20)
  let zip = PaperZip(entries: [
    .init(name: "1.xml", bytes: spaces, isDeflated: true), .init(name: "2.xml", bytes: spaces),
    .init(name: "3.xml", bytes: xml("F-3")),
  ])
  #expect(
    try readThrough(zip.bytes, name: "z", limits: limits) == [
      "z/1.xml archiveBomb", "z/2.xml documentTooBig", "z/3.xml F-3",
    ])
}

@Test func `files that share their packed bytes are a bomb together`() throws {
  var limits = EInvoiceLimits()
  limits.archiveBytes = 1 << 20
  limits.archiveRatio = 2
  let long = Array(PaperInvoice(lines: .init(repeating: .init(), count: 500)).ubl().utf8)
  let zip = PaperZip(entries: [.init(name: "1.xml", bytes: long, isDeflated: true, copies: 60)]).bytes
  let seen = try readThrough(zip, name: "z", limits: limits)
  #expect(seen.last == "z/1.xml archiveBomb")
  #expect(seen.count < 20)
  #expect(try readThrough(zip, name: "z").allSatisfy { $0 == "z/1.xml F-1" })
}

@Test func `an archive with too many files is refused as a whole`() throws {
  var limits = EInvoiceLimits()
  limits.archiveEntries = 2
  let zip = PaperZip(entries: ["1", "2", "3"].map { .init(name: $0, bytes: xml($0)) })
  #expect(try readThrough(zip.bytes, name: "z", limits: limits) == ["z tooManyEntries"])
  #expect(eInvoiceContainer(of: zip.bytes, limits: limits) == .archive)
}

@Test func `a damaged archive is said to be so`() throws {
  let zip = PaperZip(entries: [.init(name: "1.xml", bytes: xml("F-1"))]).bytes
  #expect(try readThrough(Array(zip.dropLast(30)), name: "z") == ["z damagedArchive"])
  var wrongSum = zip
  let place = try #require(wrongSum.firstIndex(of: 0x3C)) + 800
  wrongSum[place] ^= 1
  #expect(try readThrough(wrongSum, name: "z").first?.hasPrefix("z/1.xml ") == true)
  #expect(try readThrough(wrongSum, name: "z") != ["z/1.xml F-1"])
}

@Test func `a workbook or an empty archive is no archive of invoices`() throws {
  let workbook = PaperZip(entries: [
    .init(name: "[Content_Types].xml", bytes: Array("<Types/>".utf8)), .init(name: "xl/1.xml", bytes: xml("F-1")),
  ])
  #expect(eInvoiceContainer(of: workbook.bytes) == nil)
  #expect(try readThrough(workbook.bytes, name: "a.xlsx") == ["a.xlsx notAnEInvoice"])
  let empty = PaperZip(entries: [])
  #expect(eInvoiceContainer(of: empty.bytes) == nil)
  #expect(try readThrough(empty.bytes, name: "z").isEmpty)
}

@Test func `noise in an archive never crashes`() throws {
  var random = SplitMix64(seed: 5)
  let zip = PaperZip(entries: [
    .init(name: "1.xml", bytes: xml("F-1"), isDeflated: true), .init(name: "2.xml", bytes: xml("F-2")),
  ]).bytes
  for _ in 0..<2_000 {
    var bytes = zip
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
    #expect(try readThrough(bytes, name: "z").allSatisfy { $0.hasPrefix("z") })
    _ = eInvoiceContainer(of: bytes)
  }
}

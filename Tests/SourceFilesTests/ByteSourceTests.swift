import Ledger
import SourceFiles
import Testing
import Units

/// Reads everything, a few bytes at a time.
func allBytes(of source: any ByteSource, chunk: Int = 64) throws -> [UInt8] {
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
  defer { buffer.deallocate() }
  var bytes: [UInt8] = []
  while true {
    let count = try source.read(into: buffer)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

/// A gzip member that holds some bytes in stored blocks, made by hand after RFC 1951 and 1952.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  var rest = bytes[...]
  repeat {
    let block = rest.prefix(0xFFFF)
    rest = rest.dropFirst(block.count)
    let size = UInt16(block.count)
    member += [rest.isEmpty ? 1 : 0] + littleEndian(size) + littleEndian(~size) + block
  } while !rest.isEmpty
  return member + littleEndian(crc32(bytes)) + littleEndian(UInt32(bytes.count))
}

private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var table: [UInt32] = []
  for start in 0..<UInt32(256) {
    var code = start
    for _ in 0..<8 { code = code & 1 == 1 ? 0xEDB8_8320 ^ (code >> 1) : code >> 1 }
    table.append(code)
  }
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  return ~sum
}

@Test func `gzip members follow each other`() throws {
  let (first, second) = (Array("hello ".utf8), Array("world".utf8))
  let source = try InflatedBytes(MemoryBytes(gzip(first) + gzip(second) + [0, 0, 0]), file: "a.gz")
  #expect(try allBytes(of: source) == first + second)
}

@Test func `a truncated or damaged gzip is said to be so`() throws {
  var random = SplitMix64(seed: 3)
  let bytes = gzip((0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) })
  #expect(throws: SourceFileError.truncatedGzip(file: "a.gz")) {
    try allBytes(of: InflatedBytes(MemoryBytes(Array(bytes.dropLast(100))), file: "a.gz"))
  }
  var damaged = bytes
  damaged[damaged.count - 6] ^= 0xFF
  #expect(throws: SourceFileError.damagedGzip(file: "a.gz")) {
    try allBytes(of: InflatedBytes(MemoryBytes(damaged), file: "a.gz"))
  }
  #expect(throws: SourceFileError.damagedGzip(file: "a.gz")) {
    try allBytes(of: InflatedBytes(MemoryBytes(bytes + Array("garbage".utf8)), file: "a.gz"))
  }
}

/// Texts that every encoding can spell, as bytes of it.
private let spellings: [(TextEncoding, [UInt8])] = [
  (.utf8, [0xEF, 0xBB, 0xBF] + Array("Été;à 5 £\n".utf8)),
  (.latin1, [0xC9, 0x74, 0xE9, 0x3B, 0xE0, 0x20, 0x35, 0x20, 0xA3, 0x0A]),
  (.latin9, [0xC9, 0x74, 0xE9, 0x3B, 0xE0, 0x20, 0x35, 0x20, 0xA3, 0x0A]),
  (.windows1252, [0xC9, 0x74, 0xE9, 0x3B, 0xE0, 0x20, 0x35, 0x20, 0xA3, 0x0A]),
  (.cp850, [0x90, 0x74, 0x82, 0x3B, 0x85, 0x20, 0x35, 0x20, 0x9C, 0x0A]),
  (.utf16LittleEndian, [0xFF, 0xFE] + "Été;à 5 £\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
  (.utf16BigEndian, [0xFE, 0xFF] + "Été;à 5 £\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
]

@Test(arguments: spellings) func `every encoding becomes the same text`(encoding: TextEncoding, bytes: [UInt8]) throws {
  for chunk in [16, 17, 64] {
    let text = try allBytes(of: TranscodedBytes(MemoryBytes(bytes), encoding: encoding), chunk: chunk)
    #expect(String(decoding: text, as: UTF8.self) == "Été;à 5 £\n")
  }
}

@Test func `characters that only some code pages have`() throws {
  func read(_ byte: UInt8, _ encoding: TextEncoding) throws -> [UInt8] {
    try allBytes(of: TranscodedBytes(MemoryBytes([byte]), encoding: encoding))
  }
  #expect(try read(0x80, .windows1252) == Array("€".utf8))
  #expect(try read(0xA4, .latin9) == Array("€".utf8))
  #expect(try read(0xBD, .latin9) == Array("œ".utf8))
  #expect(try read(0xA4, .latin1) == Array("¤".utf8))
  #expect(try read(0x81, .windows1252) == [0xFF])
}

@Test func `surrogates pair up, and a lone one is no text`() throws {
  let pair: [UInt8] = [0x3D, 0xD8, 0x00, 0xDE]
  #expect(try allBytes(of: TranscodedBytes(MemoryBytes(pair), encoding: .utf16LittleEndian)) == Array("😀".utf8))
  let lone: [UInt8] = [0x3D, 0xD8, 0x41, 0x00, 0x00, 0xDE, 0x42]
  #expect(
    try allBytes(of: TranscodedBytes(MemoryBytes(lone), encoding: .utf16LittleEndian)) == [0xFF, 0x41, 0xFF, 0xFF])
}

@Test func `a file that is not there is said so`() {
  #expect { try FileBytes(path: "/no/such/file.csv") } throws: { error in
    guard case SourceFileError.unreadable(let file, _)? = error as? SourceFileError else { return false }
    return file == "file.csv"
  }
}

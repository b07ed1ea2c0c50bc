import Ledger
import SourceFiles
import Testing
import Units

/// What a text reads as: each record as `line: field|field`, each fault as `line: ! reason`.
private func records(
  _ text: String, delimiter: Delimiter = .comma, quote: QuoteMark = .double, chunk: Int = .max
) throws -> [String] {
  let reader = RecordReader(SlicedBytes(Array(text.utf8), chunk: chunk), delimiter: delimiter, quote: quote)
  var seen: [String] = []
  while true {
    switch try reader.next() {
    case .record: seen.append("\(reader.line): " + reader.texts.joined(separator: "|"))
    case .fault(let reason): seen.append("\(reader.line): ! \(reason.code)")
    case .end: return seen
    }
  }
}

/// Memory that gives few bytes at a time.
private final class SlicedBytes: ByteSource {
  private let bytes: [UInt8]
  private let chunk: Int
  private(set) var bytesTaken = 0

  init(_ bytes: [UInt8], chunk: Int) {
    self.bytes = bytes
    self.chunk = chunk
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    let count = min(buffer.count, chunk, bytes.count - bytesTaken)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[bytesTaken..<bytesTaken + count]))
    }
    bytesTaken += count
    return count
  }
}

@Test func `every sort of line end ends a line`() throws {
  for end in ["\n", "\r\n", "\r", "\r\r\n"] {
    #expect(try records("a,b\(end)c,d") == ["1: a|b", "2: c|d"])
    #expect(try records("a,b\(end)\(end)c,d\(end)") == ["1: a|b", "3: c|d"])
    #expect(try records("\"a\(end)b\",c\(end)d,e") == ["1: a\(end)b|c", "3: d|e"])
  }
}

@Test func `quotes wrap delimiters, line ends and doubled quotes`() throws {
  #expect(try records("\"a,b\",\"say \"\"hi\"\"\",\"\"\n") == ["1: a,b|say \"hi\"|"])
  #expect(try records("a;\"b;c\";d", delimiter: .semicolon) == ["1: a|b;c|d"])
  #expect(try records("a\tb|c\td", delimiter: .tab) == ["1: a|b|c|d"])
  #expect(try records("\"a\"|b", delimiter: .pipe, quote: .none) == ["1: \"a\"|b"])
}

@Test func `stray quotes are text`() throws {
  #expect(try records("tube 5\" long,2\n") == ["1: tube 5\" long|2"])
  #expect(try records("\"tube 5\" long\",2\n") == ["1: tube 5\" long|2"])
}

@Test func `an unclosed quote costs its line and no more`() throws {
  #expect(try records("a,1\n\"b,2\nc,3\nd,4\n") == ["1: a|1", "2: ! unclosedQuote", "3: c|3", "4: d|4"])
  #expect(try records("a,1\n\"b,2\nc,\"x\"\nd,4\n") == ["1: a|1", "2: ! unclosedQuote", "3: c|x", "4: d|4"])
  #expect(try records("\"b") == ["1: ! unclosedQuote"])
}

@Test func `many unclosed quotes are read in linear time`() throws {
  let line = "\"x,\"\"\n"
  let seen = try records(String(repeating: line, count: 20_000))
  #expect(seen.count > 0)
}

@Test func `a record too long is set aside and the rest goes on`() throws {
  let long = String(repeating: "x", count: RecordReader.recordLimit + 10)
  #expect(try records("a,1\n\(long),2\nb,3\n") == ["1: a|1", "2: ! recordTooLong", "3: b|3"])
  let fits = String(repeating: "x", count: RecordReader.recordLimit - 2)
  #expect(try records("\(fits),2\nb,3\n").map(\.count) == [RecordReader.recordLimit + 3, 6])
}

@Test func `zeros and bytes that are no text cost their row`() throws {
  #expect(try records("a,1\nb\0,2\nc,3\n") == ["1: a|1", "2: ! nulByte", "3: c|3"])
  let reader = RecordReader(MemoryBytes([0x61, 0x0A, 0xC3, 0x0A, 0x62, 0x0A]), delimiter: .comma)
  #expect(try reader.next() == .record)
  #expect(try reader.next() == .fault(.invalidText))
  #expect(try reader.next() == .record)
  #expect(reader.line == 3)
}

@Test func `the raw record is the file's, cut after 64 KiB between characters`() throws {
  let reader = RecordReader(MemoryBytes("\"a\"\"b\"  ,c\r\nd"), delimiter: .comma)
  _ = try reader.next()
  #expect(reader.raw == "\"a\"\"b\"  ,c")
  let long = RecordReader(MemoryBytes("x" + String(repeating: "é", count: 50_000)), delimiter: .comma)
  _ = try long.next()
  #expect(long.raw.utf8.count == RecordReader.rawLimit - 1)
}

@Test func `where the bytes are cut into chunks changes nothing`() throws {
  var random = SplitMix64(seed: 11)
  let alphabet = Array("a,\"\n\r é;0")
  for _ in 0..<400 {
    let text = String(
      (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      })
    let whole = try records(text)
    for chunk in [1, 2, 7] { #expect(try records(text, chunk: chunk) == whole) }
  }
}

@Test func `what is written canonically is read back`() throws {
  var random = SplitMix64(seed: 12)
  let alphabet = Array("ab,\"\n\r é;0")
  for _ in 0..<400 {
    let rows = (0..<5).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0...8, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          })
      }
    }
    let text = rows.map { row in
      row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
        .joined(separator: ",")
    }.joined(separator: "\n")
    let reader = RecordReader(MemoryBytes(text), delimiter: .comma)
    for row in rows {
      #expect(try reader.next() == .record)
      #expect(reader.texts == row)
    }
    #expect(try reader.next() == .end)
  }
}

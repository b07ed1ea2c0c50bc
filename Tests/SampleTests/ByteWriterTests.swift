import Testing

@testable import Sample

@Suite struct ByteWriterTests {
  private func text(_ write: (ByteWriter) -> Void) -> String {
    let writer = ByteWriter(capacity: 4)
    write(writer)
    return String(decoding: writer.contents, as: UTF8.self)
  }

  @Test(arguments: [0, 7, 10, -12, 99_999, 123_456_789_012])
  func `numbers are written as they are`(number: Int) {
    #expect(text { $0.number(number) } == String(number))
  }

  @Test func `numbers fill up with zeros and cents have two decimals`() {
    #expect(text { $0.number(42, width: 6) } == "000042")
    #expect(text { $0.cents(-5) } == "-0,05")
    #expect(text { $0.cents(123_456, mark: 46) } == "1234.56")
  }

  @Test func `pieces keep their order and the buffer grows`() {
    var pieces = Pieces()
    pieces.append("é;")
    pieces.append("")
    pieces.append("Lyon")
    #expect(text { for index in [2, 0, 1, 2] { $0.piece(index, of: pieces) } } == "Lyoné;Lyon")
    let long = text { writer in for _ in 0..<1000 { writer.text("abc") } }
    #expect(long.utf8.count == 3000)
  }
}

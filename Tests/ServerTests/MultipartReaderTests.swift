import Testing
import Units

@testable import Server

@Suite struct MultipartReaderTests {
  /// A part as it was read.
  struct Part: Equatable {
    let head: MultipartHead
    var content: [UInt8] = []
    var isWhole = false
  }

  static let mark = "----x'Y_9"

  /// Reads a body cut at some places.
  private func read(_ body: [UInt8], boundary: String = mark, cuts: [Int] = []) throws -> [Part] {
    var reader = MultipartReader(
      boundary: try MultipartBoundary(contentType: "multipart/form-data; boundary=\"\(boundary)\""))
    var parts: [Part] = []
    var start = 0
    for end in cuts.sorted() + [body.count] {
      for event in try reader.feed(body[start..<end]) {
        switch event {
        case .part(let head): parts.append(Part(head: head))
        case .content(let bytes): parts[parts.count - 1].content += bytes
        case .end: parts[parts.count - 1].isWhole = true
        }
      }
      start = end
    }
    try reader.finish()
    return parts
  }

  private func body(_ parts: [(head: String, content: [UInt8])], boundary: String = mark) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8) + part.content
      bytes += [0x0D, 0x0A]
    }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }

  /// Contents that look like what stands between parts.
  static let traps: [[UInt8]] = [
    [], Array("plain".utf8), [0x0D], [0x0A], [0x0D, 0x0A], [0x0D, 0x0A, 0x0D, 0x0A], Array("\r\n-".utf8),
    Array("\r\n--".utf8), Array("\r\n----x'Y_".utf8), Array("--\(mark)".dropLast().utf8),
    Array("\r\r\n--\r\n----x'\r\n\r\n----x'Y_8\r\n".utf8), (0...255).map { UInt8($0) },
    [UInt8](repeating: 0x0D, count: 300),
  ]

  @Test func `any split of the same bytes gives the same parts`() throws {
    var random = SplitMix64(seed: 7)
    for round in 0..<60 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { place in
        (
          head: "name=\"f\(place)\"" + (place % 2 == 0 ? "; filename=\"a \(place).csv\"" : ""),
          content: (0..<3).flatMap { _ in Self.traps.randomElement(using: &random) ?? [] }
        )
      }
      let bytes = body(parts)
      let whole = try read(bytes)
      #expect(whole.map(\.content) == parts.map(\.content), "round \(round)")
      #expect(whole.filter { !$0.isWhole }.isEmpty)
      // Byte by byte, and cut anywhere.
      #expect(try read(bytes, cuts: Array(1..<bytes.count)) == whole)
      for _ in 0..<20 {
        let cuts = (0..<Int.random(in: 1...8, using: &random)).map { _ in
          Int.random(in: 0...bytes.count, using: &random)
        }
        #expect(try read(bytes, cuts: cuts) == whole)
      }
    }
  }

  @Test(arguments: traps.indices)
  func `what looks like a boundary stays content at every cut`(trap: Int) throws {
    let bytes = body([("name=\"a\"", Self.traps[trap]), ("name=\"b\"", [1, 2, 3])])
    for cut in 0...bytes.count {
      #expect(try read(bytes, cuts: [cut]).map(\.content) == [Self.traps[trap], [1, 2, 3]])
    }
  }

  @Test func `a preamble, white space behind boundaries and an epilogue are passed over`() throws {
    let text =
      "ignore me\r\n--b \t\r\ncontent-disposition: form-data; name=a\r\nX-Other: y\r\n\r\n1\r\n--b--\r\n--b\r\nmore"
    let parts = try read(Array(text.utf8), boundary: "b", cuts: [3, 12, 14, 30])
    #expect(parts == [Part(head: parts[0].head, content: [0x31], isWhole: true)])
    #expect(parts[0].head.name == "a" && parts[0].head.file == nil)
  }

  @Test func `a part may end where its header does`() throws {
    let text = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--b--"
    for cut in 0...text.utf8.count {
      #expect(try read(Array(text.utf8), boundary: "b", cuts: [cut]).map(\.content) == [[]])
    }
  }

  @Test func `a body that breaks off is told from a whole one, wherever it breaks`() throws {
    let bytes = body([("name=\"a\"; filename=\"x.csv\"", Array("1;2\r\n3;4".utf8))])
    // The last line end may be missing; anything else may not.
    for end in 0..<(bytes.count - 2) {
      #expect(throws: MultipartFault.unfinished) { try read(Array(bytes[..<end])) }
    }
    #expect(throws: MultipartFault.unfinished) { try read(Array("no boundary at all, just text".utf8)) }
  }

  @Test func `headers without end, too many parts and nonsense are refused`() {
    let start = Array("--\(Self.mark)\r\n".utf8)
    let giant = start + Array("Content-Disposition: form-data; name=\"".utf8) + [UInt8](repeating: 0x61, count: 20_000)
    #expect(throws: MultipartFault.headerTooLong) { try read(giant) }
    #expect(throws: MultipartFault.headerTooLong) {
      try read(giant, cuts: Array(stride(from: 0, to: giant.count, by: 7)))
    }
    #expect(throws: MultipartFault.tooManyParts) { try read(body(Array(repeating: ("name=a", []), count: 201))) }
    #expect(throws: MultipartFault.malformed) { try read(body([("filename=\"x\"", [])])) }
    #expect(throws: MultipartFault.malformed) { try read(Array("--\(Self.mark)junk\r\n".utf8)) }
    #expect(throws: MultipartFault.malformed) { try read(start + Array("\r\nno header\r\n--\(Self.mark)--".utf8)) }
  }

  @Test(arguments: [
    "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\r\nb\"",
    "multipart/form-data; boundary=\"ends with space \"", "multipart/mixed; boundary=b",
    "multipart/form-data; boundary=" + String(repeating: "b", count: 71), "",
  ])
  func `a content type without a proper boundary is refused`(type: String) {
    #expect(throws: MultipartFault.noBoundary) { try MultipartBoundary(contentType: type) }
  }

  @Test func `names come as browsers and other programs write them`() throws {
    func head(_ text: String) throws -> MultipartHead {
      try MultipartHead(Array("Content-Disposition: form-data; \(text)".utf8))
    }
    #expect(try head("name=\"files\"; filename=\"a%22b%0D%0Ac.csv\"").file == "a\"b\r\nc.csv")
    #expect(try head("name=\"files\"; filename=\"a\\\"b.csv\"").file == "a\"b.csv")
    #expect(try head("name=\"files\"; filename=\"C:\\new\\ventes.csv\"").file == "C:\\new\\ventes.csv")
    #expect(
      try head("name=\"files\"; filename=\"a;b=c.csv\"; name=other") == MultipartHead(name: "files", file: "a;b=c.csv"))
    #expect(try head("name=\"files\"; filename=\"\"").file == "")
    #expect(throws: MultipartFault.malformed) { try head("name=\"never closed") }
  }
}

extension MultipartHead {
  fileprivate init(name: String, file: String?) throws {
    try self.init(Array("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(file ?? "")\"".utf8))
  }
}

import SourceFiles
import Testing
import Units

private func scan(_ bytes: [UInt8], chunk: Int = .max) -> UTF8Scan {
  var scan = UTF8Scan()
  var rest = bytes[...]
  while !rest.isEmpty {
    Array(rest.prefix(chunk)).withUnsafeBytes { scan.feed($0) }
    rest = rest.dropFirst(chunk)
  }
  return scan
}

@Test func `lines and the longest of them are counted`() {
  let result = scan(Array("abc\r\ndefgh\nij".utf8))
  #expect(result.lines == 3)
  #expect(result.longestLine == 5)
  #expect(result.isASCII)
  #expect(!result.hasBareCR)
  #expect(scan(Array("abc\rdefgh\r".utf8)).hasBareCR)
  #expect(scan(Array("abc\rdefgh\r".utf8)).lines == 2)
  #expect(scan([]).lines == 0)
  #expect(scan([0x61, 0x00, 0x0A]).hasNUL)
}

@Test(
  arguments: [
    [0xC3], [0xC3, 0x28], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    [0x80], [0xF0, 0x9F, 0x98],
  ] as [[UInt8]]) func `what is not well formed is seen`(bytes: [UInt8])
{
  #expect(!scan(bytes).isUTF8)
}

@Test func `the verdict is the standard library's, wherever the bytes are cut`() {
  var random = SplitMix64(seed: 5)
  let pieces: [[UInt8]] = [
    Array("abcdefgh".utf8), Array("é".utf8), Array("😀".utf8), [0x0A], [0x0D, 0x0A], [0x0D], [0xE9], [0x80],
    [0xED, 0xA0],
    Array("plain text of a line\n".utf8),
  ]
  for _ in 0..<600 {
    let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    let whole = scan(bytes)
    #expect(whole.isUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
    for chunk in [1, 3, 8] {
      let cut = scan(bytes, chunk: chunk)
      #expect(cut.isUTF8 == whole.isUTF8)
      #expect(cut.lines == whole.lines)
      #expect(cut.longestLine == whole.longestLine)
      #expect(cut.hasBareCR == whole.hasBareCR)
      #expect(cut.multibyteCharacters == whole.multibyteCharacters)
      #expect(cut.invalidSequences == whole.invalidSequences)
    }
  }
}

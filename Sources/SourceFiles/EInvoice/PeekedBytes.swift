/// Bytes whose beginning was looked at before they are read.
final class PeekedBytes: ByteSource {
  /// The first bytes, up to 1 KiB.
  let head: [UInt8]
  private let source: any ByteSource
  private var headTaken = 0

  init(_ source: any ByteSource) throws(SourceFileError) {
    self.source = source
    var head: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while head.count < buffer.count {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<(buffer.count - head.count)]))
      if count == 0 { break }
      head += buffer[..<count]
    }
    self.head = head
  }

  var bytesTaken: Int { source.bytesTaken }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    guard headTaken < head.count else { return try source.read(into: buffer) }
    let count = min(buffer.count, head.count - headTaken)
    buffer.copyBytes(from: head[headTaken..<headTaken + count])
    headTaken += count
    return count
  }
}

/// What a document is, by its first bytes.
enum DocumentContent: Equatable {
  case xml, pdf, zip, other

  init(head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if isXML(head) {
      self = .xml
    } else if holdsPDFMark(head) {
      self = .pdf
    } else {
      self = .other
    }
  }
}

/// Whether the first visible character is `<`, in UTF-8, in UTF-16 or after a byte order mark.
private func isXML(_ head: [UInt8]) -> Bool {
  let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x20, 0x09, 0x0A, 0x0D]
  return head.first { !marks.contains($0) } == 0x3C
}

/// Readers of PDF take its mark anywhere in the first KiB.
private func holdsPDFMark(_ head: [UInt8]) -> Bool {
  let mark = Array("%PDF-".utf8)
  guard head.count >= mark.count else { return false }
  return (0...head.count - mark.count).contains { head[$0..<$0 + mark.count].elementsEqual(mark) }
}

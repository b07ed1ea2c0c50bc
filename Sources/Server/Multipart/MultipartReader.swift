import Foundation

/// Cuts the body of a form with files into its parts while its bytes arrive, in constant memory.
///
/// However the bytes are split on their way, the parts are the same. A part's content is handed over as it comes.
///
/// Source: RFC 7578, "Returning Values from Forms: multipart/form-data"; RFC 2046, section 5.1.1.
struct MultipartReader {
  /// What was read, in order.
  enum Event: Equatable {
    /// A part begins.
    case part(MultipartHead)
    /// More of its content.
    case content([UInt8])
    /// It ends.
    case end
  }

  /// The bytes that a part's header may have.
  static let headerLimit = 16 << 10
  /// The parts that a form may have.
  static let partLimit = 200

  private enum State {
    /// Before the first delimiter.
    case preamble
    /// Just behind a delimiter.
    case delimiter
    case header
    /// At the empty line behind a header.
    case emptyLine
    case content
    /// Behind the last delimiter.
    case epilogue
  }

  /// The line end, two hyphens and the boundary that stand before each part.
  private let delimiter: [UInt8]
  private var state = State.preamble
  /// Bytes that cannot be told yet; the first delimiter may stand at the very start, without a line end before it.
  private var pending: [UInt8] = [0x0D, 0x0A]
  private var parts = 0

  /// Begins for a boundary.
  init(boundary: MultipartBoundary) { delimiter = Array("\r\n--".utf8) + boundary.bytes }

  /// Takes the next bytes and gives what they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) throws(MultipartFault) -> [Event] {
    guard state != .epilogue else { return [] }
    pending.append(contentsOf: bytes)
    var events: [Event] = []
    var start = 0
    while let next = try step(from: start, &events) { start = next }
    pending.removeFirst(start)
    return events
  }

  /// Ends the body.
  /// - Throws: `MultipartFault.unfinished` when the last delimiter never came.
  func finish() throws(MultipartFault) {
    guard state == .epilogue else { throw .unfinished }
  }

  /// Goes on from a place in the pending bytes: the place reached, or nothing when more bytes are needed.
  private mutating func step(from start: Int, _ events: inout [Event]) throws(MultipartFault) -> Int? {
    let rest = pending[start...]
    switch state {
    case .preamble, .content:
      let (end, isDelimiter) = pending.search(delimiter, from: start)
      if state == .content, end > start { events.append(.content(Array(pending[start..<end]))) }
      guard isDelimiter else { return end > start ? end : nil }
      if state == .content { events.append(.end) }
      state = .delimiter
      return end + delimiter.count
    case .delimiter: return try afterDelimiter(rest)
    case .header:
      if rest.starts(with: [0x0D, 0x0A]) {
        events.append(.part(try MultipartHead([])))
        state = .emptyLine
        return start
      }
      let (end, isThere) = pending.search([0x0D, 0x0A, 0x0D, 0x0A], from: start)
      guard end - start <= MultipartReader.headerLimit else { throw .headerTooLong }
      guard isThere else { return nil }
      events.append(.part(try MultipartHead(pending[start..<end])))
      state = .emptyLine
      return end + 2
    case .emptyLine:
      // The line end is the delimiter's own where the part has no content at all.
      let isPrefix = zip(rest, delimiter).allSatisfy { $0 == $1 }
      guard rest.count >= delimiter.count || !isPrefix else { return nil }
      guard isPrefix else {
        state = .content
        return start + 2
      }
      events.append(.end)
      state = .delimiter
      return start + delimiter.count
    case .epilogue: return rest.isEmpty ? nil : pending.count
    }
  }

  /// Behind a delimiter stand two hyphens after the last part; else nothing but white space up to the line's end.
  private mutating func afterDelimiter(_ rest: ArraySlice<UInt8>) throws(MultipartFault) -> Int? {
    if rest.starts(with: [0x2D, 0x2D]) {
      state = .epilogue
      return pending.count
    }
    if rest.elementsEqual([0x2D]) { return nil }
    let text = rest.drop { $0 == 0x20 || $0 == 0x09 }
    guard text.startIndex - rest.startIndex <= 256 else { throw .malformed }
    guard text.count >= 2 else {
      guard text.isEmpty || text.first == 0x0D else { throw .malformed }
      return nil
    }
    guard text.starts(with: [0x0D, 0x0A]) else { throw .malformed }
    parts += 1
    guard parts <= MultipartReader.partLimit else { throw .tooManyParts }
    state = .header
    return text.startIndex + 2
  }
}

extension [UInt8] {
  /// Looks for a mark that begins with a carriage return.
  /// - Returns: where it begins; else where bytes begin that could be its start, and false.
  func search(_ mark: [UInt8], from start: Int) -> (end: Int, isThere: Bool) {
    withUnsafeBytes { bytes -> (end: Int, isThere: Bool) in
      guard let base = bytes.baseAddress else { return (start, false) }
      var place = start
      while place < bytes.count {
        guard let found = memchr(base + place, 0x0D, bytes.count - place) else { return (bytes.count, false) }
        place = UnsafeRawPointer(found) - base
        let rest = bytes[place...].prefix(mark.count)
        if zip(rest, mark).allSatisfy({ $0 == $1 }) { return (place, rest.count == mark.count) }
        place += 1
      }
      return (bytes.count, false)
    }
  }
}

/// Why a form with files cannot be read.
enum MultipartFault: Error, Equatable {
  /// It says no boundary, or one that is none.
  case noBoundary
  /// It is not as the standard wants it.
  case malformed
  /// A part's header goes beyond all measure.
  case headerTooLong
  /// There are more parts than any form of ours has.
  case tooManyParts
  /// It breaks off.
  case unfinished
}

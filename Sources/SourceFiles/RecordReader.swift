import Ledger

/// Cuts UTF-8 text into records and fields, in constant memory: RFC 4180 with the tolerance real files need.
///
/// - Lines end in LF, CRLF, CRCRLF or CR; the last may have no end. Blank lines are passed over.
/// - A quote opens a field only as its first character; elsewhere it is text. Inside a quoted field a quote that
///   neither ends the field nor is doubled is text too, unless the field also spans lines: then nobody can say where it
///   ends, and the record is at fault.
/// - After a record at fault, reading goes on at the next physical line.
///
/// Linear, whatever the bytes: what unclosed quotes make it read twice is bounded.
public final class RecordReader {
  /// What the next record is.
  public enum Outcome: Hashable, Sendable {
    case record
    case fault(RowFault.Reason)
    case end
  }

  /// The longest record, in bytes.
  public static let recordLimit = 1 << 20
  /// The longest raw text that a fault carries, in bytes.
  public static let rawLimit = 64 << 10
  /// The most fields that a record gives; more are counted, not given.
  public static let fieldLimit = 16_384

  /// The line on which the record begins, 1 being the first of the text.
  @exclusivity(unchecked) public private(set) var line = 0
  /// How many fields the record has.
  @exclusivity(unchecked) public private(set) var fieldCount = 0
  /// Blank lines passed over so far.
  public private(set) var blankLines = 0

  private let source: any ByteSource
  private let delimiter: UInt8
  private let hasQuotes: Bool
  private let chunk = 256 << 10
  private let capacity: Int
  private let buffer: UnsafeMutablePointer<UInt8>
  private let unescaped: UnsafeMutablePointer<UInt8>
  // Touched for every record: not worth a run-time check of exclusive access.
  @exclusivity(unchecked) private var unescapedCount = 0
  private let slices: UnsafeMutablePointer<FieldSlice>

  @exclusivity(unchecked) private var start = 0
  @exclusivity(unchecked) private var filled = 0
  @exclusivity(unchecked) private var isAtEnd = false
  @exclusivity(unchecked) private var nextLine = 1
  @exclusivity(unchecked) private var rawStart = 0
  @exclusivity(unchecked) private var rawEnd = 0
  @exclusivity(unchecked) private var keptRaw: String?
  /// How many bytes unclosed quotes may still make us read twice; then a quoted field ends on its line.
  private var rereadable = 64 << 20

  /// Reads records from UTF-8 text.
  public init(_ source: any ByteSource, delimiter: Delimiter, quote: QuoteMark = .double) {
    self.source = source
    self.delimiter = delimiter.byte
    hasQuotes = quote == .double
    capacity = Self.recordLimit + 3 * chunk
    buffer = .allocate(capacity: capacity)
    unescaped = .allocate(capacity: Self.recordLimit + 8)
    slices = .allocate(capacity: Self.fieldLimit)
  }

  deinit {
    buffer.deallocate()
    unescaped.deallocate()
    slices.deallocate()
  }

  /// How many bytes were taken from the file so far.
  public var bytesTaken: Int { source.bytesTaken }

  /// The fields of the record, valid until the next one is read.
  public var fields: UnsafeBufferPointer<FieldSlice> {
    UnsafeBufferPointer(start: slices, count: min(fieldCount, Self.fieldLimit))
  }

  /// The record as it stands in the file, without its line end, cut after 64 KiB.
  public var raw: String { keptRaw ?? text(from: rawStart, to: rawEnd) }

  /// The record's fields as texts.
  public var texts: [String] {
    fields.map { String(decoding: UnsafeBufferPointer(start: $0.start, count: $0.count), as: UTF8.self) }
  }

  /// Reads the next record; its line, fields and raw text are then this reader's.
  public func next() throws(SourceFileError) -> Outcome {
    keptRaw = nil
    while true {
      if start == filled, try !refill() { return .end }
      switch parse() {
      case .needsMore(let isInQuotes, let lineEnds):
        if filled - start >= Self.recordLimit + 4 { return try faultOfLongRecord(isInQuotes, lineEnds) }
        if try !refill() { isAtEnd = true }
      case .unclosed(let readTo):
        rereadable -= readTo - start
        return try faultOfUnclosedQuote()
      case .complete(let end, let next, let lineEnds):
        line = nextLine
        nextLine += lineEnds + 1
        (rawStart, rawEnd) = (start, end)
        start = next
        if fieldCount == 1, lineEnds == 0, isBlank(slices[0]) {
          blankLines += 1
          continue
        }
        if end - rawStart > Self.recordLimit { return .fault(.recordTooLong(limit: Self.recordLimit)) }
        let check = byteCheck(buffer + rawStart, end - rawStart)
        if check.isEmpty { return .record }
        return .fault(check.contains(.nul) ? .nulByte : .invalidText)
      }
    }
  }

  /// Passes over physical lines, whatever stands in them.
  public func skipLines(_ count: Int) throws(SourceFileError) {
    for _ in 0..<max(0, count) {
      if start == filled, try !refill() { return }
      try skipToNextLine()
      nextLine += 1
    }
  }
}

// MARK: - One record

extension RecordReader {
  private enum Parse {
    /// The record ends at `end`, the next begins at `next`; quoted fields hold `lineEnds`.
    case complete(end: Int, next: Int, lineEnds: Int)
    /// The buffer ends within the record.
    case needsMore(isInQuotes: Bool, lineEnds: Int)
    /// A quoted field does not end.
    case unclosed(readTo: Int)
  }

  private func parse() -> Parse {
    let (bytes, delimiter, hasQuotes) = (buffer, delimiter, hasQuotes)
    // One record's verdict never depends on how much of the file happens to be in the buffer.
    let end = min(filled, start + Self.recordLimit + 4)
    let isLast = isAtEnd && end == filled
    var place = start
    var count = 0
    var lineEnds = 0
    unescapedCount = 0
    defer { fieldCount = count }
    while true {
      if hasQuotes, place < end, bytes[place] == 0x22 {
        switch quotedField(from: place, to: end, isLast: isLast, lineEnds: &lineEnds) {
        case .field(let slice, let next):
          if count < Self.fieldLimit { slices[count] = slice }
          place = next
        case .needsMore: return .needsMore(isInQuotes: true, lineEnds: lineEnds)
        case .unclosed(let readTo): return .unclosed(readTo: readTo)
        }
      } else {
        let first = place
        while place < end {
          let byte = bytes[place]
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          place += 1
        }
        if count < Self.fieldLimit { slices[count] = FieldSlice(start: bytes + first, count: place - first) }
      }
      count += 1
      if place == end {
        return isLast
          ? .complete(end: place, next: place, lineEnds: lineEnds) : .needsMore(isInQuotes: false, lineEnds: lineEnds)
      }
      if bytes[place] == delimiter {
        place += 1
        continue
      }
      guard let length = lineEnd(at: place, to: end, isLast: isLast) else {
        return .needsMore(isInQuotes: false, lineEnds: lineEnds)
      }
      return .complete(end: place, next: place + length, lineEnds: lineEnds)
    }
  }

  private enum Quoted {
    case field(FieldSlice, next: Int)
    case needsMore
    case unclosed(readTo: Int)
  }

  private func quotedField(from open: Int, to end: Int, isLast: Bool, lineEnds: inout Int) -> Quoted {
    let (bytes, delimiter) = (buffer, delimiter)
    var place = open + 1
    var (hasDoubled, hasStray, spansLines) = (false, false, false)
    while place < end {
      let byte = bytes[place]
      if byte == 0x22 {
        if place + 1 == end, !isLast { return .needsMore }
        let next = place + 1 == end ? 0x0A : bytes[place + 1]
        if next == delimiter || next == 0x0A || next == 0x0D {
          return .field(unquoted(from: open + 1, to: place, hasDoubled: hasDoubled), next: place + 1)
        }
        if next == 0x22 {
          hasDoubled = true
          place += 2
        } else {
          if spansLines { return .unclosed(readTo: place) }
          hasStray = true
          place += 1
        }
      } else if byte == 0x0A || byte == 0x0D {
        if hasStray || rereadable <= 0 { return .unclosed(readTo: place) }
        guard let length = lineEnd(at: place, to: end, isLast: isLast) else { return .needsMore }
        spansLines = true
        lineEnds += 1
        place += length
      } else {
        place += 1
      }
    }
    return isLast ? .unclosed(readTo: end) : .needsMore
  }

  private func unquoted(from first: Int, to end: Int, hasDoubled: Bool) -> FieldSlice {
    guard hasDoubled else { return FieldSlice(start: buffer + first, count: end - first) }
    let target = unescaped + unescapedCount
    var (place, written) = (first, 0)
    while place < end {
      target[written] = buffer[place]
      written += 1
      place += buffer[place] == 0x22 && place + 1 < end && buffer[place + 1] == 0x22 ? 2 : 1
    }
    unescapedCount += written
    return FieldSlice(start: target, count: written)
  }

  /// How many bytes a line end takes, or nothing when more must be read to say.
  private func lineEnd(at place: Int, to end: Int, isLast: Bool) -> Int? {
    if buffer[place] == 0x0A { return 1 }
    if place + 1 == end { return isLast ? 1 : nil }
    if buffer[place + 1] == 0x0A { return 2 }
    guard buffer[place + 1] == 0x0D else { return 1 }
    if place + 2 == end { return isLast ? 1 : nil }
    return buffer[place + 2] == 0x0A ? 3 : 1
  }

  private func isBlank(_ slice: FieldSlice) -> Bool {
    UnsafeBufferPointer(start: slice.start, count: slice.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

// MARK: - Faults and the buffer

extension RecordReader {
  /// The first line of the record is set aside; what follows is read as records of their own.
  private func faultOfUnclosedQuote() throws(SourceFileError) -> Outcome {
    line = nextLine
    nextLine += 1
    let end = firstLineEnd() ?? filled
    keptRaw = text(from: start, to: end)
    start = end
    fieldCount = 0
    try skipToNextLine()
    return .fault(.unclosedQuote)
  }

  private func faultOfLongRecord(_ isInQuotes: Bool, _ lineEnds: Int) throws(SourceFileError) -> Outcome {
    if isInQuotes, firstLineEnd() != nil {
      rereadable -= Self.recordLimit
      return try faultOfUnclosedQuote()
    }
    line = nextLine
    nextLine += lineEnds + 1
    keptRaw = text(from: start, to: filled)
    fieldCount = 0
    start += Self.recordLimit
    try skipToNextLine()
    return .fault(.recordTooLong(limit: Self.recordLimit))
  }

  /// Where the line that begins at `start` ends within the record limit.
  private func firstLineEnd() -> Int? {
    lineEndPlace(buffer, from: start, to: min(filled, start + Self.recordLimit + 4))
  }

  private func skipToNextLine() throws(SourceFileError) {
    while true {
      start = lineEndPlace(buffer, from: start, to: filled) ?? filled
      if start < filled, let length = lineEnd(at: start, to: filled, isLast: isAtEnd) {
        start += length
        return
      }
      if try !refill() {
        isAtEnd = true
        if start == filled { return }
      }
    }
  }

  /// Reads more behind what is left; whether there was more.
  private func refill() throws(SourceFileError) -> Bool {
    if isAtEnd { return false }
    if capacity - filled < chunk {
      buffer.update(from: buffer + start, count: filled - start)
      filled -= start
      start = 0
    }
    let room = UnsafeMutableRawBufferPointer(start: buffer + filled, count: min(chunk, capacity - filled))
    let count = try source.read(into: room)
    filled += count
    isAtEnd = count == 0
    return count > 0
  }

  private func text(from first: Int, to end: Int) -> String {
    var count = min(end - first, Self.rawLimit)
    // Never cut a character in two.
    if count < end - first { while count > 0, buffer[first + count] & 0xC0 == 0x80 { count -= 1 } }
    return String(decoding: UnsafeBufferPointer(start: buffer + first, count: count), as: UTF8.self)
  }
}

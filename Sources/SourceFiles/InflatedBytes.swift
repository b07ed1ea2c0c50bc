import CZlib

/// The content of a gzip stream, member after member.
public final class InflatedBytes: ByteSource {
  private let source: any ByteSource
  private let file: String
  private let stream: UnsafeMutablePointer<z_stream>
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var isBetweenMembers = true
  private var hasMember = false

  /// Reads what a source holds compressed; `file` is its name in messages.
  public init(_ source: any ByteSource, file: String) throws(SourceFileError) {
    self.source = source
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipOnly: Int32 = 16 + MAX_WBITS
    let result = inflateInit2_(stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw .damagedGzip(file: file) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// How many bytes were taken from the file itself so far.
  public var bytesTaken: Int { source.bytesTaken }

  /// Fills the start of a buffer; 0 only at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    let room = min(buffer.count, Int(Int32.max))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    while stream.pointee.avail_out == UInt32(room) {
      if stream.pointee.avail_in == 0 {
        guard try refill() else {
          guard isBetweenMembers, hasMember else { throw .truncatedGzip(file: file) }
          return 0
        }
      }
      if isBetweenMembers {
        if hasMember { skipPadding() }
        if stream.pointee.avail_in == 0 { continue }
        guard inflateReset(stream) == Z_OK else { throw .damagedGzip(file: file) }
        isBetweenMembers = false
        hasMember = true
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default: throw .damagedGzip(file: file)
      }
    }
    return room - Int(stream.pointee.avail_out)
  }

  private func refill() throws(SourceFileError) -> Bool {
    let count = try source.read(into: input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    return count > 0
  }

  /// Tapes and block devices pad the last member with zeros.
  private func skipPadding() {
    while stream.pointee.avail_in > 0, let next = stream.pointee.next_in, next.pointee == 0 {
      stream.pointee.next_in = next + 1
      stream.pointee.avail_in -= 1
    }
  }
}

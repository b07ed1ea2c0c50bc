/// Something that bytes are read from, once, from its beginning to its end.
public protocol ByteSource: AnyObject {
  /// Fills the start of a buffer, as far as it pleases, and returns how many bytes; 0 only at the end.
  /// - Parameter buffer: not empty.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int
  /// How many bytes were taken from the file itself so far: for a compressed file, compressed bytes.
  var bytesTaken: Int { get }
}

/// Bytes held in memory.
public final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  /// How many bytes were read so far.
  public private(set) var bytesTaken = 0

  /// Reads these bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the UTF-8 of a text.
  public convenience init(_ text: String) { self.init(Array(text.utf8)) }

  /// Fills the start of a buffer; 0 only at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    let count = min(buffer.count, bytes.count - bytesTaken)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[bytesTaken..<bytesTaken + count]))
    }
    bytesTaken += count
    return count
  }
}

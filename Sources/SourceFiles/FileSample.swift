/// The parts of a file that sniffing looks at.
public struct FileSample: Sendable {
  /// The file's name, without folders.
  public let name: String
  /// The first bytes, after decompression.
  public let head: [UInt8]
  /// Blocks from the middle and the end, whose first and last lines may be cut; none for a compressed file.
  public let blocks: [[UInt8]]
  /// Whether the file is compressed by gzip.
  public let isGzip: Bool
  /// Whether `head` is the whole of the file.
  public let isWhole: Bool

  /// Makes a sample.
  public init(name: String, head: [UInt8], blocks: [[UInt8]] = [], isGzip: Bool = false, isWhole: Bool = true) {
    self.name = name
    self.head = head
    self.blocks = blocks
    self.isGzip = isGzip
    self.isWhole = isWhole
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file.
public final class FileBytes: ByteSource {
  /// The file's name, without folders.
  public let name: String
  /// The file's size in bytes when it was opened.
  public let size: Int
  /// How many bytes were read so far.
  public private(set) var bytesTaken = 0
  private let descriptor: Int32

  /// Opens a file.
  /// - Throws: `SourceFileError.unreadable` when it does not open or is a folder.
  public init(path: String) throws(SourceFileError) {
    name = lastComponent(of: path)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(file: name, reason: systemWords()) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = systemWords()
      close(descriptor)
      throw .unreadable(file: name, reason: reason)
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills the start of a buffer; 0 only at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    let count = try systemRead(into: buffer, at: nil)
    bytesTaken += count
    return count
  }

  /// Bytes from some place of the file, fewer at its end; the reading place does not move.
  func block(at offset: Int, count: Int) throws(SourceFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    var problem: SourceFileError?
    bytes.withUnsafeMutableBytes { buffer in
      while filled < count {
        do throws(SourceFileError) {
          let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
          let got = try systemRead(into: rest, at: offset + filled)
          if got == 0 { break }
          filled += got
        } catch {
          problem = error
          break
        }
      }
    }
    if let problem { throw problem }
    return Array(bytes.prefix(filled))
  }

  private func systemRead(into buffer: UnsafeMutableRawBufferPointer, at offset: Int?) throws(SourceFileError) -> Int {
    while true {
      let count =
        offset.map { pread(descriptor, buffer.baseAddress, buffer.count, off_t($0)) }
        ?? systemReadNext(descriptor, buffer)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(file: name, reason: systemWords()) }
    }
  }
}

/// `read(2)`, whose name the method above shadows.
private func systemReadNext(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// The system's words for the last error.
func systemWords() -> String { String(cString: strerror(errno)) }

/// A path without its folders.
func lastComponent(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

extension FileSample {
  /// Looks at a file: its first 256 KiB after decompression, and 64 KiB from its middle and its end.
  public init(path: String) throws(SourceFileError) {
    let file = try FileBytes(path: path)
    let magic = try file.block(at: 0, count: 2)
    guard !magic.isEmpty else { throw .empty(file: file.name) }
    let isGzip = magic == [0x1F, 0x8B]
    let source: any ByteSource = isGzip ? try InflatedBytes(file, file: file.name) : file
    let limit = 256 << 10
    let (head, isWhole) = try firstBytes(of: source, limit: limit)
    guard !head.isEmpty else { throw .empty(file: file.name) }
    let block = 64 << 10
    var blocks: [[UInt8]] = []
    if !isGzip, file.size >= limit + 2 * block {
      blocks = [
        try file.block(at: file.size / 2 & ~1, count: block),
        try file.block(at: (file.size - block) & ~1, count: block),
      ]
    }
    self.init(name: file.name, head: head, blocks: blocks, isGzip: isGzip, isWhole: isWhole)
  }
}

/// At most `limit` bytes, and whether there are no more.
private func firstBytes(of source: any ByteSource, limit: Int) throws(SourceFileError) -> ([UInt8], isWhole: Bool) {
  var bytes: [UInt8] = []
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  defer { buffer.deallocate() }
  while bytes.count <= limit {
    let count = try source.read(into: buffer)
    if count == 0 { return (bytes, true) }
    bytes.append(contentsOf: buffer[..<count])
  }
  return (Array(bytes.prefix(limit)), false)
}

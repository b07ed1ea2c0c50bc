#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A new file being written: made aside, on the disk for good once it is closed.
public final class FileSink {
  private let name: String
  private var descriptor: Int32
  /// How many bytes were written.
  public private(set) var bytesWritten = 0

  /// Makes or empties a file that only its owner can read.
  public init(path: String) throws(SourceFileError) {
    name = lastComponent(of: path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(file: name, reason: systemWords()) }
  }

  deinit { if descriptor >= 0 { _ = systemClose(descriptor) } }

  /// Writes bytes at the end.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(SourceFileError) {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
      if count < 0 {
        if errno == EINTR { continue }
        throw .unwritable(file: name, reason: systemWords())
      }
      written += count
    }
    bytesWritten += written
  }

  /// Waits until the disk has everything, and closes.
  public func close() throws(SourceFileError) {
    guard descriptor >= 0 else { return }
    let synced = fsync(descriptor) == 0
    let reason = systemWords()
    let closed = systemClose(descriptor) == 0
    descriptor = -1
    guard synced, closed else { throw .unwritable(file: name, reason: synced ? systemWords() : reason) }
  }
}

/// `write(2)`, whose name a method above shadows.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// `close(2)`, whose name a method above shadows.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that only this user can read, there for as long as it is held.
final class TemporaryFile {
  /// Where it is.
  let path: String
  private let descriptor: Int32

  /// Writes what a source holds to a file, up to a number of bytes.
  init(of source: any ByteSource, limit: Int) throws(EInvoiceProblem) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/clientele-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw EInvoiceProblem(reason: .unreadableFile) }
    try fill(from: source, limit: limit)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path)
  }

  private func fill(from source: any ByteSource, limit: Int) throws(EInvoiceProblem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var total = 0
    while true {
      let count: Int
      do throws(SourceFileError) {
        count = try source.read(into: buffer)
      } catch {
        throw EInvoiceProblem(reason: .unreadableFile)
      }
      if count == 0 { return }
      total += count
      guard total <= limit else { throw EInvoiceProblem(reason: .documentTooBig(limit: limit)) }
      var written = 0
      while written < count {
        let step = write(descriptor, buffer.baseAddress.map { $0 + written }, count - written)
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { throw EInvoiceProblem(reason: .unreadableFile) }
        written += step
      }
    }
  }
}

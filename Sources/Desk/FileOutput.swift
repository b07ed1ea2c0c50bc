import Foundation
import Ledger
import SourceFiles
import Units

/// A file written piece by piece.
final class FileOutput {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ path: String) throws(DeskError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path, reason: systemReason()) }
    buffer.reserveCapacity(1 << 20)
  }

  deinit { Foundation.close(descriptor) }

  func write(_ bytes: UnsafeRawBufferPointer) throws(DeskError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 20 { try flush() }
  }

  func write(_ bytes: [UInt8]) throws(DeskError) {
    buffer += bytes
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Writes what is left; whether it reached the disk is the commit's affair.
  func close() throws(DeskError) { try flush() }

  private func flush() throws(DeskError) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written) }
      guard count > 0 else { throw .cannotWrite(path, reason: systemReason()) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

import Foundation
import Units

/// The right to write to a workspace: one process at a time, given back when the process ends however it ends.
public final class WorkspaceLock: Sendable {
  private let file: Int32

  /// Takes the lock, at once or not at all; readers never need it.
  /// - Throws: `DeskError.locked` with who holds it, or `.cannotWrite`.
  public init(_ workspace: Workspace, purpose: String) throws(DeskError) {
    file = open(workspace.lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .cannotWrite(workspace.lockFile, reason: systemReason()) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let holder = String(decoding: FileManager.default.contents(atPath: workspace.lockFile) ?? Data(), as: UTF8.self)
      close(file)
      throw .locked(by: holder.isEmpty ? "?" : holder)
    }
    let note = Array("\(purpose), process \(getpid())".utf8)
    ftruncate(file, 0)
    _ = note.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    ftruncate(file, 0)
    close(file)
  }
}

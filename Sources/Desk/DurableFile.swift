import Foundation
import Units

/// Writes a file so that after a crash it is either as before or whole: aside, synced, renamed, its folder synced.
func writeDurably(_ bytes: [UInt8], to path: String) throws(DeskError) {
  let aside = path + ".new"
  let file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw .cannotWrite(path, reason: systemReason()) }
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
    }
    guard count > 0 else {
      let reason = systemReason()
      close(file)
      unlink(aside)
      throw .cannotWrite(path, reason: reason)
    }
    written += count
  }
  let synced = fsync(file) == 0
  close(file)
  guard synced, rename(aside, path) == 0 else {
    let reason = systemReason()
    unlink(aside)
    throw .cannotWrite(path, reason: reason)
  }
  syncFolder((path as NSString).deletingLastPathComponent)
}

/// Makes a file that something else wrote survive a crash, and moves it to its place.
func moveDurably(_ path: String, to place: String) throws(DeskError) {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw .cannotWrite(place, reason: systemReason()) }
  let synced = fsync(file) == 0
  close(file)
  guard synced, rename(path, place) == 0 else { throw .cannotWrite(place, reason: systemReason()) }
  syncFolder((place as NSString).deletingLastPathComponent)
}

/// Makes renames within a folder survive a crash.
func syncFolder(_ path: String) {
  let folder = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
  guard folder >= 0 else { return }
  fsync(folder)
  close(folder)
}

/// The system's words for its last error.
func systemReason() -> String { String(cString: strerror(errno)) }

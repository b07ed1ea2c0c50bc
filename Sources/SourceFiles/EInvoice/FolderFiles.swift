#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a path leads to.
enum PathKind {
  case file, folder, other

  /// What is there, links followed; nothing when nothing is.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

/// Calls a closure for every ordinary file below a folder, folder after folder, by the bytes of their names.
///
/// Names that begin with a point are the system's, and left out; so are links to folders, which may lead in circles.
/// - Parameters:
///   - each: takes the path and what of it lies below the folder.
///   - unreadable: takes what does not open: a folder that is not ours to read, a link to nothing.
/// - Throws: `SourceFileError.unreadable` when the folder itself does not open, and what the closures throw.
func forEachFile(
  below folder: String, _ each: (_ path: String, _ inner: String) throws -> Void,
  unreadable: (_ inner: String) throws -> Void
) throws {
  // A stack rather than recursion: folders may be as deep as the file system likes.
  var waiting = [""]
  while let inner = waiting.popLast() {
    let path = inner.isEmpty ? folder : folder + "/" + inner
    guard let kind = PathKind(path: path) else {
      try unreadable(inner)
      continue
    }
    switch kind {
    case .file: try each(path, inner)
    case .folder:
      if !inner.isEmpty, isLink(path) { continue }
      let found: [String]
      do throws(SourceFileError) {
        found = try names(in: path)
      } catch {
        if inner.isEmpty { throw error }
        try unreadable(inner)
        continue
      }
      for name in found.reversed() { waiting.append(inner.isEmpty ? name : inner + "/" + name) }
    case .other: continue
    }
  }
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func names(in folder: String) throws(SourceFileError) -> [String] {
  guard let stream = opendir(folder) else {
    throw .unreadable(file: lastComponent(of: folder), reason: systemWords())
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
        String(cString: $0)
      }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted(by: precedes)
}

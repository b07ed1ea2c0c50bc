#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A shared library, opened for the life of the process: drivers leave threads behind, so none is ever unloaded.
struct Library {
  private let handle: UnsafeMutableRawPointer

  /// Opens a library.
  ///
  /// `shared` makes its symbols visible to those opened later.
  init(path: String, shared: Bool) throws(ADBCError) {
    guard let handle = dlopen(path, RTLD_LAZY | (shared ? RTLD_GLOBAL : RTLD_LOCAL)) else {
      throw ADBCError(.loadLibrary, .notFound, "The library \(path) cannot be loaded: \(Library.lastWords()).")
    }
    self.handle = handle
  }

  func symbol(_ name: String) throws(ADBCError) -> UnsafeMutableRawPointer {
    guard let found = dlsym(handle, name) else {
      throw ADBCError(.findEntry, .notFound, "The library has no function named \(name): \(Library.lastWords()).")
    }
    return found
  }

  private static func lastWords() -> String {
    dlerror().map { String(cString: $0) } ?? "no reason given"
  }
}

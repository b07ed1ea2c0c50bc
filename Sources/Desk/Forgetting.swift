import Foundation
import Units

extension Workspace {
  /// The imports, oldest first.
  public func imports() throws(DeskError) -> [ImportRecord] { try Manifest(of: self).imports }

  /// Undoes one import: its rows go, and what it had restated comes back.
  /// - Returns: what was forgotten.
  /// - Throws: `DeskError.noSuchImport`, `.needed` when another import completes it, `.locked` or `.cannotWrite`.
  public func forget(_ id: String) throws(DeskError) -> ImportRecord {
    let lock = try WorkspaceLock(self, purpose: "forget")
    defer { withExtendedLifetime(lock) {} }
    var manifest = try Manifest(of: self)
    guard let record = manifest[id] else { throw .noSuchImport(id) }
    let completions = manifest.imports.filter { $0.completes == id }.map(\.id)
    guard completions.isEmpty else { throw .needed(id, by: completions) }
    manifest.imports.removeAll { $0.id == id }
    for index in manifest.imports.indices {
      manifest.imports[index] = manifest.imports[index].without(supersessionOf: id)
    }
    try manifest.commit(to: self)
    // From here on the files are orphans; a crash leaves them to the next sweep.
    for path in record.parts.map({ factsFile(record, $0.kind) }) + [overlapFile(id), rejectsFile(id)] {
      try? FileManager.default.removeItem(atPath: path)
    }
    return record
  }
}

extension ImportRecord {
  fileprivate func without(supersessionOf id: String) -> ImportRecord {
    var record = self
    record.supersedes.removeAll { $0.id == id }
    record.replaces?.removeAll { $0.id == id }
    return record
  }
}

import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// A rejects file that a person mended: it completes the import whose rows it holds.
struct MendedRejects {
  /// The import that is completed, never itself a completion.
  let parent: ImportRecord
  let digest: String
  private let path: String
  private let sample: FileSample
  /// Lines of the source file that an earlier mended file already brought.
  private let done: Set<Int>

  /// Recognises a rejects file, or gives nothing.
  /// - Throws: `DeskError.orphanRejects` when no import in the manifest set such rows aside.
  init?(_ path: String, among manifest: Manifest) throws {
    let sample = try FileSample(path: path)
    guard !sample.isGzip, RejectsFile.isRejectsFile(sample) else { return nil }
    let fingerprint = ContentDigest()
    try eachChunk(of: try FileBytes(path: path)) { fingerprint.feed($0) }
    var names: Set<String> = []
    try RejectsFile.read(try FileBytes(path: path), sample: sample, rows: { names.insert($0.file) }, faults: { _ in })
    let parents = manifest.imports.filter { $0.completes == nil && $0.rejected > 0 && names.contains($0.file) }
    guard let parent = parents.last else { throw DeskError.orphanRejects(sample.name) }
    self.path = path
    self.sample = sample
    self.parent = parent
    digest = fingerprint.finish()
    done = Set(manifest.imports.filter { $0.completes == parent.id }.flatMap { $0.completedLines ?? [] })
  }

  /// Reads the rows again as the source file was read; rows that are still at fault go to a new rejects file.
  func cleaned(_ output: CleaningOutput) throws -> CleanedTable {
    var stillRejected: Set<Int> = []
    var pushed: [Int] = []
    var known = 0
    let cleaner = try output.cleaner(reading: parent.reading, file: parent.file) { stillRejected.insert($0.line) }
    try RejectsFile.read(
      try FileBytes(path: path), sample: sample,
      rows: { row in
        guard row.file == parent.file else { return }
        guard !done.contains(row.line) else { return known += 1 }
        pushed.append(row.line)
        try cleaner.push(line: row.line, raw: row.raw)
      }, faults: { try output.reject($0) })
    var table = try output.stored(cleaner, reading: parent.reading)
    table.duplicates = known
    table.completedLines = Set(pushed).subtracting(stillRejected).sorted()
    return table
  }
}

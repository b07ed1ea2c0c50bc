import Foundation
import SourceFiles
import Synchronization
import Units

/// Files that were brought to a workspace and wait for a person's word: nothing of them is in the ledger yet.
///
/// Each bringing has a folder of its own, with a name that nobody can guess.
public struct Uploads: Sendable {
  private let folder: String

  /// The files that wait beside a workspace's ledger.
  public init(of workspace: Workspace) { folder = workspace.ledger + "/.uploads" }

  /// Begins a bringing.
  /// - Throws: `DeskError.cannotWrite`.
  public func begin() throws(DeskError) -> Upload {
    let upload = Upload(id: FormSeal.newSession(), in: folder)
    try makeFolder(upload.folder)
    return upload
  }

  /// A bringing that was begun before.
  /// - Throws: `DeskError.noSuchUpload` when it was imported, thrown away or swept since.
  public func upload(_ id: String) throws(DeskError) -> Upload {
    let isName = id.utf8.count == 32 && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    let upload = Upload(id: id, in: folder)
    guard isName, !upload.files.isEmpty else { throw .noSuchUpload }
    return upload
  }

  /// Throws away what was begun before a moment, in seconds since 1970.
  public func sweep(before moment: Double) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = folder + "/" + name
      let begun = (try? files.attributesOfItem(atPath: path)[.modificationDate]) as? Date
      if (begun?.timeIntervalSince1970 ?? 0) < moment { try? files.removeItem(atPath: path) }
    }
  }
}

/// The files of one bringing.
public struct Upload: Sendable {
  /// The bringing's name.
  public let id: String
  let folder: String

  init(id: String, in folder: String) {
    self.id = id
    self.folder = folder + "/" + id
  }

  /// The paths of the files, by name.
  public var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
  }

  /// Makes room for a file, under a name like the one it was brought with.
  /// - Throws: `SourceFileError.unwritable`.
  public func add(named name: String) throws(SourceFileError) -> UploadWriter {
    let plain = fileName(name)
    var free = plain
    var turn = 2
    while FileManager.default.fileExists(atPath: folder + "/" + free) {
      free = numbered(plain, turn)
      turn += 1
    }
    return try UploadWriter(path: folder + "/" + free)
  }

  /// Throws the files away.
  public func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// A brought file while it is written.
public final class UploadWriter: Sendable {
  private let sink: Mutex<FileSink>

  init(path: String) throws(SourceFileError) { sink = Mutex(try FileSink(path: path)) }

  /// Writes bytes at the end.
  /// - Throws: `SourceFileError.unwritable`, such as when the disk is full.
  public func write(_ bytes: [UInt8]) throws {
    try sink.withLock { sink in try bytes.withUnsafeBytes { try sink.write($0) } }
  }

  /// Waits until the disk has everything.
  /// - Throws: `SourceFileError.unwritable`.
  public func close() throws { try sink.withLock { try $0.close() } }
}

/// A name that a file of ours may have, whatever a stranger calls it: without folders, controls and marks that turn
/// text around, neither hidden nor endless.
func fileName(_ text: String) -> String {
  let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
  var name = String(
    String.UnicodeScalarView(
      last.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator, .unassigned: false
        default: true
        }
      }))
  while let first = name.first, first == "." || first.isWhitespace { name.removeFirst() }
  while name.last?.isWhitespace ?? false { name.removeLast() }
  guard !name.isEmpty else { return "file" }
  let (stem, ending) = parts(of: name)
  var short = stem
  // Disks take names of 255 bytes; some room is left for a number.
  while short.utf8.count + ending.utf8.count > 200, !short.isEmpty { short.removeLast() }
  return short + ending
}

/// `ventes (2).csv` of `ventes.csv`.
private func numbered(_ name: String, _ number: Int) -> String {
  let (stem, ending) = parts(of: name)
  return "\(stem) (\(number))\(ending)"
}

/// A name's stem and its ending, `.gz` and what stands before it together.
private func parts(of name: String) -> (stem: String, ending: String) {
  var stem = name
  var ending = ""
  for _ in 0..<2 {
    guard let dot = stem.lastIndex(of: "."), dot != stem.startIndex, stem[dot...].utf8.count <= 10 else { break }
    guard ending.isEmpty || ending.lowercased() == ".gz" else { break }
    ending = stem[dot...] + ending
    stem = String(stem[..<dot])
  }
  return (stem, ending)
}

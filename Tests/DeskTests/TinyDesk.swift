import Engine
import Foundation
import Ledger
import Portfolio
import SourceFiles
import Testing
import Units

@testable import Desk

/// A workspace of its own in a temporary folder.
final class TinyDesk {
  let folder: String
  let workspace: Workspace
  let settings: EngineSettings

  init() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let engines =
      ProcessInfo.processInfo.environment["CLIENTELE_ENGINES"] ?? package.appendingPathComponent(".engines").path
    settings = try EngineSettings(lookingIn: [engines])
    folder = NSTemporaryDirectory() + "tiny-desk-" + UUID().uuidString
    workspace = try Workspace(creating: folder + "/w", language: .en)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a source file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  func bring(
    _ files: String..., options: SniffOptions = SniffOptions(), source: String = "main", append: Bool = false,
    strict: Bool = false, dryRun: Bool = false
  ) throws -> [ImportOutcome] {
    try Importer(workspace, settings: settings, policy: Policy()).run(
      ImportRequest(
        files: files, options: options, source: source, append: append, strict: strict, dryRun: dryRun, now: 0))
  }

  /// All revenue of the books, customers and others.
  func revenue() throws -> Int64 {
    let books = try Analysis(
      of: workspace, settings: settings, policy: Policy(), length: .all
    ).books
    return (books.activity.cells + books.unattributed.cells).map(\.revenue).sum.value
  }

  /// Every file of the workspace with its content, to tell whether anything changed.
  func content() throws -> [String: Data] {
    let files = FileManager.default
    var content: [String: Data] = [:]
    for name in try files.subpathsOfDirectory(atPath: workspace.root) where name != ".lock" {
      content[name] = files.contents(atPath: workspace.root + "/" + name)
    }
    return content
  }
}

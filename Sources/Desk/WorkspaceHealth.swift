import Engine
import Foundation
import Ledger
import Units

/// Whether a workspace is whole: rules readable, every file of the manifest there and as long as it was.
public struct WorkspaceHealth: Sendable {
  /// What is wrong; empty when all is well.
  public let findings: [DeskError]

  /// Looks at everything.
  /// - Throws: `DeskError` or `EngineError` when it cannot look at all.
  public init(of workspace: Workspace, settings: EngineSettings) throws {
    var findings: [DeskError] = []
    do { _ = try PolicyFile.policy(of: workspace) } catch { findings.append(error) }
    let manifest = try Manifest(of: workspace)
    let engine = try DuckDBEngine(settings)
    for record in manifest.imports {
      for part in record.parts {
        let path = workspace.factsFile(record, part.kind)
        guard FileManager.default.fileExists(atPath: path) else {
          findings.append(.lostFacts(record.id, path))
          continue
        }
        guard let stored = try? engine.summary(of: path, kind: part.kind, mapping: part.fields),
          stored.rows == part.rows
        else {
          findings.append(.damagedFacts(record.id, path))
          continue
        }
      }
      if !record.supersedes.isEmpty, !FileManager.default.fileExists(atPath: workspace.overlapFile(record.id)) {
        findings.append(.lostFacts(record.id, workspace.overlapFile(record.id)))
      }
    }
    self.findings = findings
  }
}

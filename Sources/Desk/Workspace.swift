import Foundation
import Ledger
import Units

/// One company's folder: its facts, its rules and what imports set aside.
public struct Workspace: Sendable, Hashable {
  /// The folder.
  public let root: String

  /// Opens the workspace of a folder.
  /// - Throws: `DeskError.noWorkspace` when the folder is none.
  public init(opening root: String) throws(DeskError) {
    self.init(root: root)
    guard FileManager.default.fileExists(atPath: policyFile) || FileManager.default.fileExists(atPath: manifestFile)
    else { throw .noWorkspace(root) }
  }

  /// Makes an empty workspace with a commented `policy.yaml`.
  /// - Throws: `DeskError.workspaceExists`, or `.cannotWrite`.
  public init(creating root: String, language: Language) throws(DeskError) {
    self.init(root: root)
    guard !FileManager.default.fileExists(atPath: policyFile), !FileManager.default.fileExists(atPath: manifestFile)
    else { throw .workspaceExists(root) }
    for folder in [root, ledger, rejects, snapshots] { try makeFolder(folder) }
    try writeDurably(Array(PolicyFile.commented(in: language).utf8), to: policyFile)
  }

  /// Writes the rules anew, commented; what a person had written there is gone.
  public func replacePolicy(_ policy: Policy, language: Language) throws(DeskError) {
    try writeDurably(Array(PolicyFile.commented(policy, in: language).utf8), to: policyFile)
  }

  private init(root: String) { self.root = root }

  /// Where the rules are written.
  public var policyFile: String { root + "/policy.yaml" }
  var ledger: String { root + "/ledger" }
  var manifestFile: String { ledger + "/manifest.json" }
  var staging: String { ledger + "/.staging" }
  var scratch: String { ledger + "/.scratch" }
  /// What people decided; there is none until somebody decides something.
  var deskFile: String { root + "/desk.sqlite" }
  var lockFile: String { root + "/.lock" }
  var rejects: String { root + "/rejects" }
  var snapshots: String { root + "/snapshots" }
}

/// Makes a folder and those above it; does nothing when it is there.
func makeFolder(_ path: String) throws(DeskError) {
  do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
    throw .cannotWrite(path, reason: systemReason(error))
  }
}

/// The system's own words for a Foundation error.
func systemReason(_ error: any Error) -> String {
  let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
  guard let code = underlying?.code ?? ((error as NSError).domain == NSPOSIXErrorDomain ? (error as NSError).code : nil)
  else { return error.localizedDescription }
  return String(cString: strerror(Int32(code)))
}

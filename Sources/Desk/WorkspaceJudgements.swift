import Ledger
import Store
import Units

/// What people decided in a workspace.
extension Workspace {
  /// Everything that was decided; reading makes no file.
  /// - Throws: `StoreError`.
  public func judgements() throws(StoreError) -> Judgements { try JudgementStore.judgements(at: deskFile) }

  /// Every change there ever was, the newest first.
  /// - Throws: `StoreError`.
  public func audit() throws(StoreError) -> [AuditEntry] { try JudgementStore.audit(at: deskFile) }

  /// Decides something, alone in the workspace.
  /// - Parameter purpose: what others are told meanwhile.
  /// - Throws: `DeskError.locked`, and what `body` throws.
  func deciding<Result>(_ purpose: String, _ body: (JudgementStore) throws -> Result) throws -> Result {
    let lock = try WorkspaceLock(self, purpose: purpose)
    defer { withExtendedLifetime(lock) {} }
    return try body(try JudgementStore(opening: deskFile))
  }
}

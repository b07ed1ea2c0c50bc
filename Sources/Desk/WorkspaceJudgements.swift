import Decisions
import Foundation
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

  /// Merges customers, the first of each pair is kept; all pairs or none.
  /// - Returns: the pairs that were not one before.
  /// - Throws: `PairFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func merge(
    _ pairs: [(kept: ID<Customer>, other: ID<Customer>)], by made: Authorship
  ) throws -> [(kept: ID<Customer>, other: ID<Customer>)] {
    guard !pairs.isEmpty else { return [] }
    return try deciding("duplicates") { try $0.merge(pairs, by: made) }
  }

  /// Says that two customers are never the same.
  /// - Returns: whether that was not said before.
  /// - Throws: `PairFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func part(_ first: ID<Customer>, _ second: ID<Customer>, by made: Authorship) throws -> Bool {
    try deciding("duplicates") { try $0.part(first, second, by: made) }
  }

  /// Takes back the newest decision that holds, on a pair or of all.
  /// - Throws: `PairFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func undo(_ pair: (ID<Customer>, ID<Customer>)?, by made: Authorship) throws -> PairDecision {
    try deciding("duplicates") { try $0.undo(pair, by: made) }
  }

  /// Writes into the customer file, all changes or none.
  /// - Returns: what was not so before.
  /// - Throws: `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func write(_ changes: [FieldChange], by made: Authorship) throws -> [FieldChange] {
    try deciding("customer file") { try $0.edit(changes, by: made) }
  }

  /// Decides of a relation in place of the verdict of the figures, or takes that back.
  /// - Returns: whether that was not so before.
  /// - Throws: `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func judge(_ customer: ID<Customer>, _ choice: VerdictDecision.Choice?, by made: Authorship) throws -> Bool {
    try deciding("verdicts") { try $0.judge(customer, choice, by: made) }
  }

  /// The drafts of plans ever kept, the oldest first.
  /// - Throws: `StoreError`.
  public func drafts() throws(StoreError) -> [KeptDraft] { try JudgementStore.drafts(at: deskFile) }

  /// Keeps a scenario as a draft of a plan.
  /// - Returns: its number.
  /// - Throws: `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func keep(_ draft: PlanDraft, lines: [String], month: Month, by made: Authorship) throws -> Int {
    try deciding("plans") { try $0.keep(draft, lines: lines, month: month, by: made) }
  }

  /// Gives a draft up.
  /// - Returns: whether it stood before.
  /// - Throws: `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func dropDraft(_ number: Int, by made: Authorship) throws -> Bool {
    try deciding("plans") { try $0.dropDraft(number, by: made) }
  }

  /// Writes what people say of categories.
  /// - Returns: what was not so before.
  /// - Throws: `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func describe(_ changes: [CategoryChange], by made: Authorship) throws -> [CategoryChange] {
    try deciding("categories") { try $0.describe(changes, by: made) }
  }

  /// Decides something, alone in the workspace.
  /// - Parameter purpose: what others are told meanwhile.
  func deciding<Result>(_ purpose: String, _ body: (JudgementStore) throws -> Result) throws -> Result {
    let lock = try WorkspaceLock(self, purpose: purpose)
    defer { withExtendedLifetime(lock) {} }
    let isNew = !FileManager.default.fileExists(atPath: deskFile)
    do { return try body(try JudgementStore(opening: deskFile)) } catch {
      // What is refused decides nothing, and so leaves no file.
      if isNew {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: deskFile + suffix) }
      }
      throw error
    }
  }
}

extension Authorship {
  /// The name of the account that the program runs under.
  public static var account: String { NSUserName() }

  /// A person at this moment, by the machine's clock.
  public static func now(_ author: String = account) -> Authorship {
    Authorship(author, at: Int(Date().timeIntervalSince1970))
  }
}

import Decisions
import Foundation
import GRDB
import Ledger
import Units

/// Scenarios kept as drafts of a plan; one that is given up stays readable.
extension JudgementStore {
  /// Keeps a draft.
  /// - Returns: its number.
  /// - Throws: `StoreError`.
  @discardableResult
  public func keep(_ draft: PlanDraft, lines: [String], month: Month, by made: Authorship) throws -> Int {
    try change { database in
      try database.execute(
        sql: "insert into planDraft (name, lines, month, assumed, author, time) values (?, ?, ?, ?, ?, ?)",
        arguments: [
          draft.name, lines.joined(separator: "\n"), month.iso, draft.assumed.value, made.author, made.time,
        ])
      let number = database.lastInsertedRowID
      for (place, action) in draft.actions.enumerated() {
        try database.execute(
          sql: """
            insert into planDraftAction (draft, place, owner, customer, action, means, step, expected)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            number, place, action.owner?.text, action.customer.text, action.action.rawValue, action.means.rawValue,
            action.step.text, action.expected.value,
          ])
      }
      try note(
        "planDraft", of: draft.name, before: nil, after: lines.joined(separator: " | "), by: made, in: database)
      return Int(number)
    }
  }

  /// Gives a draft up.
  /// - Returns: whether it stood before.
  /// - Throws: `StoreError`.
  @discardableResult
  public func dropDraft(_ number: Int, by made: Authorship) throws -> Bool {
    try change { database in
      try database.execute(
        sql: "update planDraft set droppedBy = ?, droppedTime = ? where id = ? and droppedTime is null",
        arguments: [made.author, made.time, number])
      guard database.changesCount > 0 else { return false }
      try note("planDraft", of: String(number), before: "kept", after: nil, by: made, in: database)
      return true
    }
  }

  /// All drafts ever kept, the oldest first; nothing where there is no file yet, and none is made.
  /// - Throws: `StoreError`.
  public static func drafts(at path: String) throws(StoreError) -> [KeptDraft] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try reading(path) { database in
      guard try database.tableExists("planDraft") else { return [] }
      var actions: [Int: [PlanDraft.Action]] = [:]
      for row in try Row.fetchAll(database, sql: "select * from planDraftAction order by draft, place") {
        guard let action = action(row) else {
          throw StoreError.damaged(path, reason: "planDraftAction \(row["draft"] as Int), \(row["place"] as Int)")
        }
        actions[row["draft"] as Int, default: []].append(action)
      }
      return try Row.fetchAll(database, sql: "select * from planDraft order by id").map { row in
        guard let month = Month(iso: row["month"] as String) else {
          throw StoreError.damaged(path, reason: "planDraft \(row["id"] as Int)")
        }
        return KeptDraft(
          number: row["id"],
          draft: PlanDraft(
            name: row["name"], actions: actions[row["id"] as Int] ?? [], assumed: Cents(row["assumed"] as Int64)),
          lines: (row["lines"] as String).split(separator: "\n").map(String.init), month: month,
          made: Authorship(row["author"], at: row["time"]),
          dropped: (row["droppedBy"] as String?).map { Authorship($0, at: row["droppedTime"]) })
      }
    }
  }

  private static func action(_ row: Row) -> PlanDraft.Action? {
    guard let action = PriorityAction(rawValue: row["action"]),
      let means = PriorityAction.Means(rawValue: row["means"]),
      let step = try? WhatIfLine.step(row["step"] as String)
    else { return nil }
    return PlanDraft.Action(
      owner: (row["owner"] as String?).map { (owner: String) in ID<Person>(owner) },
      customer: ID(row["customer"] as String), action: action, means: means,
      step: step, expected: Cents(row["expected"] as Int64))
  }
}

import GRDB
import Ledger
import Units

/// Decisions in place of verdicts; each only adds a row.
extension JudgementStore {
  /// Decides of a relation, or takes back what was decided of it.
  /// - Parameter choice: nothing takes back.
  /// - Returns: whether that was not so before.
  /// - Throws: `StoreError`.
  @discardableResult
  public func judge(_ customer: ID<Customer>, _ choice: VerdictDecision.Choice?, by made: Authorship) throws -> Bool {
    try change { database in
      let before = try Self.verdicts(in: database).last { $0.customer == customer }?.choice
      guard before != choice else { return false }
      try database.execute(
        sql: "insert into verdictDecision (customer, verdict, why, until, author, time) values (?, ?, ?, ?, ?, ?)",
        arguments: [
          customer.text, choice?.verdict.rawValue, choice?.why, choice.map { Int64($0.until.number) }, made.author,
          made.time,
        ])
      try note(
        "verdict", of: customer.text, before: before.map(Self.words), after: choice.map(Self.words), by: made,
        in: database)
      return true
    }
  }

  static func verdicts(in database: Database) throws -> [VerdictDecision] {
    try Row.fetchAll(database, sql: "select * from verdictDecision order by id").map { row in
      let verdict = (row["verdict"] as String?).flatMap(Verdict.init(rawValue:))
      return VerdictDecision(
        number: row["id"], customer: ID(row["customer"]),
        choice: verdict.map { .init($0, why: row["why"], until: Day(number: row["until"])) },
        made: Authorship(row["author"], at: row["time"]))
    }
  }

  private static func words(_ choice: VerdictDecision.Choice) -> String {
    "\(choice.verdict.rawValue) | \(choice.until.iso) | \(choice.why)"
  }
}

import GRDB
import Ledger
import Units

/// What people say of categories; each word only adds a row.
extension JudgementStore {
  /// Writes what is said of categories, all of it or nothing; what was said before is not written again.
  /// - Returns: what was not so before.
  /// - Throws: `StoreError`.
  @discardableResult
  public func describe(_ wanted: [CategoryChange], by made: Authorship) throws -> [CategoryChange] {
    try change { database in
      try wanted.filter { one in
        let before = try CategoryNotes(Self.categories(in: database)).text(one.category, one.field)
        guard before != one.value else { return false }
        try database.execute(
          sql: "insert into categoryEdit (category, field, value, author, time) values (?, ?, ?, ?, ?)",
          arguments: [one.category, one.field.rawValue, one.value, made.author, made.time])
        try note(
          "category", of: "\(one.category) | \(one.field.rawValue)", before: before, after: one.value, by: made,
          in: database)
        return true
      }
    }
  }

  /// Writes into the audit that a rule of a category was written into the policy, which is kept elsewhere.
  /// - Throws: `StoreError`.
  public func noteRule(of category: String, before: String?, after: String?, by made: Authorship) throws {
    try change { database in
      try note("categoryRule", of: category, before: before, after: after, by: made, in: database)
    }
  }

  static func categories(in database: Database) throws -> [CategoryEdit] {
    try Row.fetchAll(database, sql: "select * from categoryEdit order by id").compactMap { row in
      CategoryField(rawValue: row["field"]).map { field in
        CategoryEdit(
          number: row["id"], category: row["category"], field: field, value: row["value"],
          made: Authorship(row["author"], at: row["time"]))
      }
    }
  }
}

import GRDB
import Ledger
import Units

/// Edits of the customer file, and the mappings that are remembered.
extension JudgementStore {
  /// Writes into fields, all of them or none; what a person wrote there already is not written again.
  /// - Returns: what was not so before.
  /// - Throws: `StoreError`.
  @discardableResult
  public func edit(_ wanted: [FieldChange], by made: Authorship) throws -> [FieldChange] {
    try change { database in
      var written: [FieldChange] = []
      for one in wanted {
        let before = try Row.fetchOne(
          database, sql: "select value from fieldEdit where customer = ? and field = ? order by id desc limit 1",
          arguments: [one.customer.text, one.field.rawValue]
        ).flatMap { $0["value"] as String? }
        guard before != one.value else { continue }
        try database.execute(
          sql: "insert into fieldEdit (customer, field, value, author, time) values (?, ?, ?, ?, ?)",
          arguments: [one.customer.text, one.field.rawValue, one.value, made.author, made.time])
        try note(
          "edit", of: "\(one.customer) | \(one.field.rawValue)", before: before, after: one.value, by: made,
          in: database)
        written.append(one)
      }
      return written
    }
  }

  /// Remembers how a table is read, in place of what was remembered for the same source and headers.
  /// - Throws: `StoreError`.
  public func remember(_ mapping: RememberedMapping) throws {
    try change { database in
      let before = try options(of: mapping.source, mapping.signature, in: database)
      guard before != mapping.options else { return }
      try database.execute(
        sql: """
          insert or replace into mapping (source, signature, options, file, author, time) values (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          mapping.source, mapping.signature, mapping.options, mapping.file, mapping.made.author, mapping.made.time,
        ])
      try note(
        "mapping", of: "\(mapping.source) | \(mapping.signature)", before: before, after: mapping.options,
        by: mapping.made, in: database)
    }
  }

  /// Forgets how a table is read.
  /// - Returns: whether anything was remembered.
  /// - Throws: `StoreError`.
  @discardableResult
  public func forgetMapping(source: String, signature: String, by made: Authorship) throws -> Bool {
    try change { database in
      guard let before = try options(of: source, signature, in: database) else { return false }
      try database.execute(
        sql: "delete from mapping where source = ? and signature = ?", arguments: [source, signature])
      try note("mapping", of: "\(source) | \(signature)", before: before, after: nil, by: made, in: database)
      return true
    }
  }

  private func options(of source: String, _ signature: String, in database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "select options from mapping where source = ? and signature = ?", arguments: [source, signature])
  }
}

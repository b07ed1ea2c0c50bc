import Foundation
import GRDB
import Ledger
import Units

/// Where what people decided is kept: `desk.sqlite`, the one gate to it.
///
/// Readers never wait for a writer. After each change the file is whole by itself, so that a copy of the folder is a copy of
/// everything. The clock and the author are arguments of whoever changes something.
public final class JudgementStore: Sendable {
  let path: String
  let pool: DatabasePool

  /// Opens the file, and makes it where there is none.
  /// - Throws: `StoreError`.
  public init(opening path: String) throws(StoreError) {
    self.path = path
    do {
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      let isNewer = try pool.read { try Schema.migrator.hasBeenSuperseded($0) }
      guard !isNewer else { throw StoreError.newer(path) }
      try Schema.migrator.migrate(pool)
    } catch { throw Self.explained(error, path) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "pragma synchronous = full") }
    return configuration
  }

  deinit { try? pool.close() }

  /// Changes something, whole or not at all, then leaves the file whole by itself.
  func change<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do {
      let result = try pool.write(body)
      // A reader that is just reading keeps the log; whoever closes the file last empties it then.
      _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      return result
    } catch let fault as PairFault { throw fault } catch let fault as CeasingFault {
      throw fault
    } catch { throw Self.explained(error, path) }
  }

  /// Writes into the audit: who, when, what, before and after.
  func note(
    _ action: String, of subject: String, before: String?, after: String?, by made: Authorship, in database: Database
  ) throws {
    try database.execute(
      sql: "insert into audit (time, author, action, subject, before, after) values (?, ?, ?, ?, ?, ?)",
      arguments: [made.time, made.author, action, subject, before, after])
  }

  private static func explained(_ error: any Error, _ path: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError
    where [.SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode):
      .damaged(path, reason: error.message ?? error.resultCode.description)
    case let error as DatabaseError: .cannotWrite(path, reason: error.message ?? error.resultCode.description)
    default: .cannotWrite(path, reason: error.localizedDescription)
    }
  }
}

/// Reading.
extension JudgementStore {
  /// Everything that was decided; nothing where there is no file yet, and none is made.
  /// - Throws: `StoreError`.
  public static func judgements(at path: String) throws(StoreError) -> Judgements {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    return try reading(path) { try judgements(in: $0) }
  }

  /// The mappings that are remembered, by source and signature.
  /// - Throws: `StoreError`.
  public static func mappings(at path: String) throws(StoreError) -> [RememberedMapping] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try reading(path) { database in
      try Row.fetchAll(database, sql: "select * from mapping order by source, time, signature").map { row in
        RememberedMapping(
          source: row["source"], signature: row["signature"], options: row["options"], file: row["file"],
          made: Authorship(row["author"], at: row["time"]))
      }
    }
  }

  /// Every change there ever was, the newest first.
  /// - Throws: `StoreError`.
  public static func audit(at path: String) throws(StoreError) -> [AuditEntry] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try reading(path) { database in
      try Row.fetchAll(database, sql: "select * from audit order by id desc").map { row in
        AuditEntry(
          made: Authorship(row["author"], at: row["time"]), action: row["action"], subject: row["subject"],
          before: row["before"], after: row["after"])
      }
    }
  }

  static func judgements(in database: Database) throws -> Judgements {
    let pairs = try Row.fetchAll(database, sql: "select * from pairDecision order by id").compactMap { row in
      PairDecision.Verdict(rawValue: row["verdict"]).map { verdict in
        let undoneBy: String? = row["undoneBy"]
        return PairDecision(
          number: row["id"], verdict, kept: ID(row["kept"]), other: ID(row["other"]),
          made: Authorship(row["author"], at: row["time"]),
          undone: undoneBy.map { Authorship($0, at: row["undoneTime"]) })
      }
    }
    let edits = try Row.fetchAll(database, sql: "select * from fieldEdit order by id").compactMap { row in
      Field(rawValue: row["field"]).map { field in
        FieldEdit(
          number: row["id"], customer: ID(row["customer"]), field: field, value: row["value"],
          made: Authorship(row["author"], at: row["time"]))
      }
    }
    // A file of before that nobody has decided in since.
    let verdicts = try database.tableExists("verdictDecision") ? verdicts(in: database) : []
    let knowsCeasing = try database.tableExists("ceasingStep")
    return Judgements(
      pairs: pairs, edits: edits, verdicts: verdicts, offers: knowsCeasing ? try offers(in: database) : [],
      ceasing: knowsCeasing ? try ceasing(in: database) : [], door: knowsCeasing ? try door(in: database) : [],
      categories: try database.tableExists("categoryEdit") ? categories(in: database) : [])
  }

  /// Reads without changing anything, from a folder that cannot be written too; whoever closes the file last leaves it alone
  /// in its folder.
  static func reading<Result>(
    _ path: String, _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    do {
      let queue = try queue(path, configuration)
      return try queue.read { database in
        guard try !Schema.migrator.hasBeenSuperseded(database) else { throw StoreError.newer(path) }
        return try body(database)
      }
    } catch { throw explained(error, path) }
  }

  /// The file; a copy of it where no log may be made beside it, for SQLite reads none without.
  private static func queue(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    do { return try DatabaseQueue(path: path, configuration: configuration) } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN
    {
      let copy = NSTemporaryDirectory() + "clientele-" + UUID().uuidString
      // An open file outlives its name.
      defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) } }
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      if FileManager.default.fileExists(atPath: path + "-wal") {
        try FileManager.default.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
      }
      let queue = try DatabaseQueue(path: copy, configuration: configuration)
      // The log is made while its place is still there.
      try queue.read { _ = try Int.fetchOne($0, sql: "select count(*) from sqlite_master") }
      return queue
    }
  }
}

import Foundation
import GRDB
import Ledger
import Testing
import Units

@testable import Store

@Suite struct JudgementStoreTests {
  private let store: TinyStore

  init() throws { store = try TinyStore() }

  @Test func `reading where nothing was decided makes no file`() throws {
    #expect(try store.judgements() == .none)
    #expect(try JudgementStore.mappings(at: store.path).isEmpty && JudgementStore.audit(at: store.path).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder).isEmpty)
  }

  @Test func `after a change the file is whole by itself`() throws {
    let open = try store.open()
    try open.merge([(ID("A"), ID("B"))], by: .anne())
    // The one file, copied while the store is still open, has everything.
    let copy = store.folder + "/copy.sqlite"
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    #expect(try JudgementStore.judgements(at: copy) == store.judgements())
    #expect(try store.judgements().unification[ID("B")] == ID("A"))
  }

  @Test func `a copy of the folder goes on by itself`() throws {
    try store.open().merge([(ID("A"), ID("B"))], by: .anne())
    let other = try TinyStore()
    try FileManager.default.copyItem(atPath: store.path, toPath: other.path)
    try other.open().merge([(ID("A"), ID("C"))], by: .anne())
    #expect(try other.judgements().pairs.count == 2 && store.judgements().pairs.count == 1)
  }

  @Test func `a file of a later version is refused in a sentence`() throws {
    _ = try store.open()
    try DatabaseQueue(path: store.path).write {
      try $0.execute(sql: "insert into grdb_migrations (identifier) values ('2099')")
    }
    #expect(throws: StoreError.newer(store.path)) { try store.open() }
    #expect(throws: StoreError.newer(store.path)) { try store.judgements() }
    #expect(StoreError.newer("x").sentence(in: .fr).contains("plus récente"))
  }

  @Test func `what is no database is said to be damaged`() throws {
    try Data("these are not decisions".utf8).write(to: URL(fileURLWithPath: store.path))
    do {
      _ = try store.judgements()
      Issue.record("a text was read as a database")
    } catch StoreError.damaged(let path, _) { #expect(path == store.path) }
  }

  @Test func `opening twice migrates once and keeps everything`() throws {
    try store.open().edit([.init(ID("A"), .city, "Lyon")], by: .anne())
    try store.open().edit([.init(ID("A"), .city, "Paris")], by: .anne())
    #expect(try store.judgements().edits.map(\.value) == ["Lyon", "Paris"])
  }

  @Test func `the audit tells who, when, what, before and after, and only grows`() throws {
    let open = try store.open()
    try open.edit([.init(ID("A"), .city, "Lyon")], by: .anne(1))
    try open.edit([.init(ID("A"), .city, nil)], by: Authorship("Bruno", at: 2))
    let audit = try JudgementStore.audit(at: store.path)
    #expect(audit.map(\.made) == [Authorship("Bruno", at: 2), .anne(1)])
    #expect(audit.map(\.before) == ["Lyon", nil] && audit.map(\.after) == [nil, "Lyon"])
    #expect(audit.allSatisfy { $0.action == "edit" && $0.subject == "A | city" })
    for statement in ["update audit set author = 'Zoé'", "delete from audit"] {
      #expect(throws: DatabaseError.self) { try open.pool.write { try $0.execute(sql: statement) } }
    }
    #expect(try JudgementStore.audit(at: store.path) == audit)
  }

  @Test func `readers do not wait for a writer`() throws {
    let open = try store.open()
    try open.merge([(ID("A"), ID("B"))], by: .anne())
    let seen = try open.pool.writeWithoutTransaction { database in
      try database.execute(
        sql: "begin immediate; insert into audit (time, author, action, subject) values (1, 'x', 'x', 'x')")
      defer { try? database.execute(sql: "rollback") }
      return try store.judgements().pairs.count
    }
    #expect(seen == 1)
  }
}

import GRDB
import Ledger
import Testing
import Units

@testable import Store

@Suite struct CategoryEditsTests {
  private let store: TinyStore

  init() throws { store = try TinyStore() }

  private func notes() throws -> CategoryNotes { CategoryNotes(try store.judgements().categories) }

  @Test func `what is said of a category is kept with who said it, and the newest counts`() throws {
    let first = [CategoryChange("Inns", .need, "quiet"), CategoryChange("Inns", .budget, "1000000")]
    #expect(try store.open().describe(first, by: .anne(1)) == first)
    #expect(try store.open().describe(first, by: .anne(2)).isEmpty)
    #expect(try store.open().describe([CategoryChange("Inns", .need, "early delivery")], by: .anne(3)).count == 1)
    let notes = try notes()
    #expect(notes.text("Inns", .need) == "early delivery" && notes["Inns", .need]?.made == .anne(3))
    #expect(notes.all(of: "Inns").map(\.field) == [.need, .budget] && notes.all(of: "Bars").isEmpty)
    let audit = try JudgementStore.audit(at: store.path)
    #expect(audit.map(\.action) == ["category", "category", "category"])
    #expect(audit[0].subject == "Inns | need" && audit[0].before == "quiet" && audit[0].after == "early delivery")
  }

  @Test func `what is taken back is no longer said, and stays in the history`() throws {
    try store.open().describe([CategoryChange("Inns", .skill, "Advice")], by: .anne(1))
    try store.open().describe([CategoryChange("Inns", .skill, nil)], by: .anne(2))
    #expect(try notes().expertise(of: "Inns") == nil && store.judgements().categories.count == 2)
    #expect(try store.open().describe([CategoryChange("Inns", .skill, nil)], by: .anne(3)).isEmpty)
  }

  @Test func `a file that knows no categories yet is read as it is, and learns them when somebody says something`()
    throws
  {
    try Schema.migrator.migrate(DatabaseQueue(path: store.path), upTo: "2")
    #expect(try store.judgements() == .none)
    try store.open().describe([CategoryChange("Inns", .need, "quiet")], by: .anne())
    #expect(try store.judgements().categories.count == 1)
  }
}

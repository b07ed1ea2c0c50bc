import Foundation
import GRDB
import Ledger
import Testing
import Units

@testable import Store

@Suite struct VerdictDecisionsTests {
  private let store: TinyStore
  private let until = Month(year: 2026, month: 12).lastDay

  init() throws { store = try TinyStore() }

  @Test func `a decision is kept with who, why and until when, and can be taken back`() throws {
    let choice = VerdictDecision.Choice(.maintain, why: "tender in spring", until: until)
    #expect(try store.open().judge(ID("A"), choice, by: .anne()))
    #expect(try !store.open().judge(ID("A"), choice, by: .anne()))
    let kept = try #require(try store.judgements().overrides[ID("A")])
    #expect(kept.choice == choice && kept.made == .anne())
    #expect(try store.open().judge(ID("A"), nil, by: .anne()))
    #expect(try store.judgements().overrides.isEmpty && store.judgements().verdicts.count == 2)
    let audit = try JudgementStore.audit(at: store.path)
    #expect(audit.map(\.action) == ["verdict", "verdict"])
    #expect(audit[1].after == "maintain | 2026-12-31 | tender in spring" && audit[0].after == nil)
  }

  @Test func `the newest decision on customers that became one holds`() throws {
    let open = try store.open()
    try open.judge(ID("A"), .init(.cease, why: "a", until: until), by: .anne(1))
    try open.judge(ID("B"), .init(.develop, why: "b", until: until), by: .anne(2))
    try open.merge([(ID("A"), ID("B"))], by: .anne(3))
    #expect(try store.judgements().overrides.mapValues { $0.choice?.verdict } == [ID("A"): .develop])
  }

  @Test func `a file that knows no verdicts yet is read as it is, and learns them when somebody decides`() throws {
    try Schema.migrator.migrate(DatabaseQueue(path: store.path), upTo: "1")
    #expect(try store.judgements() == .none)
    try store.open().judge(ID("A"), .init(.cease, why: "a", until: until), by: .anne())
    #expect(try store.judgements().verdicts.count == 1)
  }
}

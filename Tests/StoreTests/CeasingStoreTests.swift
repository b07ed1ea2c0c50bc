import Foundation
import GRDB
import Ledger
import Testing
import Units

@testable import Store

@Suite struct CeasingStoreTests {
  private let store: TinyStore
  private let day = Month(year: 2026, month: 3).firstDay

  init() throws { store = try TinyStore() }

  private func terms(_ outcome: PriceOffer.Outcome = .asked, note: String = "") throws -> PriceOffer.Terms {
    try PriceOffer.Terms(.lastOffer, asked: Rate(percent: 9), on: day, outcome: outcome, note: note)
  }

  private var audit: [AuditEntry] { get throws { try JudgementStore.audit(at: store.path) } }

  @Test func `an offer is logged, answered, taken out and put back, each with its line in the audit`() throws {
    let open = try store.open()
    #expect(try open.offer(terms(note: "by phone"), to: ID("A"), by: .anne(1)) == 1)
    #expect(try open.offer(terms(.accepted), to: ID("B"), by: .anne(2)) == 2)
    #expect(try open.answer(1, .refused, by: .anne(3)))
    #expect(try !open.answer(1, .refused, by: .anne(4)))
    let known = try store.judgements()
    #expect(known.offers.map(\.terms.outcome) == [.refused, .accepted] && known.refusedLastOffers == [ID("A")])
    #expect(known.offers[0].terms.note == "by phone" && known.offers[0].made == .anne(3))
    #expect(try open.answer(1, nil, isWithdrawn: true, by: .anne(5)))
    #expect(try store.judgements().refusedLastOffers.isEmpty && store.judgements().standingOffers.count == 1)
    #expect(try open.answer(1, nil, by: .anne(6)))
    #expect(try store.judgements().refusedLastOffers == [ID("A")])
    #expect(try open.answer(1, .partly(Rate(percent: 2)), by: .anne(7)))
    #expect(try store.judgements().offers[0].granted == Rate(percent: 2))
    #expect(throws: CeasingFault.noOffer(3)) { try open.answer(3, .refused, by: .anne()) }
    #expect(throws: CeasingFault.noPart(Rate(percent: 9), of: Rate(percent: 9))) {
      try open.answer(1, .partly(Rate(percent: 9)), by: .anne())
    }
    #expect(try audit.map(\.action) == Array(repeating: "offer", count: 6))
    #expect(try audit.last?.after == "lastOffer | 90000 | 2026-03-01 | asked | by phone")
    #expect(try audit[0].before == "lastOffer | 90000 | 2026-03-01 | refused | by phone")
    #expect(try audit[2].after == "lastOffer | 90000 | 2026-03-01 | refused | withdrawn | by phone")
  }

  @Test func `a case goes from its file to its end, and each step can be taken back`() throws {
    let open = try store.open()
    #expect(throws: CeasingFault.noCase(ID("A"))) { try open.advanceCeasing(ID("A"), to: .sent, on: day, by: .anne()) }
    try open.openCeasing(ID("A"), on: day, by: .anne(1))
    #expect(throws: CeasingFault.alreadyOpen(ID("A"))) { try open.openCeasing(ID("A"), on: day, by: .anne()) }
    try open.advanceCeasing(ID("A"), to: .decided, on: day, note: "board", by: .anne(2))
    try open.advanceCeasing(ID("A"), to: .sent, on: day.advanced(by: 1), by: .anne(3))
    #expect(throws: CeasingFault.before(day.advanced(by: 1), .sent)) {
      try open.advanceCeasing(ID("A"), to: .acknowledged, on: day, by: .anne())
    }
    #expect(try open.undoCeasing(ID("A"), by: .anne(4)) == .sent)
    let back = try #require(try store.judgements().ceasing(of: ID("A")))
    #expect(back.state == .decided && back.last.note == "board" && back.steps.count == 3)
    #expect(back.steps[2].undone == .anne(4))
    try open.advanceCeasing(ID("A"), to: .sent, on: day.advanced(by: 2), by: .anne(5))
    try open.advanceCeasing(ID("A"), to: .ended, on: day.advanced(by: 90), by: .anne(6))
    #expect(try store.judgements().endedOn == [ID("A"): day.advanced(by: 90)])
    #expect(throws: CeasingFault.notNow(.withdrawn, after: .ended)) {
      try open.advanceCeasing(ID("A"), to: .withdrawn, on: day.advanced(by: 91), by: .anne())
    }
    try open.openCeasing(ID("A"), on: day.advanced(by: 400), by: .anne(7))
    #expect(try store.judgements().ceasing.map(\.number) == [1, 2] && store.judgements().endedOn.isEmpty)
    #expect(throws: CeasingFault.nothingToUndo(ID("A"))) { try open.undoCeasing(ID("A"), by: .anne()) }
    #expect(try audit.allSatisfy { $0.action == "ceasing" } && audit.count == 7)
    #expect(try audit[3].before == "sent | 2026-03-02" && audit[3].after == "decided | 2026-03-01 | board")
  }

  @Test func `a letter is kept with the step that sends it, in each language, and is freed with it`() throws {
    let open = try store.open()
    try open.openCeasing(ID("A"), on: day, by: .anne(1))
    try open.advanceCeasing(ID("A"), to: .decided, on: day, by: .anne(2))
    try open.advanceCeasing(
      ID("A"), to: .sent, on: day, letters: [.fr: "## Fin\n\nMadame", .en: "## End\n\nDear"], by: .anne(3))
    try open.advanceCeasing(ID("A"), to: .acknowledged, on: day, by: .anne(4))
    func known() throws -> CeasingCase { try #require(try store.judgements().ceasing(of: ID("A"))) }
    #expect(try known().sentLetter(in: .fr)?.text == "## Fin\n\nMadame")
    #expect(try known().sentLetter(in: .en)?.text == "## End\n\nDear")
    #expect(try known().history.map(\.letters.count) == [0, 0, 2, 0])
    try open.undoCeasing(ID("A"), by: .anne(5))
    #expect(try known().sentLetter(in: .fr) != nil)
    try open.undoCeasing(ID("A"), by: .anne(6))
    #expect(try known().sentLetter(in: .fr) == nil && known().steps[2].letters.count == 2)
    try open.advanceCeasing(ID("A"), to: .sent, on: day, letters: [.fr: "Autre"], by: .anne(7))
    #expect(try known().sentLetter(in: .fr)?.text == "Autre" && known().sentLetter(in: .en) == nil)
  }

  @Test func `a file of before kept no letters, and keeps them from now on`() throws {
    try Schema.migrator.migrate(DatabaseQueue(path: store.path), upTo: "5")
    #expect(try store.judgements() == .none)
    let open = try store.open()
    try open.openCeasing(ID("A"), on: day, by: .anne(1))
    try open.advanceCeasing(ID("A"), to: .decided, on: day, by: .anne(2))
    try open.advanceCeasing(ID("A"), to: .sent, on: day, letters: [.en: "Dear"], by: .anne(3))
    #expect(try store.judgements().ceasing(of: ID("A"))?.sentLetter(in: .en)?.text == "Dear")
  }

  @Test func `what people write of a relation is kept, changed and emptied`() throws {
    let open = try store.open()
    #expect(throws: CeasingFault.noCase(ID("A"))) { try open.describeCeasing(ID("A"), [(.place, "Lyon")], by: .anne()) }
    try open.openCeasing(ID("A"), on: day, by: .anne())
    #expect(
      try open.describeCeasing(ID("A"), [(.place, "Lyon"), (.since, "2018-09-01"), (.role, nil)], by: .anne())
        == [.place, .since])
    #expect(try open.describeCeasing(ID("A"), [(.place, "Lyon"), (.since, nil)], by: .anne()) == [.since])
    let facts = try #require(try store.judgements().openCeasing(of: ID("A"))).facts
    #expect(facts[.place] == "Lyon" && facts.day(.since) == nil)
    #expect(try audit[0].before == "2018-09-01" && audit[0].after == nil)
  }

  @Test func `a rule at the door is kept with its ground, and taken back`() throws {
    let open = try store.open()
    let grounds: [DoorGround] = [
      .toxicCategory("Markets"), .marginUnderFloor(rate: Rate(percent: 2), floor: Rate(percent: 8)),
      .ordersTooSmall(order: Cents(4_000), least: Cents(15_000)), .unpaid(Cents(120_000)), .noCapacity,
      .abnormalRequest,
    ]
    #expect(grounds.map(\.code) == DoorGround.codes)
    for ground in grounds {
      let content = try DoorRule.Content(.category("Markets"), .conditions, ground: ground, note: "see Paul")
      #expect(try open.rule(content, by: .anne()))
      #expect(try !open.rule(content, by: .anne()))
    }
    #expect(try store.judgements().door.map(\.content.ground) == grounds)
    try open.undoRule(2, by: .anne(9))
    #expect(try store.judgements().standingDoor.map(\.number) == [6, 5, 4, 3, 1])
    #expect(try store.judgements().door[1].undone == .anne(9))
    #expect(throws: CeasingFault.noRule(2)) { try open.undoRule(2, by: .anne()) }
    #expect(try audit[0].before == "conditions | marginUnderFloor | 20000 | 80000 | see Paul")
  }

  @Test func `a file that knows no ends yet is read as it is, and learns them when somebody decides`() throws {
    try Schema.migrator.migrate(DatabaseQueue(path: store.path), upTo: "2")
    #expect(try store.judgements() == .none)
    try store.open().openCeasing(ID("A"), on: day, by: .anne())
    #expect(try store.judgements().ceasing.count == 1)
  }
}

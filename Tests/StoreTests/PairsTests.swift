import Ledger
import Testing
import Units

@testable import Store

@Suite struct PairsTests {
  private let store: TinyStore

  init() throws { store = try TinyStore() }

  @Test func `a merge of merged customers leads to the one that is kept at the end`() throws {
    let open = try store.open()
    #expect(try open.merge([(ID("B"), ID("C")), (ID("A"), ID("C"))], by: .anne()).count == 2)
    let unification = try store.judgements().unification
    #expect(unification[ID("C")] == ID("A") && unification[ID("B")] == ID("A") && unification[ID("A")] == ID("A"))
    #expect(unification.merged == [ID("A"): [ID("B"), ID("C")]])
  }

  @Test func `merging twice changes nothing the second time`() throws {
    let open = try store.open()
    try open.merge([(ID("A"), ID("B"))], by: .anne())
    let before = try store.judgements()
    #expect(try open.merge([(ID("A"), ID("B")), (ID("B"), ID("A"))], by: .anne()).isEmpty)
    #expect(try store.judgements() == before)
    #expect(try open.part(ID("C"), ID("D"), by: .anne()) && !open.part(ID("D"), ID("C"), by: .anne()))
  }

  @Test func `a merge against never the same is refused, and with it all of its request`() throws {
    let open = try store.open()
    try open.part(ID("B"), ID("C"), by: .anne())
    try open.merge([(ID("A"), ID("B"))], by: .anne())
    let before = try store.judgements()
    #expect(throws: PairFault.neverTheSame(ID("B"), ID("C"))) {
      try open.merge([(ID("X"), ID("Y")), (ID("A"), ID("C"))], by: .anne())
    }
    #expect(throws: PairFault.itself(ID("A"))) { try open.merge([(ID("A"), ID("A"))], by: .anne()) }
    #expect(throws: PairFault.alreadyOne(ID("B"), ID("A"))) { try open.part(ID("B"), ID("A"), by: .anne()) }
    #expect(try store.judgements() == before)
  }

  @Test func `undo takes back the newest decision on the pair, or of all, and keeps it in the history`() throws {
    let open = try store.open()
    try open.merge([(ID("A"), ID("B")), (ID("C"), ID("D"))], by: .anne(1))
    try open.part(ID("E"), ID("F"), by: .anne(2))
    #expect(try open.undo((ID("B"), ID("A")), by: Authorship("Bruno", at: 3)).kept == ID("A"))
    #expect(try open.undo(nil, by: .anne(4)).verdict == .never)
    #expect(throws: PairFault.noDecision(ID("A"), ID("B"))) { try open.undo((ID("A"), ID("B")), by: .anne()) }
    let judgements = try store.judgements()
    #expect(judgements.unification.pairs.map(\.merged) == [ID("D")] && judgements.never.isEmpty)
    #expect(judgements.pairs.map(\.undone) == [Authorship("Bruno", at: 3), nil, .anne(4)])
    try open.undo(nil, by: .anne())
    #expect(throws: PairFault.nothingDecided) { try open.undo(nil, by: .anne()) }
  }

  @Test func `edits of merged customers follow them, the newest first, and come back with them`() throws {
    let open = try store.open()
    try open.edit(
      [.init(ID("A"), .city, "Lyon"), .init(ID("B"), .city, "Paris"), .init(ID("B"), .email, "")], by: .anne())
    try open.merge([(ID("A"), ID("B"))], by: .anne())
    var judgements = try store.judgements()
    #expect(judgements.edits(by: judgements.unification)[ID("A")]?[.city]?.value == "Paris")
    #expect(judgements.edits(by: judgements.unification)[ID("A")]?[.email]?.value == "")
    try open.edit([.init(ID("B"), .city, nil)], by: .anne())
    judgements = try store.judgements()
    #expect(judgements.edits(by: judgements.unification)[ID("A")]?[.city]?.value == "Lyon")
    #expect(judgements.edits(by: .none)[ID("B")]?[.city] == nil)
  }

  @Test func `a mapping is remembered per source and headers until it is forgotten`() throws {
    let open = try store.open()
    let first = RememberedMapping(source: "crm", signature: "s", options: "1", file: "a.csv", made: .anne())
    try open.remember(first)
    try open.remember(first)
    let second = RememberedMapping(source: "crm", signature: "s", options: "2", file: "b.csv", made: .anne(5))
    try open.remember(second)
    #expect(try JudgementStore.mappings(at: store.path) == [second])
    #expect(try open.forgetMapping(source: "crm", signature: "s", by: .anne()))
    #expect(try !open.forgetMapping(source: "crm", signature: "s", by: .anne()))
    #expect(try JudgementStore.mappings(at: store.path).isEmpty)
    #expect(try JudgementStore.audit(at: store.path).map(\.after) == [nil, "2", "1"])
  }
}

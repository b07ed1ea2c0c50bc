import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

/// The file of a relation that may be ended, and what people decided of it.
struct CeasingFileTests {
  private static let end = Month(year: 2025, month: 12)
  private static let today: Day = Month(year: 2026, month: 1).firstDay.advanced(by: 14)

  /// A pays 1,000 € a month for goods that cost 1,100; B earns.
  ///
  /// An order costs 10 € to take.
  private static let books = tradeBooks(
    asOf: end,
    [
      served(Trader("A", category: "Inns").monthly(Month(year: 2021, month: 1), end, 1_000, cost: 1_100)),
      served(Trader("B").monthly(Month(year: 2019, month: 1), end, 3_000, cost: 1_000)),
    ])

  private static func served(_ trader: Trader) -> Trader {
    MonthSpan(Month(year: 2021, month: 1), end).months.reduce(trader) { $0.given(.order, $1) }
  }

  private static var policy: Policy {
    var policy = Policy()
    policy.costs.kinds[.order] = Policy.KindRule(unitCost: Cents(1_000))
    return policy
  }

  private func analysis(_ judgements: Judgements = .none) -> CompanyAnalysis {
    CompanyAnalysis(
      books: Self.books, policy: Self.policy,
      relations: RelationFacts().with(judgements, of: Self.books.customers, asOf: Self.books.window.asOf, latest: nil))
  }

  private func offer(
    _ number: Int, _ kind: PriceOffer.Kind, _ outcome: PriceOffer.Outcome, day: Int = 0
  ) throws -> PriceOffer {
    PriceOffer(
      number: number, customer: ID("A"),
      terms: try PriceOffer.Terms(
        kind, asked: Rate(percent: 12), on: Self.today.advanced(by: day), outcome: outcome),
      made: Authorship("Anne", at: 1))
  }

  private func file(
    _ facts: [CeasingFact: String] = [:], offers: [PriceOffer] = [], _ commitments: Commitments = .unknown
  ) -> CeasingFile {
    CeasingFile(
      of: 0, in: analysis(), facts: CeasingFacts(facts), offers: offers, commitments: commitments,
      startingOn: Self.today)
  }

  @Test func `a last offer that was refused makes the verdict cease, and one agreed on since takes it back`() throws {
    func verdict(_ offers: [PriceOffer]) -> Verdict? {
      analysis(Judgements(offers: offers)).life.verdicts.rows[0].verdict.value
    }
    #expect(verdict([]) == .maintain)
    #expect(try verdict([offer(1, .rise, .refused)]) == .maintain)
    #expect(try verdict([offer(1, .lastOffer, .asked)]) == .maintain)
    #expect(try verdict([offer(1, .lastOffer, .refused)]) == .cease)
    #expect(try verdict([offer(1, .lastOffer, .refused), offer(2, .rise, .accepted, day: 3)]) == .maintain)
    let reasons = analysis(Judgements(offers: [try offer(1, .lastOffer, .refused)])).life.verdicts.rows[0].reasons
    #expect(Verdict(from: reasons) == .cease)
  }

  @Test func `a relation that was ended is lost from its month on`() {
    func step(_ number: Int, _ state: CeasingCase.State, _ day: Day) -> CeasingCase.Step {
      CeasingCase.Step(number: number, state: state, day: day, made: Authorship("Anne", at: number))
    }
    let ended = CeasingCase(
      number: 1, customer: ID("A"),
      steps: [
        step(1, .prepared, "2025-03-01"), step(2, .decided, "2025-03-02"), step(3, .sent, "2025-03-03"),
        step(4, .ended, "2025-12-31"),
      ])
    let life = analysis(Judgements(ceasing: [ended])).life
    #expect(life.stages?.stage(of: 0, at: Self.end) == .lost && life.stages?.stage(of: 1, at: Self.end) != .lost)
    #expect(analysis().life.stages?.stage(of: 0, at: Self.end) != .lost)
  }

  @Test func `what files tell is there, and notice follows from it`() throws {
    let plain = file()
    #expect(plain.id == ID("A") && plain.revenue == Cents(1_200_000))
    #expect(plain.weight == Share(1_200_000, of: 4_800_000) && plain.dependence == nil)
    // The first order falls into the first months of the data? It does not: B began two years before.
    #expect(plain.notice.proposal == .months(6) && plain.end == Self.today.advanced(byMonths: 6))
    #expect(plain.lastOffer == .none && !plain.isShort)
  }

  @Test func `what a person wrote takes the place of what files tell`() throws {
    let contract = Commitments.Contract(
      isTender: true, start: "2024-06-01", renewal: "2026-05-31", noticeMonths: 9, value: nil)
    let gone = Commitments.Contract(
      isTender: true, start: "2021-06-01", renewal: "2024-05-31", noticeMonths: 12, value: nil)
    let told = Commitments(contracts: [gone, contract], open: [])
    let found = file([:], told)
    #expect(
      found.relation.fixedTerm == "2026-05-31" && found.relation.usualMonths == 9 && found.relation.tendersWon == 2)
    #expect(found.notice.proposal == .months(9))
    let written = file(
      [
        .since: "2025-02-01", .fixedTerm: "2027-06-30", .usualMonths: "2", .tendersWon: "5", .dependence: "400000",
        .endDay: "2026-02-01",
      ], told)
    #expect(written.relation.fixedTerm == "2027-06-30" && written.relation.usualMonths == 2)
    #expect(written.relation.tendersWon == 5 && written.dependence == Share(400_000, of: 1_000_000))
    let share = try #require(written.dependence)
    #expect(written.dependenceOrigin == .person && written.notice.reasons.contains(.dependent(share)))
    #expect(written.end == "2026-02-01" && written.isShort)
    #expect(file([.buyer: "consumer"]).notice.proposal == .none)
    #expect(file([.excuse: "forceMajeure"]).notice.reasons == [.excused(.forceMajeure)])
  }

  @Test func `the last offer is told as it stands`() throws {
    let (waits, refused) = (try offer(1, .lastOffer, .asked), try offer(1, .lastOffer, .refused))
    let later = try offer(2, .rise, .accepted, day: 5)
    #expect(CeasingFile.LastOffer([]) == .none && CeasingFile.LastOffer([later]) == .none)
    #expect(CeasingFile.LastOffer([waits]) == .waits(waits))
    #expect(CeasingFile.LastOffer([refused]) == .refused(refused))
    #expect(CeasingFile.LastOffer([later, refused]) == .agreed(later))
    #expect(try CeasingFile.LastOffer([offer(3, .rise, .asked, day: 9), refused]) == .refused(refused))
  }

  @Test func `what stands against a step has to be confirmed, and is kept in its note`() throws {
    let made = Authorship("Anne", at: 1)
    func known(_ states: [CeasingCase.State]) -> CeasingCase {
      CeasingCase(
        number: 1, customer: ID("A"),
        steps: states.enumerated().map {
          CeasingCase.Step(number: $0 + 1, state: $1, day: Self.today, made: made)
        })
    }
    func note(
      _ file: CeasingFile, _ state: CeasingCase.State, after: [CeasingCase.State], day: Day = Self.today,
      confirmed: Bool = false
    ) throws(CeasingFault) -> String {
      try file.note(
        for: state, on: day, today: day, of: known(after), words: "board", in: .en, isConfirmed: { _ in confirmed })
    }
    let open: [CeasingCase.State] = [.prepared, .decided]
    #expect(throws: CeasingFault.unconfirmed(.withoutOffer)) { try note(file(), .sent, after: open) }
    #expect(throws: CeasingFault.notNow(.sent, after: .prepared)) { try note(file(), .sent, after: [.prepared]) }
    #expect(try note(file(), .sent, after: open, confirmed: true) == "Without a last offer. board")
    #expect(try note(file(offers: [offer(1, .lastOffer, .refused)]), .sent, after: open) == "board")
    let last = Self.today.advanced(byMonths: 6)
    let early = CeasingFault.unconfirmed(.agreedEarlier(lastDay: last))
    #expect(throws: early) { try note(file(), .ended, after: open + [.sent], day: last.advanced(by: -1)) }
    #expect(throws: early) { try note(file([.endDay: "2026-02-01"]), .ended, after: open + [.sent]) }
    #expect(try note(file(), .ended, after: open + [.sent], day: last) == "board")
    #expect(
      try note(file(), .ended, after: open + [.sent], confirmed: true) == "The customer agreed to end earlier. board")
    #expect(try note(file([.excuse: "seriousNonPerformance"]), .ended, after: open + [.sent]) == "board")
    #expect(
      early.sentence(in: .fr).contains("jusqu’au 15\u{A0}juillet\u{A0}2026"))
    let brief = file([.endDay: "2026-02-01"], offers: [try offer(1, .lastOffer, .refused)])
    let short = CeasingConfirmation.shortNotice(lastDay: "2026-02-01", proposed: last)
    #expect(throws: CeasingFault.unconfirmed(short)) { try note(brief, .sent, after: open) }
    #expect(
      try note(brief, .sent, after: open, confirmed: true)
        == "The end on 1\u{A0}February\u{A0}2026, before 15\u{A0}July\u{A0}2026 of the notice proposed. board")
    // Both have to be confirmed, each by itself.
    #expect(file([.endDay: "2026-02-01"]).confirmations(before: .sent, on: Self.today) == [.withoutOffer, short])
    #expect(throws: CeasingFault.unconfirmed(short)) {
      try file([.endDay: "2026-02-01"]).note(
        for: .sent, on: Self.today, today: Self.today, of: known(open), words: "", in: .en,
        isConfirmed: { $0 == .withoutOffer })
    }
  }

  @Test func `a beginning after the first invoice does not shorten the notice`() {
    let later = file([.since: "2025-06-01"])
    #expect(later.relation.saidLater == "2025-06-01" && later.relation.since == "2021-01-01")
    #expect(later.notice.proposal == file().notice.proposal)
    #expect(later.notice.reasons.contains(.invoicesGoBackFurther(said: "2025-06-01", since: "2021-01-01")))
    #expect(later.notice.reasons.allSatisfy { $0 != .length(yearsBegun: 1) })
    // Within the month of the first invoice, and before it, the person knows better.
    let first = file([.since: "2021-01-20"])
    #expect(first.relation.since == "2021-01-20" && first.relation.saidLater == nil)
    let earlier = file([.since: "2015-03-01"])
    #expect(earlier.relation.since == "2015-03-01" && earlier.notice.proposal == .months(11))
  }

  @Test func `a category that no customer has is unknown, one that a customer has is not`() {
    #expect(analysis().isUnknown(category: "Nowhere"))
    #expect(!analysis().isUnknown(category: "inns") && !analysis().isUnknown(category: " "))
  }

  @Test func `who is met at the door is told on which ground, and at which price it may buy all the same`() throws {
    func rule(_ number: Int, _ subject: DoorRule.Subject, _ ground: DoorGround) throws -> DoorRule {
      DoorRule(
        number: number, content: try DoorRule.Content(subject, .refused, ground: ground),
        made: Authorship("Anne", at: 1))
    }
    let rules = [
      try rule(2, .company("Auberge Rouge"), .unpaid(Cents(90_000))),
      try rule(1, .category("Inns"), .toxicCategory("Inns")),
    ]
    func check(_ names: [String], _ category: String?, _ buyer: Buyer = .business) -> DoorCheck {
      DoorCheck(names: names, category: category, buyer: buyer, rules: rules) { _ in
        DoorTerms(leastRate: Rate(percent: 8))
      }
    }
    let inn = check(["P1", "AUBERGE ROUGE"], "inns")
    #expect(inn.rules.map(\.number) == [2, 1] && inn.refusal.outcome == .refuseOrCondition)
    #expect(inn.refusal.conditions == [.paymentInAdvance, .leastMarginRate(Rate(percent: 8))])
    let free = check(["P2", "Bistrot"], "Bistros")
    #expect(free.isFree && free.refusal.outcome == .admit)
    #expect(check(["P3"], "Inns", .consumer).refusal.outcome == .admit)
  }

  @Test func `figures alone ask for conditions, a person's rule wins over them, and a customer is judged alone`() throws
  {
    let rule = DoorRule(
      number: 1, content: try DoorRule.Content(.company("Auberge"), .conditions, ground: .unpaid(Cents(5_000))),
      made: Authorship("Anne", at: 1))
    func check(
      _ name: String, isCustomer: Bool = false, _ buyer: Buyer = .business, mayBeAbuse: Bool = false
    ) -> DoorCheck {
      DoorCheck(
        names: [name], category: "inns", losing: "Inns", isCustomer: isCustomer, buyer: buyer, mayBeAbuse: mayBeAbuse,
        rules: [rule]
      ) { _ in DoorTerms(leastRate: Rate(percent: 8), leastOrder: Cents(40_000)) }
    }
    let plain = check("Le Cheval")
    #expect(plain.isFromFigures && !plain.isFree && plain.bar == .losingCategory)
    #expect(plain.refusal.outcome == .condition && plain.refusal.grounds == [.toxicCategory("Inns")])
    #expect(plain.refusal.conditions == [.leastMarginRate(Rate(percent: 8)), .leastOrder(Cents(40_000))])
    let ruled = check("AUBERGE")
    #expect(!ruled.isFromFigures && ruled.bar == .conditions && ruled.refusal.conditions == [.paymentInAdvance])
    let customer = check("Le Cheval", isCustomer: true)
    #expect(customer.isFree && customer.bar == nil && customer.losing == "Inns")
    #expect(check("Le Cheval", .consumer).refusal.outcome == .admit)
    #expect(check("Le Cheval", mayBeAbuse: true).refusal.cautions == [.mayBeAbuse])
  }
}

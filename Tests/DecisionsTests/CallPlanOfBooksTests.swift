import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// What plans take from the books.
struct CallPlanOfBooksTests {
  private func plan(_ books: Books, _ policy: Policy = Policy()) -> Knowable<CallPlan, CallPlan.Refusal> {
    CallPlan.of(PortfolioAnalysis(books: books, policy: policy))
  }

  @Test func `hours are the visits and calls of the own salesperson, the margin what is left before they are paid`()
    throws
  {
    let plan = try #require(
      plan(
        callBooks([
          "Big": [
            Given(events: 10, minutes: 600), Given(kind: .call, events: 6, minutes: 60),
            Given(kind: .complaint, minutes: 120), Given(person: 1, minutes: 60),
          ], "Mid": [Given(minutes: 90, cost: Cents(20_000)), Given(month: "2024-03", minutes: 600)],
        ])
      ).value)
    let (big, mid) = (plan.rows[0].account, plan.rows[1].account)
    #expect(big.minutes == 660 && mid.minutes == 90)
    // 48,000 less two hours of complaints at 75 (60 ÷ 80 %) and one of Bob's at 37.50; visits and calls are not off.
    #expect(big.margin == Cents(4_800_000 - 15_000 - 3_750) && mid.margin == Cents(480_000))
    let ann = try #require(plan.loads.first)
    // Eighty hours a month, less the complaints.
    #expect(ann.seller.capacity == 12 * 80 * 60 && ann.seller.taken == 120 && ann.plannable == 57_480)
    #expect(plan.loads.count == 1 && ann.customers == 3 && ann.today == 750)
    #expect(plan.terms.visitMinutes == 60 && plan.terms.months == 12)
  }

  @Test func `levels promise the least and allow the most, a new customer is held to what it was promised so far`()
    throws
  {
    let plan = try #require(plan(callBooks(["Big": [Given(minutes: 60)]])).value)
    let levels = plan.rows.map(\.account.level)
    #expect(levels == [.personal, .automated, .delegated])
    // Personal: 12 visits of 60 and 24 calls of 10 minutes; automated: 2 calls; delegated: 4 visits and 8 calls.
    #expect(plan.rows.map(\.account.limits) == [960...7_200, 20...2_400, 320...4_800])
    #expect(plan.rows.map(\.account.dueToday) == [960...7_200, 20...2_400, 80...4_800])
    #expect(plan.rows.map(\.account.standing) == [.belowLevel, .belowLevel, .belowLevel])
    #expect(plan.rows.allSatisfy { $0.planned >= $0.account.limits.lowerBound })
  }

  @Test func `who was never visited borrows the median of its band, else of everybody`() throws {
    let plan = try #require(plan(callBooks(["Big": [Given(minutes: 60)], "New": [Given(minutes: 30)]])).value)
    let mid = plan.rows[1].account
    // Mid and New share band 5; Old was lost long ago.
    #expect(mid.minutes == 0 && mid.standIn == 30 && plan.rows.map(\.customer) == [0, 1, 2])
    let alone = try #require(self.plan(callBooks(["Big": [Given(minutes: 60)]])).value)
    #expect(alone.rows[1].account.standIn == 60)
  }

  @Test func `a potential counts at the gross rate, while it is fresh`() throws {
    func potential(_ judged: Day?) throws -> Cents? {
      let mid = Customer(salesperson: ID("Ann"), potential: Cents(3_000_000), potentialDate: judged)
      return try #require(plan(callBooks(["Big": [Given(minutes: 60)]], details: ["Mid": mid])).value)
        .rows[1].account.potential
    }
    #expect(try potential("2025-06-01") == Cents(1_200_000))
    #expect(try potential("2023-06-01") == nil && potential(nil) == nil)
  }

  @Test func `a small customer with a potential far above its purchases keeps today's hours`() throws {
    let mid = Customer(salesperson: ID("Ann"), potential: Cents(30_000_000), potentialDate: "2025-06-01")
    let books = callBooks(
      ["Big": [Given(minutes: 6_000)], "Mid": [Given(events: 5, minutes: 333)]], details: ["Mid": mid], hours: 10)
    let row = try #require(plan(books).value?.rows[1])
    #expect(row.account.isGuarded && row.least == 345 && row.planned >= 345)
  }

  @Test func `without salespeople, sales time or margins there is no plan, and it is said why`() {
    let given = ["Big": [Given(minutes: 60)]]
    let nobody = ["Big", "Mid", "New", "Old"].map { ($0, Customer()) }
    #expect(plan(callBooks(given, details: Dictionary(uniqueKeysWithValues: nobody))).reason == .noSalesperson)
    #expect(plan(callBooks([:])).reason == .noSalesTime)
    #expect(plan(callBooks(["Big": [Given(kind: .delivery, minutes: 60)]])).reason == .noSalesTime)
    #expect(plan(callBooks(["Big": [Given(person: 1, minutes: 60)]])).reason == .noSalesTime)
    #expect(plan(callBooks(given, isCosted: false)).reason == .noMargin)
  }

  @Test func `a salesperson whose hours nobody knows has as many as today`() throws {
    let unknown = try #require(plan(callBooks(["Big": [Given(minutes: 6_000)]], hours: nil)).value)
    #expect(unknown.loads[0].seller.capacity == nil && unknown.loads[0].plannable == 6_000)
    let stranger = ["Big": Customer(salesperson: ID("Eve"))]
    let plan = try #require(plan(callBooks(["Mid": [Given(minutes: 60)]], details: stranger)).value)
    #expect(plan.loads.map(\.seller.id) == [ID("Ann"), ID("Eve")] && plan.loads[1].seller.person == nil)
    #expect(plan.loads[1].isOverPromised)
  }
}

import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// What plans take from the books.
struct CallPlanOfBooksTests {
  /// One sort of service that somebody gave in a month.
  private struct Given {
    var month: Month = "2025-03"
    var kind = ServiceKind.visit
    var person: Int? = 0
    var events = 1
    var minutes: Int
    var cost: Cents?
  }

  /// Big is in band 1, the others below; Ann costs 60 an hour and can give 80 hours a month of 100.
  private func books(
    _ given: [String: [Given]], details: [String: Customer] = [:], hours: Int? = 100, isCosted: Bool = true
  ) -> Books {
    func cost(_ euros: Int64) -> Int64? { isCosted ? euros : nil }

    let plain = tradeBooks(
      asOf: "2025-12",
      [
        Trader("Big").monthly("2023-01", "2025-12", 10_000, cost: cost(6_000)),
        Trader("Mid").monthly("2023-01", "2025-12", 1_000, cost: cost(600)),
        Trader("New").monthly("2025-10", "2025-12", 100, cost: cost(60)),
        Trader("Old").monthly("2023-01", "2023-12", 100, cost: cost(60)),
      ])
    var (cells, offsets): ([ServiceActivity.Cell], [Int]) = ([], [0])
    for id in plain.customers.ids {
      cells += (given[id.text] ?? []).map { given in
        ServiceActivity.Cell(
          month: given.month, kind: given.kind, person: given.person, events: given.events,
          costedEvents: given.cost == nil ? 0 : given.events, ownCost: given.cost ?? .zero,
          timedEvents: given.cost == nil ? given.events : 0, minutes: given.cost == nil ? given.minutes : 0,
          costedMinutes: given.cost == nil ? 0 : given.minutes)
      }
      offsets.append(cells.count)
    }
    let ids = plain.customers.ids
    let known = ids.enumerated().map { ($0, details[$1.text] ?? Customer(salesperson: ID("Ann"))) }
    return Books(
      window: plain.window, history: plain.history,
      customers: CustomerFile(ids: ids, names: ids.map(\.text), details: Dictionary(uniqueKeysWithValues: known)),
      activity: plain.activity, unattributed: plain.unattributed, orders: plain.orders, ranges: plain.ranges,
      services: ServiceActivity(offsets: offsets, cells: cells, medianMinutes: [.visit: 60, .call: 10]),
      unattributedServices: plain.unattributedServices,
      people: [
        Person(
          id: ID("Ann"), name: "Ann", role: "sales", minutesPerMonth: hours.map { $0 * 60 },
          costPerHour: Cents(6_000)),
        Person(id: ID("Bob"), name: "Bob", role: "desk", minutesPerMonth: 6_000, costPerHour: Cents(3_000)),
      ], prospects: [], waitingLines: 0)
  }

  private func plan(_ books: Books, _ policy: Policy = Policy()) -> Knowable<CallPlan, CallPlan.Refusal> {
    CallPlan.of(PortfolioAnalysis(books: books, policy: policy))
  }

  @Test func `hours are the visits and calls of the own salesperson, the margin what is left before they are paid`()
    throws
  {
    let plan = try #require(
      plan(
        books([
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
    let plan = try #require(plan(books(["Big": [Given(minutes: 60)]])).value)
    let levels = plan.rows.map(\.account.level)
    #expect(levels == [.personal, .automated, .delegated])
    // Personal: 12 visits of 60 and 24 calls of 10 minutes; automated: 2 calls; delegated: 4 visits and 8 calls.
    #expect(plan.rows.map(\.account.limits) == [960...7_200, 20...2_400, 320...4_800])
    #expect(plan.rows.map(\.account.dueToday) == [960...7_200, 20...2_400, 80...4_800])
    #expect(plan.rows.map(\.account.standing) == [.belowLevel, .belowLevel, .belowLevel])
    #expect(plan.rows.allSatisfy { $0.planned >= $0.account.limits.lowerBound })
  }

  @Test func `who was never visited borrows the median of its band, else of everybody`() throws {
    let plan = try #require(plan(books(["Big": [Given(minutes: 60)], "New": [Given(minutes: 30)]])).value)
    let mid = plan.rows[1].account
    // Mid and New share band 5; Old was lost long ago.
    #expect(mid.minutes == 0 && mid.standIn == 30 && plan.rows.map(\.customer) == [0, 1, 2])
    let alone = try #require(self.plan(books(["Big": [Given(minutes: 60)]])).value)
    #expect(alone.rows[1].account.standIn == 60)
  }

  @Test func `a potential counts at the gross rate, while it is fresh`() throws {
    func potential(_ judged: Day?) throws -> Cents? {
      let mid = Customer(salesperson: ID("Ann"), potential: Cents(3_000_000), potentialDate: judged)
      return try #require(plan(books(["Big": [Given(minutes: 60)]], details: ["Mid": mid])).value)
        .rows[1].account.potential
    }
    #expect(try potential("2025-06-01") == Cents(1_200_000))
    #expect(try potential("2023-06-01") == nil && potential(nil) == nil)
  }

  @Test func `a small customer with a potential far above its purchases keeps today's hours`() throws {
    let mid = Customer(salesperson: ID("Ann"), potential: Cents(30_000_000), potentialDate: "2025-06-01")
    let books = books(
      ["Big": [Given(minutes: 6_000)], "Mid": [Given(events: 5, minutes: 333)]], details: ["Mid": mid], hours: 10)
    let row = try #require(plan(books).value?.rows[1])
    #expect(row.account.isGuarded && row.least == 345 && row.planned >= 345)
  }

  @Test func `without salespeople, sales time or margins there is no plan, and it is said why`() {
    let given = ["Big": [Given(minutes: 60)]]
    let nobody = ["Big", "Mid", "New", "Old"].map { ($0, Customer()) }
    #expect(plan(books(given, details: Dictionary(uniqueKeysWithValues: nobody))).reason == .noSalesperson)
    #expect(plan(books([:])).reason == .noSalesTime)
    #expect(plan(books(["Big": [Given(kind: .delivery, minutes: 60)]])).reason == .noSalesTime)
    #expect(plan(books(["Big": [Given(person: 1, minutes: 60)]])).reason == .noSalesTime)
    #expect(plan(books(given, isCosted: false)).reason == .noMargin)
  }

  @Test func `a salesperson whose hours nobody knows has as many as today`() throws {
    let unknown = try #require(plan(books(["Big": [Given(minutes: 6_000)]], hours: nil)).value)
    #expect(unknown.loads[0].seller.capacity == nil && unknown.loads[0].plannable == 6_000)
    let stranger = ["Big": Customer(salesperson: ID("Eve"))]
    let plan = try #require(plan(books(["Mid": [Given(minutes: 60)]], details: stranger)).value)
    #expect(plan.loads.map(\.seller.id) == [ID("Ann"), ID("Eve")] && plan.loads[1].seller.person == nil)
    #expect(plan.loads[1].isOverPromised)
  }
}

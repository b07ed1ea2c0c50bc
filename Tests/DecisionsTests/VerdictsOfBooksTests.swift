import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// Verdicts as the books of a company make them.
struct VerdictsOfBooksTests {
  private let books: Books = tradeBooks(
    asOf: "2025-12", people: [],
    [
      Trader("Credit").buying("2025-06-10", -300), Trader("Even").monthly("2022-01", "2025-12", 1_000, cost: 700),
      Trader("Fading").monthly("2022-01", "2024-12", 1_000, cost: 900).monthly("2025-01", "2025-12", 300, cost: 290),
      Trader("Loser").monthly("2022-01", "2025-12", 500, cost: 800),
      Trader("New").monthly("2025-08", "2025-12", 400, cost: 390),
    ])
  private let policy: Policy = {
    var policy = Policy()
    policy.floors.company.rate = Rate(percent: 8)
    return policy
  }()

  private func verdicts(_ window: Window? = nil, _ decisions: VerdictDecisions = .none) -> Verdicts {
    CompanyAnalysis(
      books: window.map { books.over($0) } ?? books, policy: policy, relations: RelationFacts(verdicts: decisions)
    ).life.verdicts
  }

  @Test func `whatever the months looked at, verdicts are those of twelve`() {
    let own = verdicts()
    for months in [1, 3, 6, 24, 36] {
      #expect(verdicts(Window(asOf: books.window.asOf, months: months)).rows == own.rows)
    }
    #expect(verdicts(Window(all: MonthSpan("2022-01", "2025-12"))).rows == own.rows)
  }

  @Test func `a year before that the data do not cover, or that was before the first order, is not known`() {
    let rows = verdicts().rows
    #expect(rows[1].facts.previous?.revenue == Cents(1_200_000) && rows[4].facts.previous == nil)
    let short = tradeBooks(asOf: "2025-12", people: [], [Trader("A").monthly("2024-02", "2025-12", 500, cost: 800)])
    let facts = CompanyAnalysis(books: short, policy: policy).life.verdicts.rows[0].facts
    #expect(facts.previous == nil && facts.current.revenue == Cents(600_000))
  }

  @Test func `who only had credits did not never order`() {
    #expect(verdicts().rows[0].computed == .unknown(.noRevenue))
  }

  @Test func `who earned its floor and buys less is retained, though it lacks something to it now`() {
    let row = verdicts().rows[2]
    #expect(row.facts.stage == .declining && row.facts.gap > .zero && !row.ladder.isEmpty)
    #expect(row.action == .retention)
  }

  @Test func `what a person decides brings its own action and its own euros, even below zero`() {
    func decided(_ verdict: Verdict, _ id: String) -> Verdicts.Row? {
      let override = VerdictOverride(verdict: verdict, by: "Anne", why: "tender", until: "2026-06-30")
      return verdicts(nil, VerdictDecisions(overrides: [ID(id): override])).rows.first { $0.override != nil }
    }
    let ceased = decided(.cease, "Even")
    #expect(ceased?.action == .substitution && ceased?.means == .cease)
    #expect(ceased?.atStake == ceased?.facts.current.effectOfCeasing && ceased?.atStake == Cents(-360_000))
    #expect(decided(.develop, "Loser")?.action == .development)
    #expect(decided(.cease, "Credit")?.means == .cease)
  }

  @Test func `of a month that is past only what was decided by its end counts, of the last month all`() {
    let choice = VerdictDecision.Choice(.cease, why: "tender", until: "2027-01-31")
    let judgements = Judgements(verdicts: [
      VerdictDecision(number: 1, customer: ID("Even"), choice: choice, made: Authorship("Anne", at: 1_767_225_600))
    ])
    func isDecided(latest: Month?) -> Bool {
      let facts = RelationFacts().with(judgements, of: books.customers, asOf: books.window.asOf, latest: latest)
      return facts.verdicts.overrides[ID("Even")] != nil
    }
    // It was decided on 1 January 2026.
    #expect(isDecided(latest: "2025-12") && isDecided(latest: nil) && !isDecided(latest: "2026-01"))
    #expect(judgements.known(by: "2026-01-01") == judgements && judgements.known(by: "2025-12-31") == .none)
  }

  @Test func `nothing to win is no ranges to sell`() {
    #expect(
      verdicts().rows.filter { $0.action == .development }.allSatisfy { row in
        (row.means == .accompanyGrowth) == ((row.facts.headroom?.amount ?? .zero) == .zero)
      })
    var facts = VerdictFacts(
      current: VerdictFacts.Year(revenue: Cents(100), grossMargin: Cents(50), serviceCost: .zero))
    facts.stage = .developing
    #expect(facts.headroom == nil)
  }

  @Test func `a potential beyond those of its category is counted for these, and both are kept`() throws {
    var policy = policy
    policy.verdict.develop.potentialPercentile = Rate(percent: 50)
    func judged(_ euros: Int64) -> Customer {
      Customer(salesperson: ID("Ann"), potential: Cents(euros * 100), potentialDate: "2025-06-01")
    }
    let books = callBooks(
      ["Big": [Given(minutes: 60)]], details: ["Big": judged(300_000), "Mid": judged(20_000), "New": judged(5_000)])
    let rows = CompanyAnalysis(books: books, policy: policy).life.verdicts.rows
    let big = try #require(rows[0].facts.headroom)
    #expect(
      big == .init(amount: .zero, isEstimate: false, cut: .init(written: Cents(30_000_000), counted: Cents(2_000_000))))
    // 20,000 less the 12,000 it buys.
    #expect(rows[1].facts.headroom == .init(amount: Cents(800_000), isEstimate: false))
  }

  @Test func `the plan of visits tells who would take a customer over, and what that brings in a year`() throws {
    var policy = policy
    policy.floors.company.rate = Rate(percent: 30)
    policy.effort.leastReassignmentGain = Cents(100)
    func of(_ seller: String) -> Customer { Customer(region: "North", salesperson: ID(seller)) }
    let books = callBooks(
      ["Big": [Given(events: 150, minutes: 9_000)], "Mid": [Given(events: 40, minutes: 2_400)]],
      details: ["Big": of("Ann"), "Mid": of("Ann"), "New": of("Bob"), "Old": of("Bob")], hours: 14, region: "North")
    let life = CompanyAnalysis(books: books, policy: policy).life
    let plan = try #require(life.callPlan.value)
    let change = try #require(plan.reassignments.first)
    #expect(
      life.verdicts.rows[change.customer].facts.handOver
        == VerdictFacts.HandOver(to: ID("Bob"), name: "Bob", gain: change.gain))
    #expect(life.verdicts.rows.count { $0.facts.handOver != nil } == plan.reassignments.count)
  }

  @Test func `nobody below its floor is planned more hours than today`() throws {
    var policy = policy
    policy.floors.company.rate = Rate(percent: 35)
    let given = ["Big": [Given(events: 30, minutes: 3_000)], "Mid": [Given(events: 10, minutes: 600)]]
    let below = try #require(
      CallPlan.of(PortfolioAnalysis(books: callBooks(given, hours: 40), policy: policy)).value)
    let mid = try #require(below.rows.first { $0.account.minutes == 600 })
    let analysis = CompanyAnalysis(books: callBooks(given, hours: 40), policy: policy)
    for row in below.rows where (analysis.life.verdicts.rows[row.customer].facts.gap > .zero) {
      #expect(row.planned <= max(row.account.minutes, row.least))
    }
    policy.floors.company.rate = nil
    let free = try #require(CallPlan.of(PortfolioAnalysis(books: callBooks(given, hours: 40), policy: policy)).value)
    #expect(try #require(free.rows.first { $0.customer == mid.customer }).planned > 600)
  }
}

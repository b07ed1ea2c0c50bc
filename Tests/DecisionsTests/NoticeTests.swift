import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// The table of docs/methods/notice.md, and what every notice keeps to.
struct NoticeTests {
  private static let start = Day("2026-01-15")

  private func notice(
    _ since: Day?, start: Day = start, _ change: (inout EndingRelation) -> Void = { _ in },
    rules: (inout Policy) -> Void = { _ in }
  ) -> Notice {
    var (relation, policy) = (EndingRelation(), Policy())
    relation.since = since
    change(&relation)
    rules(&policy)
    return Notice(for: relation, startingOn: start, policy: policy)
  }

  @Test(
    arguments: [
      ("2026-01-15", 1, 1), ("2025-07-15", 1, 1), ("2025-01-15", 1, 1), ("2025-01-14", 2, 2), ("2018-09-15", 8, 8),
      ("2018-01-16", 8, 8), ("2018-01-15", 8, 8), ("2018-01-14", 9, 9), ("2008-02-01", 18, 18), ("2007-12-01", 19, 18),
      ("2001-01-15", 25, 18), ("1950-06-30", 76, 18),
    ] as [(Day, Int, Int)])
  func `one month for each year begun, from 1 to 18`(since: Day, years: Int, months: Int) {
    let notice = notice(since)
    #expect(notice.proposal == .months(months) && notice.reasons.first == .length(yearsBegun: years))
    #expect(notice.end == Self.start.advanced(byMonths: months) && notice.earliestEnd == notice.end)
    #expect(notice.reasons.contains(.alwaysSuffices) == (months == 18))
    #expect(notice.reasons.contains(.loweredToMost(18)) == (years > 18))
    #expect(notice.reasons.last == .priorConditionsHold && notice.sources == [.suddenRupture])
  }

  @Test func `six months make one, seven years and four months eight, twenty-five years eighteen`() {
    #expect(notice(Day("2025-07-15")).proposal == .months(1))
    #expect(notice(Day("2018-09-15")).proposal == .months(8))
    #expect(notice(Day("2001-01-15")).proposal == .months(18))
  }

  @Test func `where the data begin with the relation somebody is asked, unless eighteen months are reached`() {
    let censored = notice("2023-01-10") { $0.isLeftCensored = true }
    #expect(censored.proposal == .ask(atLeast: 4) && censored.end == nil && censored.earliestEnd == "2026-05-15")
    #expect(censored.reasons.first == .leftCensored(yearsBegun: 4))
    #expect(notice("2005-01-10") { $0.isLeftCensored = true }.proposal == .months(18))
    let unknown = notice(nil)
    #expect(unknown.proposal == .ask(atLeast: 1) && unknown.reasons.prefix(2) == [.unknownLength, .raisedToLeast(1)])
  }

  @Test(arguments: EndingRelation.Excuse.allCases)
  func `serious non-performance and force majeure need none`(excuse: EndingRelation.Excuse) {
    let notice = notice("2001-01-15") {
      $0.excuse = excuse
      $0.fixedTerm = "2027-01-01"
      $0.tendersWon = 3
    }
    #expect(notice.proposal == .none && notice.reasons == [.excused(excuse)] && notice.end == Self.start)
  }

  @Test func `a fixed term and tenders won again and again weaken the relation, and take nothing off`() {
    let notice = notice("2018-09-15") {
      $0.fixedTerm = "2026-06-30"
      $0.tendersWon = 3
    }
    #expect(notice.proposal == .months(8) && notice.end == "2026-09-15")
    #expect(notice.reasons.contains(.fixedTermEnds("2026-06-30")) && notice.reasons.contains(.repeatedTenders(3)))
    #expect(notice.reasons.filter { $0.weight == .weakens }.count == 2)
    #expect(self.notice("2018-09-15") { $0.tendersWon = 1 }.reasons.allSatisfy { $0.weight != .weakens })
  }

  @Test func `a contract that runs on keeps the relation until its last day`() {
    let notice = notice("2025-07-15") { $0.fixedTerm = "2027-12-31" }
    #expect(notice.proposal == .months(1) && notice.end == "2027-12-31")
    #expect(notice.reasons.contains(.contractRuns("2027-12-31")))
    // One that has ended already says nothing.
    #expect(self.notice("2018-09-15") { $0.fixedTerm = "2025-12-31" }.reasons == self.notice("2018-09-15").reasons)
  }

  @Test func `usage that names more months holds, usage that names fewer does not`() {
    let more = notice("2025-07-15") { $0.usualMonths = 3 }
    #expect(more.proposal == .months(3) && more.reasons.contains(.usageHolds(3)))
    let fewer = notice("2018-09-15") { $0.usualMonths = 3 }
    #expect(fewer.proposal == .months(8) && fewer.reasons.contains(.usageIsShorter(3)))
    #expect(notice("2001-01-15") { $0.usualMonths = 24 }.proposal == .months(24))
  }

  @Test func `dependence is told from 30 percent on, and adds nothing by itself`() {
    for (percent, weight) in [(29, Notice.Weight.informs), (30, .lengthens), (80, .lengthens)] {
      let share = Share(Int64(percent), of: 100)
      let notice = notice("2018-09-15") { $0.dependence = share }
      let told = notice.reasons.filter {
        switch $0 {
        case .dependent(let told), .notDependent(let told): told == share
        default: false
        }
      }
      #expect(notice.proposal == .months(8) && told.map(\.weight) == [weight])
    }
  }

  @Test func `a steep rise and leaner service are warned as an end is, usual ones are not`() {
    let steep = notice("2018-09-15") { $0.rupture = .priceRise(Rate(percent: 12)) }
    #expect(steep.proposal == .months(8) && steep.reasons.contains(.steepPriceRise(Rate(percent: 12))))
    let usual = notice("2018-09-15") { $0.rupture = .priceRise(Rate(percent: 5)) }
    #expect(usual.proposal == .none && usual.reasons == [.usualPriceRise(Rate(percent: 5))])
    let cut = notice("2018-09-15") { $0.rupture = .serviceCut(from: .personal, to: .automated) }
    #expect(cut.proposal == .months(8) && cut.reasons.contains(.serviceCut(from: .personal, to: .automated)))
    for level in Policy.ServiceLevel.allCases {
      let kept = notice("2018-09-15") { $0.rupture = .serviceCut(from: level, to: level) }
      #expect(kept.proposal == .none && kept.reasons == [.serviceKept])
    }
    #expect(notice("2018-09-15") { $0.rupture = .serviceCut(from: .delegated, to: .personal) }.proposal == .none)
    #expect(notice("2018-09-15") { $0.rupture = .serviceCut(from: .delegated, to: .automated) }.proposal == .months(8))
  }

  @Test func `a consumer's relation is the contract's business`() {
    let notice = notice("2018-09-15") { $0.buyer = .consumer }
    #expect(notice.proposal == .none && notice.reasons == [.consumer])
    #expect(notice.sources == [.refusalToConsumer, .discrimination])
  }

  @Test func `what always suffices is not lengthened for dependence`() {
    let most = notice("2001-01-15") { $0.dependence = Share(9, of: 10) }
    #expect(most.reasons.contains(.alwaysSuffices) && most.reasons.allSatisfy { $0.weight != .lengthens })
    let short = notice("2024-01-15") { $0.dependence = Share(9, of: 10) }
    #expect(short.reasons.contains { $0.weight == .lengthens })
  }

  @Test func `the rules set months for a year, the least and the most`() {
    #expect(
      notice("2018-09-15") { _ in
      } rules: {
        $0.ceasing.noticeMonthsPerYear = 2
      }.proposal == .months(16))
    #expect(
      notice("2025-07-15") { _ in
      } rules: {
        $0.ceasing.leastNoticeMonths = 3
      }.proposal == .months(3))
    let most = notice("2001-01-15") { _ in
    } rules: {
      $0.ceasing.mostNoticeMonths = 12
    }
    #expect(most.proposal == .months(12) && most.reasons.contains(.loweredToMost(12)))
    #expect(!most.reasons.contains(.alwaysSuffices))
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-08-31", 1, "2026-09-30"),
      ("2026-01-15", 18, "2027-07-15"), ("2024-02-29", 12, "2025-02-28"), ("2026-12-31", 2, "2027-02-28"),
      ("2026-05-05", 0, "2026-05-05"),
    ] as [(Day, Int, Day)])
  func `months later is the same day, or the last of a shorter month`(day: Day, months: Int, later: Day) {
    #expect(day.advanced(byMonths: months) == later)
  }

  @Test func `an older relation never gets a shorter notice, and nothing that weakens it takes months off`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let younger = Self.start.advanced(by: -Int.random(in: 0...15_000, using: &random))
      let older = younger.advanced(by: -Int.random(in: 0...5_000, using: &random))
      let (one, other) = (notice(younger), notice(older))
      #expect((one.end ?? Self.start) <= (other.end ?? Self.start))
      let share = Share(Int64.random(in: 0...100, using: &random), of: 100)
      let usual = Int.random(in: 0...24, using: &random)
      let told = notice(older) {
        $0.dependence = share
        $0.tendersWon = 4
        $0.usualMonths = usual
        $0.fixedTerm = Self.start.advanced(by: 20)
      }
      #expect((told.end ?? Self.start) >= (other.end ?? Self.start))
    }
  }

  @Test func `a tenure gives its first day, and whether it may be older`() {
    let books = tradeBooks(
      asOf: "2025-12",
      [Trader("A").monthly("2023-01", "2025-12", 10), Trader("B").monthly("2024-06", "2025-12", 10)])
    let (old, young) = (Tenure(of: 0, in: books), Tenure(of: 1, in: books))
    #expect(EndingRelation(tenure: old).isLeftCensored && EndingRelation(tenure: old).since == "2023-01-01")
    #expect(!EndingRelation(tenure: young).isLeftCensored && EndingRelation(tenure: young).since == "2024-06-01")
    #expect(EndingRelation(tenure: young, since: "2024-06-17").since == "2024-06-17")
    #expect(EndingRelation(tenure: young, since: "2025-06-17").since == "2024-06-01")
    #expect(EndingRelation(tenure: nil).since == nil)
  }
}

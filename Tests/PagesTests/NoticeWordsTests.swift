import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct NoticeWordsTests {
  private static let reasons: [Notice.Reason] =
    [
      .length(yearsBegun: 8), .leftCensored(yearsBegun: 4), .unknownLength, .raisedToLeast(1), .loweredToMost(18),
      .usageHolds(3), .usageIsShorter(1), .alwaysSuffices, .contractRuns("2027-12-31"), .fixedTermEnds("2026-06-30"),
      .repeatedTenders(3), .steepPriceRise(Rate(percent: 12)), .usualPriceRise(Rate(percent: 5)),
      .serviceCut(from: .personal, to: .automated), .serviceKept, .excused(.seriousNonPerformance),
      .excused(.forceMajeure), .consumer, .priorConditionsHold,
    ] + [Share(1, of: 2)].compactMap { $0 }.flatMap { [.dependent($0), .notDependent($0)] }

  private func notice(_ change: (inout EndingRelation) -> Void) -> Notice {
    var relation = EndingRelation()
    relation.since = "2018-09-15"
    change(&relation)
    return Notice(for: relation, startingOn: "2026-01-15", policy: Policy())
  }

  private func isWritten(_ phrase: Phrase) -> Bool {
    let (french, english) = (phrase.text(in: Voice(.fr)), phrase.text(in: Voice(.en)))
    let hasBreaks = [" :", " ;", " ?", " %", " €", "'"].contains { french.contains($0) }
    return french != english && french.count > 10 && english.count > 10 && !hasBreaks
      && [".", "?"].contains(french.suffix(1)) && [".", "?"].contains(english.suffix(1))
  }

  @Test(arguments: reasons) func `every reason has its sentence in both languages`(reason: Notice.Reason) {
    #expect(isWritten(reason.sentence), "\(reason.sentence.text(in: Voice(.fr)))")
  }

  @Test func `a notice says how long and until when`() {
    let plain = notice { _ in }.sentences
    #expect(
      plain[0].text(in: Voice(.fr))
        == "8\u{A0}mois de préavis à partir du 15\u{A0}janvier\u{A0}2026\u{A0}: fin le 15\u{A0}septembre\u{A0}2026.")
    #expect(
      plain[0].text(in: Voice(.en)).hasPrefix("8\u{A0}months of notice from 15\u{A0}January\u{A0}2026: the end is on"))
    let asked = notice { $0.isLeftCensored = true }.sentences[0]
    #expect(asked.text(in: Voice(.en)).contains("At least 8\u{A0}months"))
    #expect(notice { $0.excuse = .forceMajeure }.sentences[0].text(in: Voice(.en)) == "No notice is owed.")
    let bound = notice {
      $0.buyer = .consumer
      $0.fixedTerm = "2027-12-31"
    }
    #expect(bound.sentences[0].text(in: Voice(.en)).hasSuffix("no end before 31\u{A0}December\u{A0}2027."))
  }

  @Test func `whatever is shown ends with counsel, after the articles`() {
    let notices = [
      notice { _ in }, notice { $0.since = nil }, notice { $0.buyer = .consumer }, notice { $0.excuse = .forceMajeure },
      notice { $0.rupture = .priceRise(Rate(percent: 5)) },
    ]
    let refusals = Buyer.allCases.flatMap { buyer in
      [[], [.noCapacity], [.toxicCategory("<b>")]].map {
        DoorRefusal(buyer: buyer, grounds: $0, mayBeAbuse: true, offer: (Cents(90), Cents(100)))
      }
    }
    for (sentences, sources) in notices.map({ ($0.sentences, $0.sources) })
      + refusals.map({ ($0.sentences, $0.sources) })
    {
      #expect(sentences.last == .haveCounselCheck && sentences.allSatisfy(isWritten))
      #expect(Array(sentences.dropLast().suffix(sources.count)) == sources.map { Phrase.article($0) })
    }
  }

  @Test func `every ground and condition at the door has its sentence in both languages`() {
    let refusal = DoorRefusal(
      buyer: .business,
      grounds: [
        .toxicCategory("Inns"), .marginUnderFloor(rate: Rate(percent: 2), floor: Rate(percent: 8)),
        .ordersTooSmall(order: Cents(3_000), least: Cents(12_000)), .unpaid(Cents(50_000)), .noCapacity,
        .abnormalRequest,
      ])
    #expect(refusal.grounds.count == 6 && refusal.conditions.count == 5 && refusal.sentences.allSatisfy(isWritten))
  }
}

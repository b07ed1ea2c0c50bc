import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct NoProspectTests {
  /// Two big inns, twelve small ones, one of them big too where something is to be found; prospects where there are any.
  private func analysis(prospects: Bool, oneMore: Bool, resemblance: Rate = Rate(percent: 50)) -> CompanyAnalysis {
    var policy = Policy()
    policy.replication.resemblance = resemblance
    return CompanyAnalysis(
      books: TinyBooks(asOf: "2025-12") {
        for number in 0..<14 {
          customer(
            "H\(number)", category: "Inns", sector: "55.10",
            region: number < 2 || (oneMore && number == 5) ? "North" : "South",
            size: number < 2 || (oneMore && number == 5) ? "big" : "small"
          ) {
            monthly("2024-01", "2025-12", number < 2 ? 1_000 : 100, cost: number < 2 ? 400 : 50)
          }
        }
        if prospects {
          prospect("P1", category: "Inns", region: "South", size: "small")
          prospect("P2")
        }
      }.books, policy: policy)
  }

  private func title(_ name: ReportName, _ analysis: CompanyAnalysis, _ language: Language) -> String {
    analysis.report(name).title.text(in: Voice(language))
  }

  private func notes(_ name: ReportName, _ analysis: CompanyAnalysis, _ language: Language) -> [String] {
    analysis.report(name).notes.map { $0.text(in: Voice(language)) }
  }

  @Test(arguments: Language.allCases) func `no prospect resembles, but another customer does`(language: Language) {
    for hasProspects in [false, true] {
      let title = title(.lookalikes, analysis(prospects: hasProspects, oneMore: true), language)
      #expect(
        title.hasPrefix(language(fr: "Aucun prospect ne ressemble à vos ", en: "No prospect resembles your ")),
        "\(title)")
      #expect(
        title.hasSuffix(
          language(
            fr: "meilleurs clients, mais 1\u{A0}autre client le fait",
            en: "best customers, but 1\u{A0}other customer does")), "\(title)")
    }
  }

  @Test(arguments: Language.allCases) func `neither a prospect nor another customer resembles`(language: Language) {
    let nobody = analysis(prospects: true, oneMore: false, resemblance: Rate(percent: 100))
    let title = title(.lookalikes, nobody, language)
    #expect(
      title.hasPrefix(
        language(
          fr: "Aucun prospect ni autre client ne ressemble à vos ", en: "No prospect or other customer resembles your ")
      ),
      "\(title)")
    // Those that were compared stand in the rows all the same.
    #expect(nobody.report(.lookalikes).grid.rows.count > 2)
  }

  @Test(arguments: Language.allCases) func `where there is no prospect at all each report says what to import`(
    language: Language
  ) {
    let (none, some) = (analysis(prospects: false, oneMore: true), analysis(prospects: true, oneMore: true))
    let words = language(fr: "Aucun prospect", en: "No prospect")
    for name in [ReportName.lookalikes, .targets, .replication] {
      #expect(
        notes(name, none, language).contains { $0.hasPrefix(words) && $0.contains("(--as prospects)") }, "\(name)")
      #expect(notes(name, some, language).allSatisfy { !$0.contains("--as prospects") }, "\(name)")
    }
    #expect(
      title(.targets, none, language)
        == language(
          fr: "Aucun prospect à noter, 14\u{A0}clients notés", en: "No prospect to score, 14\u{A0}customers scored"))
    #expect(!title(.targets, some, language).contains(words))
  }
}

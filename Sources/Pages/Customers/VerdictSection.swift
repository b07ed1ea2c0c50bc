import Decisions
import Ledger
import Portfolio
import Units

extension SheetDocument {
  /// What to do with the relation, the figures that make it, and the steps to its floor.
  /// - Parameters:
  ///   - isSecured: whether what it brings was won elsewhere, so that its prices may be raised firmly.
  ///   - sponsor: who answers for a relation that is kept as strategic.
  ///   - warnings: what is to be known before the steps.
  static func verdictSection(
    _ row: Verdicts.Row, isSecured: Bool = false, sponsor: String? = nil, warnings: [Phrase] = []
  ) -> Section {
    Section(
      .ladder, row.sentence(isSecured: isSecured),
      ReportGrid(
        columns: [
          ReportColumn("step", Phrase(fr: "Étape", en: "Step"), .text, .hidden),
          ReportColumn("sentence", Phrase(fr: "Marche", en: "Step"), .text),
          ReportColumn("figure", Phrase(fr: "Chiffre", en: "Figure"), .number(digits: 4), .hidden),
          ReportColumn("gainCents", Phrase(fr: "Apporte", en: "Brings"), .euros),
          ReportColumn("cashCents", Phrase(fr: "Dont argent", en: "Of it money"), .euros, .hidden),
          ReportColumn("minutes", Phrase(fr: "Minutes rendues", en: "Minutes given back"), .integer, .hidden),
        ],
        rows: ReportRows(row.ladder.map { ReportDocument.members(of: $0).map(\.cell) })),
      notes: notes(row, sponsor) + warnings)
  }

  /// That a customer's category loses money as a whole, where it does.
  static func toxicCategory(of customer: Int, in analysis: CompanyAnalysis) -> [Phrase] {
    guard let name = analysis.categories[customer], analysis.life.verdicts.toxicCategories.contains(name) else {
      return []
    }
    return [
      Phrase(
        fr: "Sa catégorie, \(name: name), perd de l'argent dans son ensemble ; ce client est jugé seul.",
        en: "Its category, \(name: name), loses money as a whole; this customer is judged alone.")
    ]
  }

  private static func notes(_ row: Verdicts.Row, _ sponsor: String?) -> [Phrase] {
    sentences {
      for reason in row.reasons {
        row.words(of: reason).capitalised + .stop
      }
      if row.computed.value != nil {
        Phrase(fr: "Action : ", en: "Action: ") + row.action.label + Phrase(fr: ", ", en: ", ") + row.means.label
          + .stop
      }
      if row.computed.value != nil, !row.isFirm {
        Phrase(
          fr: "Fragile : le verdict changerait si servir coûtait un cinquième de plus ou de moins.",
          en: "Fragile: the verdict would change if serving cost a fifth more or less.")
      }
      if let until = row.facts.strategicUntil {
        Phrase(fr: "Gardé comme stratégique jusqu'au \(until)", en: "Kept as strategic until \(until)")
          + (sponsor.map { Phrase(fr: ", \(name: $0) en répond", en: ", \(name: $0) answers for it") }
            ?? Phrase(fr: "", en: ""))
          + Phrase(
            fr: " : cela coûte \(euros: row.facts.gap, .compact) par an.",
            en: ": that costs \(euros: row.facts.gap, .compact) a year.")
      }
    }
  }

  /// The verdict as facts.
  /// - Parameter sponsor: who answers for a relation that is kept as strategic.
  static func verdictFacts(_ row: Verdicts.Row, sponsor: String?) -> [ReportTotal] {
    [
      ReportTotal("verdict", row.verdictCell, Phrase(fr: "Verdict", en: "Verdict")),
      ReportTotal("action", .tag(row.action.tag), Phrase(fr: "Action", en: "Action")),
      ReportTotal("means", .tag(row.means.tag)), ReportTotal("firm", row.firmCell),
      ReportTotal("atStakeCents", .cents(row.atStake)),
      ReportTotal("effectOfCeasingCents", .cents(row.facts.current.effectOfCeasing)),
      ReportTotal("strandedCents", .cents(row.facts.current.stranded)),
      ReportTotal("strategicUntil", row.strategicUntilCell), ReportTotal("sponsor", row.sponsorCell(sponsor)),
      ReportTotal("verdictReasons", .list(row.reasons.map { .object(ReportDocument.members(of: $0, row)) })),
    ]
  }
}

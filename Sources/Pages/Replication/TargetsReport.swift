import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// How near prospects and customers are to what the company seeks.
  static func targets(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, rows) = (analysis.books, analysis.targetRows)
    let weights = analysis.policy.targets.weights
    let completeness =
      rows.isEmpty ? nil : Share(rows.map(\.completeness.millionths).reduce(0, +), of: Int64(rows.count))
    return ReportDocument(
      name: .targets, window: books.window, title: title(rows, analysis),
      subtitle: .months(books.window)
        + Phrase(
          fr:
            "Moyenne pondérée de cinq critères de 0 à 100 % ; un critère inconnu compte \(percent: analysis.policy.targets.neutral.value). Les prospects d'abord.",
          en:
            "Weighted mean of five criteria from 0 to 100 %; one that is not known counts \(percent: analysis.policy.targets.neutral.value). Prospects first."
        ),
      totals: [
        ReportTotal(
          "prospects", .integer(rows.count { $0.subject.isProspect }), Phrase(fr: "Prospects", en: "Prospects")),
        ReportTotal(
          "customers", .integer(rows.count { !$0.subject.isProspect }),
          Phrase(fr: "Clients actifs", en: "Active customers")),
        ReportTotal(
          "completeness", .share(completeness.map { $0.value / 1_000_000 }), Phrase(fr: "Connu", en: "Known")),
        ReportTotal(
          "weights",
          .object([
            .init("size", .number(weights.size.value)), .init("activity", .number(weights.activity.value)),
            .init("region", .number(weights.region.value)), .init("interest", .number(weights.interest.value)),
            .init("culture", .number(weights.culture.value)),
          ])),
      ],
      grid: ReportGrid(
        columns: [
          .prospect, .customer, .name, .category,
          ReportColumn("score", Phrase(fr: "Note", en: "Score"), .percent(digits: 0)),
          ReportColumn("completeness", Phrase(fr: "Connu", en: "Known"), .percent(digits: 0), .optional(2)),
          .doorBar, ReportColumn("why", Phrase(fr: "Critères", en: "Criteria"), .text, .optional(1)),
          ReportColumn("reasons", Phrase(fr: "Raisons", en: "Reasons"), .text, .hidden),
        ],
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          return row.subject.cells(in: books) + [
            .text(row.category), .share(row.score.value), .share(row.completeness.value),
            analysis.life.bar(of: row.subject).cell,
            .list(row.judgements.map { .tag($0.short) }), .list(row.judgements.map { .tag($0.tag) }),
          ]
        }),
      notes: sentences {
        analysis.barredSentence
        if books.prospects.isEmpty {
          Phrase(
            fr: "Aucun prospect dans les fichiers : importez votre liste (--as prospects).",
            en: "No prospect in the files: import your list (--as prospects).")
        }
        if let never = TargetCriterion.allCases.first(where: { criterion in
          !rows.isEmpty && rows.allSatisfy { $0.unknown.contains(criterion) }
        }) {
          Phrase(fr: "De personne on ne connaît : ", en: "Known of nobody: ") + never.label + .stop
        }
      })
  }

  private static func title(_ rows: [TargetScores.Row], _ analysis: CompanyAnalysis) -> Phrase {
    let books = analysis.books
    guard let first = rows.first(where: { $0.subject.isProspect }) else {
      return Phrase(
        fr: "Aucun prospect à noter, \(rows.count, "client noté", "clients notés")",
        en: "No prospect to score, \(rows.count, "customer", "customers") scored")
    }
    let name = books.prospects[first.subject.place].name
    let high = rows.count {
      $0.subject.isProspect && !analysis.life.isClosed($0.subject) && $0.score >= Rate(millionths: 666_667)
    }
    return Phrase(
      fr: """
        \(high, "prospect", "prospects") sur \(books.prospects.count) aux deux tiers de la note ou plus ; en tête, \
        « \(name: name) » à \(percent: first.score.value)
        """,
      en: """
        \(high) of \(books.prospects.count, "prospect", "prospects") with two thirds of the score or more; first, \
        “\(name: name)” with \(percent: first.score.value)
        """)
  }
}

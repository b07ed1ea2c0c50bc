import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The prospects nearest to what the company seeks, and what is not known of them.
  var targets: [Panel] { [firstTargets, unknownCriteria].compactMap { $0 } }

  private var firstTargets: Panel? {
    let rows = analysis.targetRows.filter { $0.subject.isProspect && !analysis.life.isClosed($0.subject) }
    guard let first = rows.first else { return nil }
    let name = books.prospects[first.subject.place].name
    let finding = Phrase(
      fr: "« \(name: name) » est le plus près de ce que vous cherchez : \(percent: first.score.value)",
      en: "“\(name: name)” is nearest to what you seek: \(percent: first.score.value)")
    let plot = Plot(
      id: "score-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("name", Phrase(fr: "Prospect", en: "Prospect"), .text),
        ReportColumn("score", Phrase(fr: "Note", en: "Score"), .percent(digits: 0)),
        ReportColumn("known", Phrase(fr: "Connu", en: "Known"), .percent(digits: 0)),
        ReportColumn("unknown", Phrase(fr: "Inconnu", en: "Unknown"), .text),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .accent, showsFigures: true)],
      rows: rows.prefix(15).map { row in
        Plot.Row(
          cells: [
            row.subject.cells(in: books)[2], .share(row.score.value), .share(row.completeness.value),
            .list(row.unknown.map { .phrase($0.label) }),
          ], link: link(toSubject: row.subject), tone: row.unknown.isEmpty ? .accent : .soft)
      })
    return panel(
      "score", finding,
      how: Phrase(
        fr: "Les quinze premiers ; en clair, ceux dont un critère au moins est inconnu.",
        en: "The first fifteen; paler, those of whom a criterion at least is not known."),
      [plot.part(self)])
  }

  private var unknownCriteria: Panel? {
    let rows = analysis.targetRows.filter { $0.subject.isProspect && !analysis.life.isClosed($0.subject) }
    let counts = TargetCriterion.allCases.map { criterion in
      (criterion, rows.count { $0.unknown.contains(criterion) })
    }.filter { $0.1 > 0 }
    guard let most = counts.max(by: { $0.1 < $1.1 }), !rows.isEmpty else { return nil }
    let finding =
      Phrase(fr: "À demander d'abord : ", en: "To ask first: ") + most.0.label
      + Phrase(
        fr: ", qu'on ignore de \(most.1, "prospect", "prospects") sur \(rows.count)",
        en: ", not known of \(most.1) of \(rows.count, "prospect", "prospects")")
    let plot = Plot(
      id: "unknown-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("criterion", Phrase(fr: "Critère", en: "Criterion"), .text),
        ReportColumn("prospects", Phrase(fr: "Prospects sans lui", en: "Prospects without it"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .soft, showsFigures: true)],
      rows: counts.map { Plot.Row(cells: [.phrase($0.0.label), .integer($0.1)]) })
    return panel(
      "unknown", finding,
      how: Phrase(
        fr: "Un critère inconnu compte pour neutre : le demander change la note.",
        en: "A criterion that is not known counts as neutral: asking changes the score."),
      isHalf: true, [plot.part(self)])
  }
}

import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// How many records there are, and how many would be left.
  var cleanUp: [Panel] { [records].compactMap { $0 } }

  private var records: Panel? {
    let cleanUp = analysis.cleanUp
    guard !cleanUp.proposals.isEmpty else { return nil }
    let served = cleanUp.proposals.count(where: \.servedInWindow)
    let finding =
      served == 0
      ? Phrase(
        fr: "De \(cleanUp.before) fiches il en resterait \(cleanUp.after)",
        en: "Of \(cleanUp.before) records \(cleanUp.after) would be left")
      : Phrase(
        fr: """
          De \(cleanUp.before) fiches il en resterait \(cleanUp.after) ; \(served) des autres \
          \(agreeing: served, "est encore servie", "sont encore servies")
          """,
        en: """
          Of \(cleanUp.before) records \(cleanUp.after) would be left; \(served) of the others \
          \(agreeing: served, "is", "are") still served
          """)
    let reasons = CleanUp.Reason.allCases.map { (reason: $0, count: cleanUp.count($0)) }.filter { $0.count > 0 }
    let plot = Plot(
      id: "records-chart", kind: .waterfall, title: finding,
      columns: [
        ReportColumn("step", Phrase(fr: "Fiches", en: "Records"), .text),
        ReportColumn("count", Phrase(fr: "Nombre", en: "Number"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: [
        Plot.Row(
          cells: [.phrase(Phrase(fr: "Aujourd'hui", en: "Today")), .integer(cleanUp.before)], tone: .ink, isBase: true)
      ]
        + reasons.map { reason, count in
          Plot.Row(
            cells: [.tag(reason.tag), .integer(-count)], link: link(toRowsOf: .cleanup, "reason", reason.rawValue),
            tone: .soft)
        } + [
          Plot.Row(
            cells: [.phrase(Phrase(fr: "Après le tri", en: "After the clean-up")), .integer(cleanUp.after)], tone: .ink,
            isBase: true)
        ])
    return panel(
      "records", finding,
      how: Phrase(
        fr: "Chaque fiche n'est proposée que pour une raison, la première qui tient ; une raison mène à ses fiches.",
        en: "Each record is proposed for one reason only, the first that holds; a reason leads to its records."),
      [plot.part(self)])
  }
}

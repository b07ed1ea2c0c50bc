import Ledger
import Portfolio
import Units

/// The charts of a report's page, each with its finding.
struct ReportCharts {
  let panels: [Panel]

  init(_ document: ReportDocument, analysis: PortfolioAnalysis, context: PageContext) {
    switch document.name {
    case .ranking: panels = ReportCharts.pareto(analysis, context: context)
    default: panels = []
    }
  }

  /// The cumulative share of ranked customers.
  private static func pareto(_ analysis: PortfolioAnalysis, context: PageContext) -> [Panel] {
    let (ranking, voice) = (analysis.ranking, context.voice)
    let rows = ranking.rows.prefix(ranking.positiveCustomers)
    guard rows.count > 1, let fewest = ranking.customersForPareto else { return [] }
    let kept = CumulativeCurve.thinned(rows.count, to: 240, keeping: [fewest - 1])
    let points = kept.compactMap { place in
      rows[place].cumulativeShare.map { share in
        ChartModel.Point(
          Double(place + 1), share.value,
          words: context.say(
            Phrase(
              fr: "\(rank: place + 1) client : \(percent: share.value, digits: 1) en tout",
              en: "\(rank: place + 1) customer: \(percent: share.value, digits: 1) in all")))
      }
    }
    let title = Phrase(fr: "Courbe de Pareto", en: "Pareto curve")
    return [
      Panel(
        id: "pareto", title: voice.inline(title),
        parts: [
          .chart(
            ChartModel(
              id: "pareto-chart", .upright, title: context.say(title),
              x: .init(context.say(Phrase(fr: "Clients", en: "Customers"))), y: .init(unit: .percent),
              series: [.init(context.say(title), .line, points: points)],
              table: TableModel(id: "pareto-table", caption: context.say(title), columns: [], rows: []),
              voice: voice))
        ])
    ]
  }
}

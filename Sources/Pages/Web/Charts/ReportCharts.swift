import Decisions
import Ledger
import Portfolio
import Units

/// The panels of a report's page between its figures and its rows: charts with their findings, and lists beside them.
public struct ReportCharts: Equatable, Sendable {
  /// The panels, in the order they are read.
  public let panels: [Panel]

  /// Draws the panels of a report.
  ///
  /// O(n log n): kept as long as the analyses are.
  public init(
    _ name: ReportName, analysis: CompanyAnalysis, choice: ReportChoice = ReportChoice(), context: PageContext
  ) {
    let writer = PanelWriter(analysis: analysis, context: context, choice: choice)
    panels =
      switch name {
      case .ranking: writer.ranking
      case .profitability: writer.profitability
      case .bands: writer.bands
      case .time: writer.time
      case .categories: writer.categories
      case .floors: writer.floors
      case .stakes: writer.stakes
      case .adequacy: writer.adequacy
      case .tomorrow: writer.tomorrow
      case .cleanup: writer.cleanUp
      case .reconciliation: writer.reconciliation
      case .suggestions: writer.suggestions
      case .month: writer.month
      case .file: writer.file
      case .stages: writer.stages
      case .transitions: writer.transitions
      case .losses: writer.losses
      case .effort: writer.effort
      case .forecast: writer.forecast
      case .nextorders: writer.nextOrders
      case .verdicts: writer.verdicts
      case .prices: writer.prices
      case .pricepolicy: writer.pricePolicy
      case .pvm: writer.pvm
      case .targets: writer.targets
      case .lookalikes: writer.lookAlikes
      case .whitespace: writer.whitespace
      case .replication: writer.replication
      }
  }
}

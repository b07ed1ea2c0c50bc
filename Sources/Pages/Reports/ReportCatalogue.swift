import Ledger
import Portfolio

extension PortfolioAnalysis {
  /// One report, ready to be shown.
  ///
  /// - Parameter criterion: what `ranking` ranks by, nothing for the policy's; the other reports do not read it.
  public func report(_ name: ReportName, by criterion: Policy.Criterion? = nil) -> ReportDocument {
    switch name {
    case .ranking: .ranking(self, by: criterion ?? policy.ranking.criterion)
    case .bands: .bands(self)
    case .time: .time(self)
    case .profitability: .profitability(self)
    case .categories: .categories(self)
    case .floors: .floors(self)
    case .stakes: .stakes(self)
    case .adequacy: .adequacy(self)
    case .tomorrow: .tomorrow(self)
    case .cleanup: .cleanUp(self)
    case .reconciliation: .reconciliation(self)
    case .suggestions: .suggestions(self)
    }
  }

  /// Every report, in the order of `ReportName`.
  public var reports: [ReportDocument] { ReportName.allCases.map { report($0) } }
}

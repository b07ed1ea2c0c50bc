import Ledger
import Portfolio

extension PortfolioAnalysis {
  /// One report, ready to be shown.
  ///
  /// - Parameter criterion: what `ranking` ranks by, nothing for the policy's; the other reports do not read it.
  public func report(_ name: ReportName, by criterion: Policy.Criterion? = nil) -> ReportDocument {
    let document = document(name, by: criterion)
    let showsMargins: Set<ReportName> = [.ranking, .bands, .categories, .floors, .stakes]
    guard showsMargins.contains(name), margins.costs.knowledge == .noServiceLog,
      margins.rows.contains(where: { $0.operatingMargin != nil && $0.costedLines > 0 })
    else { return document }
    return document.adding(.marginsAreGross)
  }

  private func document(_ name: ReportName, by criterion: Policy.Criterion?) -> ReportDocument {
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

extension Phrase {
  /// Where no service was logged, a margin leaves out what serving costs.
  static let marginsAreGross = Phrase(
    fr: """
      Aucun service noté : les marges opérationnelles sont des marges brutes, le coût de service n'y est pas. Importez \
      visites, appels et livraisons (--as services).
      """,
    en: """
      No service was logged: operating margins are gross margins, without the cost to serve. Import visits, calls and \
      deliveries (--as services).
      """)
}

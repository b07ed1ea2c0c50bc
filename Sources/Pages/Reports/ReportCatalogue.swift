import Decisions
import Ledger
import Portfolio
import Units

extension CompanyAnalysis {
  /// One report, ready to be shown.
  ///
  /// - Parameters:
  ///   - criterion: what `ranking` ranks by, nothing for the policy's; the other reports do not read it.
  ///   - isMonthly: whether `stages` has rows for each month of the window, or for the last alone.
  ///   - request: how `forecast` predicts.
  public func report(
    _ name: ReportName, by criterion: Policy.Criterion? = nil, isMonthly: Bool = false,
    predicting request: ForecastRequest = .usual
  ) -> ReportDocument {
    let plain = document(name, by: criterion, isMonthly: isMonthly, request)
    var document = purchaseNotes(for: name).reduce(plain) { $0.adding($1) }
    if books.customers.scope == .group { document = document.adding(.perGroup) }
    if books.later.lines > 0, [.ranking, .cleanup, .reconciliation].contains(name) {
      return document.adding(.later(books))
    }
    let showsMargins: Set<ReportName> = [.ranking, .bands, .categories, .floors, .stakes, .pricepolicy]
    guard showsMargins.contains(name), let note = portfolio.margins.costs.withoutLog,
      portfolio.margins.rows.contains(where: { $0.operatingMargin != nil && ($0.costedLines > 0 || $0.estimate != nil) }
      )
    else { return document }
    return document.adding(note)
  }

  private func document(
    _ name: ReportName, by criterion: Policy.Criterion?, isMonthly: Bool, _ request: ForecastRequest
  ) -> ReportDocument {
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
    case .month: .month(self)
    case .file: .file(self)
    case .stages: .stages(self, isMonthly: isMonthly)
    case .transitions: .transitions(self)
    case .losses: .losses(self)
    case .effort: .effort(self)
    case .forecast: .forecast(self, request)
    case .nextorders: .nextOrders(self)
    case .verdicts: .verdicts(self)
    case .prices: .prices(self)
    case .pricepolicy: .pricePolicy(self)
    case .pvm: .pvm(self)
    case .targets: .targets(self)
    case .lookalikes: .lookAlikes(self)
    case .whitespace: .whitespace(self)
    case .replication: .replication(self)
    }
  }

  /// Every report, in the order of `ReportName`.
  public var reports: [ReportDocument] { ReportName.allCases.map { report($0) } }
}

extension Phrase {
  /// That customers of one group are counted as one.
  static let perGroup = Phrase(
    fr: "Par groupe : les clients d'un même groupe comptent pour un seul, sous le nom du groupe.",
    en: "Per group: customers of one group count as one, under the group's name.")

  /// What lies after the last month looked at, most often the month that is not over.
  static func later(_ books: Books) -> Phrase {
    let (later, asOf) = (books.later, books.window.asOf)
    return Phrase(
      fr: """
        \(later.lines, "ligne", "lignes") (\(euros: later.revenue, .compact)) après \(asOf) : dans aucun chiffre ici, \
        --as-of les regarde.
        """,
      en: """
        \(later.lines, "line", "lines") (\(euros: later.revenue, .compact)) after \(asOf): in no figure here, --as-of \
        looks at them.
        """)
  }

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

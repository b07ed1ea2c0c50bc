import Ledger
import Portfolio
import Units

/// Customers of the middle bands that earn well, could buy more, and are hardly secured.
///
/// Source: docs/methods/verdicts.md.
enum HiddenGems {
  /// Neither first nor last band, a rate above the company's, headroom of a fifth of revenue, and hardly secured: fewer
  /// visits than promised, a high risk, or no contract that runs where a file tells of contracts.
  static func customers(_ rows: [Verdicts.Row], portfolio: PortfolioAnalysis, reader: FactReader) -> [Int] {
    let (bands, policy) = (portfolio.bandTable.bands, portfolio.policy)
    guard let first = bands.rows.first?.number, let last = bands.rows.last?.number else { return [] }
    let known = portfolio.margins.rows.filter { $0.operatingMargin != nil && $0.revenue > .zero }
    guard let company = Share(known.compactMap(\.operatingMargin).sum, of: known.map(\.revenue).sum) else { return [] }
    return rows.filter { row in
      guard let band = bands.band(of: row.customer)?.number, band != first, band != last,
        let rate = row.facts.current.rate, company.isBelow(rate), row.facts.stage != .lost,
        let headroom = row.facts.headroom
      else { return false }
      let details = portfolio.books.customers.details[row.customer]
      return headroom.amount >= max(Cents(1), row.facts.current.revenue.at(policy.verdict.hiddenGems.headroomShare))
        && (reader.isVisitedTooLittle(row.customer) || details?.isAtHighRisk ?? false
          || portfolio.books.secured.map { !$0.contains(row.customer) } ?? false)
    }.map(\.customer)
  }
}

extension Customer {
  /// Whether the file calls the risk of losing it high.
  var isAtHighRisk: Bool {
    guard let risk else { return false }
    let word = risk.lowercased()
    return ["élevé", "elevé", "eleve", "élevée", "fort", "forte", "high"].contains(word)
  }
}

import Decisions
import Ledger
import Portfolio
import Units

extension CompanyAnalysis {
  /// What a report that shows margins says of direct costs taken from purchases; nothing where policy does not ask for them.
  func purchaseNotes(for name: ReportName) -> [Phrase] {
    let showsMargins: Set<ReportName> = [
      .ranking, .bands, .time, .profitability, .categories, .floors, .stakes, .month, .pricepolicy,
    ]
    guard policy.margin.estimateFromPurchases, showsMargins.contains(name) else { return [] }
    switch portfolio.margins.purchaseRate {
    case .known(let rate):
      let customers = portfolio.margins.estimatedFromPurchases
      return customers == 0 ? [] : [rate.note + Phrase.customersOnIt(customers)]
    case .unknown(let refusal): return refusal.note.map { [$0] } ?? []
    }
  }
}

extension Margins {
  /// More columns of a table, each with what makes its cells.
  typealias MoreColumns = [(column: ReportColumn, cell: @Sendable (Int) -> ReportCell)]

  /// Which margins are estimates, for programs, where purchases stand in for unknown costs.
  func estimateColumns(customer: @escaping @Sendable (Int) -> Int) -> MoreColumns {
    guard purchaseRate.value != nil else { return [] }
    return [
      (
        ReportColumn("estimated", Phrase(fr: "Estimée", en: "Estimated"), .flag, .hidden),
        { .flag(rows[customer($0)].isEstimated) }
      )
    ]
  }

  /// What each customer's lines without a cost are taken to cost, where purchases stand in.
  func supposedCostColumns(customer: @escaping @Sendable (Int) -> Int) -> MoreColumns {
    guard purchaseRate.value != nil else { return [] }
    return [
      (
        ReportColumn(
          "supposedDirectCostCents", Phrase(fr: "Coût direct supposé", en: "Supposed direct cost"), .euros, .optional(3)
        ),
        { .cents(rows[customer($0)].supposedCost, else: .marginUnknown) }
      )
    ]
  }
}

extension PurchaseRate {
  /// What stands in for unknown costs, and that it is an estimate.
  var note: Phrase {
    Phrase(
      fr: """
        Estimation : le coût direct inconnu est supposé de \(percent: value, digits: 1) des ventes, soit \
        \(euros: purchases, .compact) d'achats (comptes 60) pour \(euros: revenue, .compact) vendus.
        """,
      en: """
        Estimate: unknown direct costs are taken to be \(percent: value, digits: 1) of sales, as \
        \(euros: purchases, .compact) were bought (accounts 60) for \(euros: revenue, .compact) sold.
        """)
  }
}

extension PurchaseRate.Refusal {
  /// Why purchases do not stand in for unknown costs; nothing where nobody asked for it.
  var note: Phrase? {
    let refused = Phrase(
      fr: "Coût direct non estimé d'après les achats : ", en: "Direct costs are not estimated from purchases: ")
    switch self {
    case .off: return nil
    case .missing(let months, let all):
      return refused
        + Phrase(
          fr: "aucune comptabilité ne les dit pour \(months, "mois", "mois") sur \(all).",
          en: "no accounts tell them for \(months) of \(all, "month", "months").")
    case .noRevenue:
      return refused + Phrase(fr: "rien n'est vendu sur ces mois.", en: "nothing was sold in these months.")
    case .notPositive:
      return refused
        + Phrase(fr: "les comptes 60 ne montrent aucun achat net.", en: "accounts 60 show no net purchase.")
    case .tooHigh:
      return refused
        + Phrase(fr: "les achats dépassent les ventes de ces mois.", en: "purchases exceed the sales of these months.")
    }
  }
}

extension Phrase {
  /// Whom an estimate touches.
  static func customersOnIt(_ count: Int) -> Phrase {
    Phrase(
      fr: " La marge de \(count, "client", "clients") en dépend.",
      en: " The margin of \(count, "customer depends", "customers depends") on it.")
  }
}

/// What programs find in a report: every figure of its totals and every value of its rows, in order.
///
/// A test holds every report of several companies against this.
public struct ReportSchema: Sendable {
  /// What the report shows, in one sentence.
  public let meaning: String
  /// The members of `totals`.
  public let totals: [FieldShape]
  /// The members of each of the `rows`; nothing for a report that has none.
  public let rows: [FieldShape]

  /// Describes a report.
  init(_ meaning: String, totals: [FieldShape], rows: [FieldShape] = []) {
    self.meaning = meaning
    self.totals = totals
    self.rows = rows
  }
}

extension ReportName {
  /// What programs find in this report.
  public var schema: ReportSchema {
    switch self {
    case .ranking: .ranking
    case .bands: .bands
    case .time: .time
    case .profitability: .profitability
    case .categories: .categories
    case .floors: .floors
    case .stakes: .stakes
    case .adequacy: .adequacy
    case .tomorrow: .tomorrow
    case .cleanup: .cleanUp
    case .reconciliation: .reconciliation
    case .suggestions: .suggestions
    case .month: .month
    case .file: .file
    case .stages: .stages
    case .transitions: .transitions
    case .losses: .losses
    case .effort: .effort
    case .forecast: .forecast
    case .nextorders: .nextOrders
    case .verdicts: .verdicts
    case .prices: .prices
    case .pricepolicy: .pricePolicy
    case .pvm: .pvm
    case .targets: .targets
    case .lookalikes: .lookAlikes
    case .whitespace: .whitespace
    case .replication: .replication
    }
  }
}

/// Fields that several reports share.
extension FieldShape {
  static let customer = FieldShape("customer", .text, "The customer's identifier.")
  static let name = FieldShape("name", .text, "The customer's name; its identifier where no source names it.")
  static let category = FieldShape("category", .text, "The category; null for customers in none.").orNull
  static let revenue = FieldShape("revenueCents", .cents, "Revenue, net of credit notes and of tax.")
  static let operatingMargin = FieldShape(
    "operatingMarginCents", .cents,
    "Revenue − direct cost − cost to serve; null where the direct cost is not fully known."
  ).orNull
  static let rate = FieldShape("rate", .share, "Operating margin ÷ revenue.").orNull

  static func customers(_ meaning: String) -> FieldShape { FieldShape("customers", .count, meaning) }
}

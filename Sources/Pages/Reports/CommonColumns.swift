import Ledger
import Units

/// Columns and words that several reports share.
extension ReportColumn {
  static let customer = ReportColumn("customer", Phrase(fr: "Code", en: "Code"), .text, .optional(20))
  static let name = ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text)
  static let category = ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text, .optional(10))
  static func revenue(_ place: Place = .essential) -> ReportColumn {
    ReportColumn("revenueCents", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros, place)
  }
  static func operatingMargin(_ place: Place = .essential) -> ReportColumn {
    ReportColumn("operatingMarginCents", Phrase(fr: "Marge opérationnelle", en: "Operating margin"), .euros, place)
  }
  static let meanMargin = ReportColumn("meanMarginCents", Phrase(fr: "Marge moyenne", en: "Mean margin"), .euros)
  static func rate(_ place: Place = .essential) -> ReportColumn {
    ReportColumn("rate", Phrase(fr: "Taux de marge", en: "Margin rate"), .percent(digits: 1), place)
  }
}

extension Books {
  /// A customer's identifier as a cell.
  func idCell(_ customer: Int) -> ReportCell { .text(customers.ids[customer].text) }
  /// A customer's name as a cell.
  func nameCell(_ customer: Int) -> ReportCell { .text(customers.names[customer]) }
}

extension Phrase {
  /// Why a margin is not known.
  static let marginUnknown = Phrase(
    fr: "Le coût direct n'est pas connu pour tout le chiffre d'affaires.",
    en: "The direct cost is not known for all of the revenue.")

  /// Customers that stand in no category.
  static let noCategory = Phrase(fr: "sans catégorie", en: "no category")

  /// The months of the window, at the head of a line that says how a report is computed.
  static func months(_ window: Window) -> Phrase {
    Phrase(fr: "\(capital: window.current). ", en: "\(capital: window.current). ")
  }
}

/// Notes, those that do not apply left out.
@resultBuilder
enum Sentences {
  static func buildExpression(_ note: Phrase) -> [Phrase] { [note] }
  static func buildExpression(_ note: Phrase?) -> [Phrase] { note.map { [$0] } ?? [] }
  static func buildExpression(_ notes: [Phrase]) -> [Phrase] { notes }
  static func buildBlock(_ parts: [Phrase]...) -> [Phrase] { parts.flatMap { $0 } }
  static func buildOptional(_ part: [Phrase]?) -> [Phrase] { part ?? [] }
  static func buildEither(first: [Phrase]) -> [Phrase] { first }
  static func buildEither(second: [Phrase]) -> [Phrase] { second }
  static func buildArray(_ parts: [[Phrase]]) -> [Phrase] { parts.flatMap { $0 } }
}

/// Gathers sentences.
func sentences(@Sentences _ content: () -> [Phrase]) -> [Phrase] { content() }

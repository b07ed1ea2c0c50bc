import Decisions
import Forecast
import Ledger
import Portfolio
import Units

extension SheetDocument {
  /// What is expected of a customer, by its rhythm and a model, with what speaks for it; the rows are its season.
  static func outlookSection(_ outlook: CustomerOutlook?) -> Section {
    let hasOrders = outlook.map { $0.ordersByMonth.contains { $0 > 0 } } ?? false
    return Section(
      .outlook, finding(outlook),
      ReportGrid(
        columns: [
          ReportColumn("monthOfYear", Phrase(fr: "Mois", en: "Month"), .integer),
          ReportColumn("orders", Phrase(fr: "Ses commandes", en: "Its orders"), .integer),
          ReportColumn("season", Phrase(fr: "Sa saison", en: "Its season"), .number(digits: 2)),
          ReportColumn("companySeason", Phrase(fr: "Celle de l'entreprise", en: "The company's"), .number(digits: 2)),
        ],
        rows: ReportRows(
          hasOrders
            ? (0..<12).map { month in
              [
                .integer(month + 1), .integer(outlook?.ordersByMonth[month]),
                .number(outlook?.season.factors[month]), .number(outlook?.companySeason?.factors[month]),
              ]
            } : [])), notes: outlook.map(notes) ?? [])
  }

  private static func finding(_ outlook: CustomerOutlook?) -> Phrase {
    switch outlook?.next {
    case .known(let next):
      Phrase(fr: "Prochaine commande ", en: "Next order ") + next.words(on: outlook?.end ?? next.day)
    case .unknown(let reason): Phrase(fr: "Aucune commande attendue : ", en: "No order expected: ") + reason.label
    case nil: Phrase(fr: "Aucune vente : rien à prévoir", en: "No sale: nothing to predict")
    }
  }

  private static func notes(_ outlook: CustomerOutlook) -> [Phrase] {
    sentences {
      if let next = outlook.next.value {
        Phrase(fr: "Rythme : ", en: "Rhythm: ") + next.rhythm + Phrase(fr: ", d'après ", en: ", going by ")
          + next.basis.label
          + Phrase(
            fr: " ; elle vaudrait \(euros: next.value, .compact).",
            en: "; it would be worth \(euros: next.value, .compact).")
      }
      if let row = outlook.row, let orders = row.expectedOrders {
        Phrase(
          fr: "En \(outlook.months) mois : \(number: orders, digits: 1) commandes attendues",
          en: "In \(outlook.months, "month", "months"): \(number: orders, digits: 1) orders expected")
          + (row.revenue.map {
            Phrase(fr: ", \(euros: $0, .compact) de chiffre d'affaires", en: ", \(euros: $0, .compact) of revenue")
          } ?? Phrase(fr: "", en: ""))
          + (row.margin.map {
            Phrase(fr: ", \(euros: $0, .compact) de marge", en: ", \(euros: $0, .compact) of margin")
          }
            ?? Phrase(fr: "", en: ""))
          + (row.probabilityActive.map {
            Phrase(
              fr: " ; chance qu'il commande encore : \(percent: $0)",
              en: "; chance that it orders at all: \(percent: $0)")
          } ?? Phrase(fr: "", en: "")) + .stop
      }
      if let refusal = outlook.refusal { refusal.words }
      if outlook.row?.expectedOrders != nil, let method = outlook.method {
        Phrase(fr: "Prévu par ", en: "Predicted by ") + method.label
          + (outlook.error.map {
            Phrase(
              fr:
                " ; refaite sur le passé, cette prévision s'est trompée de \(percent: $0) des commandes de tous les clients.",
              en: "; made again on the past, this prediction missed by \(percent: $0) of all customers' orders.")
          } ?? Phrase(fr: ", jamais éprouvé sur le passé.", en: ", never tried on the past."))
      }
    }
  }

  /// What is expected, as facts.
  static func outlookFacts(_ outlook: CustomerOutlook?) -> [ReportTotal] {
    let (next, row) = (outlook?.next.value, outlook?.row)
    return [
      ReportTotal(
        "nextOrder", next.map { .day($0.day) } ?? .unknown, Phrase(fr: "Prochaine commande", en: "Next order")),
      ReportTotal("nextOrderState", next.map { .tag($0.tag) } ?? .unknown),
      ReportTotal("nextOrderValueCents", .cents(next?.value)),
      ReportTotal("gapDays", .integer(next?.typicalGap)),
      ReportTotal("probabilityAlive", .share(row?.probabilityAlive)),
      ReportTotal(
        "probabilityActive", .share(row?.probabilityActive), Phrase(fr: "Encore actif", en: "Still active")),
      ReportTotal("expectedOrders", .number(row?.expectedOrders)),
      ReportTotal(
        "expectedRevenueCents", .cents(row?.revenue), Phrase(fr: "CA attendu", en: "Expected revenue")),
      ReportTotal("expectedMarginCents", .cents(row?.margin)),
      ReportTotal("residualValueCents", .cents(outlook?.residualValue)),
    ]
  }
}

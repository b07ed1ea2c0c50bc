import Decisions
import Forecast
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// What to expect of each customer and of the company, and how near such predictions were on the past.
  static func forecast(_ analysis: CompanyAnalysis, _ request: ForecastRequest) -> ReportDocument {
    let (books, window) = (analysis.books, analysis.books.window)
    guard let forecast = analysis.life.forecast(request) else {
      return ReportDocument(
        name: .forecast, window: window,
        title: Phrase(
          fr: "Rien de connu à cette date : rien à prévoir", en: "Nothing known by that day: nothing to predict"),
        subtitle: .months(window), totals: totals(nil), grid: ReportGrid(columns: columns, rows: ReportRows([])))
    }
    return ReportDocument(
      name: .forecast, window: window, title: title(forecast),
      subtitle: Phrase(
        fr: "Prévu au soir du \(forecast.until) pour \(forecast.months) mois ; rien de ce qui a suivi n'est lu.",
        en: "As of the evening of \(forecast.until), for \(forecast.months, "month", "months"); nothing later is read."),
      totals: totals(forecast),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: forecast.customers.count) { place in
          cells(of: forecast.row(of: forecast.customers[place]), forecast.customers[place], forecast, books)
        }), notes: notes(forecast))
  }

  private static let columns: [ReportColumn] = [
    .customer, .name, ReportColumn("frequency", Phrase(fr: "Retours", en: "Repeats"), .integer, .optional(7)),
    ReportColumn(
      "recency", Phrase(fr: "Dernier achat, semaine", en: "Last purchase, week"), .number(digits: 1), .hidden),
    ReportColumn("age", Phrase(fr: "Semaines connues", en: "Weeks known"), .number(digits: 0), .optional(8)),
    ReportColumn(
      "probabilityAlive", Phrase(fr: "Pas parti, selon le modèle", en: "Not gone, by the model"), .percent(digits: 0),
      .hidden),
    ReportColumn("probabilityActive", Phrase(fr: "Encore actif", en: "Still active"), .percent(digits: 0)),
    ReportColumn("expectedOrders", Phrase(fr: "Commandes", en: "Orders"), .number(digits: 1)),
    ReportColumn("heldOutOrders", Phrase(fr: "Venues depuis", en: "Came since"), .integer, .hidden),
    ReportColumn(
      "expectedHeldOutOrders", Phrase(fr: "Attendues depuis", en: "Expected since"), .number(digits: 1), .hidden),
    ReportColumn("orderValueCents", Phrase(fr: "Valeur d'une commande", en: "Worth of an order"), .euros, .optional(5)),
    ReportColumn("expectedRevenueCents", Phrase(fr: "CA attendu", en: "Expected revenue"), .euros),
    ReportColumn("expectedMarginCents", Phrase(fr: "Marge attendue", en: "Expected margin"), .euros, .optional(3)),
    ReportColumn("residualValueCents", Phrase(fr: "Valeur résiduelle", en: "Residual value"), .euros, .optional(4)),
    ReportColumn("nextOrder", Phrase(fr: "Prochaine commande", en: "Next order"), .day, .optional(6)),
  ]

  private static func cells(
    of row: PurchaseForecast.Row?, _ customer: Int, _ forecast: PurchaseForecast, _ books: Books
  ) -> [ReportCell] {
    [
      books.idCell(customer), books.nameCell(customer), .integer(row?.history.repeats), .number(row?.history.recency),
      .number(row?.history.age), .share(row?.probabilityAlive, else: forecast.whyNoChance),
      .share(row?.probabilityActive, else: forecast.refusal?.words),
      .number(row?.expectedOrders), .integer(row?.heldOut?.came), .number(row?.heldOut?.expected),
      .cents(row?.orderValue), .cents(row?.revenue),
      .cents(row?.margin, else: .rateUnknown),
      .cents(
        forecast.residualValue(of: customer), else: forecast.model == nil ? forecast.refusal?.words : .rateUnknown),
      nextOrder(row, customer, forecast),
    ]
  }

  /// A day to come: one that is over is no prediction.
  private static func nextOrder(
    _ row: PurchaseForecast.Row?, _ customer: Int, _ forecast: PurchaseForecast
  ) -> ReportCell {
    guard let next = row?.nextOrder else { return .unknown(forecast.next[customer].reason?.label) }
    return next.day > forecast.until ? .day(next.day) : .unknown(next.words(on: forecast.until))
  }

  private static func title(_ forecast: PurchaseForecast) -> Phrase {
    let company = forecast.company
    guard let method = company.method, let first = company.points.first?.month, let last = company.points.last?.month
    else {
      return Phrase(
        fr: "Moins d'un an de données : l'entreprise ne peut pas être prévue mois par mois",
        en: "Less than a year of data: the company cannot be predicted month by month")
    }
    let error =
      company.usedError.map {
        Phrase(
          fr: " ; cette façon de prévoir s'est trompée de \(percent: $0, digits: 0) sur le passé",
          en: "; this way of predicting missed by \(percent: $0, digits: 0) on the past")
      }
      ?? (company.backTest.origins.isEmpty
        ? Phrase(fr: " ; trop peu de mois pour l'éprouver sur le passé", en: "; too few months to try it on the past")
        : Phrase(
          fr: " ; rien n'est venu depuis qui l'éprouverait", en: "; nothing came since that it could be tried on"))
    return Phrase(
      fr: "\(euros: company.total, .compact) attendus, \(MonthSpan(first, last)), d'après ",
      en: "\(euros: company.total, .compact) expected, \(MonthSpan(first, last)), going by ") + method.label + error
  }

  private static func totals(_ forecast: PurchaseForecast?) -> [ReportTotal] {
    let (sums, company) = (forecast?.sums, forecast?.company)
    return [
      ReportTotal("until", forecast.map { .day($0.until) } ?? .unknown),
      ReportTotal("horizonMonths", .integer(forecast?.months)),
      ReportTotal("heldOutUntil", forecast?.heldOutEnd.map { .day($0) } ?? .unknown),
      ReportTotal("customers", .integer(forecast?.customers.count ?? 0), Phrase(fr: "Clients", en: "Customers")),
      ReportTotal(
        "expectedOrders", .integer(sums?.orders.map { Int($0.rounded()) }),
        Phrase(fr: "Commandes attendues", en: "Expected orders")),
      ReportTotal(
        "expectedRevenueCents", .cents(sums?.revenue),
        Phrase(fr: "CA des clients connus", en: "Revenue of known customers")),
      ReportTotal("expectedMarginCents", .cents(sums?.margin, else: .rateUnknown)),
      ReportTotal("unknownMargins", .integer(sums?.unknownMargins)),
      ReportTotal(
        "model", forecast?.model.map { .tag($0.kind.tag) } ?? .unknown(forecast?.refusal?.words),
        Phrase(fr: "Modèle", en: "Model")),
      ReportTotal("ordersBy", forecast?.method.map { .tag(ReportCell.Tag($0.code, $0.label)) } ?? .unknown),
      ReportTotal("parameters", .object(members(forecast?.parameters ?? [:]))),
      ReportTotal("standardErrors", .object(members(forecast?.standardErrors ?? [:]))),
      ReportTotal("logLikelihood", .number(forecast?.model?.logLikelihood)),
      ReportTotal("valueLogLikelihood", .number(forecast?.spend?.logLikelihood)),
      ReportTotal("dropoutGain", .number(forecast?.model?.dropoutGain)),
      ReportTotal("boundary", forecast?.model == nil ? .unknown : .flag(forecast?.isBoundary ?? false)),
      ReportTotal("refused", forecast?.refusal.map { .tag(ReportCell.Tag($0.code, $0.words)) } ?? .unknown),
      ReportTotal(
        "revenueCents", .cents((company?.points.isEmpty ?? true) ? nil : company?.total),
        Phrase(fr: "CA de l'entreprise attendu", en: "Company's expected revenue")),
      ReportTotal("months", .list((company?.points ?? []).map { .object(members(of: $0)) })),
      ReportTotal("backtest", .object(backTest(forecast))),
    ]
  }

  /// The names that parameters have in JSON, of every model.
  static let parameterNames = ["r", "alpha", "a", "b", "s", "beta", "p", "q", "gamma"]

  private static func members(_ values: [String: Double]) -> [ReportCell.Member] {
    parameterNames.map { .init($0, .number(values[$0])) }
  }

  private static func members(of point: RevenueForecast.Point) -> [ReportCell.Member] {
    [
      .init("month", .month(point.month)), .init("revenueCents", .cents(point.revenue)),
      .init("lowCents", .cents(point.interval?.lowerBound)), .init("highCents", .cents(point.interval?.upperBound)),
      .init("actualCents", .cents(point.actual)),
    ]
  }

  private static func backTest(_ forecast: PurchaseForecast?) -> [ReportCell.Member] {
    let test = forecast?.company.backTest
    return [
      .init("modelWape", .number(test?.modelWape)), .init("naiveWape", .number(test?.rivalWape)),
      .init("modelBias", .number(test?.modelBias)), .init("naive", .text(test?.rival?.rawValue)),
      .init("used", forecast?.company.method.map { .tag($0.tag) } ?? .unknown),
      .init(
        "origins",
        .list(
          (test?.origins ?? []).map { origin in
            .object([
              .init("month", .month(origin.month)), .init("heldOutMonths", .integer(origin.heldOut)),
              .init("modelWape", .number(origin.model?.wape)), .init("modelBias", .number(origin.model?.bias)),
              .init("naiveWape", .number(test?.rival.flatMap { origin.rivals[$0]?.wape })),
            ])
          })),
      .init(
        "customers",
        .list(
          (forecast?.trial.origins ?? []).flatMap { origin in
            methods.compactMap { method in
              origin.errors[method].map { member(origin, method.code, method.model, $0) }
            } + [member(origin, OrdersMethod.naiveCode, nil, origin.naive)]
          })),
    ]
  }

  private static func member(
    _ origin: CustomerTrial.Origin, _ method: String, _ model: PurchaseModelKind?, _ error: Double?
  ) -> ReportCell {
    .object([
      .init("month", .month(origin.month)), .init("heldOutMonths", .integer(origin.heldOut)),
      .init("method", .text(method)), .init("model", .text(model?.rawValue)), .init("wape", .number(error)),
    ])
  }

  private static let methods = PurchaseModelKind.allCases.flatMap(OrdersMethod.all)

  private static func notes(_ forecast: PurchaseForecast) -> [Phrase] {
    sentences {
      if let refusal = forecast.refusal {
        refusal.words
          + Phrase(
            fr: " Le rythme propre de chaque client le remplace.", en: " Each customer's own rhythm stands in.")
      }
      if forecast.isBoundary {
        Phrase(
          fr: """
            Ces achats ne prouvent pas que des clients partent : « encore actif » dit alors peu, et le silence se lit sur \
            les étapes de vie.
            """,
          en: """
            These purchases do not prove that customers leave: “still active” then says little; read silence in the life \
            cycle.
            """)
      }
      if let method = forecast.method, let error = forecast.trial.error(of: method) {
        Phrase(fr: "Client par client : ", en: "Customer by customer: ") + method.label
          + Phrase(
            fr: " ; erreur moyenne sur le passé, \(percent: error) des commandes venues",
            en: "; mean error on the past, \(percent: error) of the orders that came")
          + rivals(forecast) + .stop
      }
      if forecast.method == nil, forecast.sums.orders == nil {
        Phrase(
          fr: "Trop peu de mois pour que le rythme d'un client dise combien il commandera en un an.",
          en: "Too few months for a customer's rhythm to tell how much it will order in a year.")
      }
      if forecast.trial.origins.isEmpty {
        Phrase(
          fr: "Trop peu de mois pour refaire la prévision sur le passé : elle n'est pas éprouvée.",
          en: "Too few months to make the forecast again on the past: it is not proven.")
      }
      if forecast.company.method != nil, forecast.company.points.first?.interval == nil {
        Phrase(
          fr: "Moins de deux ans, ou des mois sans vente : pas d'intervalle autour de la prévision.",
          en: "Under two years, or months without a sale: no interval around the forecast.")
      }
    }
  }
}

extension ReportDocument {
  /// The errors of the other ways to tell customers' orders.
  private static func rivals(_ forecast: PurchaseForecast) -> Phrase {
    guard let kind = forecast.model?.kind else { return Phrase(fr: "", en: "") }
    let others = OrdersMethod.all(kind).filter { $0 != forecast.method }
    let words = others.reduce(Phrase(fr: "", en: "")) { words, method in
      guard let error = forecast.trial.error(of: method) else { return words }
      return words + Phrase(fr: " ; \(percent: error) pour ", en: "; \(percent: error) for ") + method.label
    }
    guard let naive = forecast.trial.naiveError else { return words }
    return words
      + Phrase(
        fr: " ; \(percent: naive) en répétant l'an dernier sans plus",
        en: "; \(percent: naive) by repeating last year and no more")
  }
}

extension PurchaseForecast {
  /// Why a customer has no chance of being active.
  var whyNoChance: Phrase? {
    refusal?.words
      ?? Phrase(
        fr: "Sans second achat, ce modèle n'a pas d'avis.", en: "Without a second purchase this model has no opinion.")
  }

  /// The models' parameters by their names.
  var parameters: [String: Double] {
    var named = Dictionary(uniqueKeysWithValues: model?.parameters.map { ($0.name, $0.value) } ?? [])
    if let spend { (named["p"], named["q"], named["gamma"]) = (spend.model.p, spend.model.q, spend.model.gamma) }
    return named
  }

  /// Their standard errors, where there are any.
  var standardErrors: [String: Double] {
    var named: [String: Double] = [:]
    for (name, error) in zip(model?.names ?? [], model?.standardErrors ?? []) { named[name] = error }
    for (name, error) in zip(["p", "q", "gamma"], spend?.standardErrors ?? []) { named[name] = error }
    return named
  }
}

extension Phrase {
  /// Why nothing is said of the margin to come.
  static let rateUnknown = Phrase(
    fr: "Le taux de marge opérationnelle des derniers mois n'est pas connu.",
    en: "The operating margin rate of the last months is not known.")
}

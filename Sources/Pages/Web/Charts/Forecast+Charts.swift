import Decisions
import Forecast
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The company month by month, how such forecasts did, whose purchases are expected to change, and the season.
  var forecast: [Panel] {
    guard let forecast = analysis.life.forecast(choice.prediction) else { return [asking] }
    return [months(forecast.company), trial(forecast), movers(forecast), season(forecast)].compactMap { $0 } + [asking]
  }

  /// By which model and from which day to predict.
  private var asking: Panel {
    let asked = choice.prediction
    let models =
      [FormModel.Field.Option("", say(Phrase(fr: "le plus proche du passé", en: "the nearest on the past")))]
      + PurchaseModelKind.allCases.map { FormModel.Field.Option($0.rawValue, say($0.label)) }
    let fields: [FormModel.Field] = [
      FormModel.Field(
        "model", say(Phrase(fr: "Modèle d'achat", en: "Purchase model")),
        .choice(value: asked.model?.rawValue ?? "", options: models)),
      FormModel.Field(
        "until", say(Phrase(fr: "Avec ce qu'on savait le", en: "From what was known on")),
        .text(value: asked.until?.iso ?? "", placeholder: books.window.asOf.advanced(by: -12).lastDay.iso),
        help: voice.inline(
          Phrase(
            fr: "Année-mois-jour ; ce qui est venu depuis est mis en regard.",
            en: "Year-month-day; what came since is held against it."))),
    ]
    let kept = context.choice.items.filter { !$0.value.isEmpty }.map {
      FormModel.Field($0.name, "", .hidden($0.value))
    }
    return Panel(
      id: "asking", title: voice.inline(Phrase(fr: "Prévoir autrement", en: "Predict otherwise")),
      how: voice.inline(
        Phrase(
          fr: "Par un modèle choisi, ou avec ce qu'on savait un autre jour.",
          en: "By a model of your choice, or from what was known on another day.")),
      parts: [
        .form(
          FormModel(
            action: Link(.report(.forecast), []), method: .get, fields: fields + kept,
            buttons: [FormModel.Button(say(Phrase(fr: "Prévoir", en: "Predict")))]))
      ], isHalf: true)
  }

  private func months(_ company: RevenueForecast) -> Panel? {
    guard let method = company.method, let history = SalesHistory(books: books) else { return nil }
    let known = zip(history.months.months, history.revenue).filter { $0.0 <= company.last }.suffix(24)
    let lastYear = history.revenue.suffix(12).sum
    let finding = Phrase(
      fr: """
        \(euros: company.total, .compact) attendus dans les douze mois, après \(euros: lastYear, .compact) dans les douze derniers
        """,
      en: """
        \(euros: company.total, .compact) expected in the next twelve months, after \(euros: lastYear, .compact) in the last
        """)
    let came = known.map { Plot.Row(cells: [.month($0.0), .cents($0.1), .unknown, .unknown, .unknown]) }
    let ahead = company.points.map { point in
      Plot.Row(cells: [
        .month(point.month), .cents(point.actual), .cents(point.revenue), .cents(point.interval?.lowerBound),
        .cents(point.interval?.upperBound),
      ])
    }
    let plot = Plot(
      id: "months-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text),
        ReportColumn("came", Phrase(fr: "Venu", en: "Came"), .euros),
        ReportColumn("expected", Phrase(fr: "Attendu", en: "Expected"), .euros),
        ReportColumn("low", Phrase(fr: "Au moins", en: "At least"), .euros),
        ReportColumn("high", Phrase(fr: "Au plus", en: "At most"), .euros),
      ],
      lines: [
        Plot.Line(column: 1, form: .line, tone: .ink), Plot.Line(column: 2, form: .line, tone: .accent),
        Plot.Line(column: 3, form: .line, tone: .soft, label: Phrase(fr: "", en: "")),
        Plot.Line(column: 4, form: .line, tone: .soft),
      ],
      rows: came + ahead,
      up: .init(say(Phrase(fr: "Chiffre d'affaires du mois", en: "Revenue of the month")), unit: .euros))
    let coverage = analysis.policy.prediction.coverage.value
    return panel(
      "months", finding,
      how: Phrase(fr: "D'après ", en: "By ") + method.label
        + Phrase(
          fr: " ; entre « au moins » et « au plus », \(percent: coverage) des mois devraient tomber.",
          en: "; \(percent: coverage) of the months should fall between “at least” and “at most”."),
      [plot.part(self)])
  }

  private func trial(_ forecast: PurchaseForecast) -> Panel? {
    let test = forecast.company.backTest
    guard !test.origins.isEmpty else { return nil }
    let finding: Phrase =
      if let model = test.modelWape, let rival = test.rivalWape {
        test.usesModel
          ? Phrase(
            fr:
              "Éprouvé sur le passé, le modèle l'emporte : \(percent: model, digits: 1) d'erreur contre \(percent: rival, digits: 1)",
            en:
              "Tried on the past, the model wins: \(percent: model, digits: 1) missed against \(percent: rival, digits: 1)"
          )
          : Phrase(
            fr: """
              Éprouvé sur le passé, l'an dernier prévoit mieux : \(percent: rival, digits: 1) d'erreur contre \
              \(percent: model, digits: 1) pour le modèle
              """,
            en: """
              Tried on the past, last year predicts better: \(percent: rival, digits: 1) missed against \
              \(percent: model, digits: 1) for the model
              """)
      } else {
        Phrase(fr: "Les prévisions refaites sur le passé", en: "The forecasts made again on the past")
      }
    let customers = Dictionary(
      forecast.trial.origins.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
    let table = table(
      "trial-table", finding,
      [
        ReportColumn("month", Phrase(fr: "Prévu à la fin de", en: "Made at the end of"), .month),
        ReportColumn("held", Phrase(fr: "Mois prévus", en: "Months predicted"), .integer),
        ReportColumn("model", Phrase(fr: "Erreur du modèle", en: "Model's error"), .percent(digits: 1)),
        ReportColumn("rival", Phrase(fr: "Erreur de l'an dernier", en: "Last year's error"), .percent(digits: 1)),
        ReportColumn("bias", Phrase(fr: "Penchant du modèle", en: "Model's bias"), .percent(digits: 1)),
        ReportColumn("each", Phrase(fr: "Par client, modèle", en: "By customer, model"), .percent(digits: 0)),
        ReportColumn("used", Phrase(fr: "Par client, retenu", en: "By customer, taken"), .percent(digits: 0)),
      ],
      test.origins.map { origin in
        let each = customers[origin.month]
        return Row(cells: [
          .month(origin.month), .integer(origin.heldOut), .share(origin.model?.wape),
          .share(test.rival.flatMap { origin.rivals[$0]?.wape }), .share(origin.model?.bias),
          .share(forecast.model.flatMap { each?.errors[.model($0.kind)] }),
          .share(forecast.method.flatMap { each?.errors[$0] }),
        ])
      })
    return panel(
      "trial", finding,
      how: Phrase(
        fr: "Les mêmes prévisions, refaites avec ce qu'on savait alors ; l'erreur est la part du total manquée.",
        en:
          "The same forecasts, made again with what was known then; the error is the part of the total that was missed."
      ),
      [.table(table)])
  }

  private func movers(_ forecast: PurchaseForecast) -> Panel? {
    let falling = forecast.falling
    guard let first = falling.first, let expected = first.revenue else { return nil }
    let finding = Phrase(
      fr: """
        Le plus à perdre : \(name: books.customers.names[first.customer]), \(euros: expected, .compact) attendus après \
        \(euros: first.lastYear, .compact)
        """,
      en: """
        Most to lose: \(name: books.customers.names[first.customer]), \(euros: expected, .compact) expected after \
        \(euros: first.lastYear, .compact)
        """)
    let rows = falling.prefix(12).map { row in
      Row(
        cells: [
          name(of: row.customer), .cents(row.lastYear), .cents(row.revenue),
          .share(row.probabilityActive, else: forecast.refusal?.words),
          row.nextOrder.map { .day($0.day) } ?? .unknown(forecast.next[row.customer].reason?.label),
        ], link: link(to: row.customer))
    }
    let table = table("movers-table", finding, Self.moverColumns, rows)
    return panel(
      "movers", finding,
      how: Phrase(
        fr: "Ce que le modèle attend de chaque client, contre ce qu'il a acheté ; les douze plus fortes baisses.",
        en: "What the model expects of each customer, against what it bought; the twelve largest falls."),
      [.table(table)])
  }

  private static let moverColumns = [
    ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
    ReportColumn("before", Phrase(fr: "Douze derniers mois", en: "Last twelve months"), .euros),
    ReportColumn("expected", Phrase(fr: "Attendu", en: "Expected"), .euros),
    ReportColumn("alive", Phrase(fr: "Encore actif", en: "Still active"), .percent(digits: 0)),
    ReportColumn("next", Phrase(fr: "Prochaine commande", en: "Next order"), .day),
  ]

  private func season(_ forecast: PurchaseForecast) -> Panel? {
    guard let season = forecast.companySeason,
      let best = season.factors.indices.max(by: { season.factors[$0] < season.factors[$1] }),
      let least = season.factors.indices.min(by: { season.factors[$0] < season.factors[$1] })
    else { return nil }
    let finding = Phrase(
      fr: """
        \(words: Voice(.fr).monthName(best + 1).capitalisedFirst) fait \(number: season.factors[best], digits: 2) fois un mois \
        moyen, \(words: Voice(.fr).monthName(least + 1)) \(number: season.factors[least], digits: 2) fois
        """,
      en: """
        \(words: Voice(.en).monthName(best + 1)) makes \(number: season.factors[best], digits: 2) times a mean month, \
        \(words: Voice(.en).monthName(least + 1)) \(number: season.factors[least], digits: 2) times
        """)
    let plot = Plot(
      id: "season-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text),
        ReportColumn(
          "season", Phrase(fr: "Part de l'année, 1 = un mois moyen", en: "Part of the year, 1 = a mean month"),
          .number(digits: 2)),
      ],
      lines: [Plot.Line(column: 1, form: .bar)],
      rows: season.factors.enumerated().map { month, factor in
        Plot.Row(cells: [.text(voice.shortMonthName(month + 1)), .number(factor)])
      })
    return panel(
      "season", finding,
      how: Phrase(
        fr: "Chaque mois contre la moyenne de l'année qui l'entoure.",
        en: "Each month against the mean of the year around it."),
      isHalf: true, [plot.part(self)])
  }
}

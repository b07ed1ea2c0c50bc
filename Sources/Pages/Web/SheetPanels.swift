import Ledger
import Portfolio
import Units

/// The parts of a customer's page.
struct SheetPanels {
  let sheet: CustomerSheet
  let document: SheetDocument
  let context: PageContext
  /// The case of ending the relation, where one was opened.
  var ceasing: CeasingCase?

  var all: [Panel] {
    [verdict, findings, identity, life, outlook, months, years, waterfall, ranges, services, orders, record]
  }

  private var voice: Voice { context.voice }
  private var lines: LineLinks { LineLinks(customer: sheet.id, context: context) }

  private func panel(
    _ part: SheetDocument.Part, _ parts: [Panel.Part], how: [Inline] = [], isHalf: Bool = false
  ) -> Panel {
    let section = document[part]
    return Panel(
      id: part.rawValue, title: voice.inline(section.title), how: how,
      parts: parts + (section.notes.isEmpty ? [] : [.notes(section.notes.map { voice.inline($0) })]), isHalf: isHalf)
  }

  private func table(_ part: SheetDocument.Part, _ link: (Int, String) -> Link? = { _, _ in nil }) -> TableModel {
    let section = document[part]
    return TableModel(
      section.grid, id: part.rawValue + "-table", caption: section.title.text(in: voice), context: context, link: link)
  }

  private func words(_ phrase: Phrase) -> String { phrase.text(in: voice) }

  // MARK: - What the lists say, and who it is

  private var findings: Panel {
    let rows = sheet.findings.map { finding in
      voice.inline(.list(finding.reasons.map { .tag($0) }))
        + [.text(" · "), .link(context.link(.report(finding.report)), voice.inline(finding.report.label))]
    }
    return panel(.findings, rows.isEmpty ? [] : [.notes(rows)])
  }

  private var life: Panel {
    let section = document[.life]
    let how = [
      Inline.link(context.link(.report(.stages)), voice.inline(ReportName.stages.label))
    ]
    return panel(.life, section.grid.rows.isEmpty ? [] : [.table(table(.life))], how: how)
  }

  private var verdict: Panel {
    let section = document[.ladder]
    var how = [Inline.link(context.link(.report(.verdicts)), voice.inline(ReportName.verdicts.label))]
    // A group has no case of its own.
    if context.choice.scope == .company {
      let end =
        ceasing.flatMap { $0.state == .withdrawn ? nil : $0 }.map {
          Phrase(fr: "Dossier de fin : ", en: "Case of ending: ") + $0.state.label
        } ?? Phrase(fr: "Cesser cette relation…", en: "End this relation…")
      how += [
        .text(" · "),
        .link(
          context.link(.decision(sheet.id)),
          [.text(words(Phrase(fr: "Décider autrement", en: "Decide otherwise")))]), .text(" · "),
        .link(
          context.link(.whatIf, [Link.Item("who", sheet.id.text)]),
          [.text(words(Phrase(fr: "Et si… ?", en: "What if…?")))]), .text(" · "),
        .link(
          context.link(.offers, [Link.Item("customer", sheet.id.text)], fragment: "log"),
          [.text(words(Phrase(fr: "Noter une hausse", en: "Note a price rise")))]), .text(" · "),
        .link(context.link(.ceasing(sheet.id)), [.text(words(end))]),
      ]
    }
    if !section.grid.rows.isEmpty {
      how += [
        .text(" · "),
        .link(
          context.link(.report(.pricepolicy), [Link.Item("is.customer", sheet.id.text)], fragment: "rows"),
          [.text(words(Phrase(fr: "Son prix selon la politique tarifaire", en: "Its price by the price policy")))]),
      ]
    }
    return panel(.ladder, section.grid.rows.isEmpty ? [] : [.table(table(.ladder))], how: how)
  }

  private var outlook: Panel {
    let section = document[.outlook]
    let how = [
      Inline.link(context.link(.report(.forecast)), voice.inline(ReportName.forecast.label)), .text(" · "),
      .link(context.link(.report(.nextorders)), voice.inline(ReportName.nextorders.label)),
    ]
    let rows = section.grid.rows.enumerated().map { place, cells in
      (name: voice.shortMonthName(place + 1), cells: cells)
    }
    guard !rows.isEmpty else { return panel(.outlook, [], how: how) }
    func points(_ column: Int) -> [ChartModel.Point] {
      rows.enumerated().compactMap { place, row in
        row.cells[column].height.map {
          ChartModel.Point(Double(place), $0, words: row.name + "\n" + voice.text(of: row.cells[column]))
        }
      }
    }
    let (own, company) = (words(section.grid.columns[2].title), words(section.grid.columns[3].title))
    let series =
      [ChartModel.Series(own, .bar, tone: .accent, points: points(2), label: own)]
      + (points(3).isEmpty ? [] : [ChartModel.Series(company, .line, tone: .ink, points: points(3), label: company)])
    let chart = ChartModel(
      id: "outlook-chart", .upright, title: words(Phrase(fr: "La saison", en: "The season")),
      x: .init(names: rows.map(\.name)),
      y: .init(words(Phrase(fr: "Part de l'année, 1 = un mois moyen", en: "Part of the year, 1 = a mean month"))),
      series: series, table: table(.outlook), voice: voice)
    return panel(.outlook, [.chart(chart)], how: how)
  }

  /// Facts that are not known are not shown, but for those that a person should bring.
  private var identity: Panel {
    let facts = document.facts.compactMap { total -> Panel.Fact? in
      guard let label = total.label else { return nil }
      if case .unknown(nil) = total.cell { return nil }
      if case .flag(false) = total.cell { return nil }
      if case .list([]) = total.cell { return nil }
      return Panel.Fact(label.text(in: voice), value(total))
    }
    let code = Panel.Fact(words(ReportColumn.customer.title), [.name(sheet.id.text)])
    let payment: [Inline] =
      switch sheet.daysToPay {
      case .known(let days): voice.inline(Phrase(fr: "\(days, "jour", "jours")", en: "\(days, "day", "days")"))
      case .unknown(let reason):
        [.hint(words(reason.sentence), [.toned(.faint, [.text(words(Phrase(fr: "inconnu", en: "not known")))])])]
      }
    return Panel(
      id: "identity", title: voice.inline(sheet.standingFinding),
      parts: [
        .facts(
          [code] + facts + [Panel.Fact(words(Phrase(fr: "Délai de paiement", en: "Time to pay")), payment)])
      ])
  }

  private func value(_ total: ReportTotal) -> [Inline] {
    let cell = voice.inline(total.cell)
    switch total.key {
    case "category": return [.link(alone("category", sheet.category), cell)]
    case "class": return [.link(alone("class", sheet.standing.abc?.letter), cell)]
    case "band": return [.link(alone("band", sheet.standing.band.map(String.init)), cell)]
    case "salespersonName": return [.link(alone("salesperson", sheet.details.salesperson?.text), cell)]
    case "rank":
      return [.link(context.link(.report(.ranking)), cell)]
        + [.text(words(Phrase(fr: " sur \(sheet.standing.ranked)", en: " of \(sheet.standing.ranked)")))]
    case "potentialCents":
      guard let judged = sheet.potential?.judged else { return cell }
      return cell + [.text(words(Phrase(fr: ", jugé le \(judged)", en: ", judged on \(judged)")))]
    case "serviceLevel": return [.link(context.link(.report(.bands)), cell)]
    default: return cell
    }
  }

  /// The customers of one kind.
  private func alone(_ key: String, _ value: String?) -> Link {
    context.link(.customers, [Link.Item("is." + key, value ?? "")])
  }

  // MARK: - Over time

  private var months: Panel {
    let months = sheet.months
    let revenue = ReportColumn.revenue().title
    let margin = ReportColumn.operatingMargin().title
    let bars = months.enumerated().map { place, month in
      ChartModel.Point(
        Double(place), month.revenue.onAxis,
        words: words(
          Phrase(fr: "\(month.month) : \(euros: month.revenue)", en: "\(month.month): \(euros: month.revenue)")),
        link: lines(month.month))
    }
    let line = months.enumerated().compactMap { place, month in
      month.operatingMargin.map { amount in
        ChartModel.Point(
          Double(place), amount.onAxis,
          words: words(
            Phrase(
              fr: "\(month.month) : marge de \(euros: amount)", en: "\(month.month): margin of \(euros: amount)")),
          link: lines(month.month))
      }
    }
    let series =
      [ChartModel.Series(words(revenue), .bar, tone: .soft, points: bars, label: words(revenue))]
      + (line.isEmpty
        ? [] : [ChartModel.Series(words(margin), .line, tone: .ink, points: line, label: words(margin))])
    let chart = ChartModel(
      id: "months-chart", .upright, title: words(sheet.monthsFinding),
      x: .init(words(Phrase(fr: "Mois", en: "Month")), names: months.map { voice.shortMonth($0.month) }),
      y: .init(words(Phrase(fr: "par mois", en: "a month")), unit: .euros), series: series,
      table: table(.months) { row, key in
        ["revenueCents", "orders"].contains(key) ? lines(months[row].month) : nil
      }, voice: voice)
    return panel(.months, [.chart(chart)])
  }

  private var years: Panel {
    let years = sheet.years
    let points = years.enumerated().map { place, year in
      ChartModel.Point(
        Double(place), year.revenue.onAxis,
        words: words(
          Phrase(fr: "\(year.span) : \(euros: year.revenue), ", en: "\(year.span): \(euros: year.revenue), ")
            + CustomerSheet.weight(year.share)), link: lines(year.span))
    }
    let chart = ChartModel(
      id: "years-chart", .upright, title: words(sheet.yearsFinding),
      x: .init(
        words(Phrase(fr: "Douze mois jusqu'à", en: "Twelve months to")),
        names: years.map { voice.shortMonth($0.span.last) }),
      y: .init(words(Phrase(fr: "par an", en: "a year")), unit: .euros),
      series: [.init(words(ReportColumn.revenue().title), .bar, points: points)],
      table: table(.years) { row, key in
        ["revenueCents", "orders"].contains(key) ? lines(years[row].span) : nil
      }, voice: voice)
    return panel(.years, [.chart(chart)], isHalf: true)
  }

  // MARK: - What it leaves and what it buys

  private var waterfall: Panel {
    guard let steps = sheet.waterfall.value?.steps else {
      let bring = Phrase(
        fr: "Importez les coûts des articles (--as products), ou une colonne de coût dans les ventes.",
        en: "Import the products' costs (--as products), or a cost column with the sales.")
      return panel(.waterfall, sheet.waterfall.reason == .noLine ? [] : [.text(voice.inline(bring))], isHalf: true)
    }
    let points = steps.enumerated().map { place, step in
      ChartModel.Point(
        Double(place), step.amount.onAxis,
        words: words(step.tag.label + Phrase(fr: " : \(euros: step.amount)", en: ": \(euros: step.amount)")),
        tone: step.isSum ? .ink : step.amount < .zero ? .bad : .good, isBase: step.isSum)
    }
    let chart = ChartModel(
      id: "waterfall-chart", .waterfall, title: words(sheet.waterfallFinding),
      x: .init(names: steps.map { words($0.tag.label) }), y: .init(unit: .euros),
      series: [.init(words(ReportColumn.operatingMargin().title), .bar, points: points)],
      table: table(.waterfall) { row, key in
        key == "amountCents" && ["revenue", "directCost"].contains(steps[row].tag.code)
          ? lines(sheet.window.current) : nil
      }, voice: voice)
    return panel(.waterfall, [.chart(chart)], isHalf: true)
  }

  private var ranges: Panel {
    let ranges = sheet.ranges
    guard !ranges.isEmpty else { return panel(.ranges, [], isHalf: true) }
    func name(_ range: CustomerSheet.RangeLine) -> String {
      range.name ?? words(Phrase(fr: "sans gamme", en: "no range"))
    }
    func link(_ range: CustomerSheet.RangeLine, _ span: MonthSpan) -> Link {
      range.name.map { lines(span, Link.Item("range", $0)) } ?? lines(span, Link.Item("norange", "1"))
    }
    let now = ranges.enumerated().map { place, range in
      ChartModel.Point(
        Double(place), range.current.onAxis,
        words: words(
          Phrase(
            fr: "\(name: name(range)) : \(euros: range.current)", en: "\(name: name(range)): \(euros: range.current)")),
        link: link(range, sheet.window.current))
    }
    let before = ranges.enumerated().compactMap { place, range in
      range.previous.map { amount in
        ChartModel.Point(
          Double(place), amount.onAxis,
          words: words(
            Phrase(
              fr: "\(name: name(range)), avant : \(euros: amount)", en: "\(name: name(range)), before: \(euros: amount)"
            )),
          link: sheet.window.previous.map { link(range, $0) })
      }
    }
    let label = words(Phrase(fr: "avant", en: "before"))
    let revenue = words(ReportColumn.revenue().title)
    let chart = ChartModel(
      id: "ranges-chart", .lying, title: words(sheet.rangesFinding), x: .init(names: ranges.map(name)),
      y: .init(unit: .euros),
      series: [.init(revenue, .bar, points: now, label: revenue)]
        + (before.isEmpty ? [] : [.init(label, .hollow, tone: .soft, points: before, label: label)]),
      table: table(.ranges) { row, key in
        switch key {
        case "revenueCents": link(ranges[row], sheet.window.current)
        case "previousRevenueCents" where ranges[row].previous != nil:
          sheet.window.previous.map { link(ranges[row], $0) }
        default: nil
        }
      }, voice: voice)
    return panel(.ranges, [.chart(chart)], isHalf: true)
  }

  // MARK: - What it orders and what it is given

  private var record: Panel {
    let correct = Inline.link(
      context.link(.record(sheet.id)),
      [.text(words(Phrase(fr: "Corriger la fiche", en: "Correct the record")))])
    // A group has no record of its own.
    let how = context.choice.scope == .company ? [correct] : []
    return panel(.record, sheet.record.isEmpty ? [] : [.table(table(.record))], how: how)
  }

  private var services: Panel {
    let how = [Inline.link(context.link(.report(.time)), voice.inline(ReportName.time.label))]
    return panel(.services, sheet.services.isEmpty ? [] : [.table(table(.services))], how: how, isHalf: true)
  }

  private var orders: Panel {
    let orders = sheet.orders
    return panel(
      .lastOrders,
      orders.isEmpty
        ? []
        : [.table(table(.lastOrders) { row, key in ["day", "lines"].contains(key) ? lines(orders[row].day) : nil })],
      isHalf: true)
  }
}

extension Cents {
  /// The amount on an axis of whole units.
  fileprivate var onAxis: Double { Double(value) / 100 }
}

import Ledger
import Portfolio
import Units

/// The parts of a sheet as tables.
extension CustomerSheet {
  var yearsSection: SheetDocument.Section {
    SheetDocument.Section(
      .years, yearsFinding,
      ReportGrid(
        columns: [
          ReportColumn("from", Phrase(fr: "De", en: "From"), .month),
          ReportColumn("to", Phrase(fr: "À", en: "To"), .month),
          ReportColumn("whole", Phrase(fr: "Entière", en: "Whole"), .flag, .hidden), .revenue(),
          ReportColumn("share", Phrase(fr: "Part", en: "Share"), .percent(digits: 1)),
          ReportColumn("rank", Phrase(fr: "Rang", en: "Rank"), .integer),
          ReportColumn("ranked", Phrase(fr: "Sur", en: "Of"), .integer, .optional(3)),
          ReportColumn("grossMarginCents", Phrase(fr: "Marge brute", en: "Gross margin"), .euros, .optional(2)),
          .operatingMargin(), .rate(.optional(1)),
          ReportColumn("orders", Phrase(fr: "Commandes", en: "Orders"), .integer, .optional(4)),
        ],
        rows: ReportRows(
          years.map { year in
            [
              .month(year.span.first), .month(year.span.last), .flag(year.isWhole), .cents(year.revenue),
              .share(year.share), .integer(year.rank), .integer(year.ranked),
              .cents(year.grossMargin, else: .marginUnknown), .cents(year.operatingMargin, else: .marginUnknown),
              .share(year.rate, else: .marginUnknown), .integer(year.orders),
            ]
          })),
      notes: sentences {
        if let first = years.first, !first.isWhole {
          Phrase(
            fr: "Les données commencent au cours de l'année qui va jusqu'à \(first.span.last).",
            en: "The data begin within the year up to \(first.span.last).")
        }
      })
  }

  var monthsSection: SheetDocument.Section {
    SheetDocument.Section(
      .months, monthsFinding,
      ReportGrid(
        columns: [
          ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .month), .revenue(),
          ReportColumn("grossMarginCents", Phrase(fr: "Marge brute", en: "Gross margin"), .euros, .optional(2)),
          ReportColumn("costToServeCents", Phrase(fr: "Coût de service", en: "Cost to serve"), .euros, .optional(3)),
          .operatingMargin(),
          ReportColumn("orders", Phrase(fr: "Commandes", en: "Orders"), .integer),
          ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours, .optional(1)),
        ],
        rows: ReportRows(
          months.map { month in
            [
              .month(month.month), .cents(month.revenue), .cents(month.grossMargin, else: .marginUnknown),
              .cents(isCostTold ? month.costToServe : nil),
              .cents(month.operatingMargin, else: .marginUnknown), .integer(month.orders),
              knowledge == .noServiceLog ? .unknown(.noServiceLog) : .minutes(month.minutes),
            ]
          })))
  }

  var waterfallSection: SheetDocument.Section {
    SheetDocument.Section(
      .waterfall, waterfallFinding,
      ReportGrid(
        columns: [
          ReportColumn("step", Phrase(fr: "De la vente à la marge", en: "From sale to margin"), .text),
          ReportColumn("amountCents", Phrase(fr: "Montant", en: "Amount"), .cents),
          ReportColumn("share", Phrase(fr: "Sur 100 vendus", en: "Of 100 sold"), .percent(digits: 1), .optional(1)),
        ],
        rows: ReportRows(
          (waterfall.value?.steps ?? []).map { step in
            [
              .tag(step.tag), .cents(step.amount),
              .share(margin.revenue > .zero ? Share(step.amount, of: margin.revenue)?.value : nil),
            ]
          })),
      notes: sentences {
        if let note = margin.estimate == .purchases ? purchaseRate.value?.note : nil { note }
        if margin.grossMargin == nil, let note = purchaseRate.reason?.note { note }
        if waterfall.value != nil, margin.estimate == .ownLines, let share = margin.costedShare {
          Phrase(
            fr: """
              Le coût direct est connu pour \(percent: share.value) du chiffre d'affaires ; le reste est supposé gagner \
              autant.
              """,
            en: """
              The direct cost is known for \(percent: share.value) of the revenue; the rest is taken to earn as much.
              """)
        }
        switch knowledge {
        case .noServiceLog: isCostTold ? Phrase.marginsLackServices : Phrase.marginsAreGross
        case .standIn: knowledge.label
        case .partly, .fully: [Phrase]()
        }
        if margin.payments.timeToPay.reason == .noRate, let days = margin.payments.daysToPay {
          Phrase(
            fr: """
              Payé à \(days, "jour", "jours") ; ce que cela coûte n'est pas compté, car vos règles ne disent pas ce que \
              coûte l'argent (costs.financingRate).
              """,
            en: """
              Paid after \(days, "day", "days"); what that costs is not counted, for your rules do not say what money \
              costs (costs.financingRate).
              """)
        }
      })
  }

  var rangesSection: SheetDocument.Section {
    SheetDocument.Section(
      .ranges, rangesFinding,
      ReportGrid(
        columns: [
          ReportColumn("range", Phrase(fr: "Gamme", en: "Range"), .text), .revenue(),
          ReportColumn("previousRevenueCents", Phrase(fr: "Avant", en: "Before"), .euros),
          ReportColumn("change", Phrase(fr: "Ce qui change", en: "What changed"), .text, .optional(1)),
        ],
        rows: ReportRows(
          ranges.map { range in
            [
              range.name.map { .text($0) } ?? .unknown(Phrase(fr: "Lignes sans gamme.", en: "Lines without a range.")),
              .cents(range.current), .cents(range.previous), .tag(range.change.tag),
            ]
          })))
  }

  var ordersSection: SheetDocument.Section {
    SheetDocument.Section(
      .lastOrders, ordersFinding,
      ReportGrid(
        columns: [
          ReportColumn("day", Phrase(fr: "Jour", en: "Day"), .day),
          ReportColumn("revenueCents", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .cents),
          ReportColumn("grossMarginCents", Phrase(fr: "Marge brute", en: "Gross margin"), .cents, .optional(1)),
          ReportColumn("lines", Phrase(fr: "Lignes", en: "Lines"), .integer),
          ReportColumn("gapDays", Phrase(fr: "Jours depuis la précédente", en: "Days since the one before"), .integer),
        ],
        rows: ReportRows(
          orders.map { order in
            [
              .day(order.day), .cents(order.revenue), .cents(order.grossMargin, else: .marginUnknown),
              .integer(order.lines), .integer(order.gap),
            ]
          })),
      notes: sentences {
        if orderCount > orders.count {
          Phrase(
            fr: "Les \(orders.count) dernières sur \(orderCount).", en: "The last \(orders.count) of \(orderCount).")
        }
      })
  }

  var servicesSection: SheetDocument.Section {
    SheetDocument.Section(
      .services, servicesFinding,
      ReportGrid(
        columns: [
          ReportColumn("kind", Phrase(fr: "Service", en: "Service"), .text),
          ReportColumn("events", Phrase(fr: "Nombre", en: "Number"), .integer),
          ReportColumn("promised", Phrase(fr: "Promis", en: "Promised"), .integer),
          ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
          ReportColumn("costCents", Phrase(fr: "Coût", en: "Cost"), .euros),
          ReportColumn("estimatedCents", Phrase(fr: "Dont estimé", en: "Of which estimated"), .euros, .optional(1)),
          ReportColumn("uncostedEvents", Phrase(fr: "Sans coût", en: "Not costed"), .integer, .hidden),
        ],
        rows: ReportRows(
          services.map { use in
            [
              .tag(.init(use.kind.rawValue, use.kind.words)), .integer(use.events), .integer(use.promised),
              .minutes(use.minutes), .cents(use.cost), .cents(use.estimated), .integer(use.uncostedEvents),
            ]
          })),
      notes: sentences {
        if knowledge == .noServiceLog { Phrase.noServiceLog }
        let uncosted = services.reduce(0) { $0 + $1.uncostedEvents }
        if uncosted > 0 {
          Phrase(
            fr: "\(uncosted, "service", "services") que rien ne permet de chiffrer : le coût est un minimum.",
            en: "\(uncosted, "service", "services") that nothing allows to cost: the cost is a least.")
        }
      })
  }

  var findingsSection: SheetDocument.Section {
    SheetDocument.Section(
      .findings, listsFinding,
      ReportGrid(
        columns: [
          ReportColumn("list", Phrase(fr: "Liste", en: "List"), .text),
          ReportColumn("sentence", Phrase(fr: "Ce qu'elle dit", en: "What it says"), .text),
          ReportColumn("reasons", Phrase(fr: "Raisons", en: "Reasons"), .text, .hidden),
        ],
        rows: ReportRows(
          findings.map { finding in
            let words = finding.reasons.map(\.label)
            return [
              .tag(finding.list),
              .phrase(words.dropFirst().reduce(words[0]) { $0 + Phrase(fr: " · ", en: " · ") + $1 }),
              .list(finding.reasons.map { .tag($0) }),
            ]
          })))
  }
}

extension CustomerSheet.Waterfall {
  /// One step down.
  struct Step: Equatable {
    let tag: ReportCell.Tag
    /// What it adds, below zero for what it takes; the whole for a sum.
    let amount: Cents
    let isSum: Bool
  }

  /// From revenue to operating margin; the steps that are no sums add up to the last.
  var steps: [Step] {
    func step(_ code: String, _ label: Phrase, _ amount: Cents, isSum: Bool = false) -> Step {
      Step(tag: ReportCell.Tag(code, label), amount: amount, isSum: isSum)
    }
    var steps = [
      step("revenue", Phrase(fr: "chiffre d'affaires", en: "revenue"), revenue, isSum: true),
      step("directCost", Phrase(fr: "coût direct", en: "direct cost"), -directCost),
    ]
    if estimatedCost != .zero {
      steps.append(
        step("estimatedCost", Phrase(fr: "coût direct supposé", en: "supposed direct cost"), -estimatedCost))
    }
    steps.append(step("grossMargin", Phrase(fr: "marge brute", en: "gross margin"), grossMargin, isSum: true))
    steps += services.map { step($0.kind.rawValue, $0.kind.words, -$0.cost) }
    steps += payments.map { step($0.kind.code, $0.kind.words, -$0.cost) }
    steps.append(
      step("operatingMargin", Phrase(fr: "marge opérationnelle", en: "operating margin"), operatingMargin, isSum: true))
    return steps
  }
}

extension CustomerSheet.RangeLine.Change {
  /// The change as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .gained: ReportCell.Tag(rawValue, Phrase(fr: "▲ nouvelle", en: "▲ new"), tone: .good)
    case .lost: ReportCell.Tag(rawValue, Phrase(fr: "▼ abandonnée", en: "▼ given up"), tone: .bad)
    case .kept: ReportCell.Tag(rawValue, Phrase(fr: "", en: ""))
    }
  }
}

extension CustomerSheet.Finding {
  /// The list that speaks.
  var list: ReportCell.Tag {
    switch self {
    case .losesMoney: ReportCell.Tag("losesMoney", Phrase(fr: "rentabilité", en: "profitability"))
    case .underFloor: ReportCell.Tag("underFloor", Phrase(fr: "planchers", en: "floors"))
    case .atRisk: ReportCell.Tag("atRisk", Phrase(fr: "en danger", en: "at risk"))
    case .cherish: ReportCell.Tag("cherish", Phrase(fr: "à chouchouter", en: "to cherish"))
    case .time: ReportCell.Tag("time", Phrase(fr: "temps", en: "time"))
    case .marginFalls: ReportCell.Tag("marginFalls", Phrase(fr: "enjeux", en: "stakes"))
    case .tomorrow: ReportCell.Tag("tomorrow", Phrase(fr: "clients de demain", en: "tomorrow's customers"))
    case .oneOff: ReportCell.Tag("oneOff", Phrase(fr: "tri du fichier", en: "clean-up"))
    }
  }

  /// The report that holds the list.
  var report: ReportName {
    switch self {
    case .losesMoney, .cherish: .profitability
    case .atRisk: .month
    case .underFloor: .floors
    case .time: .time
    case .marginFalls: .stakes
    case .tomorrow: .tomorrow
    case .oneOff: .cleanup
    }
  }

  /// What it says, and what would mend it; never empty.
  var reasons: [ReportCell.Tag] {
    switch self {
    case .losesMoney(let margin):
      [
        ReportCell.Tag(
          "losesMoney",
          Phrase(
            fr: "▲ coûte plus qu'il ne rapporte : \(euros: margin)", en: "▲ costs more than it brings: \(euros: margin)"
          ),
          tone: .bad, figures: [.init("marginCents", .cents(margin))])
      ]
    case .underFloor(let row):
      [
        ReportCell.Tag(
          "underFloor",
          Phrase(
            fr: "▲ sous le plancher, il manque \(euros: row.shortfall)",
            en: "▲ under the floor, \(euros: row.shortfall) missing"), tone: .bad,
          figures: [.init("shortfallCents", .cents(row.shortfall))])
      ] + row.remedies.map(\.tag)
    case .atRisk(let entry): [ReportCell.Tag("atRisk", entry.reason.sentence, tone: .bad, figures: entry.figures)]
    case .cherish(let entry): [ReportCell.Tag("cherish", entry.reason.sentence, tone: .good, figures: entry.figures)]
    case .time(let row): [row.judgement.tag]
    case .marginFalls(let fall):
      [
        ReportCell.Tag(
          "marginFalls",
          Phrase(
            fr: "▲ taux de marge en baisse : \(euros: fall.lost) de moins par an",
            en: "▲ margin rate falling: \(euros: fall.lost) less a year"), tone: .bad,
          figures: [.init("lostCents", .cents(fall.lost)), .init("rates", .list(fall.rates.map { .share($0.value) }))])
      ]
    case .tomorrow(let reasons): reasons.map(\.tag)
    case .oneOff(let oneOff):
      [
        ReportCell.Tag(
          "oneOff",
          Phrase(fr: "une seule commande, le \(oneOff.order.day)", en: "a single order, on \(oneOff.order.day)"),
          figures: [.init("day", .day(oneOff.order.day))])
      ]
    }
  }
}

extension CustomerLists.Entry {
  /// What a year of it is worth.
  fileprivate var figures: [ReportCell.Member] { [.init("stakeCents", .cents(stake))] }
}

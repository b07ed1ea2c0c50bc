import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Where each customer stands in its life, and how the portfolio is.
  /// - Parameter isMonthly: whether each month of the window has its rows, or the last alone.
  static func stages(_ analysis: CompanyAnalysis, isMonthly: Bool) -> ReportDocument {
    let window = analysis.books.window
    let life = analysis.life
    let totals = totals(life, books: analysis.books)
    guard let stages = life.stages, let source = life.source, let flow = life.flow else {
      return ReportDocument(
        name: .stages, window: window,
        title: Phrase(fr: "Aucune vente : aucun client n'a d'étape", en: "No sale: no customer has a stage"),
        subtitle: .months(window), totals: totals, grid: ReportGrid(columns: columns, rows: ReportRows([])))
    }
    return ReportDocument(
      name: .stages, window: window,
      title: life.health?.sentence
        ?? (flow.active(life.month).customers == 0
          ? Phrase(fr: "Tous les clients sont perdus", en: "All customers are lost")
          : Phrase(
            fr: """
              \(source.months.count) mois de données : trop peu pour dire qui décline, donc comment va le portefeuille
              """,
            en: """
              \(source.months.count, "month", "months") of data: too few to tell who declines, and so how the portfolio is
              """)),
      subtitle: Phrase(
        fr: "À la fin \(of: life.month), d'après ce qui était connu alors.",
        en: "At the end of \(life.month), from what was known then."),
      totals: totals, grid: grid(stages, source, analysis: analysis, isMonthly: isMonthly),
      notes: sentences {
        if let health = life.health {
          for reason in health.reasons.dropFirst() { Phrase(fr: "Et ", en: "And ") + health.words(of: reason) + .stop }
        }
        if flow[nil, life.month].customers > 0 {
          Phrase(
            fr: """
              \(flow[nil, life.month].customers, "fiche n'a", "fiches n'ont") jamais commandé : sans étape.
              """,
            en: """
              \(flow[nil, life.month].customers, "record has", "records have") never ordered: no stage.
              """)
        }
        if source.months.count < 24 {
          Phrase(
            fr: """
              \(source.months.count) mois de données : avant deux ans, peu de clients peuvent être comparés à \
              eux-mêmes, et la plupart passent pour mûrs.
              """,
            en: """
              \(source.months.count, "month", "months") of data: before two years few customers can be compared \
              with themselves, and most pass for mature.
              """)
        }
      })
  }

  private static let columns: [ReportColumn] = [
    .customer, .name, ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text),
    ReportColumn("since", Phrase(fr: "Depuis", en: "Since"), .month, .optional(2)),
    ReportColumn("previous", Phrase(fr: "Avant", en: "Before"), .text, .optional(4)),
    ReportColumn("wonBack", Phrase(fr: "Regagné", en: "Won back"), .flag, .hidden),
    ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .month, .hidden),
    ReportColumn("reason", Phrase(fr: "Pourquoi", en: "Why"), .text, .optional(1)),
    ReportColumn("attention", Phrase(fr: "Attention", en: "Attention"), .text, .hidden), .revenue(.optional(3)),
    ReportColumn("lastOrder", Phrase(fr: "Dernière commande", en: "Last order"), .day, .optional(5)),
    ReportColumn("comparedMonths", Phrase(fr: "Mois comparés", en: "Months compared"), .integer, .hidden),
    ReportColumn("comparedCents", Phrase(fr: "CA comparé", en: "Revenue compared"), .euros, .hidden),
    ReportColumn("comparedBeforeCents", Phrase(fr: "Un an avant", en: "A year before"), .euros, .hidden),
    ReportColumn("gateCents", Phrase(fr: "Part du hasard", en: "What chance may change"), .euros, .hidden),
  ]

  private static func grid(
    _ stages: Stages, _ source: StageSource, analysis: CompanyAnalysis, isMonthly: Bool
  ) -> ReportGrid {
    let books = analysis.books
    let last = books.window.asOf
    let months = isMonthly ? books.window.current.months.filter { source.months.contains($0) } : [last]
    let staged = analysis.customersByWeight.filter { stages.stage(of: $0, at: last) != nil }
    let places = months.flatMap { month in
      staged.compactMap { stages.stage(of: $0, at: month) == nil ? nil : (customer: $0, month: month) }
    }
    return ReportGrid(
      columns: columns,
      rows: ReportRows(count: places.count) { place in
        let (customer, month) = places[place]
        let stay = stages.stay(of: customer, at: month)
        let reading = source.reading(of: customer, at: month)
        return [
          books.idCell(customer), books.nameCell(customer), stay.map { .tag($0.stage.tag) } ?? .unknown,
          stay.map { .month($0.since) } ?? .unknown, stay?.previous.map { .tag($0.tag) } ?? .unknown,
          .flag(stay?.stage == .wonBack), .month(month), reading.map { .tag($0.tag) } ?? .unknown,
          stay.map { .tag(ReportCell.Tag($0.stage.attention.rawValue, $0.stage.attention.label)) } ?? .unknown,
          .cents(books.activity.total(of: customer, in: books.window.current).revenue),
          reading.map { .day($0.silence.lastOrder) } ?? .unknown, .integer(reading?.comparison?.months),
          .cents(reading?.comparison?.current), .cents(reading?.comparison?.previous),
          .cents(reading?.comparison?.gate.width),
        ]
      })
  }

  private static func totals(
    _ life: RelationAnalysis, books: Books
  ) -> [ReportTotal] {
    let (flow, changes) = (life.flow, life.changes?.rows ?? [])
    let active = flow?.active(life.month) ?? StageFlow.Sums()
    return [
      ReportTotal("customers", .integer(active.customers), Phrase(fr: "Clients actifs", en: "Active customers")),
      ReportTotal(
        "health", life.health.map { .tag($0.state.tag) } ?? .unknown, Phrase(fr: "Portefeuille", en: "Portfolio")),
      ReportTotal("healthReason", life.health?.reasons.first.map { .text($0.rawValue) } ?? .unknown),
      ReportTotal("healthReasons", .list((life.health?.reasons ?? []).map { .text($0.rawValue) })),
      ReportTotal(
        "soundCustomersShare", .share(life.health?.soundCustomers),
        Phrase(fr: "Développement et maturité", en: "Developing and mature")),
      ReportTotal(
        "soundRevenueShare", .share(life.health?.soundRevenue),
        Phrase(fr: "Leur part du CA", en: "Their share of revenue")),
      ReportTotal("decliningShare", .share(life.health?.declining), Phrase(fr: "En déclin", en: "Declining")),
      ReportTotal("decliningShareBefore", .share(life.health?.decliningBefore)),
      ReportTotal(
        "changed", .integer(changes.count), Phrase(fr: "Changements du mois", en: "Changes this month")),
      ReportTotal(
        "stages",
        .list(Stage.reading.map { .object(members(of: $0, flow?[$0, life.month] ?? StageFlow.Sums(), active)) })),
      ReportTotal("changes", .list(changes.map { .object(members(of: $0, books)) })),
    ]
  }

  private static func members(
    of stage: Stage, _ sums: StageFlow.Sums, _ active: StageFlow.Sums
  ) -> [ReportCell.Member] {
    [
      .init("stage", .text(stage.name)), .init("wonBack", .flag(stage == .wonBack)),
      .init("customers", .integer(sums.customers)), .init("revenueCents", .cents(sums.revenue)),
      .init("grossMarginCents", sums.unknownMargins == sums.customers ? .unknown : .cents(sums.grossMargin)),
      .init("unknownMargins", .integer(sums.unknownMargins)),
      .init(
        "customersShare", stage.isActive ? .share(Share(Int64(sums.customers), of: Int64(active.customers))) : .unknown),
      .init("revenueShare", stage.isActive ? .share(Share(sums.revenue, of: active.revenue)) : .unknown),
      .init("attention", .text(stage.attention.rawValue)),
    ]
  }

  private static func members(of change: StageChanges.Row, _ books: Books) -> [ReportCell.Member] {
    [
      .init("customer", books.idCell(change.customer)), .init("name", books.nameCell(change.customer)),
      .init("from", .text(change.from?.name)), .init("to", .text(change.to.name)),
      .init("wonBack", .flag(change.to == .wonBack)), .init("reason", .text(String(describing: change.reading.reason))),
      .init("revenueBeforeCents", .cents(change.revenueBefore)),
    ]
  }
}

extension Phrase {
  /// The end of a sentence.
  static let stop = Phrase(fr: ".", en: ".")
}

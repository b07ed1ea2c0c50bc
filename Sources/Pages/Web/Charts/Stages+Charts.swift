import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// How the stages fill and empty, what each weighs and calls for, and who changed this month.
  var stages: [Panel] {
    guard let flow = analysis.life.flow, let changes = analysis.life.changes else { return [] }
    return [stageMix(), weights(flow), panel(changes)].compactMap { $0 }
  }

  /// The stages of customers who buy, the soundest at the foot.
  private static let layers: [(stage: Stage, tone: ChartModel.Tone)] = [
    (.mature, .step6), (.developing, .step5), (.new, .step4), (.wonBack, .step3), (.declining, .step2),
    (.episodic, .step1),
  ]

  /// How many customers each stage held, month after month.
  func stageMix(isHalf: Bool = false) -> Panel? {
    guard let all = analysis.life.source?.months, let flow = analysis.life.flow else { return nil }
    let months = MonthSpan(all.last.advanced(by: 1 - min(all.count, 36)), all.last).months
    guard months.count > 1 else { return nil }
    let layers = Self.layers.filter { layer in months.contains { flow[layer.stage, $0].customers > 0 } }
    guard let first = months.first, !layers.isEmpty else { return nil }
    let (before, now) = (flow.active(first).customers, flow.active(analysis.life.month).customers)
    let finding = Phrase(
      fr: """
        \(now, "client actif", "clients actifs") aujourd'hui, \(before) en \(first) : ce qu'ils sont devenus
        """,
      en: "\(now, "active customer", "active customers") today, \(before) in \(first): what became of them")
    let plot = Plot(
      id: "mix-chart", kind: .upright, title: finding,
      columns: [ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text)]
        + layers.map { ReportColumn($0.stage.name, $0.stage.plural, .integer) },
      lines: layers.enumerated().map { place, layer in
        // The name of a thin layer would stand on the next one's.
        Plot.Line(
          column: place + 1, form: .area, tone: layer.tone,
          label: flow[layer.stage, analysis.life.month].customers * 16 < now
            ? Phrase(fr: "", en: "") : layer.stage.plural)
      },
      rows: months.map { month in
        Plot.Row(cells: [.month(month)] + layers.map { .integer(flow[$0.stage, month].customers) })
      },
      up: .init(say(Phrase(fr: "Clients", en: "Customers"))), isStacked: true)
    return panel(
      "mix", finding,
      how: Phrase(
        fr: "Clients par étape à la fin de chaque mois, d'après ce qui était connu alors ; les perdus n'y sont pas.",
        en: "Customers by stage at the end of each month, from what was known then; the lost are left out."),
      isHalf: isHalf,
      behind: isHalf ? [.link(context.link(.report(.stages)), [.text(context.say(ReportName.stages.label))])] : [],
      [plot.part(self)])
  }

  private func weights(_ flow: StageFlow) -> Panel? {
    let active = flow.active(analysis.life.month)
    let shown = Stage.reading.filter { flow[$0, analysis.life.month].customers > 0 }
    guard !shown.isEmpty else { return nil }
    let sound = analysis.life.health
    let finding =
      sound.map { health in
        Phrase(
          fr: """
            Développement et maturité : \(percent: health.soundCustomers.value) des clients, \
            \(percent: health.soundRevenue?.value ?? 0) du chiffre d'affaires
            """,
          en: """
            Developing and mature: \(percent: health.soundCustomers.value) of the customers, \
            \(percent: health.soundRevenue?.value ?? 0) of the revenue
            """)
      } ?? Phrase(fr: "Ce que pèse chaque étape", en: "What each stage weighs")
    let table = table(
      "weights-table", finding,
      [
        ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("customersShare", Phrase(fr: "Part", en: "Share"), .percent(digits: 0)),
        ReportColumn("revenue", Phrase(fr: "CA de 12 mois", en: "12 months' revenue"), .euros),
        ReportColumn("revenueShare", Phrase(fr: "Part du CA", en: "Share of revenue"), .percent(digits: 0)),
        ReportColumn("grossMargin", Phrase(fr: "Marge brute", en: "Gross margin"), .euros),
        ReportColumn("attention", Phrase(fr: "L'attention qu'elle demande", en: "The attention it calls for"), .text),
      ],
      shown.map { stage in
        let sums = flow[stage, analysis.life.month]
        return Row(
          cells: [
            .tag(stage.tag), .integer(sums.customers),
            stage.isActive ? .share(Share(Int64(sums.customers), of: Int64(active.customers))) : .unknown,
            .cents(sums.revenue), stage.isActive ? .share(Share(sums.revenue, of: active.revenue)) : .unknown,
            sums.unknownMargins == sums.customers ? .unknown(.marginUnknown) : .cents(sums.grossMargin),
            .phrase(stage.attention.label),
          ], link: link(toRowsOf: .stages, "stage", stage.name))
      })
    return panel(
      "weights", finding,
      how: Phrase(
        fr: "Parts des clients actifs. Marge brute des clients dont elle est connue.",
        en: "Shares of the active customers. Gross margin of those whose margin is known."),
      [.table(table)])
  }

  private func panel(_ changes: StageChanges) -> Panel? {
    let rows = changes.rows
    let declining = rows.count { $0.to == .declining }
    let finding =
      rows.isEmpty
      ? Phrase(fr: "Personne n'a changé d'étape ce mois-ci", en: "Nobody changed stage this month")
      : Phrase(
        fr: """
          \(rows.count, "client a changé", "clients ont changé") d'étape en \(changes.month), dont \(declining) vers le déclin
          """,
        en: """
          \(rows.count, "customer", "customers") changed stage in \(changes.month), \(declining) of them into decline
          """)
    let table = table(
      "changes-table", finding,
      [
        ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
        ReportColumn("from", Phrase(fr: "De", en: "From"), .text),
        ReportColumn("to", Phrase(fr: "À", en: "To"), .text),
        ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text),
        ReportColumn("revenue", Phrase(fr: "CA des 12 mois d'avant", en: "Revenue of the 12 months before"), .euros),
      ],
      rows.prefix(25).map { row in
        Row(
          cells: [
            name(of: row.customer), row.from.map { .tag($0.tag) } ?? .unknown(.noOrderYet), .tag(row.to.tag),
            .phrase(row.reading.words), .cents(row.revenueBefore),
          ], link: link(to: row.customer))
      })
    return panel(
      "changes", finding,
      how: rows.count > 25
        ? Phrase(fr: "Les 25 qui pèsent le plus.", en: "The 25 that weigh most.")
        : Phrase(fr: "Du plus gros au plus petit.", en: "From the biggest to the smallest."),
      rows.isEmpty ? [.text([])] : [.table(table)])
  }
}

extension PanelWriter {
  /// Where customers went in a year, and in the last month.
  var transitions: [Panel] {
    [analysis.life.yearly.flatMap { flow($0) }, analysis.life.monthly.flatMap { matrix($0) }].compactMap { $0 }
  }

  private func flow(_ transitions: StageTransitions) -> Panel? {
    let starts: [Stage?] = [nil] + Stage.reading
    let from = starts.filter { start in transitions.rows.contains { $0.from == start } }
    let to = Stage.reading.filter { end in transitions.rows.contains { $0.to == end } }
    guard !from.isEmpty, !to.isEmpty else { return nil }
    let stayed = transitions.rows.reduce(0) { $0 + ($1.from == $1.to ? $1.customers : 0) }
    let known = transitions.rows.reduce(0) { $0 + ($1.from == nil ? 0 : $1.customers) }
    let finding = Phrase(
      fr:
        "En un an, \(stayed, "client sur", "clients sur") \(known) \(agreeing: stayed, "est resté", "sont restés") à leur étape",
      en: "In a year, \(stayed) of \(known) customers stayed in their stage")
    func name(_ stage: Stage?) -> Phrase { stage?.plural ?? Phrase(fr: "pas encore clients", en: "not customers yet") }
    let rows = transitions.rows
    let model = ChartModel(
      id: "flow-chart", .flow, title: say(finding),
      x: .init(names: from.map { say(name($0)) } + to.map { say(name($0)) }), y: .init(), series: [],
      flows: rows.compactMap { row in
        guard let start = from.firstIndex(of: row.from), let end = to.firstIndex(of: row.to) else { return nil }
        return ChartModel.Flow(
          from: start, to: from.count + end, amount: Double(row.customers),
          words: say(
            name(row.from) + Phrase(fr: " → ", en: " → ") + name(row.to)
              + Phrase(
                fr: " : \(row.customers, "client", "clients"), \(euros: row.revenueBefore, .compact) l'année d'avant",
                en: ": \(row.customers, "customer", "customers"), \(euros: row.revenueBefore, .compact) the year before"
              )
          ))
      },
      table: table("flow-table", finding, PanelWriter.ways, rows.map { way($0) }), voice: voice)
    return panel(
      "flow", finding,
      how: Phrase(
        fr:
          "À gauche, la fin \(of: transitions.from) ; à droite, la fin \(of: transitions.to). La largeur compte les clients.",
        en:
          "At the left the end of \(transitions.from); at the right the end of \(transitions.to). Breadth counts customers."
      ),
      [.chart(model)])
  }

  private static let ways = [
    ReportColumn("from", Phrase(fr: "De", en: "From"), .text),
    ReportColumn("to", Phrase(fr: "À", en: "To"), .text),
    ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
    ReportColumn("revenue", Phrase(fr: "CA avant", en: "Revenue before"), .euros),
  ]

  private func way(_ row: StageTransitions.Row) -> Row {
    Row(cells: [
      row.from.map { .tag($0.tag) } ?? .phrase(.noOrderYet), .tag(row.to.tag), .integer(row.customers),
      .cents(row.revenueBefore),
    ])
  }

  private func matrix(_ transitions: StageTransitions) -> Panel? {
    let moved = transitions.rows.filter { $0.from != $0.to }
    let finding =
      moved.isEmpty
      ? Phrase(fr: "Personne n'a changé d'étape ce mois-ci", en: "Nobody changed stage this month")
      : Phrase(
        fr: "En \(transitions.to) : \(moved.reduce(0) { $0 + $1.customers }, "changement", "changements") d'étape",
        en: "In \(transitions.to): \(moved.reduce(0) { $0 + $1.customers }, "change", "changes") of stage")
    return panel(
      "matrix", finding,
      how: Phrase(
        fr: "De la fin \(of: transitions.from) à la fin \(of: transitions.to).",
        en: "From the end of \(transitions.from) to the end of \(transitions.to)."),
      [moved.isEmpty ? .text([]) : .table(table("matrix-table", finding, PanelWriter.ways, moved.map { way($0) }))])
  }
}

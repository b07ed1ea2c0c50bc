import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Whom to cease, whom to bring to its floor, whom to develop, the gems and the toxic categories.
  var verdicts: [Panel] {
    let verdicts = analysis.life.verdicts
    guard verdicts.rows.contains(where: { $0.verdict.value != nil }) else { return [] }
    return [
      map(verdicts), list(verdicts, .cease), ladder(verdicts), list(verdicts, .develop), gems(verdicts),
      toxic(verdicts),
    ].compactMap { $0 }
  }

  /// Every customer by its revenue and its margin over its floor.
  private func map(_ verdicts: Verdicts) -> Panel? {
    let judged = verdicts.rows.filter { $0.verdict.value != nil && $0.facts.current.rate != nil }
      .sorted { $0.facts.current.revenue > $1.facts.current.revenue }
    guard !judged.isEmpty else { return nil }
    let under = judged.filter { !$0.ladder.isEmpty }
    let finding = Phrase(
      fr: """
        \(under.count, "client sous son plancher", "clients sous leur plancher"), \
        \(euros: under.map(\.facts.gap).sum, .compact) de marge manquante
        """,
      en: """
        \(under.count, "customer", "customers") below their floor, \(euros: under.map(\.facts.gap).sum, .compact) of margin \
        missing
        """)
    // A thousand marks are a cloud; the biggest and those to act on are in it.
    let shown = judged.prefix(400) + judged.dropFirst(400).filter { $0.verdict.value == .cease }.prefix(100)
    let plot = Plot(
      id: "map-chart", kind: .scatter, title: finding,
      columns: [
        ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
        ReportColumn("rate", Phrase(fr: "Taux de marge", en: "Margin rate"), .percent(digits: 1)),
        ReportColumn("revenue", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
        ReportColumn("verdict", Phrase(fr: "Verdict", en: "Verdict"), .text),
      ],
      lines: [Plot.Line(column: 1, form: .point)],
      rows: shown.map { row in
        let rate = row.facts.current.rate?.value ?? 0
        return Plot.Row(
          cells: [name(of: row.customer), .share(rate), .cents(row.facts.current.revenue), row.verdictCell],
          x: Double(row.facts.current.revenue.value) / 100, y: max(-1, rate), link: link(to: row.customer),
          tone: row.verdict.value.map { $0 == .cease ? .bad : $0 == .develop ? .good : .soft })
      },
      across: .init(say(Phrase(fr: "Chiffre d'affaires", en: "Revenue")), unit: .euros, isLogarithmic: true))
    return panel(
      "map", finding,
      how: Phrase(
        fr: "● à développer, ■ à maintenir, ▲ à cesser. Un taux sous −100 % est au bord.",
        en: "● to develop, ■ to maintain, ▲ to cease. A rate below −100% stands on the edge."),
      [plot.part(self)])
  }

  /// The customers of one verdict, the most at stake first.
  private func list(_ verdicts: Verdicts, _ verdict: Verdict) -> Panel? {
    let rows = verdicts.rows.filter { $0.verdict.value == verdict }.byStake
    let stake = rows.map(\.atStake).sum
    let finding: Phrase =
      switch (verdict, rows.isEmpty) {
      case (.cease, true): Phrase(fr: "Aucune relation n'est à cesser", en: "No relation is to be ceased")
      case (.cease, false):
        Phrase(
          fr: "Cesser \(rows.count, "relation", "relations") : \(euros: stake, .compact) de mieux la première année",
          en: "Cease \(rows.count, "relation", "relations"): \(euros: stake, .compact) better in the first year")
      case (_, true): Phrase(fr: "Personne à développer", en: "Nobody to develop")
      default:
        Phrase(
          fr: "Développer \(rows.count, "client", "clients") : jusqu'à \(euros: stake, .compact) de marge à gagner",
          en: "Develop \(rows.count, "customer", "customers"): up to \(euros: stake, .compact) of margin to win")
      }
    let shown = rows.prefix(12).map { row in
      Row(
        cells: [
          name(of: row.customer), .cents(row.atStake), .phrase(analysis.sentence(of: row)),
          .phrase(row.isFirm ? Phrase(fr: "ferme", en: "firm") : Phrase(fr: "fragile", en: "fragile")),
        ], link: link(to: row.customer))
    }
    return panel(
      verdict.rawValue, finding,
      how: rows.count > 12
        ? Phrase(fr: "Les douze où le plus est en jeu.", en: "The twelve with the most at stake.")
        : Phrase(fr: "Le plus en jeu d'abord.", en: "The most at stake first."),
      behind: rows.isEmpty
        ? []
        : [
          .link(
            link(toRowsOf: .verdicts, "verdict", verdict.rawValue),
            voice.inline(Phrase(fr: "Tous les voir", en: "See them all")))
        ]
          + (verdict == .cease
            ? [
              .text(" · "),
              .link(
                context.link(.whatIf, [Link.Item("step", WhatIfLine(.drop, on: [.verdict(.cease)]).text)]),
                voice.inline(Phrase(fr: "Et si nous les cessions toutes ?", en: "What if we ceased them all?"))),
            ] : []),
      shown.isEmpty
        ? [.text([])] : [.table(table(verdict.rawValue + "-table", finding, Self.verdictColumns, Array(shown)))])
  }

  private static let verdictColumns = [
    ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
    ReportColumn("stake", Phrase(fr: "En jeu", en: "At stake"), .euros),
    ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text),
    ReportColumn("firm", Phrase(fr: "Tient-il ?", en: "Does it hold?"), .text),
  ]

  /// Those below their floor, with their first steps.
  private func ladder(_ verdicts: Verdicts) -> Panel? {
    let rows = verdicts.rows.filter { $0.verdict.value == .maintain && !$0.ladder.isEmpty }
      .sorted { $0.facts.gap == $1.facts.gap ? $0.customer < $1.customer : $0.facts.gap > $1.facts.gap }
    guard !rows.isEmpty else { return nil }
    let finding = Phrase(
      fr: """
        Il manque \(euros: rows.map(\.facts.gap).sum, .compact) par an à \(rows.count, "client", "clients") pour leur plancher
        """,
      en: """
        \(rows.count, "customer lacks", "customers lack") \(euros: rows.map(\.facts.gap).sum, .compact) a year to \
        \(agreeing: rows.count, "its floor", "their floors")
        """)
    let shown = rows.prefix(12).map { row in
      Row(
        cells: [
          name(of: row.customer), .cents(row.facts.gap),
          row.ladder.leading.map { .phrase($0.words) } ?? .unknown, .tag(row.action.tag),
        ], link: link(to: row.customer))
    }
    let columns = [
      ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
      ReportColumn("gap", Phrase(fr: "Manque", en: "Lacks"), .euros),
      ReportColumn("steps", Phrase(fr: "Première marche", en: "First step"), .text),
      ReportColumn("action", Phrase(fr: "Action", en: "Action"), .text),
    ]
    return panel(
      "ladder", finding,
      how: Phrase(
        fr: "Servir à son niveau, relever les prix, un minimum de commande ; cesser vient en dernier.",
        en: "Serve at the level, raise prices, a minimum order; ceasing comes last."),
      [.table(table("ladder-table", finding, columns, Array(shown)))])
  }

  private func gems(_ verdicts: Verdicts) -> Panel? {
    guard !verdicts.hiddenGems.isEmpty else { return nil }
    let rows = verdicts.hiddenGems.map { verdicts.rows[$0] }.byStake
    let finding = Phrase(
      fr: "\(rows.count, "pépite", "pépites") : rentables, à développer, et trop peu suivies",
      en: "\(rows.count, "hidden gem", "hidden gems"): profitable, with more to win, and hardly looked after")
    let shown = rows.prefix(10).map { row in
      Row(
        cells: [
          name(of: row.customer), .share(row.facts.current.rate), .cents(row.facts.headroom?.amount),
        ], link: link(to: row.customer))
    }
    return panel(
      "gems", finding,
      how: Phrase(
        fr: "Ni les plus gros ni les plus petits ; moins de visites que promis, ou un risque fort.",
        en: "Neither the biggest nor the smallest; fewer visits than promised, or a high risk."),
      isHalf: true,
      [
        .table(
          table(
            "gems-table", finding,
            [
              ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
              ReportColumn("rate", Phrase(fr: "Taux de marge", en: "Margin rate"), .percent(digits: 1)),
              ReportColumn("headroom", Phrase(fr: "À gagner", en: "To win"), .euros),
            ], Array(shown)))
      ])
  }

  private func toxic(_ verdicts: Verdicts) -> Panel? {
    guard !verdicts.toxicCategories.isEmpty else { return nil }
    let names = verdicts.toxicCategories.sorted(by: readsBefore)
    let finding = Phrase(
      fr: """
        \(names.count, "catégorie perd", "catégories perdent") de l'argent, \
        \(agreeing: names.count, "prise dans son ensemble", "chacune prise dans son ensemble") : n'y accepter de nouveaux clients \
        qu'à conditions
        """,
      en: """
        \(names.count, "category loses", "categories lose") money as a whole: take new customers of \
        \(agreeing: names.count, "it", "them") on conditions only
        """)
    return panel(
      "toxic", finding,
      how: Phrase(
        fr: "Deux membres sur trois y perdent, deux années de suite, et même sans le pire.",
        en: "Two members in three lose, two years running, and even without the worst."),
      isHalf: true,
      [
        .table(
          table(
            "toxic-table", finding, [ReportColumn("name", Phrase(fr: "Catégorie", en: "Category"), .text)],
            names.map { Row(cells: [.text($0)], link: link(toCategory: $0)) }))
      ])
  }
}

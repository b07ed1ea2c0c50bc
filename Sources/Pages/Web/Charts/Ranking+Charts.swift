import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Who makes most of it, the classes, where the fixed costs are covered, on whom the company hangs.
  var ranking: [Panel] {
    let isPolicys = choice.criterion == nil || choice.criterion == analysis.ranking.criterion
    let ranking = isPolicys ? analysis.ranking : analysis.ranking(by: choice.criterion ?? analysis.ranking.criterion)
    let breakEven = isPolicys ? analysis.breakEven : BreakEven(ranking: ranking, policy: analysis.policy)
    return [
      pareto(ranking), classes(ranking), self.breakEven(breakEven, ranking), singleLosses(breakEven), dependence,
    ].compactMap { $0 }
  }

  private func pareto(_ ranking: Ranking) -> Panel? {
    let rows = ranking.rows.prefix(ranking.positiveCustomers)
    guard rows.count > 1, let fewest = ranking.customersForPareto, let share = ranking.topShare,
      let reached = rows[fewest - 1].cumulativeShare
    else { return nil }
    let rule = analysis.policy.ranking
    let top = Int((Int128(rows.count) * Int128(rule.topShare.millionths) + 999_999) / 1_000_000)
    let finding =
      top == 1
      ? Phrase(
        fr: "Le premier client fait à lui seul \(percent: share.value) \(words: ranking.criterion.frenchOf)",
        en: "The first customer alone makes \(percent: share.value) of the \(words: ranking.criterion.english)")
      : Phrase(
        fr: """
          Les \(top) premiers clients (\(percent: rule.topShare.value)) font \(percent: share.value) \
          \(words: ranking.criterion.frenchOf)
          """,
        en: """
          The first \(top) customers (\(percent: rule.topShare.value)) make \(percent: share.value) of the \
          \(words: ranking.criterion.english)
          """)
    let kept = places(rows.count, keeping: [fewest - 1])
    let plot = Plot(
      id: "pareto-chart", kind: .upright, title: finding,
      columns: [
        .name, ReportColumn("rank", Phrase(fr: "Rang", en: "Rank"), .integer),
        ReportColumn("value", ranking.criterion.label, .euros),
        ReportColumn("cumulated", Phrase(fr: "Part cumulée", en: "Cumulative share"), .percent(digits: 1)),
      ],
      lines: [Plot.Line(column: 3, form: .line)],
      rows: kept.map { place in
        Plot.Row(
          cells: [
            name(of: rows[place].customer), .integer(place + 1), .cents(rows[place].value),
            .share(rows[place].cumulativeShare),
          ], x: Double(place + 1) / Double(rows.count), link: link(to: rows[place].customer))
      },
      across: .init(say(Phrase(fr: "Part des clients", en: "Share of customers")), unit: .percent),
      marks: [
        .init(
          Double(fewest) / Double(rows.count), reached.value, words: say(ranking.paretoWords(fewest, reached)),
          tone: .accent)
      ])
    return panel(
      "pareto", finding,
      how: Phrase(
        fr: "Clients du plus gros au plus petit ; part de tous ceux qui ont un montant au-dessus de zéro.",
        en: "Customers from the biggest to the smallest; share of all that have an amount above zero.")
        + thinned(kept.count, of: rows.count), [plot.part(self)])
  }

  private func classes(_ ranking: Ranking) -> Panel? {
    let classes = ranking.classes
    let total = ranking.concentration.total
    let rule = analysis.policy.ranking
    guard let first = classes.first, total > .zero, let part = Share(first.value, of: total) else { return nil }
    let finding = Phrase(
      fr: """
        La classe \(words: first.letter) : \(first.customers, "client", "clients") sur \(ranking.rows.count), \
        \(percent: part.value) \(words: ranking.criterion.frenchOf)
        """,
      en: """
        Class \(words: first.letter): \(first.customers) of \(ranking.rows.count) customers, \(percent: part.value) \
        of the \(words: ranking.criterion.english)
        """)
    let plot = Plot(
      id: "classes-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("class", Phrase(fr: "Classe", en: "Class"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("customerShare", Phrase(fr: "Part des clients", en: "Share of customers"), .percent(digits: 1)),
        ReportColumn("value", ranking.criterion.label, .euros),
        ReportColumn("share", Phrase(fr: "Part du total", en: "Share of the total"), .percent(digits: 1)),
        .revenue(),
      ],
      lines: [
        Plot.Line(
          column: 2, form: .hollow, tone: .ink, label: Phrase(fr: "des clients", en: "of customers"), showsFigures: true
        ),
        Plot.Line(
          column: 4, form: .bar, label: Phrase(fr: "du total", en: "of the total"), showsFigures: true),
      ],
      rows: classes.map { sum in
        Plot.Row(
          cells: [
            .phrase(Phrase(fr: "Classe \(words: sum.letter)", en: "Class \(words: sum.letter)")),
            .integer(sum.customers), .share(Share(Int64(sum.customers), of: Int64(ranking.rows.count))),
            .cents(sum.value), .share(Share(sum.value, of: total)), .cents(sum.revenue),
          ], link: link(toRowsOf: .ranking, "class", sum.letter))
      })
    return panel(
      "classes", finding,
      how: Phrase(
        fr: """
          A jusqu'à \(percent: rule.cutA.value) du total, B jusqu'à \(percent: rule.cutB.value), C au-delà, D sans \
          montant au-dessus de zéro.
          """,
        en: """
          A up to \(percent: rule.cutA.value) of the total, B up to \(percent: rule.cutB.value), C beyond, D without an \
          amount above zero.
          """), isHalf: true, [plot.part(self)])
  }

  private func breakEven(_ breakEven: BreakEven, _ ranking: Ranking) -> Panel? {
    guard ranking.rows.contains(where: { $0.margin.operatingMargin != nil && $0.margin.lines > 0 }) else { return nil }
    guard let fixedCosts = breakEven.fixedCosts, let finding = breakEven.finding else {
      return panel(
        "break-even",
        Phrase(
          fr: "Le client qui paie vos coûts fixes n'est pas connu",
          en: "The customer that pays your fixed costs is not known"),
        how: Phrase(
          fr: "Marges opérationnelles cumulées dans l'ordre du classement, contre les coûts fixes.",
          en: "Operating margins cumulated in the order of the ranking, against the fixed costs."), isHalf: true,
        [
          .empty(
            EmptyState(
              [
                voice.inline(Phrase(fr: "Les coûts fixes manquent.", en: "The fixed costs are missing.")),
                voice.inline(
                  Phrase(
                    fr:
                      "Avec eux, on voit combien de clients les paient, et dont la perte seule vous mettrait en perte.",
                    en: "With them one sees how many customers pay them, and whose loss alone would put you in the red."
                  )
                ),
              ],
              action: [
                .link(
                  context.link(.policy),
                  [.text(context.say(Phrase(fr: "Écrire vos coûts fixes", en: "Write your fixed costs")))])
              ]))
        ])
    }
    let cumulated = ranking.cumulatedMargins
    let rank = breakEven.point.value?.rank
    let kept = places(cumulated.count, keeping: rank.map { [max($0 - 1, 0)] } ?? [])
    let plot = Plot(
      id: "break-even-chart", kind: .upright, title: finding,
      columns: PanelWriter.cumulatedColumns, lines: [Plot.Line(column: 3, form: .line)],
      rows: kept.map { place in
        let row = ranking.rows[place]
        return cumulatedRow(
          row.customer, at: place, margin: row.margin.operatingMargin, cumulated: cumulated[place])
      },
      across: .init(
        say(Phrase(fr: "Clients, dans l'ordre du classement", en: "Customers, in the order of the ranking"))),
      marks: rank.flatMap { rank in
        rank > 0
          ? [
            .init(
              Double(rank), cumulated[rank - 1].height,
              words: say(Phrase(fr: "\(rank: rank) client", en: "\(rank: rank) customer")), tone: .good)
          ] : nil
      } ?? [],
      levels: [
        .init(
          fixedCosts.height,
          words: say(
            Phrase(
              fr: "coûts fixes : \(euros: fixedCosts, .compact)", en: "fixed costs: \(euros: fixedCosts, .compact)")))
      ])
    return panel(
      "break-even", finding,
      how: Phrase(
        fr: "Marges opérationnelles cumulées dans l'ordre du classement, contre les coûts fixes de la période.",
        en: "Operating margins cumulated in the order of the ranking, against the fixed costs of the period.")
        + thinned(kept.count, of: cumulated.count), isHalf: true, [plot.part(self)])
  }

  private func singleLosses(_ breakEven: BreakEven) -> Panel? {
    let losses = breakEven.singleLosses
    guard !losses.isEmpty else { return nil }
    let most = 15
    let finding = Phrase(
      fr: """
        \(losses.count, "client", "clients") dont la perte seule ferait passer l'entreprise sous ses coûts fixes
        """,
      en: """
        \(losses.count, "customer", "customers") whose loss alone would take the company below its fixed costs
        """)
    let table = table(
      "single-losses-table", finding,
      [
        .name, .operatingMargin(),
        ReportColumn("result", Phrase(fr: "Résultat sans lui", en: "Result without it"), .euros),
      ],
      losses.prefix(most).map {
        Row(cells: [name(of: $0.customer), .cents($0.margin), .cents($0.result)], link: link(to: $0.customer))
      })
    return panel(
      "single-losses", finding,
      how: Phrase(
        fr: "Ceux dont la marge dépasse le résultat, toutes marges connues moins les coûts fixes.",
        en: "Those whose margin is more than the result, all known margins less the fixed costs.")
        + cut(at: most, of: losses.count), isHalf: true, [.table(table)])
  }
}

extension PanelWriter {
  /// The places a curve is drawn through: all of a short one, some of a long one with its ends and those to keep.
  func places(_ count: Int, keeping: [Int]) -> [Int] {
    count <= 400 ? Array(0..<count) : CumulativeCurve.thinned(count, to: 240, keeping: keeping)
  }

  /// Says that a long curve is drawn through some of its points.
  func thinned(_ kept: Int, of count: Int) -> Phrase {
    kept == count
      ? .nothing
      : Phrase(fr: " Tracé par \(kept) points sur \(count).", en: " Drawn through \(kept) points of \(count).")
  }

  /// Says that a long list is cut.
  func cut(at most: Int, of count: Int) -> Phrase {
    count <= most
      ? .nothing : Phrase(fr: " Les \(most) premiers sur \(count).", en: " The first \(most) of \(count).")
  }
}

extension Phrase {
  /// No words.
  static let nothing = Phrase(fr: "", en: "")
}

/// Margins cumulated along ranked customers: the whale curve, and the way to the break-even.
extension PanelWriter {
  /// The columns of such a chart.
  static let cumulatedColumns: [ReportColumn] = [
    .name, ReportColumn("rank", Phrase(fr: "Rang", en: "Rank"), .integer), .operatingMargin(),
    ReportColumn("cumulated", Phrase(fr: "Marge cumulée", en: "Cumulated margin"), .euros),
  ]

  /// One customer's point: its margin, and that of all before it with its own.
  func cumulatedRow(_ customer: Int, at place: Int, margin: Cents?, cumulated: Cents) -> Plot.Row {
    Plot.Row(
      cells: [
        name(of: customer), .integer(place + 1), .cents(margin, else: .marginUnknown), .cents(cumulated),
      ], x: Double(place + 1), link: link(to: customer))
  }
}

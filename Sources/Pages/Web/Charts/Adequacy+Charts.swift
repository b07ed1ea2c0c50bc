import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The last twelve months against what is expected, month after month, and what would close the gap.
  var adequacy: [Panel] { [rolling, gap].compactMap { $0 } }

  private var rolling: Panel? {
    let adequacy = analysis.adequacy
    let years = Array(adequacy.rollingYears.suffix(36))
    guard years.count > 1, let last = years.last, let first = years.first else { return nil }
    let finding: Phrase
    if let expected = adequacy.expectedOfYear, let below = adequacy.monthsBelow.value {
      finding =
        below == 0
        ? Phrase(
          fr: "Douze mois font \(euros: last.revenue, .compact), au-dessus des \(euros: expected, .compact) attendus",
          en: "Twelve months make \(euros: last.revenue, .compact), above the \(euros: expected, .compact) expected")
        : Phrase(
          fr: """
            Douze mois font \(euros: last.revenue, .compact) ; sous les \(euros: expected, .compact) attendus depuis \
            \(below) mois
            """,
          en: """
            Twelve months make \(euros: last.revenue, .compact); below the \(euros: expected, .compact) expected for \
            \(below, "month", "months")
            """)
    } else {
      finding = Phrase(
        fr:
          "Douze mois font \(euros: last.revenue, .compact), contre \(euros: first.revenue, .compact) en \(first.end)",
        en:
          "Twelve months make \(euros: last.revenue, .compact), against \(euros: first.revenue, .compact) in \(first.end)"
      )
    }
    let plot = Plot(
      id: "rolling-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("end", Phrase(fr: "Douze mois jusqu'à", en: "Twelve months to"), .text), .revenue(),
        ReportColumn("gap", Phrase(fr: "Écart à l'attendu", en: "Gap to expected"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .line)],
      rows: years.map { year in
        Plot.Row(
          cells: [.month(year.end), .cents(year.revenue), .cents(adequacy.expectedOfYear.map { year.revenue - $0 })],
          link: link(toLinesOf: MonthSpan(year.end.advanced(by: -11), year.end)))
      },
      levels: adequacy.expectedOfYear.map { expected in
        [
          .init(
            expected.height,
            words: say(
              Phrase(fr: "attendu : \(euros: expected, .compact)", en: "expected: \(euros: expected, .compact)"))
          )
        ]
      } ?? [])
    return panel(
      "rolling", finding,
      how: Phrase(
        fr: "Chiffre d'affaires des douze mois qui finissent à chaque mois, ventes sans client comprises.",
        en: "Revenue of the twelve months that end with each month, sales without a customer included."),
      [plot.part(self)])
  }

  private var gap: Panel? {
    let adequacy = analysis.adequacy
    guard let expected = adequacy.expected else { return nil }
    let plot = Plot(
      id: "gap-chart", kind: .lying, title: gapFinding(adequacy, expected: expected),
      columns: [
        ReportColumn("what", Phrase(fr: "Période", en: "Period"), .text),
        ReportColumn("expected", Phrase(fr: "Attendu", en: "Expected"), .euros),
        ReportColumn("actual", Phrase(fr: "Obtenu", en: "Obtained"), .euros),
      ],
      lines: [
        Plot.Line(
          column: 1, form: .hollow, tone: .ink, label: Phrase(fr: "attendus", en: "expected"), showsFigures: true),
        Plot.Line(column: 2, form: .bar, label: Phrase(fr: "obtenus", en: "obtained"), showsFigures: true),
      ],
      rows: [
        Plot.Row(cells: [
          .phrase(Phrase(fr: "\(books.window.current)", en: "\(books.window.current)")), .cents(expected),
          .cents(adequacy.actual),
        ])
      ])
    let ways: Panel.Part? = adequacy.missing.value.flatMap { missing in
      missing.customers == 0
        ? nil
        : .figures([
          way(
            Phrase(fr: "Clients de plus", en: "More customers"), .integer(missing.customers),
            Phrase(
              fr: "comme les \(adequacy.customers) actuels", en: "like the present \(adequacy.customers)")),
          way(
            Phrase(fr: "ou commandes de plus", en: "or more orders"), .integer(missing.orders),
            Phrase(
              fr: "de \(euros: adequacy.averageOrder ?? .zero) chacune",
              en: "of \(euros: adequacy.averageOrder ?? .zero) each")),
          Figure(
            label: context.say(Phrase(fr: "ou de plus par commande", en: "or more on each order")),
            value: [.text(voice.euros(missing.averageOrder, cents: true))],
            context: [
              voice.inline(
                Phrase(
                  fr: "sur \(adequacy.orders, "commande", "commandes")", en: "on \(adequacy.orders, "order", "orders")")
              )
            ]),
        ])
    }
    return panel(
      "gap", gapFinding(adequacy, expected: expected),
      how: Phrase(
        fr: "Attendu sur douze mois, ramené à la période ; chacune des trois voies suffit seule.",
        en: "Expected over twelve months, brought to the period; each of the three ways is enough alone."),
      [plot.part(self), ways])
  }

  private func gapFinding(_ adequacy: Adequacy, expected: Cents) -> Phrase {
    guard adequacy.actual < expected, let share = Share(adequacy.actual, of: expected) else {
      return Phrase(fr: "Rien ne manque sur la période", en: "Nothing is missing over the period")
    }
    return Phrase(
      fr: "\(percent: share.value) de l'attendu sont là ; trois voies comblent le reste",
      en: "\(percent: share.value) of what is expected is there; three ways close the gap")
  }

  private func way(_ label: Phrase, _ cell: ReportCell, _ beside: Phrase) -> Figure {
    Figure(label: context.say(label), value: voice.inline(cell), context: [voice.inline(beside)])
  }
}

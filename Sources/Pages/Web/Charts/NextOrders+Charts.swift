import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// What the coming weeks should bring, and who is late.
  var nextOrders: [Panel] {
    guard let next = analysis.life.forecast?.next, !next.places.isEmpty else { return [] }
    return [weeks(next), late(next)].compactMap { $0 }
  }

  private func weeks(_ next: NextOrders) -> Panel? {
    let orders = next.places.compactMap { next[$0].value }
    let weeks = (0..<13).map { week -> (first: Day, orders: Int, value: Cents) in
      let first = next.end.advanced(by: 7 * week + 1)
      let due = orders.filter { $0.day >= first && $0.day <= first.advanced(by: 6) }
      return (first, due.count, due.map(\.value).sum)
    }
    guard let best = weeks.indices.max(by: { weeks[$0].value < weeks[$1].value }), weeks[best].orders > 0 else {
      return nil
    }
    let finding = Phrase(
      fr: """
        La semaine du \(weeks[best].first) devrait apporter le plus : \(weeks[best].orders, "commande", "commandes"), \
        \(euros: weeks[best].value, .compact)
        """,
      en: """
        The week of \(weeks[best].first) should bring the most: \(weeks[best].orders, "order", "orders"), \
        \(euros: weeks[best].value, .compact)
        """)
    let plot = Plot(
      id: "weeks-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("week", Phrase(fr: "Semaine du", en: "Week of"), .text),
        ReportColumn("value", Phrase(fr: "Montant attendu", en: "Amount expected"), .euros),
        ReportColumn("orders", Phrase(fr: "Commandes", en: "Orders"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar)],
      rows: weeks.map { Plot.Row(cells: [.text(short($0.first)), .cents($0.value), .integer($0.orders)]) })
    return panel(
      "weeks", finding,
      how: Phrase(
        fr: "La prochaine commande de chaque client, le jour le plus probable ; celles d'après ne sont pas comptées.",
        en: "Each customer's next order, on its likeliest day; those after it are not counted."),
      [plot.part(self)])
  }

  /// A day without its year, for thirteen of them stand side by side.
  private func short(_ day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(number)\(Mark.noBreak)\(voice.shortMonthName(month))"
  }

  private func late(_ next: NextOrders) -> Panel? {
    let late = next.latest
    let finding =
      late.isEmpty
      ? Phrase(fr: "Personne ne tarde plus que d'habitude", en: "Nobody is later than usual")
      : Phrase(
        fr: """
          \(late.count, "client tarde", "clients tardent") plus que d'habitude ; une commande de chacun ferait \
          \(euros: next.late.value, .compact)
          """,
        en: """
          \(late.count, "customer is", "customers are") later than usual; an order of each would make \
          \(euros: next.late.value, .compact)
          """)
    let rows = late.prefix(15).compactMap { customer in
      next[customer].value.map { order in
        Row(
          cells: [
            name(of: customer), .day(order.lastOrder), .integer(order.lastOrder.distance(to: next.end)),
            .integer(order.typicalGap), .cents(order.value), .phrase(order.basis.label),
          ], link: link(to: customer))
      }
    }
    let table = table("late-table", finding, Self.lateColumns, rows)
    return panel(
      "late", finding,
      how: late.count > 15
        ? Phrase(fr: "Les quinze plus grosses commandes attendues.", en: "The fifteen largest orders awaited.")
        : Phrase(fr: "De la plus grosse commande à la plus petite.", en: "From the largest order to the smallest."),
      late.isEmpty ? [.text([])] : [.table(table)])
  }

  private static let lateColumns = [
    ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
    ReportColumn("last", Phrase(fr: "Dernière commande", en: "Last order"), .day),
    ReportColumn("silence", Phrase(fr: "Silence, jours", en: "Silence, days"), .integer),
    ReportColumn("gap", Phrase(fr: "D'ordinaire, jours", en: "As a rule, days"), .integer),
    ReportColumn("value", Phrase(fr: "Une commande", en: "An order"), .euros),
    ReportColumn("basis", Phrase(fr: "D'après", en: "Going by"), .text),
  ]
}

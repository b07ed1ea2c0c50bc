import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// What each band gets of our time against what it should, and against what it brings.
  var bands: [Panel] { [bandHours, bandShares].compactMap { $0 } }

  private var bandHours: Panel? {
    let table = analysis.bandTable
    guard table.rows.contains(where: { $0.effortShare != nil }), table.allotment.isKnown else { return nil }
    let most = table.rows.max { left, right in
      left.actualPerCustomer.value - left.allottedPerCustomer.value
        < right.actualPerCustomer.value - right.allottedPerCustomer.value
    }
    guard let most else { return nil }
    let (allotted, given) = (most.allottedPerCustomer.value / 60, most.actualPerCustomer.value / 60)
    let finding =
      given > allotted
      ? Phrase(
        fr: """
          Un client de la tranche \(most.band.number) reçoit \(number: given, digits: 1)\u{A0}h pour \
          \(number: allotted, digits: 1)\u{A0}h allouées
          """,
        en: """
          A customer of band \(most.band.number) gets \(number: given, digits: 1)\u{A0}h where \
          \(number: allotted, digits: 1)\u{A0}h are allotted
          """)
      : Phrase(
        fr: "Aucune tranche ne reçoit plus d'heures qu'alloué", en: "No band gets more hours than are allotted")
    let plot = Plot(
      id: "band-hours-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn(
          "allotted", Phrase(fr: "Heures allouées par client", en: "Hours allotted a customer"), .number(digits: 1)),
        ReportColumn(
          "given", Phrase(fr: "Heures données par client", en: "Hours given a customer"), .number(digits: 1)),
      ],
      lines: [
        Plot.Line(
          column: 2, form: .hollow, tone: .ink, label: Phrase(fr: "h allouées", en: "h allotted"), showsFigures: true),
        Plot.Line(column: 3, form: .bar, label: Phrase(fr: "h données", en: "h given"), showsFigures: true),
      ],
      rows: table.rows.map { row in
        Plot.Row(cells: [
          .phrase(.band(row.band.number)), .integer(row.band.members.count),
          .number(row.allottedPerCustomer.value / 60), .number(row.actualPerCustomer.value / 60),
        ])
      }, up: .init(say(Phrase(fr: "Heures par client", en: "Hours a customer")), unit: .hours))
    return panel(
      "band-hours", finding,
      how: Phrase(
        fr: "Le temps partagé à parts égales entre les tranches, puis entre leurs clients ; et le temps relevé.",
        en: "Time shared equally among the bands, then among their customers; and the time logged."), isHalf: true,
      [plot.part(self)])
  }

  private var bandShares: Panel? {
    let table = analysis.bandTable
    guard table.rows.contains(where: { $0.effortShare != nil }), let last = table.rows.last,
      let effort = last.effortShare, let revenue = last.revenueShare
    else { return nil }
    let finding = Phrase(
      fr: """
        La dernière tranche prend \(percent: effort.value) du temps pour \(percent: revenue.value) du chiffre d'affaires
        """,
      en: "The last band takes \(percent: effort.value) of the time for \(percent: revenue.value) of the revenue")
    let plot = Plot(
      id: "band-shares-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .text), .revenue(),
        ReportColumn("revenueShare", Phrase(fr: "Part du CA", en: "Share of revenue"), .percent(digits: 1)),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
        ReportColumn("effortShare", Phrase(fr: "Part du temps", en: "Share of time"), .percent(digits: 1)),
      ],
      lines: [
        Plot.Line(
          column: 2, form: .hollow, tone: .ink, label: Phrase(fr: "du chiffre d'affaires", en: "of revenue"),
          showsFigures: true),
        Plot.Line(column: 4, form: .bar, label: Phrase(fr: "du temps", en: "of time"), showsFigures: true),
      ],
      rows: table.rows.map { row in
        Plot.Row(cells: [
          .phrase(.band(row.band.number)), .cents(row.band.revenue), .share(row.revenueShare), .minutes(row.minutes),
          .share(row.effortShare),
        ])
      })
    return panel(
      "band-shares", finding,
      how: Phrase(
        fr: "Part de chaque tranche dans le chiffre d'affaires des tranches et dans le temps donné à tous les clients.",
        en: "Each band's part of the bands' revenue and of the time given to all customers."), isHalf: true,
      [plot.part(self)])
  }
}

import Decisions
import Ledger
import Portfolio
import Units

/// The parts of the month's page, each with its chart.
struct MonthSections {
  let analysis: CompanyAnalysis
  let voice: Voice

  init(_ analysis: CompanyAnalysis, voice: Voice) {
    self.analysis = analysis
    self.voice = voice
  }

  /// All parts, in the order they are read.
  var all: [PageSection] {
    [
      profitability, plain(.ranking, pareto), plain(.bands, bands), plain(.time, time), categories, plain(.floors),
      smallOrders, plain(.stakes, erosion), plain(.adequacy, adequacy), plain(.tomorrow), plain(.cleanup),
      plain(.reconciliation),
    ].compactMap { $0 }
  }

  private func say(_ phrase: Phrase) -> String { phrase.text(in: voice) }

  private func plain(_ name: ReportName, _ chart: Chart? = nil) -> PageSection {
    PageSection(analysis.report(name), chart: chart?.markup)
  }

  private var profitability: PageSection {
    var section = plain(.profitability, whale)
    if analysis.ranking.customers == 0 {
      section.missing = [
        Phrase(
          fr: "Aucun client n'a acheté sur cette période : il n'y a pas de marge à montrer.",
          en: "No customer bought over this period: there is no margin to show.")
      ]
    } else if analysis.profitability.whale.customers.isEmpty {
      section.missing = [
        Phrase(
          fr:
            "La marge de chaque client dit qui fait vivre l'entreprise et qui lui coûte ; il y manque le coût direct.",
          en: "Each customer's margin tells who feeds the company and who costs it; the direct cost is missing."),
        .bringCosts,
      ]
    }
    return section
  }

  private var whale: Chart? {
    let whale = analysis.profitability.whale
    guard whale.cumulated.count > 1 else { return nil }
    let last = whale.cumulated.count
    let curve = CumulativeCurve(
      amounts: whale.cumulated,
      peakLabel: say(whale.peakWords), endLabel: say(whale.endWords),
      firstLabel: say(Phrase(fr: "\(rank: 1) client", en: "\(rank: 1) customer")),
      lastLabel: say(Phrase(fr: "\(rank: last)", en: "\(rank: last)")))
    return Chart(
      title: say(Phrase(fr: "Courbe de la baleine", en: "Whale curve")),
      description: say(
        Phrase(
          fr: """
            Marge cumulée du meilleur client au pire : \(euros: whale.peak, .compact) après \(whale.peakCustomers) \
            clients, \(euros: whale.total, .compact) à la fin.
            """,
          en: """
            Cumulated margin from the best customer to the worst: \(euros: whale.peak, .compact) after \
            \(whale.peakCustomers) customers, \(euros: whale.total, .compact) at the end.
            """))
    ) { curve.draw($0, voice: voice) }
  }

  private var pareto: Chart? {
    let ranking = analysis.ranking
    let shares = ranking.rows.prefix(ranking.positiveCustomers).compactMap(\.cumulativeShare)
    guard shares.count > 1, let fewest = ranking.customersForPareto else { return nil }
    let curve = ParetoCurve(
      shares: shares.map(\.value), marked: fewest, label: say(ranking.paretoWords(fewest, shares[fewest - 1])),
      lastLabel: say(Phrase(fr: "\(shares.count) clients", en: "\(shares.count) customers")))
    return Chart(
      title: say(Phrase(fr: "Courbe de Pareto", en: "Pareto curve")),
      description: say(
        Phrase(
          fr: "Part cumulée des clients, du plus gros au plus petit.",
          en: "Cumulative share of customers, from the biggest to the smallest."))
    ) { curve.draw($0, voice: voice) }
  }

  private var bands: Chart? {
    let table = analysis.bandTable
    guard !table.rows.isEmpty, table.rows.contains(where: { $0.effortShare != nil }) else { return nil }
    return bars(
      title: Phrase(fr: "Heures par client, par tranche", en: "Hours a customer, by band"),
      hollow: Phrase(fr: "allouées", en: "allotted"), filled: Phrase(fr: "données", en: "given"),
      rows: table.rows.map { row in
        let (allotted, given) = (row.allottedPerCustomer.value / 60, row.actualPerCustomer.value / 60)
        return PairedBars.Row(
          label: say(.band(row.band.number)), hollow: allotted,
          filled: given, hollowText: voice.number(allotted, digits: 1) + Mark.noBreak + "h",
          filledText: voice.number(given, digits: 1) + Mark.noBreak + "h")
      })
  }

  private var time: Chart? {
    let time = analysis.time
    guard time.total.minutes > 0 else { return nil }
    return bars(
      title: Phrase(
        fr: "Parts du chiffre d'affaires et du temps, par tranche", en: "Shares of revenue and of time, by band"),
      hollow: Phrase(fr: "du chiffre d'affaires", en: "of revenue"), filled: Phrase(fr: "du temps", en: "of time"),
      rows: time.bands.compactMap { group in
        guard let revenue = group.revenueShare?.value, let share = group.timeShare?.value else { return nil }
        return PairedBars.Row(
          label: say(.band(group.key)), hollow: max(revenue, 0), filled: share,
          hollowText: voice.percent(revenue, digits: 0),
          filledText: voice.percent(share, digits: 0))
      })
  }

  private var adequacy: Chart? {
    let adequacy = analysis.adequacy
    guard let expected = adequacy.expected else { return nil }
    return bars(
      title: Phrase(fr: "Chiffre d'affaires attendu et obtenu", en: "Revenue expected and obtained"),
      hollow: Phrase(fr: "attendus", en: "expected"), filled: Phrase(fr: "obtenus", en: "obtained"),
      rows: [
        PairedBars.Row(
          label: say(Phrase(fr: "Période", en: "Period")), hollow: Double(expected.value),
          filled: Double(max(.zero, adequacy.actual).value), hollowText: voice.compactEuros(expected),
          filledText: voice.compactEuros(adequacy.actual))
      ])
  }

  private func bars(title: Phrase, hollow: Phrase, filled: Phrase, rows: [PairedBars.Row]) -> Chart {
    let bars = PairedBars(rows: rows, hollowName: say(hollow), filledName: say(filled))
    let description = rows.map { row in
      row.label + ": " + row.hollowText + " " + bars.hollowName + ", " + row.filledText + " " + bars.filledName
    }
    return Chart(title: say(title), description: description.joined(separator: "; "), draw: bars.draw)
  }

  private var erosion: Chart? {
    guard let erosion = analysis.stakes.erosion.value else { return nil }
    let steps = erosion.steps(analysis.books.window)
    let waterfall = Waterfall(
      steps: steps.map { Waterfall.Step(label: say($0.label), amount: $0.amount, isLevel: $0.isLevel) })
    return Chart(
      title: say(Phrase(fr: "Pont du chiffre d'affaires", en: "Revenue bridge")),
      description: steps.map { say($0.label) + ": " + voice.euros($0.amount) }.joined(separator: "; ")
    ) { waterfall.draw($0, voice: voice) }
  }

  private var categories: PageSection {
    var section = plain(.categories)
    let table = analysis.categoryTable
    if table.totals.contains(where: { $0.category != nil }) {
      section.across = MonthGrid(table: table).markup(in: voice)
    } else {
      section.missing = section.notes
    }
    return section
  }

  private var smallOrders: PageSection? {
    let small = analysis.profitability.smallOrders
    guard small.handling != nil, small.orders > 0 else { return nil }
    let books = analysis.books
    var section = PageSection(id: "small-orders", title: small.title, how: small.how)
    section.grid = ReportGrid(
      columns: SmallOrders.columns,
      rows: ReportRows(count: small.rows.count) { SmallOrders.cells(small.rows[$0], in: books) })
    return section
  }
}

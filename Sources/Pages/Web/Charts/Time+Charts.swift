import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Whose hours bring revenue, and whether more customers brought revenue or only work.
  var time: [Panel] {
    guard analysis.time.knowledge != .noServiceLog, analysis.time.total.minutes > 0 else { return [] }
    return [deciles, judgements, yields, work].compactMap { $0 }
  }

  private var deciles: Panel? {
    let time = analysis.time
    let groups = time.deciles
    guard groups.count > 1, let outside = time.timeOutsideTop, let revenue = time.revenueOutsideTop else { return nil }
    let rest = groups.reduce(0) { $0 + $1.yield.customers } - time.topCustomers
    let finding = Phrase(
      fr: """
        \(agreeing: rest, "Le", "Les") \(rest, "plus petit client prend", "plus petits clients prennent") \
        \(percent: outside.value) des heures et \(agreeing: rest, "fait", "font") \(percent: revenue.value) du chiffre \
        d'affaires
        """,
      en: """
        The \(rest, "smaller customer takes", "smaller customers take") \(percent: outside.value) of the hours and \
        \(agreeing: rest, "makes", "make") \(percent: revenue.value) of the revenue
        """)
    let plot = Plot(
      id: "deciles-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("group", Phrase(fr: "Clients", en: "Customers"), .text),
        ReportColumn("customers", Phrase(fr: "Nombre", en: "Number"), .integer), .revenue(),
        ReportColumn("revenueShare", Phrase(fr: "Part du CA", en: "Share of revenue"), .percent(digits: 1)),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
        ReportColumn("timeShare", Phrase(fr: "Part du temps", en: "Share of time"), .percent(digits: 1)),
      ],
      lines: [
        Plot.Line(
          column: 3, form: .hollow, tone: .ink, label: Phrase(fr: "du chiffre d'affaires", en: "of revenue"),
          showsFigures: true),
        Plot.Line(column: 5, form: .bar, label: Phrase(fr: "du temps", en: "of time"), showsFigures: true),
      ],
      rows: groups.map { group in
        Plot.Row(cells: [
          .phrase(groupName(group.key ?? 0, of: groups.count)), .integer(group.yield.customers),
          .cents(group.yield.revenue), .share(group.revenueShare), .minutes(group.yield.minutes),
          .share(group.timeShare),
        ])
      })
    return panel(
      "deciles", finding,
      how: Phrase(
        fr: """
          Clients du plus gros au plus petit, en groupes d'autant de clients ; « les plus petits » sont ceux hors des \
          premiers \(percent: analysis.policy.ranking.topShare.value).
          """,
        en: """
          Customers from the biggest to the smallest, in groups of as many customers; “the smaller” are those outside \
          the first \(percent: analysis.policy.ranking.topShare.value).
          """), isHalf: true, [plot.part(self)])
  }

  private func groupName(_ place: Int, of count: Int) -> Phrase {
    place == 1
      ? Phrase(fr: "les plus gros", en: "the biggest")
      : place == count
        ? Phrase(fr: "les plus petits", en: "the smallest")
        : Phrase(fr: "\(rank: place) groupe", en: "\(rank: place) group")
  }

  private var judgements: Panel? {
    let time = analysis.time
    let rows = TimeIsMoney.Judgement.allCases.map { (judgement: $0, yield: time.yield(of: $0)) }
      .filter { $0.yield.customers > 0 }
    let unjustified = time.yield(of: .notJustified)
    let finding =
      unjustified.customers == 0
      ? Phrase(
        fr: "Aucun client ne prend plus de temps que son chiffre d'affaires n'en justifie",
        en: "No customer takes more time than its revenue justifies")
      : Phrase(
        fr: """
          \(unjustified.customers, "client prend", "clients prennent") \(minutes: unjustified.minutes) que \
          \(agreeing: unjustified.customers, "son", "leur") chiffre d'affaires ne justifie pas
          """,
        en: """
          \(unjustified.customers, "customer takes", "customers take") \(minutes: unjustified.minutes) that \
          \(agreeing: unjustified.customers, "its", "their") revenue does not justify
          """)
    let plot = Plot(
      id: "judgements-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("judgement", Phrase(fr: "Jugement", en: "Judgement"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours), .revenue(),
        ReportColumn("revenuePerHour", Phrase(fr: "CA par heure", en: "Revenue an hour"), .euros), .operatingMargin(),
      ],
      lines: [Plot.Line(column: 2, form: .bar, showsFigures: true)],
      rows: rows.map { row in
        Plot.Row(
          cells: [
            .tag(row.judgement.tag), .integer(row.yield.customers), .minutes(row.yield.minutes),
            .cents(row.yield.revenue), .cents(row.yield.revenuePerHour), .cents(row.yield.margin, else: .marginUnknown),
          ], link: link(toRowsOf: .time, "judgement", row.judgement.rawValue), tone: row.judgement.tone)
      })
    return panel(
      "judgements", finding,
      how: Phrase(
        fr: "Temps donné aux clients de chaque jugement ; un jugement mène à ses clients.",
        en: "Time given to the customers of each judgement; a judgement leads to its customers."), isHalf: true,
      [plot.part(self)])
  }

  private var yields: Panel? {
    let time = analysis.time
    let judged = time.rows.filter { $0.yield.minutes > 0 && $0.yield.revenue > .zero }
    guard judged.count > 1, let mean = time.total.revenuePerHour else { return nil }
    let most = 400
    let kept = judged.prefix(most)
    let below = judged.count { ($0.yield.revenuePerHour ?? .zero) < mean }
    let finding = Phrase(
      fr: """
        Une heure rapporte \(euros: mean) en moyenne ; elle rapporte moins chez \(below, "client", "clients") sur \
        \(judged.count)
        """,
      en: "An hour brings \(euros: mean) on average; it brings less with \(below) of \(judged.count) customers")
    let plot = Plot(
      id: "yields-chart", kind: .scatter, title: finding,
      columns: [
        .name, ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
        ReportColumn("revenuePerHour", Phrase(fr: "CA par heure", en: "Revenue an hour"), .euros),
        ReportColumn("judgement", Phrase(fr: "Jugement", en: "Judgement"), .text),
      ],
      lines: [Plot.Line(column: 2, form: .point)],
      rows: kept.enumerated().map { place, row in
        Plot.Row(
          cells: [
            name(of: row.customer), .minutes(row.yield.minutes), .cents(row.yield.revenuePerHour),
            .tag(row.judgement.tag),
          ], x: Double(row.yield.minutes) / 60, link: link(to: row.customer), tone: row.judgement.tone ?? .accent,
          label: place < 3 ? Phrase(name: books.customers.names[row.customer]) : nil)
      },
      across: .init(say(Phrase(fr: "Heures données", en: "Hours given")), unit: .hours, isLogarithmic: true),
      up: .init(
        say(Phrase(fr: "CA par heure", en: "Revenue an hour")), unit: .euros,
        isLogarithmic: kept.allSatisfy { ($0.yield.revenuePerHour ?? .zero) > .zero }),
      levels: [.init(mean.height, words: say(Phrase(fr: "moyenne : \(euros: mean)", en: "mean: \(euros: mean)")))])
    return panel(
      "yields", finding,
      how: Phrase(
        fr: "Un point par client servi qui a acheté : heures données et chiffre d'affaires par heure.",
        en: "A point for each customer served that bought: hours given and revenue an hour.")
        + (kept.count < judged.count
          ? Phrase(
            fr: " Sont montrés les \(most) qui prennent le plus de temps sur \(judged.count).",
            en: " Shown are the \(most) that take the most time of \(judged.count).") : .nothing),
      [plot.part(self)])
  }

  private var work: Panel? {
    let work = analysis.workOverTime
    let months = work.months
    guard months.count > 1 else { return nil }
    let finding =
      (work.finding.value?.title
        ?? Phrase(
          fr: "Clients, chiffre d'affaires et temps, mois par mois", en: "Customers, revenue and time, month by month"))
    func plot(
      _ id: String, _ title: Phrase, _ column: ReportColumn, _ cell: @escaping (WorkOverTime.Load) -> ReportCell
    )
      -> Plot
    {
      Plot(
        id: id, kind: .upright, title: title,
        columns: [ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text), column],
        lines: [Plot.Line(column: 1, form: .bar)],
        rows: months.map { month in
          Plot.Row(cells: [.month(month.span.first), cell(month)], link: link(toLinesOf: month.span))
        })
    }
    let parts = [
      plot(
        "work-customers", Phrase(fr: "Clients qui commandent", en: "Customers that order"),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer)
      ) { .integer($0.customers) },
      plot(
        "work-revenue", Phrase(fr: "Chiffre d'affaires de chaque mois", en: "Revenue of each month"), .revenue()
      ) { .cents($0.revenue) },
      plot(
        "work-hours", Phrase(fr: "Temps de chaque mois", en: "Time of each month"),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours)
      ) { .minutes($0.minutes) },
    ]
    let (last, before) = (work.lastYear, work.yearBefore)
    let facts: Panel.Part? =
      work.finding.value == nil
      ? nil
      : .facts([
        change(Phrase(fr: "Clients", en: "Customers"), .integer(before.customers), .integer(last.customers)),
        change(Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .cents(before.revenue), .cents(last.revenue)),
        change(Phrase(fr: "Temps", en: "Time"), .minutes(before.minutes), .minutes(last.minutes)),
        change(
          Phrase(fr: "Chiffre d'affaires par heure", en: "Revenue an hour"), .cents(before.revenuePerHour),
          .cents(last.revenuePerHour)),
      ])
    return panel(
      "work", finding,
      how: Phrase(
        fr:
          "Clients qui ont commandé, chiffre d'affaires et temps de chaque mois ; douze mois contre les douze d'avant.",
        en: "Customers that ordered, revenue and time of each month; twelve months against the twelve before."),
      [facts] + parts.map { $0.part(self) })
  }

  private func change(_ label: Phrase, _ before: ReportCell, _ now: ReportCell) -> Panel.Fact {
    Panel.Fact(context.say(label), [.text(words(of: before) + " → " + words(of: now))])
  }
}

extension TimeIsMoney.Judgement {
  /// The judgement's tone in a chart; the word stands beside it.
  var tone: ChartModel.Tone? {
    switch tag.tone {
    case .bad: .bad
    case .good: .good
    case .plain, .faint: nil
    }
  }
}

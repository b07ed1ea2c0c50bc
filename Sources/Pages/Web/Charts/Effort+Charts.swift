import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Who gives hours to whom, by salesperson and by customer, and who is served off its level.
  var effort: [Panel] {
    guard let plan = analysis.life.callPlan.value else { return [] }
    return [moves(plan), sellers(plan), hours(plan), standings(plan), upgrades(plan), reassignments(plan)].compactMap {
      $0
    }
  }

  private func moves(_ plan: CallPlan) -> Panel? {
    let moves = plan.toldMoves
    guard let first = moves.first else { return nil }
    let finding = plan.sentence(first, books: books)
    let shown = moves.prefix(20)
    let table = table(
      "moves-table", finding,
      [
        ReportColumn("to", Phrase(fr: "À donner à", en: "To give to"), .text),
        ReportColumn("from", Phrase(fr: "À prendre à", en: "To take from"), .text),
        ReportColumn("seller", Phrase(fr: "Commercial", en: "Salesperson"), .text),
        ReportColumn("visits", Phrase(fr: "Visites", en: "Visits"), .integer),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
        ReportColumn("gain", Phrase(fr: "Marge en plus", en: "Margin gained"), .euros),
      ],
      shown.map { move in
        Row(
          cells: [
            move.receiver.map { name(of: $0) } ?? .unknown, move.donor.map { name(of: $0) } ?? .unknown,
            seller(move.seller, plan), .integer(plan.visits(move.minutes)), .minutes(move.minutes), .cents(move.gain),
          ], link: move.receiver.map { link(to: $0) })
      })
    return panel(
      "moves", finding,
      how: Phrase(
        fr: """
          Déplacements chez un même commercial, ceux qui rapportent le plus d'abord ; une visite dure \
          \(minutes: plan.terms.visitMinutes).
          """,
        en: """
          Moves of one salesperson's hours, those that bring most first; a visit takes \
          \(minutes: plan.terms.visitMinutes).
          """) + cut(at: shown.count, of: plan.wholeMoves.count),
      [.table(table)])
  }

  private func sellers(_ plan: CallPlan) -> Panel? {
    let loads = plan.loads.enumerated().filter { $1.customers > 0 }
      .sorted { $0.element.gain == $1.element.gain ? $0.offset < $1.offset : $0.element.gain > $1.element.gain }
    guard let first = loads.first else { return nil }
    let finding =
      first.element.gain > .zero
      ? Phrase(
        fr: """
          Le plan rapporte le plus chez \(name: first.element.seller.name(in: books)) : \
          \(euros: first.element.gain, .signed)
          """,
        en: """
          The plan brings most with \(name: first.element.seller.name(in: books)): \(euros: first.element.gain, .signed)
          """) + plan.period
      : Phrase(
        fr: "Chez aucun commercial le plan ne rapporte plus qu'aujourd'hui",
        en: "With no salesperson does the plan bring more than today")
    let plot = Plot(
      id: "sellers-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("seller", Phrase(fr: "Commercial", en: "Salesperson"), .text),
        ReportColumn("gain", Phrase(fr: "Marge en plus", en: "Margin gained"), .euros),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("hours", Phrase(fr: "Temps donné", en: "Time given"), .hours),
        ReportColumn("planned", Phrase(fr: "Temps prévu", en: "Time planned"), .hours),
        ReportColumn("capacity", Phrase(fr: "Temps disponible", en: "Time to plan"), .hours),
        ReportColumn("nextHour", Phrase(fr: "Une heure de plus rapporte", en: "One hour more brings"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: loads.prefix(40).map { place, load in
        Plot.Row(
          cells: [
            seller(place, plan), .cents(load.gain), .integer(load.customers), .minutes(load.today),
            .minutes(load.planned), .minutes(load.plannable), .cents(load.nextHour),
          ], link: link(toRowsOf: .effort, "salespersonName", load.seller.name(in: books)),
          tone: load.gain < .zero ? .bad : nil)
      })
    return panel(
      "sellers", finding,
      how: Phrase(
        fr: """
          Marge attendue en plus. Les chiffres du graphique disent aussi ce que rapporterait une heure de plus de chacun : \
          où c'est beaucoup, le temps manque.
          """,
        en: """
          Margin expected beyond today's. The chart's figures also say what one hour more of each would bring: where it is \
          much, time is short.
          """), isHalf: true, [plot.part(self)])
  }

  private func hours(_ plan: CallPlan) -> Panel? {
    let rows = plan.rows.filter { $0.account.minutes > 0 && $0.planned > 0 }
    guard rows.count > 1 else { return nil }
    let (more, fewer) = (plan.rows.count { $0.change >= 15 }, plan.rows.count { $0.change <= -15 })
    let most = 400
    let kept = rows.sorted {
      $0.change.magnitude == $1.change.magnitude
        ? $0.customer < $1.customer : $0.change.magnitude > $1.change.magnitude
    }.prefix(most)
    let finding = Phrase(
      fr: "\(more, "client gagne", "clients gagnent") du temps, \(fewer) en \(agreeing: fewer, "rend", "rendent")",
      en: "\(more, "customer gets", "customers get") more time, \(fewer) \(agreeing: fewer, "gives", "give") some up")
    let plot = Plot(
      id: "hours-chart", kind: .scatter, title: finding,
      columns: [
        .name, ReportColumn("hours", Phrase(fr: "Temps donné", en: "Time given"), .hours),
        ReportColumn("planned", Phrase(fr: "Temps prévu", en: "Time planned"), .hours),
        ReportColumn("gain", Phrase(fr: "Marge en plus", en: "Margin gained"), .euros),
      ],
      lines: [Plot.Line(column: 2, form: .point)],
      rows: kept.enumerated().map { place, row in
        Plot.Row(
          cells: [
            name(of: row.customer), .minutes(row.account.minutes), .minutes(row.planned),
            .cents(row.gain, else: .marginUnknown),
          ], x: Double(row.account.minutes) / 60, link: link(to: row.customer),
          tone: row.change >= 15 ? .good : row.change <= -15 ? .bad : .soft,
          label: place < 3 ? Phrase(name: books.customers.names[row.customer]) : nil)
      },
      across: .init(say(Phrase(fr: "Temps donné", en: "Time given")), unit: .hours, isLogarithmic: true),
      up: .init(say(Phrase(fr: "Temps prévu", en: "Time planned")), unit: .hours, isLogarithmic: true))
    return panel(
      "hours", finding,
      how: Phrase(
        fr: "Un point par client servi : ses visites et appels d'aujourd'hui, et ceux du plan.",
        en: "A point for each customer served: its visits and calls of today, and those of the plan.")
        + (kept.count < rows.count
          ? Phrase(
            fr: " Sont montrés les \(most) qui changent le plus sur \(rows.count).",
            en: " Shown are the \(most) that change most of \(rows.count).") : .nothing),
      isHalf: true, [plot.part(self)])
  }

  private func standings(_ plan: CallPlan) -> Panel? {
    let (below, above) = (plan.customers(.belowLevel), plan.customers(.aboveLevel))
    let finding = Phrase(
      fr: """
        \(below, "client est servi", "clients sont servis") sous la promesse de leur niveau, \(above) au-dessus de son plafond
        """,
      en: """
        \(below, "customer is", "customers are") served below the promise of the level, \(above) above its ceiling
        """)
    let levels: [Policy.ServiceLevel?] = Policy.ServiceLevel.allCases + [nil]
    let rows = levels.compactMap { level -> Plot.Row? in
      let own = plan.rows.filter { $0.account.level == level }
      guard !own.isEmpty else { return nil }
      let word = level?.label ?? Phrase(fr: "sans niveau", en: "no level")
      return Plot.Row(
        cells: [.phrase(word)]
          + CallAccount.Standing.allCases.map { standing in .integer(own.count { $0.account.standing == standing }) }
          + [.minutes(own.reduce(0) { $0 + $1.account.minutes }), .minutes(own.reduce(0) { $0 + $1.planned })])
    }
    let plot = Plot(
      id: "standings-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("level", Phrase(fr: "Relation", en: "Relation"), .text),
        ReportColumn("below", Phrase(fr: "Sous leur promesse", en: "Below their promise"), .integer),
        ReportColumn("at", Phrase(fr: "Entre promesse et plafond", en: "Between promise and ceiling"), .integer),
        ReportColumn("above", Phrase(fr: "Au-dessus du plafond", en: "Above the ceiling"), .integer),
        ReportColumn("hours", Phrase(fr: "Temps donné", en: "Time given"), .hours),
        ReportColumn("planned", Phrase(fr: "Temps prévu", en: "Time planned"), .hours),
      ],
      lines: [
        Plot.Line(column: 1, form: .bar, tone: .bad), Plot.Line(column: 2, form: .bar, tone: .soft),
        Plot.Line(column: 3, form: .bar),
      ], rows: rows, isStacked: true)
    return panel(
      "standings", finding,
      how: Phrase(
        fr: """
          Temps donné en visites et appels. La promesse est le nombre de visites et d'appels du niveau ; le plafond, le plus \
          d'heures qu'il permet : le plan tient les deux. « Servir à son niveau », dans un verdict, c'est s'en tenir à la promesse.
          """,
        en: """
          Time given in visits and calls. The promise is the level's number of visits and calls; the ceiling the most hours it \
          allows: the plan keeps to both. “Serve it at its level”, in a verdict, is to keep to the promise.
          """),
      isHalf: true, [plot.part(self)])
  }

  private func upgrades(_ plan: CallPlan) -> Panel? {
    guard let first = plan.upgrades.first else { return nil }
    let finding =
      Phrase(
        fr: """
          \(name: books.customers.names[first.customer]) mérite une relation plus suivie : \(minutes: first.more) de plus, \
          \(euros: first.gain, .signed)
          """,
        en: """
          \(name: books.customers.names[first.customer]) deserves closer service: \(minutes: first.more) more, \
          \(euros: first.gain, .signed)
          """) + plan.period
    let table = table(
      "upgrades-table", finding,
      [
        .name, ReportColumn("seller", Phrase(fr: "Commercial", en: "Salesperson"), .text),
        ReportColumn("level", Phrase(fr: "Relation proposée", en: "Relation proposed"), .text),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
        ReportColumn("more", Phrase(fr: "dont au-delà du plan", en: "of it beyond the plan"), .hours),
        ReportColumn("gain", Phrase(fr: "Marge en plus", en: "Margin gained"), .euros),
      ],
      plan.upgrades.map { upgrade in
        Row(
          cells: [
            name(of: upgrade.customer), seller(upgrade.seller, plan), .tag(upgrade.level.tag),
            .minutes(upgrade.minutes), .minutes(upgrade.more), .cents(upgrade.gain),
          ], link: link(to: upgrade.customer))
      })
    return panel(
      "upgrades", finding,
      how: Phrase(
        fr: """
          Clients qui prennent toutes les heures que permet leur niveau ; le gain compte ce que ces heures rapportaient aux \
          autres. Hors du plan : un niveau se décide.
          """,
        en: """
          Customers that take all the hours their level allows; the gain counts what these hours brought with others. Not in \
          the plan: a level is decided by people.
          """),
      isHalf: true, [.table(table)])
  }

  private func reassignments(_ plan: CallPlan) -> Panel? {
    guard let first = plan.reassignments.first else { return nil }
    let finding =
      Phrase(
        fr: """
          \(name: books.customers.names[first.customer]) rapporterait plus avec \
          \(name: plan.loads[first.to].seller.name(in: books)), qui a du temps : \(euros: first.gain, .signed)
          """,
        en: """
          \(name: books.customers.names[first.customer]) would bring more with \
          \(name: plan.loads[first.to].seller.name(in: books)), who has time: \(euros: first.gain, .signed)
          """) + plan.period
    let table = table(
      "reassignments-table", finding,
      [
        .name, ReportColumn("from", Phrase(fr: "De", en: "From"), .text),
        ReportColumn("to", Phrase(fr: "À", en: "To"), .text),
        ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
        ReportColumn("gain", Phrase(fr: "Marge en plus", en: "Margin gained"), .euros),
      ],
      plan.reassignments.map { change in
        Row(
          cells: [
            name(of: change.customer), seller(change.from, plan), seller(change.to, plan), .minutes(change.minutes),
            .cents(change.gain),
          ], link: link(to: change.customer))
      })
    return panel(
      "reassignments", finding,
      how: Phrase(
        fr:
          "Même région, commercial qui a des heures libres ; hors du plan, car changer d'interlocuteur peut coûter un client.",
        en:
          "Same region, a salesperson with hours to spare; not in the plan, as a change of person can cost a customer."),
      isHalf: true, [.table(table)])
  }

  private func seller(_ place: Int, _ plan: CallPlan) -> ReportCell {
    .text(plan.loads[place].seller.name(in: books))
  }
}

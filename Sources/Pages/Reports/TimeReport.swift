import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Services given against revenue obtained.
  static func time(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (time, books) = (analysis.time, analysis.books)
    let isLogged = time.knowledge != .noServiceLog
    let isAllotted = analysis.bandTable.allotment.isKnown
    return ReportDocument(
      name: .time, window: books.window, title: title(time),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Heures de service de chaque client, chiffre d'affaires et marge opérationnelle par heure.",
          en: "Service hours of each customer, revenue and operating margin an hour."),
      totals: totals(time, work: analysis.workOverTime),
      grid: ReportGrid(
        columns: [
          .customer, .name,
          ReportColumn("hours", Phrase(fr: "Temps", en: "Time"), .hours),
          ReportColumn("revenuePerHourCents", Phrase(fr: "CA par heure", en: "Revenue an hour"), .euros),
          ReportColumn("marginPerHourCents", Phrase(fr: "Marge par heure", en: "Margin an hour"), .euros, .optional(2)),
          ReportColumn("allottedHours", Phrase(fr: "Alloué", en: "Allotted"), .hours, .optional(3)),
          ReportColumn("judgement", Phrase(fr: "Jugement", en: "Judgement"), .text, .optional(1)),
          .revenue(.optional(4)),
        ],
        rows: ReportRows(count: time.rows.count) { place in
          let row = time.rows[place]
          return [
            books.idCell(row.customer), books.nameCell(row.customer),
            isLogged ? .minutes(row.yield.minutes) : .unknown(.noServiceLog),
            .cents(row.yield.revenuePerHour), .cents(row.yield.marginPerHour, else: .marginUnknown),
            row.allotted.flatMap { isAllotted ? .minutes($0) : nil } ?? .unknown, .tag(row.judgement.tag),
            .cents(row.yield.revenue),
          ]
        }),
      notes: timeNotes(time, work: analysis.workOverTime))
  }

  private static func title(_ time: TimeIsMoney) -> Phrase {
    if time.knowledge == .noServiceLog {
      return Phrase(fr: "On ne sait pas où va le temps", en: "Nobody knows where the time goes")
    }
    guard let outside = time.timeOutsideTop, let revenue = time.revenueOutsideTop else {
      return Phrase(fr: "Aucune heure de service sur la période", en: "No service hour in the period")
    }
    return Phrase(
      fr: """
        Hors des \(time.topCustomers, "premier", "premiers"), les clients prennent \(percent: outside.value) des \
        heures pour \(percent: revenue.value) du chiffre d'affaires
        """,
      en: """
        Customers outside the top \(time.topCustomers) take \(percent: outside.value) of the hours for \
        \(percent: revenue.value) of the revenue
        """)
  }

  private static func totals(_ time: TimeIsMoney, work: WorkOverTime) -> [ReportTotal] {
    func members(_ yield: TimeIsMoney.Yield, _ timeShare: Share?, _ revenueShare: Share?) -> [ReportCell.Member] {
      [
        .init("customers", .integer(yield.customers)), .init("hours", .minutes(yield.minutes)),
        .init("revenueCents", .cents(yield.revenue)), .init("marginCents", .cents(yield.margin)),
        .init("revenuePerHourCents", .cents(yield.revenuePerHour)),
        .init("marginPerHourCents", .cents(yield.marginPerHour)), .init("hoursShare", .share(timeShare)),
        .init("revenueShare", .share(revenueShare)),
      ]
    }
    let judgements = TimeIsMoney.Judgement.allCases.map { judgement in
      ReportCell.Member(judgement.rawValue, .integer(time.yield(of: judgement).customers))
    }
    return [
      ReportTotal(
        "hours", time.knowledge == .noServiceLog ? .unknown(.noServiceLog) : .minutes(time.total.minutes),
        Phrase(fr: "Temps donné", en: "Time given")),
      ReportTotal(
        "hoursOutsideTop20Share", .share(time.timeOutsideTop),
        Phrase(fr: "Temps hors des premiers 20 %", en: "Time outside the top 20%")),
      ReportTotal(
        "revenueOutsideTop20Share", .share(time.revenueOutsideTop),
        Phrase(fr: "Leur chiffre d'affaires", en: "Their revenue")),
      ReportTotal("smallTakeMost", time.smallTakeMost.map { .flag($0) } ?? .unknown),
      ReportTotal(
        "revenuePerHourCents", .cents(time.total.revenuePerHour),
        Phrase(fr: "Chiffre d'affaires par heure", en: "Revenue an hour")),
      ReportTotal(
        "marginPerHourCents", .cents(time.total.marginPerHour), Phrase(fr: "Marge par heure", en: "Margin an hour")),
      ReportTotal("knowledge", .tag(.init(time.knowledge.rawValue, time.knowledge.label))),
      ReportTotal("judgements", .object(judgements)),
      ReportTotal(
        "bands",
        .list(
          time.bands.map {
            .object([.init("band", .integer($0.key))] + members($0.yield, $0.timeShare, $0.revenueShare))
          })),
      ReportTotal(
        "categories",
        .list(
          time.categories.map {
            .object([.init("category", .text($0.key))] + members($0.yield, $0.timeShare, $0.revenueShare))
          })),
      ReportTotal("work", .object(workMembers(work))),
    ]
  }

  private static func workMembers(_ work: WorkOverTime) -> [ReportCell.Member] {
    func members(_ load: WorkOverTime.Load) -> [ReportCell.Member] {
      [
        .init("customers", .integer(load.customers)), .init("revenueCents", .cents(load.revenue)),
        .init("hours", .minutes(load.minutes)),
      ]
    }
    let finding = work.finding.value.map { ReportCell.tag(.init($0.rawValue, $0.sentence)) }
    return [
      .init("finding", finding ?? .unknown(work.finding.reason?.sentence)),
      .init("lastYear", .object(members(work.lastYear))), .init("yearBefore", .object(members(work.yearBefore))),
      .init(
        "months", .list(work.months.map { .object([.init("month", .month($0.span.first))] + members($0)) })),
    ]
  }

  private static func timeNotes(_ time: TimeIsMoney, work: WorkOverTime) -> [Phrase] {
    let unjustified = time.yield(of: .notJustified)
    return sentences {
      switch time.knowledge {
      case .noServiceLog: Phrase.noServiceLog
      case .standIn: time.knowledge.label
      case .partly, .fully: [Phrase]()
      }
      if unjustified.customers > 0 {
        Phrase(
          fr: """
            \(unjustified.customers, "client prend", "clients prennent") plus de temps que leur chiffre d'affaires n'en \
            justifie : \(minutes: unjustified.minutes), \(euros: unjustified.margin ?? .zero, .compact) de marge.
            """,
          en: """
            \(unjustified.customers, "customer takes", "customers take") more time than their revenue justifies: \
            \(minutes: unjustified.minutes), \(euros: unjustified.margin ?? .zero, .compact) of margin.
            """)
      }
      work.finding.value?.sentence
    }
  }
}

extension TimeIsMoney.Judgement {
  /// The judgement as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .noServiceLog: ReportCell.Tag(rawValue, Phrase(fr: "inconnu", en: "unknown"), tone: .faint)
    case .withoutRevenue: ReportCell.Tag(rawValue, Phrase(fr: "▲ temps sans vente", en: "▲ time, no sale"), tone: .bad)
    case .notJustified: ReportCell.Tag(rawValue, Phrase(fr: "▲ non justifié", en: "▲ not justified"), tone: .bad)
    case .invested: ReportCell.Tag(rawValue, Phrase(fr: "investi, nouveau", en: "invested, new"))
    case .notServed: ReportCell.Tag(rawValue, Phrase(fr: "▼ pas servi", en: "▼ not served"), tone: .bad)
    case .aboveLevel: ReportCell.Tag(rawValue, Phrase(fr: "au-dessus du niveau", en: "above its level"))
    case .belowLevel: ReportCell.Tag(rawValue, Phrase(fr: "sous son niveau", en: "below its level"))
    case .atLevel: ReportCell.Tag(rawValue, Phrase(fr: "● à son niveau", en: "● at its level"), tone: .good)
    }
  }
}

extension CostToServe.Knowledge {
  /// How far the cost to serve is known.
  var label: Phrase {
    switch self {
    case .noServiceLog: Phrase(fr: "aucun relevé de services", en: "no service log")
    case .standIn:
      Phrase(
        fr: "Estimation : une équation de temps sur commandes et lignes tient lieu de relevé de services.",
        en: "An estimate: a time equation on orders and lines stands in for a service log.")
    case .partly: Phrase(fr: "coût de service connu en partie", en: "cost to serve not fully known")
    case .fully: Phrase(fr: "coût de service connu", en: "cost to serve known")
    }
  }
}

extension WorkOverTime.Finding {
  /// What more customers brought, in words.
  var sentence: Phrase { title + Phrase(fr: ".", en: ".") }

  /// The same as a title.
  var title: Phrase {
    switch self {
    case .noMoreCustomers:
      Phrase(fr: "Pas plus de clients qu'il y a un an", en: "No more customers than a year ago")
    case .moreRevenue:
      Phrase(
        fr: "Plus de clients qu'il y a un an, et plus de chiffre d'affaires sans perdre en rendement horaire",
        en: "More customers than a year ago, and more revenue with no less of it an hour")
    case .moreWorkThanRevenue:
      Phrase(
        fr: "Plus de clients qu'il y a un an, mais le temps a crû plus vite que le chiffre d'affaires",
        en: "More customers than a year ago, but time grew faster than revenue")
    case .onlyWork:
      Phrase(
        fr: "Plus de clients qu'il y a un an : plus de travail, pas plus de chiffre d'affaires",
        en: "More customers than a year ago: more work, no more revenue")
    case .neither:
      Phrase(
        fr: "Plus de clients qu'il y a un an, mais plus petits : ni plus de temps ni plus de chiffre d'affaires",
        en: "More customers than a year ago, but smaller ones: neither more time nor more revenue")
    }
  }
}

extension WorkOverTime.Unknown {
  fileprivate var sentence: Phrase {
    switch self {
    case .historyTooShort: Phrase(fr: "moins de 24 mois de données", en: "less than 24 months of data")
    case .noServiceLog: .noServiceLog
    case .serviceLogTooShort: Phrase(fr: "services relevés depuis trop peu", en: "services logged for too short")
    }
  }
}

import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// The bands of revenue with what they bring and the effort they take.
  static func bands(_ analysis: CompanyAnalysis) -> ReportDocument {
    let table = analysis.bandTable
    return ReportDocument(
      name: .bands, window: analysis.books.window, title: title(table),
      subtitle: .months(analysis.books.window) + method(table.bands)
        + Phrase(
          fr: " Le temps est partagé à parts égales entre les tranches, puis entre leurs clients.",
          en: " Time is shared equally among the bands, then among their customers."),
      totals: totals(table, promises: analysis.promises),
      grid: ReportGrid(
        columns: [
          ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .integer),
          ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
          ReportColumn("fromCents", Phrase(fr: "De", en: "From"), .euros, .optional(6)),
          ReportColumn("toCents", Phrase(fr: "À", en: "To"), .euros, .optional(6)),
          .revenue(.optional(4)),
          ReportColumn("revenueShare", Phrase(fr: "Part du CA", en: "Share of revenue"), .percent(digits: 1)),
          ReportColumn("marginCents", Phrase(fr: "Marge", en: "Margin"), .euros, .optional(5)),
          ReportColumn("effortShare", Phrase(fr: "Part du temps", en: "Share of time"), .percent(digits: 1)),
          ReportColumn(
            "allottedHoursPerCustomer", Phrase(fr: "Heures allouées par client", en: "Hours allotted a customer"),
            .number(digits: 1), .optional(2)),
          ReportColumn(
            "actualHoursPerCustomer", Phrase(fr: "Heures données par client", en: "Hours given a customer"),
            .number(digits: 1), .optional(1)),
          ReportColumn("serviceLevel", Phrase(fr: "Relation", en: "Relation"), .text, .optional(3)),
        ],
        rows: ReportRows(
          table.rows.map { row in
            [
              .integer(row.band.number), .integer(row.band.members.count), .cents(row.band.from), .cents(row.band.to),
              .cents(row.band.revenue), .share(row.revenueShare), .cents(row.margin, else: .marginUnknown),
              .share(row.effortShare),
              table.allotment.isKnown ? .number(row.allottedPerCustomer.value / 60) : .unknown(.noServiceLog),
              row.effortShare == nil ? .unknown(.noServiceLog) : .number(row.actualPerCustomer.value / 60),
              .tag(row.level.tag),
            ]
          })),
      notes: bandNotes(table, promises: analysis.promises))
  }

  private static func title(_ table: BandTable) -> Phrase {
    guard let first = table.rows.first, let last = table.rows.last else {
      return Phrase(fr: "Aucun client n'a de chiffre d'affaires", en: "No customer has any revenue")
    }
    let excess = table.rows.compactMap { row in
      row.effortShare.flatMap { effort in row.revenueShare.map { (row, effort.value, $0.value) } }
    }.max { $0.1 - $0.2 < $1.1 - $1.2 }
    if let (row, effort, revenue) = excess, effort > revenue {
      let members = row.band.members.count
      return Phrase(
        fr: """
          \(agreeing: members, "Le", "Les") \(members, "client", "clients") de la tranche \(row.band.number) \
          \(agreeing: members, "prend", "prennent") \(percent: effort) du temps pour \(percent: revenue) du chiffre \
          d'affaires
          """,
        en: """
          The \(members, "customer", "customers") of band \(row.band.number) \(agreeing: members, "takes", "take") \
          \(percent: effort) of the time for \(percent: revenue) of the revenue
          """)
    }
    if table.rows.count == 1 {
      return Phrase(
        fr: "Une seule tranche, de \(first.band.members.count, "client", "clients")",
        en: "A single band, of \(first.band.members.count, "customer", "customers")")
    }
    return Phrase(
      fr: """
        \(table.rows.count) tranches : \(first.band.members.count, "client", "clients") dans la première, \
        \(last.band.members.count) dans la dernière
        """,
      en: """
        \(table.rows.count) bands: \(first.band.members.count, "customer", "customers") in the first, \
        \(last.band.members.count) in the last
        """)
  }

  private static func method(_ bands: Bands) -> Phrase {
    switch bands.method {
    case .equalRevenue:
      Phrase(
        fr: "Clients du plus gros au plus petit, coupés en \(bands.asked) tranches de chiffre d'affaires voisin.",
        en: "Customers from biggest to smallest, cut into \(bands.asked) bands of about equal revenue.")
    case .bounds:
      Phrase(fr: "Tranches aux bornes fixées par l'entreprise.", en: "Bands within bounds set by the company.")
    case .naturalBreaks:
      Phrase(
        fr: "Tranches aux ruptures naturelles du chiffre d'affaires (Fisher–Jenks).",
        en: "Bands at the natural breaks of revenue (Fisher–Jenks).")
    }
  }

  private static func totals(_ table: BandTable, promises: ServicePromises) -> [ReportTotal] {
    let levels = promises.levels.map { level in
      ReportCell.object([
        .init("level", .tag(level.level.tag)), .init("customers", .integer(level.customers)),
        .init("kept", .integer(level.kept)), .init("promisedVisits", .integer(level.visits.promised)),
        .init("givenVisits", .integer(level.visits.given)), .init("promisedCalls", .integer(level.calls.promised)),
        .init("givenCalls", .integer(level.calls.given)),
      ])
    }
    return [
      ReportTotal("customers", .integer(table.bands.customers), Phrase(fr: "Clients", en: "Customers")),
      ReportTotal("revenueCents", .cents(table.bands.revenue), Phrase(fr: "Chiffre d'affaires", en: "Revenue")),
      ReportTotal(
        "budgetHours", table.allotment.isKnown ? .minutes(table.allotment.budget) : .unknown(.noServiceLog),
        Phrase(fr: "Temps à partager", en: "Time to share")),
      ReportTotal("budgetSource", .text(table.allotment.source.rawValue)),
      ReportTotal("unplacedHours", .minutes(table.allotment.unplaced)),
      ReportTotal("hoursOutsideBands", .minutes(table.minutesOutside)),
      ReportTotal("unattributedHours", .minutes(table.unattributedMinutes)),
      ReportTotal("raisedToDelegated", .integer(table.allotment.raised)),
      ReportTotal("emptyBands", .list(table.bands.empty.map { .integer($0) })),
      ReportTotal("negativeCustomers", .integer(table.bands.negativeCustomers)),
      ReportTotal("negativeRevenueCents", .cents(table.bands.negativeRevenue)),
      ReportTotal("levels", .list(levels)),
    ]
  }

  private static func bandNotes(_ table: BandTable, promises: ServicePromises) -> [Phrase] {
    let hasLog = table.rows.contains { $0.effortShare != nil }
    return sentences {
      if !hasLog { Phrase.noServiceLog }
      if table.allotment.unplaced > 0 {
        Phrase(
          fr: "\(minutes: table.allotment.unplaced) ne trouvent pas de place sous le plafond par client.",
          en: "\(minutes: table.allotment.unplaced) find no room under the most one customer may take.")
      }
      if !table.bands.empty.isEmpty {
        Phrase(
          fr: """
            \(table.bands.empty.count, "tranche", "tranches") vide\(agreeing: table.bands.empty.count, "", "s") : un \
            gros client en remplit plusieurs à lui seul.
            """,
          en: """
            \(table.bands.empty.count, "empty band", "empty bands"): one big customer fills several by itself.
            """)
      }
      for level in promises.levels where level.promise != nil && hasLog {
        level.level.sentence(kept: level.kept, of: level.customers)
      }
    }
  }
}

extension Phrase {
  /// Nothing can be said of time.
  static let noServiceLog = Phrase(
    fr: """
      Aucun relevé de services : importez visites, appels et livraisons (--as services) pour voir où va le temps.
      """,
    en: "No service was logged: import visits, calls and deliveries (--as services) to see where time goes.")
}

extension ServiceAllotment {
  /// Whether there is time to share: set in policy, or logged.
  var isKnown: Bool { source == .policy || budget > 0 }
}

extension Policy.ServiceLevel {
  /// The level as a cell.
  var tag: ReportCell.Tag { ReportCell.Tag(rawValue, label) }

  /// How a customer is served.
  var label: Phrase {
    switch self {
    case .personal: Phrase(fr: "personnalisée", en: "personal")
    case .delegated: Phrase(fr: "déléguée", en: "delegated")
    case .automated: Phrase(fr: "automatisée", en: "automated")
    }
  }

  fileprivate func sentence(kept: Int, of customers: Int) -> Phrase {
    Phrase(fr: "Relation ", en: "The ") + label
      + Phrase(
        fr: " : visites et appels promis tenus pour \(kept, "client", "clients") sur \(customers).",
        en: " level kept its promised visits and calls for \(kept) of \(customers, "customer", "customers").")
  }
}

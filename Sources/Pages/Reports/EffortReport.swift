import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Where the salespeople's hours bring most.
  static func effort(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, plan) = (analysis.books, analysis.life.callPlan)
    let rows = plan.value?.rowsByGain ?? []
    return ReportDocument(
      name: .effort, window: books.window, title: plan.title,
      subtitle: .months(books.window)
        + Phrase(
          fr: """
            Visites et appels de chaque client par son commercial, planifiés là où l'heure suivante rapporte le plus ; le \
            gain est la marge attendue en plus.
            """,
          en: """
            Visits and calls of each customer by its salesperson, planned where the next hour brings most; the gain is the \
            margin expected beyond today's.
            """),
      totals: totals(plan, books: books),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: rows.count) { place in
          let (row, seller) = rows[place]
          return [
            .text(seller.id.text), .text(seller.name(in: books)), books.idCell(row.customer),
            books.nameCell(row.customer), .minutes(row.account.minutes), .minutes(row.planned),
            .integer(plan.value?.visits(row.planned)), .cents(row.gain, else: .marginUnknown),
            row.account.level.map { .tag($0.tag) } ?? .unknown,
            .tag(row.account.standing.tag), .tag(row.account.basis.tag),
          ]
        }),
      notes: notes(plan, analysis))
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("salesperson", Phrase(fr: "Code commercial", en: "Salesperson's code"), .text, .hidden),
    ReportColumn("salespersonName", Phrase(fr: "Commercial", en: "Salesperson"), .text, .optional(3)),
    .customer, .name, ReportColumn("hours", Phrase(fr: "Temps donné", en: "Time given"), .hours),
    ReportColumn("plannedHours", Phrase(fr: "Temps prévu", en: "Time planned"), .hours),
    ReportColumn("visits", Phrase(fr: "soit en visites", en: "in visits"), .integer, .optional(1)),
    ReportColumn("gainCents", Phrase(fr: "Marge en plus", en: "Margin gained"), .euros),
    ReportColumn("serviceLevel", Phrase(fr: "Relation", en: "Relation"), .text, .optional(4)),
    ReportColumn("standing", Phrase(fr: "Aujourd'hui", en: "Today"), .text, .optional(2)),
    ReportColumn("basis", Phrase(fr: "Le plan repose sur", en: "The plan rests on"), .text, .hidden),
  ]

  private static func totals(_ plan: Knowable<CallPlan, CallPlan.Refusal>, books: Books) -> [ReportTotal] {
    let known = plan.value
    func standing(_ standing: CallAccount.Standing) -> ReportCell { .integer(known?.customers(standing)) }
    func minutes(_ minutes: Int?) -> ReportCell { minutes.map { .minutes($0) } ?? .unknown(plan.reason?.sentence) }
    return [
      ReportTotal(
        "gainCents", .cents(known?.gain, else: plan.reason?.sentence), Phrase(fr: "Marge en plus", en: "Margin gained")),
      ReportTotal(
        "gainByMovingCents", .cents(known?.gainByMoving),
        Phrase(fr: "dont à temps égal", en: "of it in the same time")),
      ReportTotal("hours", minutes(known?.today), Phrase(fr: "Temps donné", en: "Time given")),
      ReportTotal("plannedHours", minutes(known?.planned), Phrase(fr: "Temps prévu", en: "Time planned")),
      ReportTotal("capacityHours", minutes(known?.plannable), Phrase(fr: "Temps disponible", en: "Time to plan")),
      ReportTotal("customers", .integer(known?.rows.count)),
      ReportTotal(
        "belowLevel", standing(.belowLevel), Phrase(fr: "Servis sous leur promesse", en: "Served below their promise")),
      ReportTotal("atLevel", standing(.atLevel)),
      ReportTotal(
        "aboveLevel", standing(.aboveLevel),
        Phrase(fr: "Servis au-dessus du plafond", en: "Served above the ceiling")),
      ReportTotal("visitHours", minutes(known?.terms.visitMinutes)),
      ReportTotal("salespeople", .list((known?.loads ?? []).map { .object(members($0, books: books)) })),
      ReportTotal("moveCount", .integer(known?.moves.count)),
      ReportTotal(
        "moves", .list((known?.toldMoves ?? []).map { .object(known?.members($0, books: books) ?? []) })),
      ReportTotal(
        "reassignments",
        .list((known?.reassignments ?? []).map { .object(known?.members($0, books: books) ?? []) })),
      ReportTotal(
        "upgrades", .list((known?.upgrades ?? []).map { .object(known?.members($0, books: books) ?? []) })),
      ReportTotal(
        "refused", plan.reason.map { .tag(ReportCell.Tag($0.rawValue, $0.sentence)) } ?? .unknown),
    ]
  }

  private static func members(_ load: CallPlan.Load, books: Books) -> [ReportCell.Member] {
    [
      .init("salesperson", .text(load.seller.id.text)), .init("name", .text(load.seller.name(in: books))),
      .init("customers", .integer(load.customers)), .init("hours", .minutes(load.today)),
      .init("plannedHours", .minutes(load.planned)), .init("capacityHours", .minutes(load.plannable)),
      .init("isCapacityKnown", .flag(load.seller.capacity != nil)), .init("spareHours", .minutes(load.spare)),
      .init("isOverPromised", .flag(load.isOverPromised)), .init("gainCents", .cents(load.gain)),
      .init("gainByMovingCents", .cents(load.gainByMoving)), .init("nextHourCents", .cents(load.nextHour)),
    ]
  }

  private static func notes(_ plan: Knowable<CallPlan, CallPlan.Refusal>, _ analysis: CompanyAnalysis) -> [Phrase] {
    guard let plan = plan.value else { return plan.reason.map { [$0.sentence] } ?? [] }
    let books = analysis.books
    let unknown = plan.rows.count { $0.account.basis == .marginUnknown }
    let losing = plan.rows.count { $0.account.basis == .nothingToEarn }
    let guarded = plan.rows.count { $0.account.isGuarded }
    let judged = plan.rows.count { $0.account.potential != nil }
    return sentences {
      if let first = plan.toldMoves.first { plan.sentence(first, books: books) + Phrase(fr: ".", en: ".") }
      analysis.keptHours(in: plan)
      if let cuts = Phrase.deepCuts(plan.deepCuts) {
        cuts
        Phrase.haveCounselCheck
      }
      for load in plan.loads where load.isOverPromised {
        Phrase(
          fr: """
            \(name: load.seller.name(in: books)) : ce qui est promis prend \(minutes: load.planned) pour \
            \(minutes: load.plannable) disponibles.
            """,
          en: """
            \(name: load.seller.name(in: books)): what is promised takes \(minutes: load.planned) of \
            \(minutes: load.plannable) there are.
            """)
      }
      if unknown > 0 {
        Phrase(
          fr: """
            \(unknown, "client", "clients") de marge inconnue : \(agreeing: unknown, "son", "leur") temps est gardé.
            """,
          en: """
            \(unknown, "customer", "customers") of unknown margin: \(agreeing: unknown, "its", "their") time is kept.
            """)
      }
      if losing > 0 {
        Phrase(
          fr:
            "\(losing, "client ne gagne", "clients ne gagnent") rien avant le temps des commerciaux : rien de plus que promis.",
          en: "\(losing, "customer earns", "customers earn") nothing before sales time: no more than is promised.")
      }
      if let best = plan.upgrades.first {
        let count = plan.upgrades.count
        let gain = plan.upgrades.map(\.gain).sum
        Phrase(
          fr: """
            \(count, "client rapporterait", "clients rapporteraient") plus au niveau du dessus, heures prises aux autres \
            comprises : \(euros: gain, .signed), d'abord \(name: books.customers.names[best.customer]).
            """,
          en: """
            \(count, "customer", "customers") would bring more on the level above, hours taken from others counted: \
            \(euros: gain, .signed), first \(name: books.customers.names[best.customer]).
            """)
      }
      if guarded > 0 {
        Phrase(
          fr: """
            \(guarded, "petit client", "petits clients") de demain \(agreeing: guarded, "garde", "gardent") au moins le \
            temps d'aujourd'hui.
            """,
          en: """
            \(guarded, "small customer", "small customers") of tomorrow \(agreeing: guarded, "keeps", "keep") today's \
            time at least.
            """)
      }
      Phrase(
        fr: """
          Potentiel connu et récent pour \(judged, "client", "clients") sur \(plan.rows.count) ; pour les autres, plus \
          d'heures rapportent peu.
          """,
        en: """
          A known and recent potential for \(judged) of \(plan.rows.count, "customer", "customers"); for the others more \
          hours bring little.
          """)
    }
  }
}

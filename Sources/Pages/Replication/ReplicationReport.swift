import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Whom to win and to develop in the most attractive categories, what is invested there, and what comes of it.
  static func replication(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, plan) = (analysis.books, analysis.life.replication)
    let parts = Dictionary(plan.rows.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = analysis.life.expertise.rows
    return ReportDocument(
      name: .replication, window: books.window, title: title(plan),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Par catégorie : qui gagner, qui développer, l'attendu estimé ; l'expertise et la marge depuis.",
          en: "By category: whom to win, whom to develop, an estimate; the expertise, and the margin since."),
      totals: [
        ReportTotal("categories", .integer(plan.rows.count), Phrase(fr: "Catégories", en: "Categories")),
        ReportTotal("toWin", .integer(plan.rows.map(\.toWin).reduce(0, +)), Phrase(fr: "À gagner", en: "To win")),
        ReportTotal(
          "toDevelop", .integer(plan.rows.map(\.toDevelop).reduce(0, +)), Phrase(fr: "À développer", en: "To develop")),
        ReportTotal(
          "expectedRevenueCents", .cents(plan.rows.map(\.expected).sum),
          Phrase(fr: "CA attendu, estimé", en: "Revenue expected, estimated")),
        ReportTotal(
          "expectedMarginCents",
          .cents(plan.rows.allSatisfy { $0.expectedMargin != nil } ? plan.rows.compactMap(\.expectedMargin).sum : nil),
          Phrase(fr: "Marge attendue, estimée", en: "Margin expected, estimated")),
        ReportTotal("prospectsWithoutCategory", .integer(plan.prospectsWithoutCategory)),
        ReportTotal("invested", .integer(rows.count { $0.expertise != nil })),
      ],
      grid: ReportGrid(
        columns: columns(analysis.attractiveness),
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          return cells(row, parts[row.category]) + expertise(row) + [targets(parts[row.category], books)]
        }), notes: notes(analysis, plan))
  }

  private static func columns(_ attractive: Attractiveness) -> [ReportColumn] {
    [
      ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
      .attraction("place", among: attractive, .optional(4)), .rate(.optional(3)),
      ReportColumn("best", Phrase(fr: "Meilleurs", en: "Best"), .integer, .optional(9)),
      ReportColumn(
        "prospectsAlike", Phrase(fr: "Prospects ressemblants", en: "Prospects alike"), .integer, .optional(8)),
      ReportColumn("toWin", Phrase(fr: "À gagner", en: "To win"), .integer),
      ReportColumn("customersAlike", Phrase(fr: "Clients ressemblants", en: "Customers alike"), .integer, .optional(8)),
      ReportColumn("toDevelop", Phrase(fr: "À développer", en: "To develop"), .integer),
      ReportColumn("expectedRevenueCents", Phrase(fr: "CA attendu, estimé", en: "Revenue expected, estimated"), .euros),
      ReportColumn(
        "expectedMarginCents", Phrase(fr: "Marge attendue, estimée", en: "Margin expected, estimated"), .euros,
        .optional(2)),
      ReportColumn("proposedRate", Phrase(fr: "Taux proposé", en: "Proposed rate"), .percent(digits: 1), .optional(5)),
      ReportColumn("skill", Phrase(fr: "Compétence ou offre", en: "Skill or offer"), .text, .optional(1)),
      ReportColumn("budgetCents", Phrase(fr: "Budget", en: "Budget"), .euros, .hidden),
      ReportColumn("owner", Phrase(fr: "Responsable", en: "Owner"), .text, .optional(7)),
      ReportColumn("targetRate", Phrase(fr: "Taux visé", en: "Target rate"), .percent(digits: 1), .optional(6)),
      ReportColumn("started", Phrase(fr: "Depuis", en: "Since"), .month, .hidden),
      ReportColumn("state", Phrase(fr: "Avancement", en: "State"), .text, .optional(6)),
      ReportColumn("revenueSinceCents", Phrase(fr: "CA depuis", en: "Revenue since"), .euros, .hidden),
      ReportColumn("marginSinceCents", Phrase(fr: "Marge depuis", en: "Margin since"), .euros, .hidden),
      ReportColumn(
        "expectedSinceCents", Phrase(fr: "Marge visée depuis", en: "Margin aimed at since"), .euros, .hidden),
      ReportColumn("rateBefore", Phrase(fr: "Taux d'avant", en: "Rate before"), .percent(digits: 1), .hidden),
      ReportColumn("rateSince", Phrase(fr: "Taux depuis", en: "Rate since"), .percent(digits: 1), .optional(6)),
      ReportColumn("gainCents", Phrase(fr: "Marge de plus qu'avant", en: "Margin more than before"), .euros, .hidden),
      ReportColumn("targets", Phrase(fr: "Cibles", en: "Targets"), .text, .hidden),
    ]
  }

  private static func cells(_ row: ExpertiseReview.Row, _ part: ReplicationPlan.Row?) -> [ReportCell] {
    [
      .text(row.category), .integer(part?.attractiveness.place), .share(row.rate),
      .integer(part?.profile?.customers.best.count), .integer(part?.prospects.count), .integer(part?.toWin),
      .integer(part?.customers.count), .integer(part?.toDevelop), .cents(part?.expected), .cents(part?.expectedMargin),
      .share(row.proposedRate),
    ]
  }

  private static func expertise(_ row: ExpertiseReview.Row) -> [ReportCell] {
    let (own, since) = (row.expertise, row.followUp)
    return [
      .text(own?.skill), .cents(own?.budget), .text(own?.owner), .share(own?.targetRate?.value),
      own?.started.map { .month($0) } ?? .unknown, own.map { .tag($0.state.tag) } ?? .unknown, .cents(since?.revenue),
      .cents(since?.margin), .cents(since?.expected), .share(since?.rateBefore), .share(since?.rate),
      .cents(since?.gain),
    ]
  }

  private static func targets(_ part: ReplicationPlan.Row?, _ books: Books) -> ReportCell {
    let all = (part?.prospects ?? []) + (part?.customers ?? [])
    return .list(
      all.filter(\.isTarget).map { candidate in
        let cells = candidate.row.subject.cells(in: books)
        return .object([
          .init("prospect", cells[0]), .init("customer", cells[1]), .init("name", cells[2]),
          .init("score", .share(candidate.row.score)), .init("expectedCents", .cents(candidate.expected)),
          .init("reasons", .list(candidate.row.reasons.map { .tag($0.tag) })),
        ])
      })
  }

  private static func title(_ plan: ReplicationPlan) -> Phrase {
    let (win, develop) = (plan.rows.map(\.toWin).reduce(0, +), plan.rows.map(\.toDevelop).reduce(0, +))
    guard let first = plan.rows.first else {
      return Phrase(fr: "Aucune catégorie attrayante où investir", en: "No attractive category to invest in")
    }
    guard win + develop > 0 else {
      return Phrase(
        fr: "« \(name: first.category) » est la plus attrayante, mais personne n'y est à gagner ni à développer",
        en: "“\(name: first.category)” is the most attractive, but nobody is to be won or developed in it")
    }
    return Phrase(
      fr: """
        \(win, "prospect", "prospects") à gagner et \(develop, "client", "clients") à développer : \
        \(euros: plan.rows.map(\.expected).sum, .compact) par an estimés
        """,
      en: """
        \(win, "prospect", "prospects") to win and \(develop, "customer", "customers") to develop: \
        \(euros: plan.rows.map(\.expected).sum, .compact) a year, estimated
        """)
  }

  private static func notes(_ analysis: CompanyAnalysis, _ plan: ReplicationPlan) -> [Phrase] {
    sentences {
      if analysis.books.prospects.isEmpty {
        Phrase(
          fr: "Aucun prospect dans les fichiers : importez votre liste (--as prospects) pour savoir qui gagner.",
          en: "No prospect in the files: import your list (--as prospects) to know whom to win.")
      }
      if plan.prospectsWithoutCategory > 0 {
        Phrase(
          fr: "\(plan.prospectsWithoutCategory, "prospect", "prospects") sans catégorie : dans le plan d'aucune.",
          en: "\(plan.prospectsWithoutCategory, "prospect", "prospects") without a category: in nobody's plan.")
      }
      if let reason = analysis.life.lookAlikes.reason, !plan.rows.isEmpty { reason.sentence + .stop }
    }
  }
}

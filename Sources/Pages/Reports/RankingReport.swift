import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// The customers from the biggest to the smallest.
  static func ranking(_ analysis: CompanyAnalysis, by criterion: Policy.Criterion) -> ReportDocument {
    let ranking = criterion == analysis.ranking.criterion ? analysis.ranking : analysis.ranking(by: criterion)
    let breakEven =
      criterion == analysis.ranking.criterion
      ? analysis.breakEven : BreakEven(ranking: ranking, policy: analysis.policy)
    return ReportDocument(
      name: .ranking, window: ranking.window, title: title(ranking, policy: analysis.policy),
      subtitle: .months(ranking.window)
        + Phrase(
          fr: "Clients par \(words: criterion.french) décroissant ; classes A, B, C, D par part cumulée.",
          en: "Customers by descending \(words: criterion.english); classes A, B, C, D by cumulative share."),
      totals: totals(ranking, breakEven: breakEven, oneOffs: analysis.oneOffs),
      grid: ReportGrid(
        columns: columns(criterion), rows: rows(ranking, books: analysis.books, stages: analysis.life.stages)
      )
      .adding(analysis.margins.estimateColumns { ranking.rows[$0].customer }),
      notes: rankingNotes(ranking, breakEven: breakEven, oneOffs: analysis.oneOffs))
  }

  private static func title(_ ranking: Ranking, policy: Policy) -> Phrase {
    guard let fewest = ranking.customersForPareto, let first = ranking.top1Share, let biggest = ranking.rows.first
    else {
      return Phrase(
        fr: "Aucun client n'a de \(words: ranking.criterion.french) au-dessus de zéro",
        en: "No customer has a \(words: ranking.criterion.english) above zero")
    }
    let part = policy.ranking.paretoShare.value
    let all = ranking.positiveCustomers
    if all == 1 {
      return Phrase(
        fr: "Un seul client fait tout : \(euros: biggest.value, .compact)",
        en: "A single customer makes it all: \(euros: biggest.value, .compact)")
    }
    return Phrase(
      fr: """
        \(fewest, "client", "clients") sur \(all) \(agreeing: fewest, "fait", "font") \(percent: part) \
        \(words: ranking.criterion.frenchOf) ; le premier pèse \(percent: first.value)
        """,
      en: """
        \(fewest) of \(all) customers \(agreeing: fewest, "makes", "make") \(percent: part) of the \
        \(words: ranking.criterion.english); the first weighs \(percent: first.value)
        """)
  }

  private static func totals(_ ranking: Ranking, breakEven: BreakEven, oneOffs: OneOffs) -> [ReportTotal] {
    [
      ReportTotal("criterion", .tag(.init(ranking.criterion.rawValue, ranking.criterion.label))),
      ReportTotal("customers", .integer(ranking.customers), Phrase(fr: "Clients actifs", en: "Active customers")),
      ReportTotal("positiveCustomers", .integer(ranking.positiveCustomers)),
      ReportTotal("revenueCents", .cents(ranking.revenue), Phrase(fr: "Chiffre d'affaires", en: "Revenue")),
      ReportTotal("unattributedCents", .cents(ranking.unattributed)),
      ReportTotal(
        "top20Share", .share(ranking.topShare),
        Phrase(fr: "Part des premiers 20 %", en: "Share of the top 20%")),
      ReportTotal("lorenz20", .share(ranking.lorenzTop)),
      ReportTotal("customersFor80", .integer(ranking.customersForPareto)),
      ReportTotal("gini", .number(ranking.concentration.gini), Phrase(fr: "Indice de Gini", en: "Gini index")),
      ReportTotal("hhi", .number(ranking.concentration.hhi)),
      ReportTotal("top1Share", .share(ranking.top1Share)),
      ReportTotal(
        "top5Share", .share(ranking.top5Share), Phrase(fr: "Part des 5 premiers", en: "Share of the top 5")),
      ReportTotal(
        "top10Share", .share(ranking.top10Share), Phrase(fr: "Part des 10 premiers", en: "Share of the top 10")),
      ReportTotal("breakEvenRank", .integer(breakEven.point.value?.rank)),
      ReportTotal("fixedCostsCents", .cents(breakEven.fixedCosts)),
      ReportTotal("afterBreakEvenCents", .cents(breakEven.point.value?.afterRank)),
      ReportTotal("resultCents", .cents(breakEven.result)),
      ReportTotal("singleLosses", .integer(breakEven.result == nil ? nil : breakEven.singleLosses.count)),
      ReportTotal("oneOffs", .integer(oneOffs.rows.count)),
      ReportTotal("unknownMarginCustomers", .integer(ranking.unknownMargins.customers)),
      ReportTotal("unknownMarginRevenueCents", .cents(ranking.unknownMargins.revenue)),
    ]
  }

  private static func columns(_ criterion: Policy.Criterion) -> [ReportColumn] {
    [
      ReportColumn("rank", Phrase(fr: "Rang", en: "Rank"), .integer), .customer, .name, .category,
      ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text, .optional(5)),
      ReportColumn("valueCents", criterion.label, .euros),
      ReportColumn("previousValueCents", Phrase(fr: "Avant", en: "Before"), .euros, .optional(5)),
      ReportColumn("previousRank", Phrase(fr: "Rang avant", en: "Rank before"), .integer, .optional(6)),
      .revenue(criterion == .revenue ? .hidden : .optional(3)),
      ReportColumn(
        "grossMarginCents", Phrase(fr: "Marge brute", en: "Gross margin"), .euros,
        criterion == .grossMargin ? .hidden : .optional(12)),
      .operatingMargin(criterion == .operatingMargin ? .hidden : .optional(4)),
      ReportColumn("share", Phrase(fr: "Part", en: "Share"), .percent(digits: 1), .optional(2)),
      ReportColumn("cumulativeShare", Phrase(fr: "Cumul", en: "Cumulative"), .percent(digits: 1), .optional(3)),
      ReportColumn("class", Phrase(fr: "Classe", en: "Class"), .text, .optional(1)),
      ReportColumn("orders", Phrase(fr: "Commandes", en: "Orders"), .integer, .optional(8)),
      ReportColumn("averageOrderCents", Phrase(fr: "Panier moyen", en: "Average order"), .euros, .optional(9)),
      ReportColumn("averagePriceCents", Phrase(fr: "Prix moyen", en: "Average price"), .cents, .optional(15)),
      ReportColumn("tenureMonths", Phrase(fr: "Ancienneté, mois", en: "Tenure, months"), .integer, .optional(13)),
      ReportColumn("tenureCensored", Phrase(fr: "Peut-être plus", en: "Maybe longer"), .flag, .hidden),
      ReportColumn("ranges", Phrase(fr: "Gammes", en: "Ranges"), .integer, .optional(14)),
      ReportColumn("monthlyRevenueCents", Phrase(fr: "Mois par mois", en: "Month by month"), .trend, .optional(7)),
    ]
  }

  private static func rows(_ ranking: Ranking, books: Books, stages: Stages?) -> ReportRows {
    // Longer series are no longer small pictures.
    let months = books.window.current.count
    let span = MonthSpan(books.window.asOf.advanced(by: 1 - min(months, 24)), books.window.asOf)
    // Before the data begin nothing is known, not even that it was nothing.
    let hasPrevious =
      books.window.previous.map { previous in books.history.map { $0.first <= previous.last } ?? false }
      ?? false
    return ReportRows(count: ranking.rows.count) { place in
      let row = ranking.rows[place]
      return [
        .integer(row.rank), books.idCell(row.customer), books.nameCell(row.customer), .text(row.category),
        stages?.stage(of: row.customer, at: books.window.asOf).map { .tag($0.tag) } ?? .unknown,
        .cents(row.value), .cents(hasPrevious ? row.previousValue : nil),
        .integer(hasPrevious ? row.previousRank : nil), .cents(row.margin.revenue),
        .cents(row.margin.grossMargin, else: .marginUnknown),
        .cents(row.margin.operatingMargin, else: .marginUnknown), .share(row.share), .share(row.cumulativeShare),
        .tag(row.abc.tag), .integer(row.orders), .cents(row.averageOrder), .cents(row.averagePrice),
        .integer(row.tenure?.months), row.tenure.map { .flag($0.censored) } ?? .unknown, .integer(row.ranges),
        .trend(books.activity.series(of: row.customer, in: span).map(\.revenue)),
      ]
    }
  }

  private static func rankingNotes(_ ranking: Ranking, breakEven: BreakEven, oneOffs: OneOffs) -> [Phrase] {
    sentences {
      breakEven.sentence
      if !breakEven.singleLosses.isEmpty {
        Phrase(
          fr: """
            \(breakEven.singleLosses.count, "client", "clients") dont la perte seule ferait passer l'entreprise sous \
            ses coûts fixes.
            """,
          en: """
            \(breakEven.singleLosses.count, "customer", "customers") whose loss alone would take the company below \
            its fixed costs.
            """)
      }
      if ranking.unknownMargins.customers > 0 {
        Phrase(
          fr: """
            \(ranking.unknownMargins.customers, "client", "clients") hors du classement faute de marge connue \
            (\(euros: ranking.unknownMargins.revenue, .compact) de chiffre d'affaires).
            """,
          en: """
            \(ranking.unknownMargins.customers, "customer", "customers") left out because the margin is not known \
            (\(euros: ranking.unknownMargins.revenue, .compact) of revenue).
            """)
      }
      if ranking.unattributed != .zero {
        Phrase(
          fr: "\(euros: ranking.unattributed, .compact) de ventes sans client ne sont à personne dans ce classement.",
          en: "\(euros: ranking.unattributed, .compact) of sales without a customer belong to nobody in this ranking.")
      }
      if !oneOffs.rows.isEmpty {
        Phrase(
          fr: "\(oneOffs.rows.count, "client", "clients") d'une seule commande ancienne : voir le tri du fichier.",
          en: "\(oneOffs.rows.count, "customer", "customers") with a single old order: see the clean-up.")
      }
    }
  }
}

extension ABCClass {
  /// The class as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .a: ReportCell.Tag("A", Phrase(fr: "A", en: "A"))
    case .b: ReportCell.Tag("B", Phrase(fr: "B", en: "B"))
    case .c: ReportCell.Tag("C", Phrase(fr: "C", en: "C"))
    case .d(.inactive): ReportCell.Tag("D", Phrase(fr: "D, inactif", en: "D, inactive"), tone: .faint)
    case .d(.notPositive): ReportCell.Tag("D", Phrase(fr: "D, sans gain", en: "D, no gain"), tone: .bad)
    }
  }
}

extension Policy.Criterion {
  /// The column's header.
  var label: Phrase {
    switch self {
    case .revenue: Phrase(fr: "Chiffre d'affaires", en: "Revenue")
    case .grossMargin: Phrase(fr: "Marge brute", en: "Gross margin")
    case .operatingMargin: Phrase(fr: "Marge opérationnelle", en: "Operating margin")
    }
  }
  /// The criterion within a sentence.
  var french: String {
    switch self {
    case .revenue: "chiffre d'affaires"
    case .grossMargin: "marge brute"
    case .operatingMargin: "marge opérationnelle"
    }
  }
  /// What a share is a share of.
  var frenchOf: String {
    switch self {
    case .revenue: "du chiffre d'affaires"
    case .grossMargin: "des marges brutes positives"
    case .operatingMargin: "des marges opérationnelles positives"
    }
  }
  /// The criterion within a sentence.
  var english: String {
    switch self {
    case .revenue: "revenue"
    case .grossMargin: "gross margin"
    case .operatingMargin: "operating margin"
    }
  }
}

extension BreakEven {
  /// Where the fixed costs are covered, or why that cannot be said.
  var sentence: Phrase? { finding.map { $0 + Phrase(fr: ".", en: ".") } }

  /// The same as a title.
  var finding: Phrase? {
    switch point {
    case .unknown(.fixedCostsNotSet), .unknown(.noMarginKnown): return nil
    case .unknown(.marginsUnknown(let customers)):
      return Phrase(
        fr: """
          Les marges connues ne couvrent pas les coûts fixes, mais celles de \(customers, "client", "clients") \
          manquent
          """,
        en: """
          The known margins do not cover the fixed costs, but those of \(customers, "customer", "customers") are \
          missing
          """)
    case .unknown(.neverCovered(let missing)):
      return Phrase(
        fr: "Les marges ne couvrent pas les coûts fixes : il manque \(euros: missing, .compact) au meilleur rang",
        en: "The margins do not cover the fixed costs: \(euros: missing, .compact) are missing at the best rank")
    case .known(let point):
      return Phrase(
        fr: """
          Les coûts fixes (\(euros: fixedCosts ?? .zero, .compact)) sont couverts au \(rank: point.rank) client ; les \
          suivants y ajoutent \(euros: point.afterRank, .compact)
          """,
        en: """
          The fixed costs (\(euros: fixedCosts ?? .zero, .compact)) are covered at the \(rank: point.rank) customer; \
          those after add \(euros: point.afterRank, .compact)
          """)
    }
  }
}

import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// What customers pay against each other, and whose price should be looked at again.
  static func prices(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, prices) = (analysis.books, analysis.portfolio.prices)
    let (rows, rates) = (PriceRows(analysis, prices).rows, analysis.portfolio.marginRates)
    return ReportDocument(
      name: .prices, window: books.window, title: title(prices),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Ce que chaque client paie contre ce que paient les autres, mêmes produits, même trimestre.",
          en: "What each customer pays against what the others pay, same products, same quarter."),
      totals: totals(prices),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: rows.count) { place in
          let (row, price, due) = (rows[place], rows[place].price, rows[place].due)
          let reason = price?.index.reason?.sentence ?? (prices.index == nil ? .noProducts : nil)
          return [
            books.idCell(row.customer), books.nameCell(row.customer),
            .share(price?.index.value, else: reason), .share(price?.coverage, else: reason), .cents(row.revenue),
            .share(price?.room, else: reason), .cents(price?.averagePrice, else: .severalUnits),
            .text(price?.unit), .integer(price?.place?.rank), .integer(price?.place?.members),
            .share(price?.place?.median), .cents(price?.place?.gap), .list((due?.reasons ?? []).map { .tag($0.tag) }),
            .cents(due?.gap), .share(due?.rise?.value, else: due == nil ? nil : .noPriceAlone),
            .share(due?.asked.value), .cents(due?.askedAmount), .cents(due?.left),
            analysis.life.verdicts.rows[row.customer].verdictCell,
            analysis.life.offers(to: row.customer).first.map { .tag($0.tag) } ?? .unknown,
          ]
            + (0..<MarginRatesOfCustomers.most).map {
              .share(
                rates.rate(of: row.customer, yearsBefore: $0),
                else: $0 < rates.years.count ? .marginUnknown : .beforeData)
            }
        }),
      notes: notes(analysis, prices))
  }

  private static func title(_ prices: Prices) -> Phrase {
    guard let index = prices.index else { return .noProductsTitle }
    guard index.known > 0 else {
      return Phrase(
        fr: "Aucun prix à comparer : trop peu de clients achètent les mêmes produits au même trimestre",
        en: "No prices to compare: too few customers buy the same products in the same quarter")
    }
    let due = prices.revaluation
    guard !due.rows.isEmpty else {
      return Phrase(
        fr: "Aucun prix à revoir : ceux qui manquent de marge ne le doivent pas à leurs prix",
        en: "No price to look at again: those who lack margin do not owe it to their prices")
    }
    return Phrase(
      fr: """
        \(due.rows.count, "prix", "prix") à revoir : \(euros: due.askedAmount, .compact) par an à demander
        """,
      en: """
        \(due.rows.count, "price", "prices") to look at again: \(euros: due.askedAmount, .compact) a year may be asked
        """)
  }

  private static func totals(_ prices: Prices) -> [ReportTotal] {
    let (index, disparity, due) = (prices.index, prices.disparity, prices.revaluation)
    let rows = index?.rows ?? []
    let coverage = Share(rows.map(\.compared).sum, of: rows.map(\.revenue).sum)
    return [
      ReportTotal("customers", .integer(index?.rows.count), Phrase(fr: "Clients", en: "Customers")),
      ReportTotal("indexed", .integer(index?.known), Phrase(fr: "dont comparés", en: "of which compared")),
      ReportTotal("coverage", .share(index == nil ? nil : coverage)),
      ReportTotal(
        "belowPeers", .integer(index == nil ? nil : due.belowPeers.count),
        Phrase(fr: "Sous leurs semblables", en: "Below their like")),
      ReportTotal("belowPeersCents", .cents(index == nil ? nil : due.belowPeers.sum)),
      ReportTotal("revalue", .integer(due.rows.count), Phrase(fr: "Prix à revoir", en: "Prices to look at again")),
      ReportTotal("revalueCents", .cents(due.gap)),
      ReportTotal(
        "askedCents", .cents(due.askedAmount), Phrase(fr: "Demandable en un an", en: "May be asked in a year")),
      ReportTotal("underFloorOtherwise", .integer(due.otherwiseUnderFloor.count)),
      ReportTotal("priceBand", .list((index.flatMap { PriceBand($0) }?.steps ?? []).map { .object($0.members) })),
      ReportTotal("products", .integer(disparity?.products.count)),
      ReportTotal(
        "moneyLeftCents", .cents(disparity?.left),
        disparity == nil
          ? nil : Phrase(fr: "Laissé sous le prix médian", en: "Left below the median price")),
      ReportTotal(
        "disparity", .list((disparity?.products.prefix(mostProducts) ?? []).map { .object($0.members) })),
      ReportTotal("disparityByCategory", .list((disparity?.categories ?? []).map { .object($0.members) })),
    ]
  }

  /// Programs get the products that leave most; all of them may be hundreds of thousands.
  private static let mostProducts = 100

  private static let columns: [ReportColumn] = [
    .customer, .name, .priceIndex,
    ReportColumn("coverage", Phrase(fr: "Part comparée", en: "Share compared"), .percent(digits: 0), .optional(4)),
    .revenue(),
    ReportColumn("room", Phrase(fr: "Marge de hausse", en: "Room to rise"), .percent(digits: 1), .optional(5)),
    ReportColumn(
      "averagePriceCents", Phrase(fr: "Prix moyen par unité", en: "Average price a unit"), .cents, .optional(6)),
    ReportColumn("unit", Phrase(fr: "Unité", en: "Unit"), .text, .hidden),
    ReportColumn("rank", Phrase(fr: "Rang, du moins cher", en: "Rank, cheapest first"), .integer, .optional(3)),
    ReportColumn("likeVolume", Phrase(fr: "sur", en: "of"), .integer, .optional(3)),
    ReportColumn(
      "medianIndex", Phrase(fr: "Indice de ses semblables", en: "Index of its like"), .percent(digits: 1), .optional(2)),
    ReportColumn("gapCents", Phrase(fr: "Manque", en: "Lacks"), .euros, .hidden),
    ReportColumn("reasons", Phrase(fr: "Pourquoi revoir", en: "Why look again"), .text, .optional(1)),
    ReportColumn("raiseCents", Phrase(fr: "Pour redresser", en: "To mend it"), .euros, .optional(6)),
    ReportColumn("raise", Phrase(fr: "par le prix seul", en: "by price alone"), .percent(digits: 1), .optional(6)),
    ReportColumn("askedRaise", Phrase(fr: "Demandable", en: "May be asked"), .percent(digits: 2)),
    ReportColumn("askedCents", Phrase(fr: "soit par an", en: "that is a year"), .euros),
    ReportColumn("leftCents", Phrase(fr: "Reste au plancher", en: "Left to its floor"), .euros, .optional(3)),
    ReportColumn("verdict", Phrase(fr: "Verdict", en: "Verdict"), .text, .optional(2)),
    ReportColumn("lastRise", Phrase(fr: "Dernière hausse", en: "Last rise"), .text, .optional(2)),
    ReportColumn(
      "grossRate", Phrase(fr: "Taux de marge brute", en: "Gross margin rate"), .percent(digits: 1), .optional(7)),
    ReportColumn(
      "grossRateYearBefore", Phrase(fr: "… un an avant", en: "… a year before"), .percent(digits: 1), .optional(7)),
    ReportColumn(
      "grossRateTwoYearsBefore", Phrase(fr: "… deux ans avant", en: "… two years before"), .percent(digits: 1),
      .optional(7)),
  ]

  private static func notes(_ analysis: CompanyAnalysis, _ prices: Prices) -> [Phrase] {
    sentences {
      prices.revaluation.otherwiseSentence
      if let steep = analysis.steepRises(of: prices.revaluation.rows) {
        steep
        Phrase.haveCounselCheck
      }
      if let index = prices.index, index.known < index.rows.count {
        let unknown = index.rows.count - index.known
        Phrase(
          fr: """
            \(unknown, "client sans indice", "clients sans indice") : trop peu d'autres achètent la même chose, ou rien \
            n'a de quantité.
            """,
          en: """
            \(unknown, "customer without an index", "customers without an index"): too few others buy the same, or \
            nothing has a quantity.
            """)
      }
      if prices.index == nil {
        Phrase(
          fr: "Importez des ventes avec produit et quantité : les prix se comparent alors d'un client à l'autre.",
          en: "Import sales with product and quantity: prices are then compared from customer to customer.")
      }
    }
  }
}

/// The customers of the report: those whose price should rise first, then the biggest.
struct PriceRows {
  struct Row {
    let customer: Int
    let revenue: Cents
    let price: PriceIndex.Row?
    let due: Revaluation.Row?
  }

  let rows: [Row]

  init(_ analysis: CompanyAnalysis, _ prices: Prices) {
    let due = Dictionary(uniqueKeysWithValues: prices.revaluation.rows.map { ($0.customer, $0) })
    let found: [Row]
    if let index = prices.index {
      found = index.rows.map { Row(customer: $0.customer, revenue: $0.revenue, price: $0, due: due[$0.customer]) }
    } else {
      let margins = analysis.portfolio.margins.rows
      found = margins.indices.filter { margins[$0].lines > 0 }.map {
        Row(customer: $0, revenue: margins[$0].revenue, price: nil, due: due[$0])
      }
    }
    rows = found.sorted {
      let (left, right) = ($0.due?.askedAmount ?? .zero, $1.due?.askedAmount ?? .zero)
      return (right, $1.revenue, $0.customer) < (left, $0.revenue, $1.customer)
    }
  }
}

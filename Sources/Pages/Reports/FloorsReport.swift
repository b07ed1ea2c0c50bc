import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Who is under a floor, by how much, and what would lift them.
  static func floors(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (floors, books) = (analysis.floors, analysis.books)
    let margin = floors.rows.compactMap(\.marginShortfall).sum
    return ReportDocument(
      name: .floors, window: books.window, title: title(floors, margin: margin),
      subtitle: .months(books.window)
        + Phrase(
          fr: """
            Marge opérationnelle et chiffre d'affaires de chaque client contre le plancher de sa catégorie, sinon de \
            l'entreprise.
            """,
          en: "Operating margin and revenue of each customer against its category's floor, else the company's."),
      totals: [
        ReportTotal("tested", .integer(floors.tested), Phrase(fr: "Clients jugés", en: "Customers tested")),
        ReportTotal("under", .integer(floors.rows.count), Phrase(fr: "Sous un plancher", en: "Under a floor")),
        ReportTotal("underMargin", .integer(floors.rows.count(where: \.missesMargin))),
        ReportTotal("underRevenue", .integer(floors.rows.count(where: \.missesRevenue))),
        ReportTotal("marginShortfallCents", .cents(margin), Phrase(fr: "Marge qui manque", en: "Margin missing")),
        ReportTotal("tooYoung", .integer(floors.tooYoung)),
        ReportTotal("unknownMargins", .integer(floors.unknownMargins)),
      ],
      grid: ReportGrid(
        columns: [
          .customer, .name, .category, .rate(),
          ReportColumn("floorRate", Phrase(fr: "Plancher", en: "Floor"), .percent(digits: 1)),
          .revenue(.optional(2)),
          ReportColumn(
            "floorRevenueCents", Phrase(fr: "Plancher de CA", en: "Revenue floor"), .euros, .optional(5)),
          ReportColumn("shortfallCents", Phrase(fr: "Il manque", en: "Missing"), .euros),
          ReportColumn("misses", Phrase(fr: "En", en: "In"), .text, .optional(4)),
          ReportColumn("marginShortfallCents", Phrase(fr: "Marge manquante", en: "Margin missing"), .euros, .hidden),
          ReportColumn("revenueShortfallCents", Phrase(fr: "CA manquant", en: "Revenue missing"), .euros, .hidden),
          ReportColumn("remedies", Phrase(fr: "Ce qui le relèverait", en: "What would lift it"), .text, .optional(1)),
        ],
        rows: ReportRows(count: floors.rows.count) { place in
          let row = floors.rows[place]
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .text(row.category),
            .share(row.margin.rate, else: .marginUnknown), .share(row.floorRate?.value),
            .cents(row.margin.revenue), .cents(row.floorRevenue), .cents(row.shortfall), .tag(row.missTag),
            .cents(row.marginShortfall), .cents(row.revenueShortfall),
            .list(row.remedies.map { .tag($0.tag) }),
          ]
        }),
      notes: sentences {
        if floors.tooYoung > 0 {
          Phrase(
            fr: "\(floors.tooYoung, "client trop récent", "clients trop récents") pour être jugés.",
            en: "\(floors.tooYoung, "customer", "customers") too young to be tested.")
        }
        if floors.unknownMargins > 0 {
          Phrase(
            fr: """
              \(floors.unknownMargins, "client jugé", "clients jugés") sur le seul chiffre d'affaires, faute de marge \
              connue.
              """,
            en: """
              \(floors.unknownMargins, "customer", "customers") tested on revenue alone: the margin is not known.
              """)
        }
      })
  }

  private static func title(_ floors: Floors, margin: Cents) -> Phrase {
    let under = floors.rows.count
    if floors.tested == 0 {
      return Phrase(fr: "Aucun client à juger sur cette période", en: "No customer to be tested over this period")
    }
    if under == 0 {
      return Phrase(
        fr: "Aucun client sous son plancher, sur \(floors.tested, "jugé", "jugés")",
        en: "No customer under its floor, out of \(floors.tested) tested")
    }
    if margin > .zero {
      return Phrase(
        fr: """
          \(under, "client", "clients") sur \(floors.tested) sous \(agreeing: under, "son", "leur") plancher : il manque \
          \(euros: margin, .compact) de marge
          """,
        en: """
          \(under) of \(floors.tested) customers under \(agreeing: under, "its", "their") floor: \
          \(euros: margin, .compact) of margin missing
          """)
    }
    return Phrase(
      fr: "\(under, "client", "clients") sur \(floors.tested) sous le plancher de chiffre d'affaires",
      en: "\(under) of \(floors.tested) customers under the revenue floor")
  }
}

extension Floors.Row {
  /// Which floor is missed.
  var missTag: ReportCell.Tag {
    switch (missesMargin, missesRevenue) {
    case (true, true): ReportCell.Tag("both", Phrase(fr: "marge et CA", en: "margin and revenue"), tone: .bad)
    case (true, false): ReportCell.Tag("margin", Phrase(fr: "marge", en: "margin"), tone: .bad)
    case (false, _): ReportCell.Tag("revenue", Phrase(fr: "CA", en: "revenue"))
    }
  }
}

extension FloorRemedy {
  /// The remedy as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .serveLeaner(let saving):
      ReportCell.Tag(
        "serveLeaner",
        Phrase(fr: "servir pour \(euros: saving) de moins", en: "serve for \(euros: saving) less"),
        figures: [.init("savingCents", .cents(saving))])
    case .reprice(let rate):
      ReportCell.Tag(
        "reprice",
        Phrase(
          fr: "prix \(percent: rate.value, digits: 1, signed: true)",
          en: "prices \(percent: rate.value, digits: 1, signed: true)"),
        figures: [.init("rate", .share(rate.value))])
    case .sellMore(let revenue):
      ReportCell.Tag(
        "sellMore", Phrase(fr: "vendre \(euros: revenue) de plus", en: "sell \(euros: revenue) more"),
        figures: [.init("revenueCents", .cents(revenue))])
    case .automatedService:
      ReportCell.Tag("automatedService", Phrase(fr: "service automatisé", en: "automated service"))
    case .minimumOrder: ReportCell.Tag("minimumOrder", Phrase(fr: "commande minimum", en: "minimum order"))
    }
  }
}

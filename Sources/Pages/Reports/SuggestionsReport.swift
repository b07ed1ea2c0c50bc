import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Categories that the customers' own behaviour suggests.
  static func suggestions(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (suggestions, books) = (analysis.suggestions, analysis.books)
    let proposals = suggestions.proposals.value ?? []
    return ReportDocument(
      name: .suggestions, window: books.window, title: title(suggestions),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Clients groupés par gammes achetées et par rythme ; une personne accepte, rien ne s'applique seul.",
          en: "Customers grouped by ranges bought and by rhythm; a person accepts, nothing applies by itself."),
      totals: [
        ReportTotal(
          "suggestions", .integer(suggestions.proposals.value?.count, else: suggestions.proposals.reason?.sentence)),
        ReportTotal("sampled", .integer(suggestions.sampled)),
        ReportTotal(
          "trials",
          .list(
            suggestions.trials.map {
              .object([.init("categories", .integer($0.categories)), .init("silhouette", .number($0.silhouette))])
            })),
      ],
      grid: ReportGrid(
        columns: [
          ReportColumn("suggestion", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("ranges", Phrase(fr: "Gammes", en: "Ranges"), .text),
          ReportColumn("tempo", Phrase(fr: "Rythme", en: "Rhythm"), .text),
          ReportColumn("evenness", Phrase(fr: "Régularité", en: "Evenness"), .text, .optional(3)),
          ReportColumn("size", Phrase(fr: "Taille", en: "Size"), .text, .optional(4)),
          ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer), .revenue(),
          ReportColumn(
            "medianRevenueCents", Phrase(fr: "CA médian", en: "Median revenue"), .euros, .optional(5)),
          ReportColumn(
            "medianOrdersPerYear", Phrase(fr: "Commandes par an", en: "Orders a year"), .number(digits: 1), .optional(6)
          ),
          ReportColumn("mix", Phrase(fr: "Mélange", en: "Mix"), .text, .hidden),
          ReportColumn("silhouette", Phrase(fr: "Netteté", en: "Silhouette"), .number(digits: 2), .optional(7)),
          ReportColumn("typical", Phrase(fr: "Exemple", en: "Example"), .text, .optional(1)),
          ReportColumn(
            "presentCategory", Phrase(fr: "Catégorie actuelle", en: "Present category"), .text, .optional(2)),
          ReportColumn("accepted", Phrase(fr: "Acceptée", en: "Accepted"), .text, .optional(8)),
        ],
        rows: ReportRows(count: proposals.count) { place in
          let proposal = proposals[place]
          return [
            .integer(place + 1), .list(proposal.ranges.map { .tag($0.tag(in: books.ranges)) }),
            .tag(.init(proposal.tempo.rawValue, proposal.tempo.label)),
            .tag(.init(proposal.evenness.rawValue, proposal.evenness.label)),
            .tag(.init(proposal.size.rawValue, proposal.size.label)), .integer(proposal.members.count),
            .cents(proposal.revenue), .cents(proposal.medianRevenue), .number(proposal.medianOrdersPerYear),
            .text(proposal.mix.rawValue), .number(proposal.silhouette), books.nameCell(proposal.typical),
            .text(proposal.presentCategory?.name),
            .text(proposal.accepted(by: analysis.policy, in: books.customers)),
          ]
        }))
  }

  private static func title(_ suggestions: CategorySuggestions) -> Phrase {
    switch suggestions.proposals {
    case .unknown(let refusal): refusal.sentence
    case .known(let proposals):
      Phrase(
        fr:
          "\(proposals.count, "catégorie", "catégories") se \(agreeing: proposals.count, "dessine", "dessinent") dans les achats",
        en: "\(proposals.count, "category shows", "categories show") in what customers buy")
    }
  }
}

extension CategorySuggestions.Refusal {
  /// Why nothing is proposed.
  var sentence: Phrase {
    switch self {
    case .tooFewCustomers(let found, let needed):
      Phrase(
        fr: "Trop peu de clients pour proposer des catégories : \(found) sur \(needed) qu'il faudrait",
        en: "Too few customers to propose categories: \(found) of the \(needed) it takes")
    case .noStructure:
      Phrase(
        fr: "Les achats ne dessinent pas de catégories nettes", en: "What customers buy shows no clear categories")
    }
  }
}

extension SuggestedCategory.RangePart {
  fileprivate func tag(in ranges: RangeUse) -> ReportCell.Tag {
    let name = range.map { ranges.names[$0] }
    let part = Phrase(fr: " \(percent: share.value)", en: " \(percent: share.value)")
    return ReportCell.Tag(
      name ?? "none", (name.map { Phrase(name: $0) } ?? Phrase(fr: "sans gamme", en: "no range")) + part,
      figures: [
        .init("range", .text(name)), .init("share", .share(share)), .init("companyShare", .share(companyShare)),
      ])
  }
}

extension SuggestedCategory.Tempo {
  var label: Phrase {
    switch self {
    case .weekly: Phrase(fr: "chaque semaine", en: "weekly")
    case .monthly: Phrase(fr: "chaque mois", en: "monthly")
    case .quarterly: Phrase(fr: "chaque trimestre", en: "quarterly")
    case .rare: Phrase(fr: "rare", en: "rare")
    }
  }
}

extension SuggestedCategory.Evenness {
  fileprivate var label: Phrase {
    switch self {
    case .seasonal: Phrase(fr: "saisonnier", en: "seasonal")
    case .steady: Phrase(fr: "régulier", en: "steady")
    case .irregular: Phrase(fr: "irrégulier", en: "irregular")
    }
  }
}

extension SuggestedCategory.Size {
  fileprivate var label: Phrase {
    switch self {
    case .big: Phrase(fr: "grands", en: "big")
    case .middle: Phrase(fr: "moyens", en: "middle")
    case .small: Phrase(fr: "petits", en: "small")
    }
  }
}

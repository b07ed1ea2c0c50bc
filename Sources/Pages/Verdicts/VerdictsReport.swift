import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Cease, maintain or develop: every customer's verdict with what makes it, the most at stake first.
  static func verdicts(_ analysis: CompanyAnalysis) -> ReportDocument {
    // Verdicts are told of twelve months, whatever the months looked at.
    let (books, window) = (analysis.books, analysis.life.judged.books.window)
    let verdicts = analysis.life.verdicts
    let order = analysis.verdictOrder
    return ReportDocument(
      name: .verdicts, window: window, title: verdictsTitle(verdicts),
      subtitle: .months(window)
        + Phrase(
          fr: "Marges après coût de service, contre les planchers ; l'effet de cesser garde les coûts qui restent.",
          en: "Margins after the cost to serve, against the floors; the effect of ceasing keeps the costs that stay."),
      totals: totals(verdicts, books),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: order.count) { place in
          let row = verdicts.rows[order[place]]
          return [
            books.idCell(row.customer), books.nameCell(row.customer), row.verdictCell, .tag(row.action.tag),
            .tag(row.means.tag), row.firmCell, .list(row.reasons.map { .object(members(of: $0, row)) }),
            .phrase(analysis.sentence(of: row) + .stop), .cents(row.facts.current.revenue),
            .cents(row.facts.current.margin, else: .marginUnknown), .share(row.facts.current.rate), .cents(row.atStake),
            .cents(row.facts.current.effectOfCeasing), .cents(row.facts.current.stranded),
            .list(row.ladder.map { .object(members(of: $0)) }), .flag(row.override != nil),
            row.strategicUntilCell,
            row.sponsorCell(books.customers.details[row.customer]?.sponsor),
            .text(analysis.categories[row.customer]),
            .flag(analysis.categories[row.customer].map { verdicts.toxicCategories.contains($0) } ?? false),
            .text(row.facts.handOver?.to.text),
          ]
        }), notes: verdictsNotes(analysis, verdicts))
  }

  private static let columns: [ReportColumn] = [
    .customer, .name, ReportColumn("verdict", Phrase(fr: "Verdict", en: "Verdict"), .text),
    ReportColumn("action", Phrase(fr: "Action", en: "Action"), .text, .optional(3)),
    ReportColumn("means", Phrase(fr: "Moyen", en: "Means"), .text, .optional(4)),
    ReportColumn("firm", Phrase(fr: "Ferme", en: "Firm"), .flag, .optional(6)),
    ReportColumn("reasons", Phrase(fr: "Raisons", en: "Reasons"), .text, .hidden),
    ReportColumn("sentence", Phrase(fr: "Pourquoi", en: "Why"), .text, .optional(1)),
    .revenue(.optional(7)), .operatingMargin(.optional(5)), .rate(.optional(8)),
    ReportColumn("atStakeCents", Phrase(fr: "En jeu", en: "At stake"), .euros),
    ReportColumn("effectOfCeasingCents", Phrase(fr: "Effet de cesser", en: "Effect of ceasing"), .euros, .optional(9)),
    ReportColumn("strandedCents", Phrase(fr: "Coûts qui restent", en: "Costs that stay"), .euros, .hidden),
    ReportColumn("ladder", Phrase(fr: "Échelle", en: "Ladder"), .text, .hidden),
    ReportColumn("overridden", Phrase(fr: "Décidé autrement", en: "Decided otherwise"), .flag, .hidden),
    ReportColumn("strategicUntil", Phrase(fr: "Stratégique jusqu'au", en: "Strategic until"), .day, .hidden),
    ReportColumn("sponsor", Phrase(fr: "Qui en répond", en: "Who answers for it"), .text, .hidden),
    ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text, .optional(10)),
    ReportColumn("toxicCategory", Phrase(fr: "Catégorie toxique", en: "Toxic category"), .flag, .hidden),
    ReportColumn("reassignTo", Phrase(fr: "À confier à", en: "Hand over to"), .text, .hidden),
  ]

  static func members(of reason: VerdictReason, _ row: Verdicts.Row) -> [ReportCell.Member] {
    [
      .init("code", .text(reason.code.rawValue)), .init("figure", VerdictReason.cell(reason.figure)),
      .init("threshold", VerdictReason.cell(reason.threshold)), .init("unit", .text(reason.threshold.unit)),
      .init("comparison", .text(reason.code.comparison.rawValue)), .init("holds", .flag(reason.holds)),
      .init("sentence", .phrase(row.words(of: reason))),
    ]
  }

  static func members(of step: LadderStep) -> [ReportCell.Member] {
    [
      .init("step", .text(step.code)), .init("sentence", .phrase(step.words)), .init("figure", step.figure),
      .init("gainCents", .cents(step.gain)), .init("cashCents", .cents(step.leaner?.cash)),
      .init("minutes", .integer(step.leaner?.minutes)),
    ]
  }

  /// How many relations there are of each verdict, and what ceasing brings.
  static func verdictsTitle(_ verdicts: Verdicts) -> Phrase {
    let (cease, develop) = (verdicts.count(of: .cease), verdicts.count(of: .develop))
    let judged = verdicts.rows.count { $0.verdict.value != nil }
    guard judged > 0 else {
      let isCosts = verdicts.rows.contains { $0.computed.reason == .marginUnknown }
      return Phrase(fr: "Aucun client ne peut être jugé", en: "No customer can be judged")
        + (isCosts
          ? Phrase(
            fr: " : donnez d'abord le coût de ce qu'ils achètent", en: ": first enter the costs of what they buy")
          : .nothing)
    }
    guard cease > 0 else {
      return Phrase(
        fr: "Aucune relation à cesser, \(develop) à développer, \(verdicts.count(of: .maintain)) à maintenir",
        en: "No relation to cease, \(develop) to develop, \(verdicts.count(of: .maintain)) to maintain")
    }
    let ceased = verdicts.rows.lazy.filter { $0.verdict.value == .cease }.map(\.atStake).sum
    // What people decided may cost.
    let effect =
      ceased < .zero
      ? Phrase(
        fr: "\(euros: ceased.magnitude, .compact) de moins la première année",
        en: "\(euros: ceased.magnitude, .compact) less in the first year")
      : Phrase(
        fr: "\(euros: ceased, .compact) de mieux la première année",
        en: "\(euros: ceased, .compact) better in the first year")
    return Phrase(
      fr: "\(cease, "relation", "relations") à cesser (", en: "\(cease, "relation", "relations") to cease (") + effect
      + Phrase(
        fr: "), \(develop) à développer, \(verdicts.count(of: .maintain)) à maintenir",
        en: "), \(develop) to develop, \(verdicts.count(of: .maintain)) to maintain")
  }

  private static func totals(_ verdicts: Verdicts, _ books: Books) -> [ReportTotal] {
    func stake(_ verdict: Verdict) -> Cents {
      verdicts.rows.lazy.filter { $0.verdict.value == verdict }.map(\.atStake).sum
    }
    let under = verdicts.rows.filter { !$0.ladder.isEmpty }
    let judged = verdicts.rows.count { $0.verdict.value != nil }
    return [
      ReportTotal(
        "judged", .integer(judged), Phrase(fr: "Jugés", en: "Judged")),
      ReportTotal("cease", .integer(verdicts.count(of: .cease)), Phrase(fr: "À cesser", en: "To cease")),
      ReportTotal("ceaseCents", .cents(stake(.cease))),
      ReportTotal("maintain", .integer(verdicts.count(of: .maintain)), Phrase(fr: "À maintenir", en: "To maintain")),
      ReportTotal("develop", .integer(verdicts.count(of: .develop)), Phrase(fr: "À développer", en: "To develop")),
      ReportTotal(
        "developCents", judged == 0 ? .unknown : .cents(stake(.develop)),
        Phrase(fr: "Marge à gagner", en: "Margin to win")),
      ReportTotal("underFloor", .integer(under.count), Phrase(fr: "Sous leur plancher", en: "Below their floor")),
      ReportTotal("gapCents", .cents(under.lazy.map(\.facts.gap).sum)),
      ReportTotal("gapHoursCents", .cents(under.lazy.map(\.gapInHours).sum)),
      ReportTotal("fragile", .integer(verdicts.rows.count { !$0.isFirm }), Phrase(fr: "Fragiles", en: "Fragile")),
      ReportTotal("unknown", .integer(verdicts.rows.count { $0.verdict.value == nil })),
      ReportTotal("toxicCategories", .list(verdicts.toxicCategories.sorted(by: readsBefore).map { .text($0) })),
      ReportTotal("hiddenGems", .list(verdicts.hiddenGems.map { books.idCell($0) })),
    ]
  }

  /// What limits the verdicts, and what to bring first.
  static func verdictsNotes(_ analysis: CompanyAnalysis, _ verdicts: Verdicts) -> [Phrase] {
    let unknown = verdicts.rows.count { $0.computed.reason == .marginUnknown }
    let flagged = analysis.books.customers.details.filter { $0.value.strategic }
    let unanswered = flagged.count { verdicts.rows[$0.key].facts.strategicUntil == nil }
    return sentences {
      if unknown > 0 {
        Phrase(
          fr: """
            \(unknown, "client", "clients") sans verdict, marge inconnue : donnez les coûts des articles (--as products, \
            colonne cost) ou des lignes.
            """,
          en: """
            \(unknown, "customer", "customers") without a verdict, their margin being unknown: enter the costs of products \
            (--as products, column cost) or lines.
            """)
      }
      if analysis.margins.costs.knowledge != .fully {
        Phrase(
          fr: "Le coût de service n'est pas assez connu pour cesser une relation : personne n'est à cesser.",
          en: "The cost to serve is not known well enough to end a relation on it: nobody is to be ceased.")
      }
      if analysis.policy.floors.company.rate == nil {
        Phrase(
          fr: "Aucun plancher de marge n'est fixé (floors.company.rate) : zéro en tient lieu.",
          en: "No margin floor is set (floors.company.rate): zero stands in.")
      }
      if unanswered > 0 {
        Phrase(
          fr: """
            \(unanswered, "client stratégique", "clients stratégiques") sans répondant ou sans fin dans l'année : \
            \(agreeing: unanswered, "jugé", "jugés") comme les autres.
            """,
          en: """
            \(unanswered, "strategic customer", "strategic customers") with nobody to answer for, or no end within the year: \
            judged like the others.
            """)
      }
    }
  }
}

extension Verdicts.Row {
  /// The verdict as a cell.
  var verdictCell: ReportCell {
    switch verdict {
    case .known(let verdict): .tag(verdict.tag)
    case .unknown(let reason): .unknown(reason.label)
    }
  }

  /// Whether the verdict stays when services cost more or less; unknown of who has none.
  var firmCell: ReportCell { computed.value == nil ? .unknown : .flag(isFirm) }

  /// Until when the relation is kept as strategic.
  var strategicUntilCell: ReportCell { facts.strategicUntil.map { .day($0) } ?? .unknown }

  /// Who answers for that; unknown of a relation that is not so kept, whatever the customer file says.
  func sponsorCell(_ sponsor: String?) -> ReportCell { facts.strategicUntil == nil ? .unknown : .text(sponsor) }
}

extension [Verdicts.Row] {
  /// The most at stake first, equal ones in the order of the customer file.
  var byStake: [Verdicts.Row] {
    sorted { $0.atStake == $1.atStake ? $0.customer < $1.customer : $0.atStake > $1.atStake }
  }
}

extension CompanyAnalysis {
  /// A verdict as a sentence, with what makes it; without a full stop.
  func sentence(of row: Verdicts.Row) -> Phrase { row.sentence(isSecured: life.secured.contains(row.customer)) }

  /// Customers with a verdict, the most at stake first; then those without in the same order.
  var verdictOrder: [Int] {
    let rows = life.verdicts.rows
    let judged = rows.filter { $0.verdict.value != nil }
    return (judged.byStake + rows.filter { $0.verdict.value == nil }.byStake).map(\.customer)
  }
}

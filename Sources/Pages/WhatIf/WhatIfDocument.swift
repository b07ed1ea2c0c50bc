import Decisions
import Ledger
import Portfolio
import Units

/// A scenario that was tried, and another it is held against.
public struct TriedScenario: Sendable {
  /// What was asked.
  public let scenario: WhatIfScenario
  /// What comes of it.
  public let result: WhatIf

  /// Tries a scenario.
  /// - Throws: `WhatIfLine.Fault`.
  public init(_ scenario: WhatIfScenario, in analysis: CompanyAnalysis) throws(WhatIfLine.Fault) {
    self.scenario = scenario
    result = try scenario.tried(in: analysis)
  }

  /// What a draft is called that a person gave no name.
  public func nameInstead(in voice: Voice, of customers: CustomerFile) -> String {
    scenario.lines.first.map { ($0.step.label + Phrase(fr: " : ", en: ": ") + $0.who(customers)).text(in: voice) } ?? ""
  }
}

extension ListDocument {
  /// What a scenario would bring, for the terminal and for programs.
  /// - Parameter other: another scenario to hold against it; nothing for none.
  public static func whatIf(
    _ tried: TriedScenario, against other: TriedScenario? = nil, in analysis: CompanyAnalysis
  ) -> ListDocument {
    let (result, customers) = (tried.result, analysis.books.customers)
    let effects = result.effects
    // People read the largest effects first; programs find customers in the order of the file.
    let largest = effects.enumerated().sorted {
      let (one, other) = ($0.element.change.operatingMargin.magnitude, $1.element.change.operatingMargin.magnitude)
      return one == other ? $0.offset < $1.offset : one > other
    }.map(\.element)
    var totals: [ReportTotal] = [
      ReportTotal("lines", .list(tried.scenario.lines.map { .text($0.text) })),
      ReportTotal("base", .object(result.base.members)), ReportTotal("scenario", .object(result.figures.members)),
      ReportTotal("change", .object(result.change.members)),
      ReportTotal(
        "revenueCents", .cents(result.change.revenue), Phrase(fr: "Chiffre d'affaires", en: "Revenue")),
      ReportTotal(
        "operatingMarginCents", .cents(result.change.operatingMargin),
        Phrase(fr: "Marge opérationnelle", en: "Operating margin")),
      ReportTotal(
        "strandedCents", .cents(result.change.stranded), Phrase(fr: "Coûts qui restent", en: "Costs that stay")),
      ReportTotal("freedHours", .minutes(result.freed.total), Phrase(fr: "Heures rendues", en: "Hours freed")),
      ReportTotal(
        "developableCents", .cents(result.developments.map(\.margin).sum),
        Phrase(fr: "Marge que ces heures développeraient", en: "Margin those hours could develop")),
      ReportTotal("byStep", .list(result.byStep.map { .object($0.members(.text($0.cause.rawValue))) })),
      ReportTotal("freed", .list(freed(result, analysis))),
      ReportTotal(
        "developments",
        .list(
          result.developments.map { found in
            .object([
              .init("customer", .text(customers.ids[found.chance.customer].text)),
              .init("name", .text(customers.names[found.chance.customer])),
              .init("hours", .minutes(found.minutes.total)), .init("marginCents", .cents(found.margin)),
            ])
          })),
      ReportTotal(
        "voids",
        .list(
          result.voids.map { void in
            .object([
              .init("customer", .text(customers.ids[void.customer].text)), .init("step", .text(void.step.text)),
              .init("reason", .text(void.reason.rawValue)),
            ])
          })),
    ]
    totals.append(other.map { comparison($0, tried) } ?? ReportTotal("comparison", .unknown))
    return ListDocument(
      "whatif", title: result.finding,
      subtitle: Phrase(
        fr: "Sur \(analysis.books.window.current), tout le reste égal ; rien n'est changé dans vos données.",
        en: "Over \(analysis.books.window.current), all else being equal; nothing is changed in your data."),
      totals: totals,
      grid: ReportGrid(
        columns: effectColumns,
        rows: ReportRows(count: effects.count) { place in
          row(effects[place], customers, .text(effects[place].step.text))
        }
      ),
      reading: ReportGrid(
        columns: effectColumns,
        rows: ReportRows(count: effects.count) { place in
          row(largest[place], customers, .phrase(largest[place].step.label))
        }), notes: result.notice(beyond: analysis.policy.ladder.priceCap))
  }

  private static func row(_ effect: WhatIfEffect, _ customers: CustomerFile, _ step: ReportCell) -> [ReportCell] {
    [
      .text(customers.ids[effect.customer].text), .text(customers.names[effect.customer]),
      step, .cents(effect.change.revenue), .cents(effect.change.grossMargin),
      .cents(effect.change.costToServe), .cents(effect.change.stranded), .cents(effect.change.operatingMargin),
      .minutes(effect.freed.total), .share(effect.breakEvenLoss?.value),
    ]
  }

  private static let effectColumns: [ReportColumn] = [
    .customer, .name, ReportColumn("step", Phrase(fr: "Geste", en: "Step"), .text),
    ReportColumn("revenueCents", Phrase(fr: "CA", en: "Revenue"), .euros),
    ReportColumn("grossMarginCents", Phrase(fr: "Marge brute", en: "Gross margin"), .euros, .optional(2)),
    ReportColumn("costToServeCents", Phrase(fr: "Coût de service", en: "Cost to serve"), .euros, .optional(3)),
    ReportColumn("strandedCents", Phrase(fr: "Reste à payer", en: "Stays to pay"), .euros, .optional(4)),
    ReportColumn("operatingMarginCents", Phrase(fr: "Marge op.", en: "Op. margin"), .euros),
    ReportColumn("freedHours", Phrase(fr: "Heures rendues", en: "Hours freed"), .hours, .optional(5)),
    ReportColumn("breakEvenLoss", Phrase(fr: "Vain au-delà de", en: "In vain beyond"), .percent(digits: 1), .hidden),
  ]

  private static func freed(_ result: WhatIf, _ analysis: CompanyAnalysis) -> [ReportCell] {
    result.freed.values.enumerated().filter { $0.element != 0 }.map { pool, minutes in
      .object([
        .init("pool", .text(analysis.poolName(pool))), .init("hours", .minutes(minutes)),
        .init("idleHours", .minutes(result.idle[pool])),
      ])
    }
  }

  private static func comparison(_ other: TriedScenario, _ tried: TriedScenario) -> ReportTotal {
    let compared = WhatIfComparison(other.result, tried.result)
    return ReportTotal(
      "comparison",
      .object([
        .init("lines", .list(other.scenario.lines.map { .text($0.text) })),
        .init("other", .object(compared.first.members)), .init("change", .object(compared.change.members)),
        .init("byStep", .list(compared.byStep.map { .object($0.members(.text($0.cause.rawValue))) })),
        .init("freedHours", .minutes(compared.freed.total)), .init("developableCents", .cents(compared.developable)),
      ]))
  }
}

extension WhatIfFigures {
  /// The figures by their names.
  var members: [ReportCell.Member] {
    [
      .init("revenueCents", .cents(revenue)), .init("grossMarginCents", .cents(grossMargin)),
      .init("serviceCostCents", .cents(serviceCost)), .init("paymentCostCents", .cents(paymentCost)),
      .init("strandedCents", .cents(stranded)), .init("operatingMarginCents", .cents(operatingMargin)),
    ]
  }
}

extension WhatIf.Bar {
  func members(_ cause: ReportCell) -> [ReportCell.Member] { [.init("step", cause)] + change.members }
}

extension WhatIf {
  /// What comes of it, in a sentence.
  var finding: Phrase {
    guard !effects.isEmpty else {
      return Phrase(fr: "Rien ne change", en: "Nothing changes")
    }
    return Phrase(
      fr: """
        Marge opérationnelle : \(euros: change.operatingMargin, .signed), de \(euros: base.operatingMargin, .compact) à \
        \(euros: figures.operatingMargin, .compact)
        """,
      en: """
        Operating margin: \(euros: change.operatingMargin, .signed), from \(euros: base.operatingMargin, .compact) to \
        \(euros: figures.operatingMargin, .compact)
        """)
  }
}

extension CompanyAnalysis {
  /// A pool by its place in the costs; the last is for time of no pool.
  func poolName(_ place: Int) -> String? {
    let pools = portfolio.margins.costs.pools
    return place < pools.count ? pools[place].role : nil
  }
}

extension ListDocument {
  /// Drafts of plans, the newest first; those given up too.
  public static func drafts(_ drafts: [KeptDraft]) -> ListDocument {
    let standing = drafts.count { $0.dropped == nil }
    let newest = Array(drafts.reversed())
    return ListDocument(
      "drafts",
      title: standing == 0
        ? Phrase(fr: "Aucun projet de plan n'est gardé", en: "No draft of a plan is kept")
        : Phrase(
          fr: "\(standing, "projet de plan gardé", "projets de plan gardés")",
          en: "\(standing, "draft of a plan kept", "drafts of plans kept")"),
      subtitle: Phrase(
        fr: "Des scénarios essayés, gardés avec ce qu'ils devraient rapporter.",
        en: "Scenarios that were tried, kept with what they should bring."),
      grid: ReportGrid(
        columns: [
          ReportColumn("draft", Phrase(fr: "Projet", en: "Draft"), .integer),
          ReportColumn("name", Phrase(fr: "Nom", en: "Name"), .text),
          ReportColumn("asOf", Phrase(fr: "Essayé sur", en: "Tried on"), .month, .optional(3)),
          ReportColumn("expectedCents", Phrase(fr: "Attendu", en: "Expected"), .euros),
          ReportColumn("assumedCents", Phrase(fr: "Pertes supposées", en: "Losses assumed"), .euros, .optional(4)),
          ReportColumn("author", Phrase(fr: "Gardé par", en: "Kept by"), .text, .optional(2)),
          ReportColumn(
            "time", Phrase(fr: "Quand, en temps universel", en: "When, in universal time"), .text, .optional(1)),
          ReportColumn("dropped", Phrase(fr: "Abandonné", en: "Given up"), .flag),
          ReportColumn("lines", Phrase(fr: "Lignes", en: "Lines"), .text, .hidden),
          ReportColumn("actions", Phrase(fr: "Actions", en: "Actions"), .text, .hidden),
        ],
        rows: ReportRows(count: newest.count) { place in
          let kept = newest[place]
          return [
            .integer(kept.number), .text(kept.draft.name), .month(kept.month), .cents(kept.draft.expected),
            .cents(kept.draft.assumed), .text(kept.made.author), .text(kept.made.utc), .flag(kept.dropped != nil),
            .list(kept.lines.map { .text($0) }),
            .list(
              kept.draft.actions.map { action in
                .object([
                  .init("customer", .text(action.customer.text)), .init("action", .text(action.action.rawValue)),
                  .init("means", .text(action.means.rawValue)), .init("step", .text(action.step.text)),
                  .init("owner", .text(action.owner?.text)), .init("expectedCents", .cents(action.expected)),
                ])
              }),
          ]
        }))
  }
}

import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Prospects and customers that resemble the best customers, with the reasons.
  static func lookAlikes(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, found) = (analysis.books, analysis.life.lookAlikes)
    let alike = found.value
    let rows = (alike.map { analysis.life.prospectsToWin($0) } ?? []) + (alike?.customers ?? [])
    let isAlike = { (row: LookAlikes.Row) in
      row.score >= analysis.policy.replication.resemblance.value && !analysis.life.isClosed(row.subject)
    }
    return ReportDocument(
      name: .lookalikes, window: books.window, title: title(found, isAlike),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Chaque trait connu pèse pour ou contre ; 50 % : autant que les autres. Les prospects d'abord.",
          en: "Each trait known speaks for or against; 50 %: as much as the others. Prospects first."),
      totals: [
        ReportTotal(
          "best", .integer(alike?.profile.customers.best.count, else: found.reason?.sentence),
          Phrase(fr: "Les meilleurs", en: "The best")),
        ReportTotal("compared", .integer(alike?.profile.customers.compared.count)),
        ReportTotal("measure", .text(alike?.profile.customers.measure.rawValue)),
        ReportTotal(
          "prospectsAlike", .integer(alike.map { $0.prospects.count(where: isAlike) }),
          Phrase(fr: "Prospects ressemblants", en: "Prospects alike")),
        ReportTotal(
          "customersAlike", .integer(alike.map { $0.customers.count(where: isAlike) }),
          Phrase(fr: "Clients ressemblants", en: "Customers alike")),
        ReportTotal("shared", .list((alike?.profile.shared ?? []).map(shared))),
        ReportTotal(
          "categories",
          .list(
            (alike?.byCategory ?? [:]).sorted { readsBefore($0.key, $1.key) }.map { category, profile in
              .object([
                .init("category", .text(category)), .init("best", .integer(profile.customers.best.count)),
                .init("compared", .integer(profile.customers.compared.count)),
                .init("shared", .list(profile.shared.map(shared))),
              ])
            })),
      ],
      grid: ReportGrid(
        columns: [
          .prospect, .customer, .name, .category,
          ReportColumn("score", Phrase(fr: "Ressemblance", en: "Resemblance"), .percent(digits: 0)),
          ReportColumn("completeness", Phrase(fr: "Connu", en: "Known"), .percent(digits: 0), .optional(3)),
          .doorBar, ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text, .optional(1)),
          ReportColumn("reasons", Phrase(fr: "Raisons", en: "Reasons"), .text, .hidden),
          ReportColumn("missing", Phrase(fr: "Inconnu", en: "Unknown"), .text, .optional(4)),
        ],
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          return row.subject.cells(in: books) + [
            .text(row.category), .share(row.score), .share(row.completeness), analysis.life.bar(of: row.subject).cell,
            .list(row.reasons.prefix(2).map { .tag($0.sign) }), .list(row.reasons.map { .tag($0.tag) }),
            .list(row.missing.map { .tag(.init($0.rawValue, $0.label)) }),
          ]
        }),
      notes: sentences {
        analysis.barredSentence
        if books.prospects.isEmpty {
          Phrase(
            fr:
              "Aucun prospect : importez votre liste (--as prospects) pour voir qui ressemble à vos meilleurs clients.",
            en: "No prospect: import your list (--as prospects) to see who resembles your best customers.")
        }
        if alike?.profile.customers.measure == .revenue {
          Phrase(
            fr: "La marge de moins de la moitié des clients est connue : les meilleurs sont ceux du plus grand CA.",
            en: "The margin of fewer than half of the customers is known: the best are those with most revenue.")
        }
        if let repeated = alike?.profile.repeated.sorted(by: { $0.key.rawValue < $1.key.rawValue }).first {
          Phrase(fr: "Compté une seule fois : ", en: "Counted once: ") + repeated.key.label
            + Phrase(fr: " dit la même chose que ", en: " tells the same as ") + repeated.value.label + .stop
        }
      })
  }

  private static func shared(_ evidence: TraitEvidence) -> ReportCell {
    .object([.init("trait", .text(evidence.trait.rawValue))] + evidence.members)
  }

  private static func title(
    _ found: Knowable<LookAlikes, LookAlikes.Refusal>, _ isAlike: (LookAlikes.Row) -> Bool
  ) -> Phrase {
    switch found {
    case .unknown(let refusal): return refusal.sentence
    case .known(let alike):
      let (prospects, customers) = (alike.prospects.count(where: isAlike), alike.customers.count(where: isAlike))
      let count = alike.profile.customers.best.count
      let best =
        count == 1
        ? Phrase(fr: "votre meilleur client", en: "your best customer")
        : Phrase(fr: "vos \(count) meilleurs clients", en: "your \(count) best customers")
      guard prospects > 0 || customers > 0 else {
        return Phrase(
          fr: "Aucun prospect ni autre client ne ressemble à ", en: "No prospect or other customer resembles ") + best
      }
      guard prospects > 0 else {
        return Phrase(
          fr: "Aucun prospect ne ressemble à ", en: "No prospect resembles ") + best
          + Phrase(
            fr: ", mais \(customers, "autre client", "autres clients") \(agreeing: customers, "le fait", "le font")",
            en: ", but \(customers, "other customer", "other customers") \(agreeing: customers, "does", "do")")
      }
      // Many resemble: whom to begin with is what helps.
      let first = min(prospects, mostToBegin)
      return Phrase(
        fr: """
          À voir d'abord, sur \(alike.prospects.count, "prospect", "prospects") : \
          \(agreeing: first, "celui qui ressemble", "les \(first) qui ressemblent") le plus à 
          """,
        en: """
          To see first, of \(alike.prospects.count, "prospect", "prospects"): the \
          \(agreeing: first, "one that resembles", "\(first) that resemble") most 
          """) + best
    }
  }

  /// Prospects that a title begins with.
  private static let mostToBegin = 10
}

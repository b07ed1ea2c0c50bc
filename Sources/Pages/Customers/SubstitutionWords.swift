import Decisions
import Ledger
import Portfolio
import Units

extension SheetDocument {
  /// Who stands in for a customer whose prices are to be raised firmly, in sentences; empty for who needs nobody to.
  static func substitution(of customer: Int, in analysis: CompanyAnalysis) -> [Phrase] {
    guard let row = analysis.substitution(of: customer) else { return [] }
    return sentences {
      secured(row, analysis)
      if !row.isUnlocked { toWin(row, analysis) }
    }
  }

  private static func secured(_ row: Substitutions.Row, _ analysis: CompanyAnalysis) -> Phrase {
    guard row.secured > .zero else {
      let substitutions = analysis.life.substitutions
      let won = substitutions.won.lazy.map(\.revenue).sum
      if won > .zero, substitutions.gone >= won {
        return Phrase(
          fr: """
            Les \(euros: won, .compact) gagnés chez de meilleurs clients remplacent à peine ce que d'autres ont emporté \
            (\(euros: substitutions.gone, .compact)) : rien n'assure encore les \(euros: row.atRisk, .compact) en jeu.
            """,
          en: """
            The \(euros: won, .compact) won of better customers hardly replace what others took away \
            (\(euros: substitutions.gone, .compact)): nothing secures the \(euros: row.atRisk, .compact) at risk yet.
            """)
      }
      return Phrase(
        fr: "Rien n'a encore été gagné chez de meilleurs clients pour les \(euros: row.atRisk, .compact) en jeu.",
        en: "Nothing has been won yet of better customers against the \(euros: row.atRisk, .compact) at risk.")
    }
    let from = names(row.won.map { ($0.revenue, analysis.books.customers.names[$0.customer]) })
    return row.isUnlocked
      ? Phrase(
        fr:
          "Les \(euros: row.atRisk, .compact) en jeu sont gagnés ailleurs : ses prix peuvent être relevés fermement (",
        en: "The \(euros: row.atRisk, .compact) at risk are won elsewhere: its prices may be raised firmly (")
        + from + Phrase(fr: ").", en: ").")
      : Phrase(
        fr: "Gagné ailleurs : \(euros: row.secured, .compact) des \(euros: row.atRisk, .compact) en jeu (",
        en: "Won elsewhere: \(euros: row.secured, .compact) of the \(euros: row.atRisk, .compact) at risk (")
        + from + Phrase(fr: ").", en: ").")
  }

  private static func toWin(_ row: Substitutions.Row, _ analysis: CompanyAnalysis) -> Phrase {
    guard !row.candidates.isEmpty else {
      return Phrase(
        fr: "Le plan de réplication ne nomme plus personne à gagner pour le reste : entrez des prospects.",
        en: "The plan of replication names nobody else to win for the rest: enter prospects.")
    }
    let (books, gap) = (analysis.books, row.atRisk - row.secured)
    let named = names(
      row.candidates.map { candidate in
        (candidate.expected, candidate.subject.name(in: books))
      })
    return row.expected >= gap
      ? Phrase(fr: "À gagner ou à développer, estimé : ", en: "To win or to develop, estimated: ") + named + .stop
      : Phrase(
        fr: "À gagner ou à développer, estimé, \(euros: row.expected, .compact) seulement : ",
        en: "To win or to develop, estimated, only \(euros: row.expected, .compact): ") + named + .stop
  }

  /// The first five with their amounts, and how many more there are.
  private static func names(_ all: [(amount: Cents, name: String)]) -> Phrase {
    let shown = all.prefix(5).map { amount, name in
      Phrase(
        fr: "« \(name: cut(name, 40)) » \(euros: amount, .compact)",
        en: "“\(name: cut(name, 40))” \(euros: amount, .compact)")
    }
    let list = Phrase.list(shown)
    let more = all.count - shown.count
    return more > 0 ? list + Phrase(fr: " et \(more, "autre", "autres")", en: " and \(more, "other", "others")") : list
  }

  /// The same as figures; unknown for who needs nobody.
  static func substitutionFact(of customer: Int, in analysis: CompanyAnalysis) -> ReportCell {
    guard let row = analysis.substitution(of: customer) else { return .unknown }
    let books = analysis.books
    return .object([
      .init("atRiskCents", .cents(row.atRisk)), .init("securedCents", .cents(row.secured)),
      .init("unlocked", .flag(row.isUnlocked)),
      .init(
        "won",
        .list(
          row.won.map {
            .object([
              .init("customer", books.idCell($0.customer)), .init("name", books.nameCell($0.customer)),
              .init("revenueCents", .cents($0.revenue)),
            ])
          })),
      .init(
        "candidates",
        .list(
          row.candidates.map { candidate in
            let cells = candidate.subject.cells(in: books)
            return .object([
              .init("prospect", cells[0]), .init("customer", cells[1]), .init("name", cells[2]),
              .init("expectedCents", .cents(candidate.expected)),
            ])
          })),
    ])
  }
}

extension CompanyAnalysis {
  /// Who stands in for a customer; the plan of all is made only where one needs it.
  fileprivate func substitution(of customer: Int) -> Substitutions.Row? {
    life.verdicts.rows[customer].needsSubstitution ? life.substitutions[customer] : nil
  }
}

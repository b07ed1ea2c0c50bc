import Ledger
import Matching
import Units

/// A list of its own, not a report of the months: for the terminal, for programs and for the page.
public struct ListDocument: Equatable, Sendable {
  /// The name in JSON.
  public let name: String
  /// The finding.
  public let title: Phrase
  /// How it comes about, in a line.
  public let subtitle: Phrase
  /// Its figures.
  public let totals: [ReportTotal]
  /// The rows, for programs.
  public let grid: ReportGrid
  /// The rows that people read, where those are others.
  public let reading: ReportGrid?
  /// What is to be known beside it, for people.
  public let notes: [Phrase]

  /// Makes a list.
  init(
    _ name: String, title: Phrase, subtitle: Phrase, totals: [ReportTotal] = [], grid: ReportGrid,
    reading: ReportGrid? = nil, notes: [Phrase] = []
  ) {
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.totals = totals
    self.grid = grid
    self.reading = reading
    self.notes = notes
  }

  /// One object: name, totals and rows.
  public func json(in voice: Voice) -> [UInt8] {
    var json = JSONWriter(.pretty)
    let rows = grid.rows.map { row in ReportCell.object(zip(grid.columns, row).map { .init($0.key, $1) }) }
    ReportJSON.write(
      .object([
        .init("report", .text(name)), .init("title", .phrase(title)),
        .init("totals", .object(totals.map { .init($0.key, $0.cell) })), .init("rows", .list(rows)),
      ]), in: voice, to: &json)
    return json.bytes
  }

  /// The list for a terminal.
  public func text(in voice: Voice, style: TextTable.Style) -> String {
    TextTable(
      title: title, subtitle: subtitle, totals: totals.filter { $0.label != nil }, grid: reading ?? grid, notes: notes,
      in: voice, style: style
    ).text
  }
}

extension ListDocument {
  /// The pairs of customers that are probably one.
  public static func duplicates(_ pairs: [DuplicatePair], customers: CustomerFile) -> ListDocument {
    let certain = pairs.count(where: \.isCertain)
    @Sendable func name(_ id: ID<Customer>) -> ReportCell { .text(customers.index(of: id).map { customers.names[$0] }) }
    let rows = ReportRows(count: pairs.count) { place in
      let pair = pairs[place]
      return [
        .text(pair.a.text), name(pair.a), .text(pair.b.text), name(pair.b), .share(pair.score), .flag(pair.isCertain),
        .cents(pair.atStake), .list(pair.reasons.map(\.cell)),
      ]
    }
    let text = ReportRows(count: pairs.count) { place in
      let pair = pairs[place]
      return Array(rows[place].dropLast()) + [.phrase(pair.words)]
    }
    let columns: [ReportColumn] = [
      ReportColumn("a", Phrase(fr: "Code", en: "Code"), .text),
      ReportColumn("aName", Phrase(fr: "Client", en: "Customer"), .text, .optional(1)),
      ReportColumn("b", Phrase(fr: "Code", en: "Code"), .text),
      ReportColumn("bName", Phrase(fr: "et client", en: "and customer"), .text, .optional(2)),
      ReportColumn("score", Phrase(fr: "Vraisemblance", en: "Likelihood"), .percent(digits: 1)),
      ReportColumn("certain", Phrase(fr: "Certain", en: "Certain"), .flag, .optional(4)),
      ReportColumn("atStakeCents", Phrase(fr: "CA en jeu", en: "Revenue at stake"), .euros, .optional(5)),
      ReportColumn("reasons", Phrase(fr: "Pourquoi", en: "Why"), .text, .optional(3)),
    ]
    return ListDocument(
      "duplicates", title: title(pairs.count, certain: certain),
      subtitle: Phrase(
        fr: """
          Noms, numéros, adresses, téléphones, courriels et factures rapprochées comparés ; l'argent en jeu est le \
          plus petit des deux chiffres d'affaires.
          """,
        en: """
          Names, numbers, addresses, telephones, e-mails and matched invoices compared; the money at stake is the lesser of \
          both revenues.
          """),
      totals: [
        ReportTotal("pairs", .integer(pairs.count), Phrase(fr: "Paires", en: "Pairs")),
        ReportTotal("certain", .integer(certain), Phrase(fr: "Certaines", en: "Certain")),
      ], grid: ReportGrid(columns: columns, rows: rows), reading: ReportGrid(columns: columns, rows: text))
  }

  /// What the list says, in a sentence.
  static func title(_ count: Int, certain: Int) -> Phrase {
    if count == 0 {
      return Phrase(fr: "Aucun client ne semble être là deux fois", en: "No customer seems to be there twice")
    }
    let all = Phrase(
      fr: "\(count, "paire", "paires") de clients \(agreeing: count, "semble", "semblent") n'en faire qu'un",
      en: "\(count, "pair", "pairs") of customers \(agreeing: count, "seems", "seem") to be one")
    guard certain > 0 else { return all }
    return all
      + Phrase(
        fr: ", dont \(certain) \(agreeing: certain, "certaine", "certaines")", en: ", \(certain) of them for certain")
  }

  /// Every decision on pairs, the newest first.
  public static func pairHistory(_ decisions: [PairDecision]) -> ListDocument {
    let newest = decisions.reversed().map { $0 }
    let holding = decisions.count(where: \.holds)
    return ListDocument(
      "duplicateDecisions",
      title: decisions.isEmpty
        ? Phrase(fr: "Rien n'a encore été décidé sur des doublons", en: "Nothing was decided on duplicates yet")
        : Phrase(
          fr: """
            \(decisions.count, "décision", "décisions") sur des doublons, dont \(holding) \
            \(agreeing: holding, "tient", "tiennent")
            """,
          en:
            "\(decisions.count, "decision", "decisions") on duplicates, \(holding) of which \(agreeing: holding, "holds", "hold")"
        ),
      subtitle: Phrase(fr: "La plus récente d'abord.", en: "The newest first."),
      grid: ReportGrid(
        columns: [
          ReportColumn("number", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("verdict", Phrase(fr: "Décision", en: "Decision"), .text),
          ReportColumn("kept", Phrase(fr: "Client", en: "Customer"), .text),
          ReportColumn("other", Phrase(fr: "et client", en: "and customer"), .text),
          ReportColumn(
            "time", Phrase(fr: "Quand, en temps universel", en: "When, in universal time"), .text, .optional(1)),
          ReportColumn("author", Phrase(fr: "Qui", en: "Who"), .text, .optional(2)),
          ReportColumn(
            "undoneTime", Phrase(fr: "Annulée, en temps universel", en: "Undone, in universal time"), .text,
            .optional(3)),
          ReportColumn("undoneBy", Phrase(fr: "Par", en: "By"), .text, .optional(4)),
        ],
        rows: ReportRows(
          newest.map { decision in
            [
              .integer(decision.number), .tag(decision.verdict.tag), .text(decision.kept.text),
              .text(decision.other.text), .text(decision.made.utc),
              .text(decision.made.author), .text(decision.undone?.utc),
              .text(decision.undone?.author),
            ]
          })))
  }

  /// The readings that are remembered, each with its words.
  public static func mappings(_ mappings: [(RememberedMapping, String)]) -> ListDocument {
    ListDocument(
      "mappings", title: title(mappings.count),
      subtitle: Phrase(
        fr: "Un fichier de la même source et de mêmes en-têtes est lu ainsi, sauf indication contraire.",
        en: "A file of the same source with the same headers is read like this, unless told otherwise."),
      grid: ReportGrid(
        columns: [
          ReportColumn("number", Phrase(fr: "N°", en: "No."), .text),
          ReportColumn("source", Phrase(fr: "Source", en: "Source"), .text),
          ReportColumn("file", Phrase(fr: "Corrigé pour", en: "Corrected for"), .text),
          ReportColumn("reading", Phrase(fr: "Lecture", en: "Reading"), .text),
          ReportColumn(
            "time", Phrase(fr: "Quand, en temps universel", en: "When, in universal time"), .text, .optional(1)),
          ReportColumn("author", Phrase(fr: "Qui", en: "Who"), .text, .optional(2)),
        ],
        rows: ReportRows(
          mappings.enumerated().map { place, mapping in
            [
              .integer(place + 1), .text(mapping.0.source), .text(mapping.0.file), .text(mapping.1),
              .text(mapping.0.made.utc), .text(mapping.0.made.author),
            ]
          })))
  }

  /// How many readings are remembered.
  static func title(_ mappings: Int) -> Phrase {
    mappings == 0
      ? Phrase(fr: "Aucune lecture retenue", en: "No remembered reading")
      : Phrase(
        fr: "\(mappings, "lecture retenue", "lectures retenues")",
        en: "\(mappings, "remembered reading", "remembered readings")")
  }

  /// The groups and their members.
  public static func groups(_ customers: CustomerFile, revenues: [Cents]) -> ListDocument {
    var members: [String: [Int]] = [:]
    for (place, customer) in customers.details {
      if let group = customer.group { members[group, default: []].append(place) }
    }
    let groups = members.map { (name: $0.key, places: $0.value.sorted(), revenue: $0.value.map { revenues[$0] }.sum) }
      .sorted { $0.revenue == $1.revenue ? precedes($0.name, $1.name) : $0.revenue > $1.revenue }
    let count = groups.reduce(0) { $0 + $1.places.count }
    return ListDocument(
      "groups",
      title: groups.isEmpty
        ? Phrase(fr: "Aucun client n'est dans un groupe", en: "No customer is in a group")
        : Phrase(
          fr: "\(count, "client", "clients") dans \(groups.count, "groupe", "groupes")",
          en: "\(count, "customer", "customers") in \(groups.count, "group", "groups")"),
      subtitle: Phrase(
        fr: "D'après le fichier client et vos décisions ; le plus gros chiffre d'affaires de toujours d'abord.",
        en: "By the customer file and your decisions; the biggest revenue ever first."),
      totals: [ReportTotal("groups", .integer(groups.count)), ReportTotal("customers", .integer(count))],
      grid: ReportGrid(
        columns: [
          ReportColumn("group", Phrase(fr: "Groupe", en: "Group"), .text),
          ReportColumn("customer", Phrase(fr: "Code", en: "Code"), .text),
          ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text, .optional(1)),
          ReportColumn("revenueCents", Phrase(fr: "CA de toujours", en: "Revenue ever"), .euros, .optional(2)),
        ],
        rows: ReportRows(
          groups.flatMap { group in
            group.places.map { place in
              [
                .text(group.name), .text(customers.ids[place].text), .text(customers.names[place]),
                .cents(revenues[place]),
              ]
            }
          })))
  }
}

extension DuplicatePair {
  /// What speaks for the pair, in a few words.
  var words: Phrase {
    let parts = reasons.filter { $0.weight > 0 }.prefix(3).map(\.label)
    return parts.dropFirst().reduce(parts.first ?? Phrase(fr: "", en: "")) { $0 + Phrase(fr: " ; ", en: "; ") + $1 }
  }
}

extension MatchReason {
  /// The reason for programs, with its sentence.
  var cell: ReportCell {
    .object([
      .init("field", .text(field.rawValue)), .init("agreement", .text(agreement.rawValue)), .init("a", .text(a)),
      .init("b", .text(b)), .init("weight", .number(weight)), .init("sentence", .phrase(label)),
    ])
  }
}

extension PairDecision.Verdict {
  /// The verdict as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .merge: ReportCell.Tag(rawValue, Phrase(fr: "fusionnés", en: "merged"))
    case .never: ReportCell.Tag(rawValue, Phrase(fr: "jamais les mêmes", en: "never the same"))
    }
  }
}

extension Authorship {
  /// When, as `2026-11-24 19:05` in universal time: a pure page knows no other.
  var utc: String {
    let (day, seconds) = time.quotientAndRemainder(dividingBy: 86_400)
    return Day(number: Int32(day)).iso + " " + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2)
  }
}

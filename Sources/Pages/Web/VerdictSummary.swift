import Decisions
import Ledger
import Portfolio
import Units

/// The verdicts on the dashboard: how many customers of each, who comes first, and where to go on from there.
public struct VerdictSummary: Sendable {
  private let analysis: CompanyAnalysis
  private let context: PageContext

  /// Customers that are judged while a page waits; beyond, the page asks for the verdicts once it is there.
  public static let mostAtOnce = 10_000

  /// The place of the part in the page's address.
  static let id = "verdicts"

  /// Where a page that does not wait finds them.
  public static let address = Address.action("/parts/verdicts")

  /// The verdicts of an analysis.
  public init(_ analysis: CompanyAnalysis, context: PageContext) {
    self.analysis = analysis
    self.context = context
  }

  /// The part alone, for a page that asks for it.
  public var fragment: [UInt8] {
    var bytes: [UInt8] = []
    panel.markup.write(to: &bytes)
    return bytes
  }

  /// What a page shows until the verdicts are there: without a script, the way to them.
  var placeholder: Panel {
    Panel(
      id: VerdictSummary.id,
      title: context.voice.inline(Phrase(fr: "Cesser, maintenir, développer", en: "Cease, maintain, develop")),
      parts: [
        .later(
          context.link(VerdictSummary.address),
          [
            .link(
              context.link(.report(.verdicts)),
              [.text(context.say(Phrase(fr: "Le verdict de chaque client", en: "Every customer's verdict")))])
          ])
      ])
  }

  /// The verdicts.
  var panel: Panel {
    let (verdicts, voice) = (analysis.life.verdicts, context.voice)
    let lines = VerdictLine.allCases.compactMap { row($0, verdicts) }
    let document = analysis.report(.verdicts)
    return Panel(
      id: VerdictSummary.id, title: voice.inline(document.title),
      how: [
        .link(
          context.link(.report(.verdicts)),
          [.text(context.say(Phrase(fr: "Le verdict de chaque client", en: "Every customer's verdict")))]),
        .text(" · "),
        .link(
          context.link(.whatIf),
          [.text(context.say(Phrase(fr: "Essayer avant de décider", en: "Try before deciding")))]),
      ],
      parts: [
        lines.isEmpty
          ? .empty(EmptyState(document.notes.map { voice.inline($0) }))
          : .actions(
            ActionTable(
              headers: .init(
                who: context.say(Phrase(fr: "Verdict", en: "Verdict")),
                what: context.say(Phrase(fr: "Qui d'abord, et que faire", en: "Who first, and what to do")),
                stake: context.say(Phrase(fr: "En jeu par an", en: "At stake, a year"))),
              rows: lines))
      ])
  }

  private func row(_ line: VerdictLine, _ verdicts: Verdicts) -> ActionTable.Row? {
    let rows = verdicts.rows.filter(line.holds)
      .sorted { $0.atStake == $1.atStake ? $0.customer < $1.customer : $0.atStake > $1.atStake }
    guard !rows.isEmpty else { return nil }
    let file = analysis.books.customers
    let names = rows.prefix(3).map { row in
      Inline.link(context.link(.customer(file.ids[row.customer])), [.name(file.names[row.customer])])
    }
    let rest = rows.count - names.count
    return ActionTable.Row(
      who: [.toned(line.tone, [.text(line.verdict.mark + Mark.noBreak)])]
        + context.voice.inline(line.words(rows.count)),
      what: joined(names, by: ", ")
        + (rest > 0
          ? context.voice.inline(
            Phrase(fr: " et \(rest, "autre", "autres")", en: " and \(rest, "other", "others")")) : []),
      action: joined(
        line.ways.map { way in
          .link(context.link(way.address, way.items, fragment: way.fragment), [.text(context.say(way.words))])
        }, by: " · "),
      stake: context.voice.euros(rows.lazy.map(\.atStake).sum))
  }

  private func joined(_ parts: [Inline], by separator: String) -> [Inline] {
    parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.text(separator), $0.element] }
  }
}

/// What the dashboard tells apart among verdicts.
private enum VerdictLine: CaseIterable {
  case cease, underFloor, declining, develop

  /// Where a line leads.
  struct Way {
    let words: Phrase
    let address: Address
    var items: [Link.Item] = []
    var fragment: String?
  }

  var verdict: Verdict {
    switch self {
    case .cease: .cease
    case .underFloor, .declining: .maintain
    case .develop: .develop
    }
  }

  var tone: ReportCell.Tone { verdict.tag.tone }

  func holds(_ row: Verdicts.Row) -> Bool {
    guard row.verdict.value == verdict else { return false }
    switch self {
    case .cease, .develop: return true
    case .underFloor: return !row.ladder.isEmpty
    case .declining: return row.ladder.isEmpty && row.facts.stage == .declining
    }
  }

  func words(_ count: Int) -> Phrase {
    switch self {
    case .cease:
      Phrase(fr: "\(count, "relation", "relations") à cesser", en: "\(count, "relation", "relations") to cease")
    case .underFloor:
      Phrase(
        fr: "\(count, "client", "clients") à ramener à \(agreeing: count, "son plancher", "leur plancher")",
        en: "\(count, "customer", "customers") to bring to \(agreeing: count, "its floor", "their floors")")
    case .declining:
      Phrase(
        fr: "\(count, "client qui baisse", "clients qui baissent"), à retenir",
        en: "\(count, "declining customer", "declining customers") to retain")
    case .develop:
      Phrase(fr: "\(count, "client", "clients") à développer", en: "\(count, "customer", "customers") to develop")
    }
  }

  var ways: [Way] {
    switch self {
    case .cease: [Way(words: Phrase(fr: "Préavis et courriers", en: "Notice and letters"), address: .cases)]
    case .underFloor:
      [
        Way(
          words: Phrase(fr: "Liste des hausses", en: "List of price rises"), address: .report(.prices),
          fragment: "revaluation"),
        Way(words: Phrase(fr: "Hausses demandées", en: "Rises asked"), address: .offers),
        Way(
          words: Phrase(fr: "Niveaux de service", en: "Service levels"), address: .report(.effort),
          fragment: "standings"),
      ]
    case .declining:
      [
        Way(
          words: Phrase(fr: "Les voir tous", en: "See them all"), address: .report(.verdicts),
          items: [Link.Item("is.action", PriorityAction.retention.rawValue)], fragment: "rows"),
        Way(words: Phrase(fr: "Pourquoi ils baissent", en: "Why they decline"), address: .report(.losses)),
      ]
    case .develop:
      [
        Way(words: Phrase(fr: "Plan de visites", en: "Visit plan"), address: .report(.effort), fragment: "moves"),
        Way(words: Phrase(fr: "Gammes absentes", en: "Missing ranges"), address: .report(.whitespace)),
        Way(words: Phrase(fr: "Qui leur ressemble", en: "Who resembles them"), address: .report(.lookalikes)),
      ]
    }
  }
}

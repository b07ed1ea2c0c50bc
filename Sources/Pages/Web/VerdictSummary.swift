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
  public var fragment: [UInt8] { panel.markup.bytes }

  /// What a page shows until the verdicts are there: without a script, the way to them.
  var placeholder: Panel {
    Panel(
      id: VerdictSummary.id,
      title: context.voice.inline(Phrase(fr: "Cesser, maintenir, développer", en: "Cease, maintain, develop")),
      parts: [
        .later(context.link(VerdictSummary.address), [everyVerdict])
      ])
  }

  private var everyVerdict: Inline {
    .link(
      context.link(.report(.verdicts)),
      [.text(context.say(Phrase(fr: "Le verdict de chaque client", en: "Every customer's verdict")))])
  }

  /// The verdicts.
  var panel: Panel {
    let (verdicts, voice) = (analysis.life.verdicts, context.voice)
    let lines = VerdictLine.allCases.compactMap { row($0, verdicts) }
    return Panel(
      id: VerdictSummary.id, title: voice.inline(ReportDocument.verdictsTitle(verdicts)),
      how: [
        everyVerdict,
        .text(" · "),
        .link(
          context.link(.whatIf),
          [.text(context.say(Phrase(fr: "Essayer avant de décider", en: "Try before deciding")))]),
      ],
      parts: [
        lines.isEmpty
          ? .empty(EmptyState(ReportDocument.verdictsNotes(analysis, verdicts).map { voice.inline($0) }))
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
    let rows = verdicts.rows.filter(line.holds).byStake
    guard !rows.isEmpty else { return nil }
    let file = analysis.books.customers
    let names = rows.prefix(3).map { row in
      [Inline.link(context.link(.customer(file.ids[row.customer])), [.name(file.names[row.customer])])]
    }
    let rest = rows.count - names.count
    return ActionTable.Row(
      who: [.toned(line.tone, [.text(line.verdict.mark + Mark.noBreak)])]
        + context.voice.inline(line.words(rows.count)),
      what: names.joined(separator: [.text(", ")])
        + (rest > 0
          ? context.voice.inline(
            Phrase(fr: " et \(rest, "autre", "autres")", en: " and \(rest, "other", "others")")) : [])
        + context.voice.inline(line.caution(rows)),
      action: Array(
        line.ways.map { way in
          [
            Inline.link(
              context.link(way.link.address, way.link.query, fragment: way.link.fragment),
              context.voice.inline(way.words))
          ]
        }.joined(separator: [.text(" · ")])),
      stake: context.voice.euros(rows.lazy.map(\.atStake).sum))
  }
}

/// What the dashboard tells apart among verdicts.
private enum VerdictLine: CaseIterable {
  case cease, underFloor, declining, develop

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

  /// What its euros are not; empty where they are what they seem.
  func caution(_ rows: [Verdicts.Row]) -> Phrase {
    let hours = rows.lazy.map(\.gapInHours).sum
    guard self == .underFloor, hours > .zero else { return .nothing }
    return Phrase(
      fr: " ; \(euros: hours, .compact) en heures rendues, payées tant qu'elles ne servent pas ailleurs",
      en: "; \(euros: hours, .compact) of it in hours given back, paid until they are used elsewhere")
  }

  /// Where a line leads.
  var ways: [(words: Phrase, link: Link)] {
    switch self {
    case .cease: [(Phrase(fr: "Préavis et courriers", en: "Notice and letters"), Link(.cases))]
    case .underFloor:
      [
        (
          Phrase(fr: "Liste des hausses", en: "List of price rises"), Link(.report(.prices), fragment: "revaluation")
        ),
        (Phrase(fr: "Hausses demandées", en: "Rises asked"), Link(.offers)),
        (
          Phrase(fr: "À servir moins", en: "To serve less"),
          Link(
            .report(.verdicts), [Link.Item("is.action", PriorityAction.costReduction.rawValue)], fragment: "rows")
        ),
      ]
    case .declining:
      [
        (
          // Those below their floors and the new ones are among them: more rows than the line counts.
          Phrase(fr: "Toutes les actions de rétention", en: "All retention actions"),
          Link(
            .report(.verdicts), [Link.Item("is.action", PriorityAction.retention.rawValue)], fragment: "rows")
        ), (Phrase(fr: "Pourquoi ils baissent", en: "Why they decline"), Link(.report(.losses))),
      ]
    case .develop:
      [
        (Phrase(fr: "Plan de visites", en: "Visit plan"), Link(.report(.effort), fragment: "moves")),
        (Phrase(fr: "Gammes absentes", en: "Missing ranges"), Link(.report(.whitespace))),
        (Phrase(fr: "Qui leur ressemble", en: "Who resembles them"), Link(.report(.lookalikes))),
      ]
    }
  }
}

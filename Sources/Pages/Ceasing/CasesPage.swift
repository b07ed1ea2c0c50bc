import Decisions
import Ledger
import Portfolio
import Units

/// Every relation that is or was to be ended, the verdicts that wait for a case, and the diary of dates.
public struct CasesPage: Equatable, Sendable {
  /// A case with what the books say of it.
  public struct Entry: Equatable, Sendable {
    let known: CeasingCase
    let id: ID<Customer>
    let name: String
    /// The last day of the relation, as far as it is known.
    let end: Day?

    /// Describes a case.
    /// - Parameter id: the customer as it is unified.
    public init(_ known: CeasingCase, id: ID<Customer>, name: String, end: Day?) {
      self.known = known
      self.id = id
      self.name = name
      self.end = end
    }

    /// The dates of the case, with what happened or will.
    var dates: [(day: Day, what: Phrase, isDone: Bool)] {
      let past = known.history.map { (day: $0.day, what: $0.state.label, isDone: true) }
      guard let end, known.isOpen else { return past }
      let planned =
        [.sent, .acknowledged].contains(known.state)
        ? Phrase(fr: "fin de la relation", en: "end of the relation")
        : Phrase(fr: "fin, si la lettre était reçue aujourd'hui", en: "end, if the letter were received today")
      return past + [(day: end, what: planned, isDone: false)]
    }
  }

  /// A customer whose verdict says cease, and of whom no case is open.
  public struct Waiting: Equatable, Sendable {
    let id: ID<Customer>
    let name: String
    let atStake: Cents
    let why: Phrase
  }

  /// How many there are, and the next date.
  public let title: [Inline]
  /// What this is.
  public let how: [Inline]
  /// The cases and the diary, or what to do where there is none.
  public let panels: [Panel]

  /// Makes the page.
  /// - Parameters:
  ///   - entries: the newest case first.
  ///   - waiting: verdicts that wait for a case, the most at stake first.
  public init(_ entries: [Entry], waiting: [Waiting] = [], today: Day, context: PageContext) {
    let voice = context.voice
    let open = entries.filter(\.known.isOpen)
    title = voice.inline(Self.finding(open, waiting: waiting.count, all: entries.count, today: today))
    how = voice.inline(.haveCounselCheck)
    let waits = Self.waits(waiting, context)
    guard !entries.isEmpty else {
      panels =
        waits.map { [$0] } ?? [
          Panel(
            id: "cases", title: voice.inline(Phrase(fr: "Aucun dossier", en: "No case")),
            parts: [
              .empty(
                EmptyState(
                  [
                    voice.inline(
                      Phrase(
                        fr: "Aucun verdict ne dit de cesser, et aucun dossier n'est ouvert.",
                        en: "No verdict says cease, and no case is open.")),
                    voice.inline(
                      Phrase(
                        fr: "Un dossier s'ouvre depuis la fiche d'un client, sous son verdict.",
                        en: "A case is opened from a customer's sheet, below its verdict.")),
                  ],
                  action: [
                    .link(
                      context.link(.report(.verdicts)),
                      [.text(context.say(Phrase(fr: "Voir les verdicts", en: "See the verdicts")))])
                  ]))
            ])
        ]
      return
    }
    panels = [waits, Self.cases(entries, context), Self.diary(entries, today: today, context)].compactMap { $0 }
  }

  private static func waits(_ waiting: [Waiting], _ context: PageContext) -> Panel? {
    guard !waiting.isEmpty else { return nil }
    let voice = context.voice
    let finding = Phrase(
      fr: "\(waiting.count, "verdict dit", "verdicts disent") de cesser sans qu'un dossier soit ouvert",
      en: "\(waiting.count, "verdict says", "verdicts say") cease, and no case is open")
    return Panel(
      id: "waiting", title: voice.inline(finding),
      how: [
        .link(
          context.link(.report(.verdicts)),
          [.text(context.say(Phrase(fr: "Voir les verdicts", en: "See the verdicts")))])
      ],
      parts: [
        .table(
          TableModel(
            id: "waiting-table", caption: context.say(finding),
            columns: [
              TableModel.Column(context.say(.customerName), isName: true, width: 24),
              TableModel.Column(
                voice.header(of: ReportColumn("stake", Phrase(fr: "En jeu", en: "At stake"), .euros)), isNumeric: true),
              TableModel.Column(context.say(Phrase(fr: "Pourquoi", en: "Why")), width: 36),
              TableModel.Column(context.say(Phrase(fr: "Dossier", en: "Case")), width: 14),
            ],
            rows: waiting.map { one in
              [
                [.link(context.link(.customer(one.id)), [.name(cut(one.name, 60))])],
                [.text(voice.amount(one.atStake))], voice.inline(one.why),
                [.link(context.link(.ceasing(one.id)), voice.inline(CeasingCase.State.prepared.verb))],
              ]
            }))
      ])
  }

  private static func finding(_ open: [Entry], waiting: Int, all: Int, today: Day) -> Phrase {
    guard !open.isEmpty else {
      if waiting > 0 {
        return Phrase(
          fr: "\(waiting, "verdict dit", "verdicts disent") de cesser ; aucun dossier n'est ouvert",
          en: "\(waiting, "verdict says", "verdicts say") cease; no case is open")
      }
      return all == 0
        ? Phrase(fr: "Aucune relation n'est en train de cesser", en: "No relation is being ended")
        : Phrase(
          fr: "Aucune relation n'est en train de cesser ; \(all, "dossier", "dossiers") au passé",
          en: "No relation is being ended; \(all, "case", "cases") of the past")
    }
    let count =
      Phrase(
        fr: "\(open.count, "dossier ouvert", "dossiers ouverts")", en: "\(open.count, "case is", "cases are") open")
      + (waiting == 0
        ? Phrase(fr: "", en: "")
        : Phrase(
          fr: ", \(waiting, "verdict", "verdicts") de cesser sans dossier",
          en: ", \(waiting, "verdict says", "verdicts say") cease without a case"))
    let next = open.filter { [.sent, .acknowledged].contains($0.known.state) }.compactMap(\.end).filter { $0 >= today }
      .min()
    return count
      + (next.map { Phrase(fr: " ; la prochaine finit le \($0)", en: "; the next ends on \($0)") }
        ?? Phrase(fr: "", en: ""))
  }

  private static func cases(_ entries: [Entry], _ context: PageContext) -> Panel {
    let voice = context.voice
    func column(_ title: Phrase, isName: Bool = false, width: Int = 12) -> TableModel.Column {
      TableModel.Column(context.say(title), isName: isName, width: width)
    }
    func day(_ day: Day?) -> [Inline] { day.map { [.text(voice.shortDay($0))] } ?? [] }
    return Panel(
      id: "cases", title: voice.inline(Phrase(fr: "Les dossiers", en: "The cases")),
      parts: [
        .table(
          TableModel(
            id: "cases-table", caption: context.say(Phrase(fr: "Les dossiers", en: "The cases")),
            columns: [
              column(Phrase(fr: "Client", en: "Customer"), isName: true, width: 24),
              column(Phrase(fr: "État", en: "State")),
              column(Phrase(fr: "Décidé", en: "Decided")), column(Phrase(fr: "Envoyé", en: "Sent")),
              column(Phrase(fr: "Reçu", en: "Received")), column(Phrase(fr: "Fin", en: "End")),
              column(Phrase(fr: "Lettre", en: "Letter")),
            ],
            rows: entries.map { entry in
              [
                [.link(context.link(.ceasing(entry.id)), [.name(cut(entry.name, 60))])],
                voice.inline(entry.known.state.label), day(entry.known.day(of: .decided)),
                day(entry.known.day(of: .sent)), day(entry.known.day(of: .acknowledged)),
                day(entry.known.day(of: .ended) ?? (entry.known.isOpen ? entry.end : nil)),
                entry.known.isOpen
                  ? [.link(context.link(.letter(entry.id)), [.text(context.say(Phrase(fr: "Voir", en: "See")))])] : [],
              ]
            }))
      ])
  }

  private static func diary(_ entries: [Entry], today: Day, _ context: PageContext) -> Panel {
    let voice = context.voice
    let dates = entries.flatMap { entry in
      entry.dates.map { (entry: entry, day: $0.day, what: $0.what, isDone: $0.isDone) }
    }
    .sorted { ($0.day, $0.entry.known.number) < ($1.day, $1.entry.known.number) }
    let coming = dates.count { !$0.isDone }
    return Panel(
      id: "diary",
      title: voice.inline(
        Phrase(
          fr: "L'agenda : \(coming, "date", "dates") à venir", en: "The diary: \(coming, "date", "dates") to come")),
      parts: [
        .table(
          TableModel(
            id: "diary-table", caption: context.say(Phrase(fr: "L'agenda", en: "The diary")),
            columns: [
              TableModel.Column(context.say(Phrase(fr: "Jour", en: "Day")), isName: true, width: 14),
              TableModel.Column(context.say(Phrase(fr: "Client", en: "Customer")), width: 24),
              TableModel.Column(context.say(Phrase(fr: "Quoi", en: "What")), width: 24),
              TableModel.Column(context.say(Phrase(fr: "Dans", en: "In")), isNumeric: true, width: 10),
            ],
            rows: dates.map { date in
              let left = today.distance(to: date.day)
              return [
                [.text(voice.day(date.day))],
                [.link(context.link(.ceasing(date.entry.id)), [.name(cut(date.entry.name, 60))])],
                voice.inline(date.what),
                date.isDone
                  ? [.toned(.faint, [.text(context.say(Phrase(fr: "fait", en: "done")))])]
                  : left < 0
                    ? [.toned(.bad, [.text(context.say(Phrase(fr: "dépassé", en: "overdue")))])]
                    : voice.inline(Phrase(fr: "\(left, "jour", "jours")", en: "\(left, "day", "days")")),
              ]
            }))
      ])
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .cases, title: title.plain,
      content: [
        .element(.h1) { title.markup }, .element(.p, "sub counsel") { how.markup },
        .element(.div, "panels") { panels.map(\.markup) },
      ])
  }
}

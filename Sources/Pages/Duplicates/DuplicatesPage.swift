import Ledger
import Matching
import Units

/// Customers that are probably there twice, the most money at stake first, with what was decided on others.
public struct DuplicatesPage: Equatable, Sendable {
  /// How many pairs there are, in a sentence.
  public let title: [Inline]
  /// How they are found.
  public let how: [Inline]
  /// Merging all that are certain; nothing when none is.
  public let bulk: FormModel?
  /// The pairs; nothing when there is none.
  public let table: TableModel?
  /// What stands in place of the pairs.
  public let empty: EmptyState?
  /// What was decided, the newest first.
  public let history: Panel?

  /// Where forms on pairs are sent.
  public static let target = Address.action(Address.duplicates.path)

  /// Decisions shown at most.
  static let mostDecisions = 50

  /// Makes the page.
  /// - Parameters:
  ///   - pairs: those that nobody has decided on, most money first.
  ///   - certain: how many customers would be merged by the bulk form.
  ///   - decisions: all, the oldest first.
  public init(
    _ pairs: [DuplicatePair], certain: Int, customers: CustomerFile, decisions: [PairDecision], page number: Int,
    context: PageContext
  ) {
    let voice = context.voice
    let list = ListDocument.duplicates(pairs, customers: customers)
    title = voice.inline(list.title)
    history = DuplicatesPage.history(decisions, customers: customers, context: context)
    guard !pairs.isEmpty else {
      how = []
      bulk = nil
      table = nil
      empty = EmptyState([
        voice.inline(Phrase(fr: "Rien à réunir pour l'instant.", en: "Nothing to bring together for now.")),
        voice.inline(
          Phrase(
            fr: """
              Les noms, numéros d'entreprise, adresses, téléphones et courriels sont comparés à chaque import. Plus le \
              fichier client en dit, plus les doublons se voient.
              """,
            en: """
              Names, company numbers, addresses, telephones and e-mails are compared with every import. The more the \
              customer file says, the better duplicates are seen.
              """)),
      ])
      return
    }
    how = voice.inline(list.subtitle)
    bulk =
      certain == 0
      ? nil
      : FormModel(
        action: Link(DuplicatesPage.target), method: .post, fields: [],
        buttons: [
          FormModel.Button(
            context.say(
              Phrase(
                fr:
                  "\(agreeing: certain, "Fusionner le client certain", "Fusionner les \(voice.integer(certain)) clients certains")",
                en: "Merge the \(certain, "certain customer", "certain customers")")), name: "do", value: "certain")
        ], token: context.token)
    let paged = Paged(pairs.count, page: number)
    func column(_ title: Phrase, isNumeric: Bool = false, isName: Bool = false, width: Int = 8) -> TableModel.Column {
      TableModel.Column(context.say(title), isNumeric: isNumeric, isName: isName, width: width)
    }
    table = TableModel(
      id: "pairs", caption: context.say(list.title),
      columns: [
        column(Phrase(fr: "Clients", en: "Customers"), isName: true, width: 28),
        column(Phrase(fr: "Codes", en: "Codes"), width: 14),
        TableModel.Column(
          context.say(Phrase(fr: "CA en jeu", en: "At stake")) + "," + Mark.noBreak + voice.symbol, isNumeric: true,
          width: 10),
        column(Phrase(fr: "Vraisemblance", en: "Likelihood"), isNumeric: true, width: 8),
        column(Phrase(fr: "Pourquoi", en: "Why"), width: 30),
      ],
      rows: pairs[paged.places].map { DuplicatesPage.row($0, customers: customers, context: context) },
      paging: paged.count == 1
        ? nil
        : ReportTableModel.paging(
          paged.number, of: paged.count, rows: pairs.count, start: paged.places.lowerBound,
          shown: paged.places.count, page: context.link(.duplicates), context: context))
    empty = nil
  }

  private static func row(_ pair: DuplicatePair, customers: CustomerFile, context: PageContext) -> [[Inline]] {
    let voice = context.voice
    let both = customers.name(of: pair.a) + Mark.noBreak + "/ " + customers.name(of: pair.b)
    return [
      [.link(PairPage.link(pair.a, pair.b, context), [.name(cut(both, 90))])],
      [.name(pair.a.text), .text(", "), .name(pair.b.text)],
      [.text(voice.amount(pair.atStake))],
      [.text(voice.percent(pair.score, digits: 1))]
        + (pair.isCertain
          ? [.text(" "), .toned(.good, [.text(context.say(Phrase(fr: "certain", en: "certain")))])] : []),
      voice.inline(pair.words),
    ]
  }

  private static func history(
    _ decisions: [PairDecision], customers: CustomerFile, context: PageContext
  ) -> Panel? {
    guard !decisions.isEmpty else { return nil }
    let voice = context.voice
    let document = ListDocument.pairHistory(decisions)
    let last = decisions.last { $0.holds }
    let rows = decisions.reversed().prefix(mostDecisions).map { decision -> [[Inline]] in
      let link = PairPage.link(decision.kept, decision.other, context)
      return [
        [.link(link, [.name(decision.kept.text), .text(", "), .name(decision.other.text)])],
        voice.inline(decision.verdict.tag.label), [.text(decision.made.utc)], [.name(decision.made.author)],
        decision.undone.map {
          [.text($0.utc + ", "), .name($0.author)]
        } ?? [],
      ]
    }
    let undo = last.map { decision in
      FormModel(
        action: Link(target), method: .post,
        fields: [
          FormModel.Field("a", "", .hidden(decision.kept.text)), FormModel.Field("b", "", .hidden(decision.other.text)),
        ],
        buttons: [
          FormModel.Button(
            context.say(Phrase(fr: "Annuler la dernière décision", en: "Undo the last decision")), name: "do",
            value: "undo", isQuiet: true)
        ], token: context.token)
    }
    return Panel(
      id: "history", title: voice.inline(document.title),
      parts: [
        .table(
          TableModel(
            id: "decisions", caption: context.say(document.title),
            columns: [
              TableModel.Column(context.say(Phrase(fr: "Clients", en: "Customers")), isName: true, width: 16),
              TableModel.Column(context.say(Phrase(fr: "Décision", en: "Decision")), width: 14),
              TableModel.Column(
                context.say(Phrase(fr: "Quand, en temps universel", en: "When, in universal time")), width: 14),
              TableModel.Column(context.say(Phrase(fr: "Qui", en: "Who")), width: 10),
              TableModel.Column(
                context.say(Phrase(fr: "Annulée, en temps universel", en: "Undone, in universal time")), width: 14),
            ], rows: rows))
      ] + (undo.map { [.form($0)] } ?? []))
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, how.isEmpty ? .nothing : .element(.p, "sub") { how.markup },
      bulk?.markup ?? .nothing, table?.markup ?? .nothing, empty?.markup ?? .nothing,
      .element(.div, "panels") { (history.map { [$0] } ?? []).map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .duplicates, title: title.plain, content: content)
  }
}

extension CustomerFile {
  /// A customer's name; the identifier's text for one that is not there.
  func name(of id: ID<Customer>) -> String { index(of: id).map { names[$0] } ?? id.text }
}

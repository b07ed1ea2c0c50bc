import Decisions
import Ledger
import Portfolio
import Units

/// What a person decides of a relation in place of the verdict of the figures, and what was decided before.
public struct DecisionPage: Equatable, Sendable {
  /// What holds now.
  public let title: [Inline]
  /// Why.
  public let how: [Inline]
  /// The figures' own verdict, the form, the history.
  public let panels: [Panel]
  private let back: [Inline]
  private let id: ID<Customer>

  /// What a person typed that cannot be taken, and why.
  public struct Refused: Equatable, Sendable {
    /// The verdict, the reason and the day as they were typed.
    public let verdict, why, until: String
    /// Why it cannot be taken.
    public let sentence: String

    /// Takes what was typed.
    public init(verdict: String, why: String, until: String, sentence: String) {
      (self.verdict, self.why, self.until, self.sentence) = (verdict, why, until, sentence)
    }
  }

  /// Where the form is sent.
  static func target(_ id: ID<Customer>) -> Address { .action(Address.decision(id).path) }

  /// Makes the page.
  /// - Parameter decisions: those on this customer, the oldest first.
  public init(
    of customer: Int, in analysis: CompanyAnalysis, decisions: [VerdictDecision], refused: Refused? = nil,
    context: PageContext
  ) {
    let (voice, row) = (context.voice, analysis.life.verdicts.rows[customer])
    id = analysis.books.customers.ids[customer]
    let name = analysis.books.customers.names[customer]
    let holds = row.verdict.value.map { $0.label } ?? row.verdict.reason?.label ?? Phrase(fr: "", en: "")
    title = voice.inline(Phrase(fr: "« \(name: cut(name, 80)) » : ", en: "“\(name: cut(name, 80))”: ") + holds)
    how = voice.inline(analysis.sentence(of: row) + .stop)
    back = [.link(context.link(.customer(id)), [.text("← "), .name(cut(name, 80))])]
    let last = decisions.last
    panels =
      [
        DecisionPage.figures(
          row, analysis.books.customers.details[customer]?.sponsor,
          SheetDocument.substitution(of: customer, in: analysis), context),
        DecisionPage.form(id, row, last, refused, context),
      ]
      + (decisions.isEmpty ? [] : [DecisionPage.history(decisions, context)])
  }

  private static func figures(
    _ row: Verdicts.Row, _ sponsor: String?, _ substitution: [Phrase], _ context: PageContext
  ) -> Panel {
    let section = SheetDocument.verdictSection(row, sponsor: sponsor, warnings: substitution)
    let own = row.computed.value.map { $0.label } ?? row.computed.reason?.label ?? Phrase(fr: "", en: "")
    return Panel(
      id: "figures",
      title: context.voice.inline(Phrase(fr: "Ce que disent les chiffres : ", en: "What the figures say: ") + own),
      parts: [.notes(section.notes.map { context.voice.inline($0) })], isHalf: true)
  }

  private static func form(
    _ id: ID<Customer>, _ row: Verdicts.Row, _ last: VerdictDecision?, _ refused: Refused?, _ context: PageContext
  ) -> Panel {
    let voice = context.voice
    let choice = last?.choice
    let today = context.window?.asOf.lastDay
    let write = FormModel(
      action: Link(target(id)), method: .post,
      fields: [
        FormModel.Field(
          "verdict", context.say(Phrase(fr: "Décision", en: "Decision")),
          .choice(
            value: refused?.verdict ?? choice?.verdict.rawValue ?? row.computed.value?.rawValue ?? "maintain",
            options: Verdict.allCases.map { .init($0.rawValue, context.say($0.label)) })),
        FormModel.Field(
          "why", context.say(Phrase(fr: "Pourquoi", en: "Why")),
          .text(value: refused?.why ?? choice?.why ?? "", placeholder: ""),
          problem: refused.map { [.text($0.sentence)] } ?? []),
        FormModel.Field(
          "until", context.say(Phrase(fr: "Jusqu'au", en: "Until")),
          .day(value: refused?.until ?? choice?.until.iso ?? today?.advanced(by: 180).iso ?? ""),
          help: voice.inline(
            Phrase(
              fr: "Ce jour passé, les chiffres reprennent la parole.",
              en: "After that day the figures speak again."))),
      ],
      buttons: [FormModel.Button(context.say(Phrase(fr: "Décider", en: "Decide")), name: "do", value: "decide")],
      token: context.token)
    let takeBack = FormModel(
      action: Link(target(id)), method: .post, fields: [],
      buttons: [
        FormModel.Button(
          context.say(Phrase(fr: "Revenir au verdict des chiffres", en: "Go back to the figures' verdict")), name: "do",
          value: "undo", isQuiet: true)
      ], token: context.token)
    return Panel(
      id: "decide", title: voice.inline(Phrase(fr: "Décider autrement", en: "Decide otherwise")),
      how: voice.inline(
        Phrase(
          fr: "Votre décision passe avant les chiffres, avec votre nom, sa raison et sa fin.",
          en: "Your decision goes before the figures, with your name, its reason and its end.")),
      parts: [.form(write)] + (choice == nil ? [] : [.form(takeBack)]), isHalf: true)
  }

  private static func history(_ decisions: [VerdictDecision], _ context: PageContext) -> Panel {
    let voice = context.voice
    let title = Phrase(
      fr: "\(decisions.count, "décision", "décisions") sur cette relation",
      en: "\(decisions.count, "decision", "decisions") on this relation")
    let rows = decisions.reversed().map { decision -> [[Inline]] in
      [
        voice.inline(
          decision.choice?.verdict.label ?? Phrase(fr: "décision reprise", en: "decision taken back")),
        decision.choice.map { [.name($0.why)] } ?? [], decision.choice.map { voice.inline(.day($0.until)) } ?? [],
        [.name(decision.made.author)], [.text(decision.made.utc)],
      ]
    }
    return Panel(
      id: "history", title: voice.inline(title),
      parts: [
        .table(
          TableModel(
            id: "decisions", caption: context.say(title),
            columns: [
              TableModel.Column(context.say(Phrase(fr: "Décision", en: "Decision")), isName: true, width: 14),
              TableModel.Column(context.say(Phrase(fr: "Pourquoi", en: "Why")), width: 24),
              TableModel.Column(context.say(Phrase(fr: "Jusqu'au", en: "Until")), width: 12),
              TableModel.Column(context.say(Phrase(fr: "Qui", en: "Who")), width: 10),
              TableModel.Column(
                context.say(Phrase(fr: "Quand, en temps universel", en: "When, in universal time")), width: 14),
            ], rows: rows))
      ])
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, .element(.p, "sub") { how.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .decision(id), title: title.plain, content: content)
  }
}

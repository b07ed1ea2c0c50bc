import Ledger
import Matching
import Units

/// Two customers side by side: what each says, where it comes from, what speaks for and against, and three ways to decide.
public struct PairPage: Equatable, Sendable {
  /// How likely it is that both are one.
  public let title: [Inline]
  /// What is at stake.
  public let how: [Inline]
  /// The parts: both records, the reasons, the decision.
  public let panels: [Panel]
  private let back: [Inline]
  private let address: Address

  /// A pair's page.
  static func link(_ a: ID<Customer>, _ b: ID<Customer>, _ context: PageContext) -> Link {
    context.link(.duplicatePair, [Link.Item("a", a.text), Link.Item("b", b.text)])
  }

  /// What is known of a pair.
  public struct Content: Sendable {
    /// The customers, the first on the left.
    public let a: ID<Customer>
    /// The second.
    public let b: ID<Customer>
    /// What speaks for them being one; nothing where they are not proposed.
    public let pair: DuplicatePair?
    /// What was decided on both and holds.
    public let decision: PairDecision?
    /// What is known of each, field by field.
    public let facts: CustomerFacts
    /// What each brought over all of history, by place.
    public let revenues: [Cents]

    /// Gathers it.
    public init(
      _ a: ID<Customer>, _ b: ID<Customer>, pair: DuplicatePair?, decision: PairDecision?, facts: CustomerFacts,
      revenues: [Cents]
    ) {
      self.a = a
      self.b = b
      self.pair = pair
      self.decision = decision
      self.facts = facts
      self.revenues = revenues
    }
  }

  /// Makes the page.
  public init(_ content: Content, context: PageContext) {
    let writer = PairWriter(content: content, context: context)
    title = writer.title
    how = writer.stake
    panels = [writer.records, writer.reasons, writer.decision].compactMap { $0 }
    back = [.link(context.link(.duplicates), [.text("← " + context.say(Address.duplicates.label))])]
    address = .duplicatePair
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, .element(.p, "sub") { how.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext, items: [Link.Item]) -> PageFrame {
    PageFrame(context: context, address: address, title: title.plain, content: content, items: items)
  }
}

/// The parts of a pair's page.
private struct PairWriter {
  let content: PairPage.Content
  let context: PageContext

  private var voice: Voice { context.voice }
  private var customers: CustomerFile { content.facts.customers }
  private var names: (String, String) { (customers.name(of: content.a), customers.name(of: content.b)) }
  private var isOne: Bool { customers.unification[content.a] == customers.unification[content.b] }

  var title: [Inline] {
    let (left, right) = (cut(names.0, 80), cut(names.1, 80))
    if let decision = content.decision, decision.verdict == .never {
      return voice.inline(
        Phrase(
          fr: "« \(name: left) » et « \(name: right) » ne sont jamais les mêmes",
          en: "“\(name: left)” and “\(name: right)” are never the same"))
    }
    if isOne {
      return voice.inline(
        Phrase(
          fr: "« \(name: content.a.text) » et « \(name: content.b.text) » sont un seul client",
          en: "“\(name: content.a.text)” and “\(name: content.b.text)” are one customer"))
    }
    guard let pair = content.pair else {
      return voice.inline(
        Phrase(
          fr: "« \(name: left) » et « \(name: right) » : rien ne dit qu'ils n'en font qu'un",
          en: "“\(name: left)” and “\(name: right)”: nothing says that they are one"))
    }
    return voice.inline(
      Phrase(
        fr: "« \(name: left) » et « \(name: right) » n'en font qu'un, à \(percent: pair.score, digits: 1)",
        en: "“\(name: left)” and “\(name: right)” are one, \(percent: pair.score, digits: 1) likely"))
  }

  /// What both bought over all of history.
  var stake: [Inline] {
    guard let left = customers.index(of: content.a), let right = customers.index(of: content.b), left != right else {
      return voice.inline(
        Phrase(fr: "Leurs ventes sont sur une seule fiche.", en: "Their sales are on one record."))
    }
    let (one, other) = (content.revenues[left], content.revenues[right])
    return voice.inline(
      Phrase(
        fr: "Ensemble ils ont acheté pour \(euros: one + other), dont \(euros: min(one, other)) pour le plus petit.",
        en: "Together they bought for \(euros: one + other), \(euros: min(one, other)) of it the lesser one."))
  }

  /// Where all values of both come from, where that is one place.
  private func commonSource(_ places: [Int]) -> Phrase? {
    let sources = Set(
      places.flatMap { place in
        SourceKind.customers.fields.compactMap { field in
          content.facts[field, place].map { CustomerFactWords(field, $0, facts: content.facts).source }
        }
      })
    return sources.count == 1 ? sources.first : nil
  }

  /// Both records, those fields that either knows.
  var records: Panel? {
    guard !isOne, let left = customers.index(of: content.a), let right = customers.index(of: content.b) else {
      return nil
    }
    let common = commonSource([left, right])
    let fields = SourceKind.customers.fields.compactMap { field -> [[Inline]]? in
      let (one, other) = (content.facts[field, left], content.facts[field, right])
      guard one != nil || other != nil else { return nil }
      let agrees = one.map { $0.value } == other.map { $0.value }
      return [
        [.text(context.say(field.tag.label))], value(one, field, common), value(other, field, common),
        agrees ? [.toned(.good, [.text("✓ " + context.say(Phrase(fr: "identique", en: "the same")))])] : [],
      ]
    }
    let money = [left, right].map { [Inline.text(voice.euros(content.revenues[$0]))] }
    let codes = [content.a, content.b].map { id in [Inline.link(context.link(.customer(id)), [.name(id.text)])] }
    let rows =
      [[[Inline.text(context.say(ReportColumn.customer.title))], codes[0], codes[1], []]] + fields + [
        [
          [.text(context.say(Phrase(fr: "CA de toujours", en: "Revenue ever")))], money[0], money[1], [],
        ]
      ]
    let title = Phrase(fr: "Les deux fiches, champ par champ", en: "Both records, field by field")
    return Panel(
      id: "records", title: voice.inline(title),
      how: common.map { voice.inline(Phrase(fr: "Toutes les valeurs : ", en: "All values: ") + $0) } ?? [],
      parts: [
        .table(
          TableModel(
            id: "fields", caption: context.say(title),
            columns: [
              TableModel.Column(context.say(Phrase(fr: "Champ", en: "Field")), isName: true, width: 14),
              TableModel.Column(context.say(Phrase(fr: "À gauche", en: "Left")), width: 24),
              TableModel.Column(context.say(Phrase(fr: "À droite", en: "Right")), width: 24),
              TableModel.Column(context.say(Phrase(fr: "Accord", en: "Agreement")), width: 12),
            ], rows: rows))
      ])
  }

  private func value(_ fact: CustomerFact?, _ field: Field, _ common: Phrase?) -> [Inline] {
    guard let fact else { return [.toned(.faint, [.text("–")])] }
    let line = CustomerFactWords(field, fact, facts: content.facts)
    guard common == nil else { return voice.inline(line.value.label) }
    return voice.inline(line.value.label) + [
      .text(" "), .toned(.faint, [.text("(")] + voice.inline(line.source) + [.text(")")]),
    ]
  }

  var reasons: Panel? {
    guard let pair = content.pair, !isOne else { return nil }
    let finding = Phrase(
      fr:
        "\(pair.reasons.count { $0.weight > 0 }, "raison parle", "raisons parlent") pour, \(pair.reasons.count { $0.weight < 0 }) contre",
      en:
        "\(pair.reasons.count { $0.weight > 0 }, "reason speaks", "reasons speak") for it, \(pair.reasons.count { $0.weight < 0 }) against"
    )
    return Panel(
      id: "reasons", title: voice.inline(finding),
      how: voice.inline(
        Phrase(
          fr: "Un poids de 3 rend la chose vingt fois plus vraisemblable, de −3 vingt fois moins.",
          en: "A weight of 3 makes it twenty times as likely, of −3 twenty times less.")),
      parts: [
        .table(
          TableModel(
            id: "weights", caption: context.say(finding),
            columns: [
              TableModel.Column(context.say(Phrase(fr: "Raison", en: "Reason")), isName: true, width: 24),
              TableModel.Column(context.say(Phrase(fr: "À gauche", en: "Left")), width: 20),
              TableModel.Column(context.say(Phrase(fr: "À droite", en: "Right")), width: 20),
              TableModel.Column(context.say(Phrase(fr: "Poids", en: "Weight")), isNumeric: true, width: 8),
            ],
            rows: pair.reasons.map { reason in
              [
                voice.inline(reason.label), [.name(cut(reason.a, 80))], [.name(cut(reason.b, 80))],
                [
                  .toned(
                    reason.weight < 0 ? .bad : .plain,
                    [.text((reason.weight > 0 ? "+" : "") + voice.number(reason.weight, digits: 1))])
                ],
              ]
            }))
      ])
  }

  var decision: Panel? {
    let title: Phrase
    let forms: [FormModel]
    if let decision = content.decision {
      title = Phrase(
        fr: "Décidé le \(decision.day) par \(name: decision.made.author)",
        en: "Decided on \(decision.day) by \(name: decision.made.author)")
      forms = [
        form(
          "undo", content.a, content.b, context.say(Phrase(fr: "Annuler cette décision", en: "Undo this decision")),
          isQuiet: true)
      ]
    } else if isOne {
      return nil
    } else {
      title = Phrase(fr: "Un seul client, ou deux ?", en: "One customer, or two?")
      forms = [
        form("merge", content.a, content.b, keep(content.a)), form("merge", content.b, content.a, keep(content.b)),
        form(
          "never", content.a, content.b, context.say(Phrase(fr: "Jamais les mêmes", en: "Never the same")),
          isQuiet: true),
      ]
    }
    return Panel(
      id: "decide", title: voice.inline(title),
      how: voice.inline(
        Phrase(
          fr: "Tout peut être annulé ; aucun total ne change.", en: "Everything can be undone; no total changes.")),
      parts: forms.map { .form($0) })
  }

  private func keep(_ id: ID<Customer>) -> String {
    context.say(Phrase(fr: "Fusionner, garder ", en: "Merge, keep ")) + cut(id.text, 40)
  }

  private func form(
    _ verb: String, _ first: ID<Customer>, _ second: ID<Customer>, _ label: String, isQuiet: Bool = false
  ) -> FormModel {
    FormModel(
      action: Link(DuplicatesPage.target), method: .post,
      fields: [FormModel.Field("a", "", .hidden(first.text)), FormModel.Field("b", "", .hidden(second.text))],
      buttons: [FormModel.Button(label, name: "do", value: verb, isQuiet: isQuiet)], token: context.token)
  }
}

extension PairDecision {
  /// The day it was made, in universal time.
  var day: Day { Day(secondsSince1970: made.time) }
}

/// A value of the customer file and where it comes from, in words.
struct CustomerFactWords {
  /// The value.
  let value: ReportCell.Tag
  /// Its file or person, and the day.
  let source: Phrase

  init(_ field: Field, _ fact: CustomerFact, facts: CustomerFacts) {
    value = field.cell(of: fact.value)
    let day = facts.time(of: fact.origin).map { Day(secondsSince1970: $0) }
    let who: Phrase =
      switch fact.origin {
      case .imported(let sequence): Phrase(name: facts.imports[sequence].map { cut($0.file, 40) } ?? "?")
      case .lines: Phrase(fr: "lignes de facture", en: "invoice lines")
      case .written(let made): Phrase(name: made.author)
      }
    source = day.map { who + Phrase(fr: ", \($0)", en: ", \($0)") } ?? who
  }
}

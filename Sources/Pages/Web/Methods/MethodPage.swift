import Ledger
import Units

/// How a report is computed, for the person who reads it: the question, the formula, an example, the limits, the rules.
///
/// The pages of docs/methods say the same for those who change the program.
public struct Method: Equatable, Sendable {
  /// What the report answers, in the user's words.
  public let question: Phrase
  /// How, a rule a line.
  public let formula: [Phrase]
  /// A case small enough to check by hand.
  public let example: Example
  /// What the figures do not say.
  public let limits: [Phrase]
  /// Where the method comes from.
  public let source: Phrase?
  /// The paths of the policy's rules that steer it.
  public let rules: [String]

  /// A worked example.
  public struct Example: Equatable, Sendable {
    /// What is given.
    public let given: Phrase
    /// The figures.
    public let grid: ReportGrid
    /// What follows.
    public let found: [Phrase]
  }
}

/// A method as a page.
public struct MethodPage: Equatable, Sendable {
  /// The report it explains.
  public let report: ReportName
  /// What the report is called.
  public let title: String
  /// The question, and the way back.
  public let question: [Inline]
  /// The parts, in the order they are read.
  public let panels: [Panel]

  /// Makes the page of a report's method, the rules with their present values.
  public init(_ report: ReportName, policy: Policy, context: PageContext) {
    let (method, voice) = (Method.of(report), context.voice)
    self.report = report
    title = context.say(Phrase(fr: "Méthode : ", en: "Method: ") + report.label)
    question =
      voice.inline(method.question) + [
        .text(" "),
        .link(
          context.link(.report(report)), [.text(context.say(Phrase(fr: "Retour au rapport", en: "Back to the report")))]
        ),
      ]
    let example = method.example
    let table = TableModel(
      id: "example-table", caption: context.say(Phrase(fr: "Les chiffres de l'exemple", en: "The example's figures")),
      columns: example.grid.columns.enumerated().map { place, column in
        TableModel.Column(voice.header(of: column), isNumeric: column.isNumeric, isName: place == 0)
      },
      rows: example.grid.rows.map { row in
        zip(row, example.grid.columns).map { voice.inline($0, under: $1) }
      })
    panels =
      [
        Panel(
          id: "formula", title: voice.inline(Phrase(fr: "Comment c'est calculé", en: "How it is computed")),
          parts: [.notes(method.formula.map { voice.inline($0) })]),
        Panel(
          id: "example", title: voice.inline(Phrase(fr: "Un exemple", en: "An example")),
          how: voice.inline(example.given),
          parts: [.table(table), .notes(example.found.map { voice.inline($0) })]),
        Panel(
          id: "limits", title: voice.inline(Phrase(fr: "Ce que cela ne dit pas", en: "What it does not say")),
          parts: [.notes(method.limits.map { voice.inline($0) })]),
        MethodPage.rules(report, method, policy: policy, context: context),
      ]
      + (method.source.map { source in
        [
          Panel(
            id: "source", title: voice.inline(Phrase(fr: "D'où vient la méthode", en: "Where the method comes from")),
            parts: [.text(voice.inline(source))])
        ]
      } ?? [])
  }

  /// The rules that steer the method, with what they are now.
  private static func rules(_ report: ReportName, _ method: Method, policy: Policy, context: PageContext) -> Panel {
    let voice = context.voice
    let own = report == .floors ? policy.floors.byCategory.keys.sorted(by: readsBefore) : []
    let paths =
      method.rules.map { $0.split(separator: ".").map(String.init) }
      + own.flatMap { [["floors", "byCategory", $0, "rate"], ["floors", "byCategory", $0, "revenue"]] }
    let rows = paths.compactMap { path in
      PolicyKey.named(path).map { key -> [[Inline]] in
        let name = path.count == 4 && path[1] == "byCategory" ? [Inline.name(path[2]), .text(" : ")] : []
        return [
          name + [.text(key.help(voice.language))], [.code(key.path)],
          voice.ruleValue(key.value(policy), key.form),
        ]
      }
    }
    let link = Inline.link(
      context.link(.policy), [.text(context.say(Phrase(fr: "Changer vos règles", en: "Change your rules")))])
    guard !rows.isEmpty else {
      return Panel(
        id: "rules", title: voice.inline(Phrase(fr: "Aucune règle ne la change", en: "No rule changes it")),
        parts: [.text([link])])
    }
    return Panel(
      id: "rules", title: voice.inline(Phrase(fr: "Les règles qui la guident", en: "The rules that steer it")),
      how: voice.inline(Phrase(fr: "Telles qu'elles sont aujourd'hui. ", en: "As they stand today. ")) + [link],
      parts: [
        .table(
          TableModel(
            id: "rules-table", caption: context.say(Phrase(fr: "Règles", en: "Rules")),
            columns: [
              TableModel.Column(context.say(Phrase(fr: "Règle", en: "Rule")), isName: true),
              TableModel.Column(context.say(Phrase(fr: "Nom dans policy.yaml", en: "Name in policy.yaml"))),
              TableModel.Column(context.say(Phrase(fr: "Aujourd'hui", en: "Today"))),
            ], rows: rows))
      ])
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title }, .element(.p, "sub") { question.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .method(report), title: title, content: content)
  }
}

extension Method {
  /// The method of a report.
  public static func of(_ report: ReportName) -> Method {
    switch report {
    case .ranking: .ranking
    case .bands: .bands
    case .time: .time
    case .profitability: .profitability
    case .categories: .categories
    case .floors: .floors
    case .stakes: .stakes
    case .adequacy: .adequacy
    case .tomorrow: .tomorrow
    case .cleanup: .cleanUp
    case .reconciliation: .reconciliation
    case .suggestions: .suggestions
    case .month: .month
    case .file: .file
    case .stages, .transitions: .stages
    case .losses: .losses
    case .effort: .effort
    case .forecast: .forecast
    case .nextorders: .nextOrders
    case .verdicts: .verdicts
    case .prices: .prices
    case .pricepolicy: .pricePolicy
    case .pvm: .pvm
    case .targets: .targets
    case .lookalikes: .lookAlikes
    case .whitespace: .whitespace
    case .replication: .replication
    }
  }
}

extension Voice {
  /// A rule's value; a word of the file stands as it does there.
  fileprivate func ruleValue(_ value: PolicyValue, _ form: PolicyKey.Form) -> [Inline] {
    switch form {
    case .choice, .list(.choice): [.code(text(of: value, form: form))]
    case .text: [.name(text(of: value, form: form))]
    default: [.text(text(of: value, form: form))]
    }
  }

  /// A rule's value as people read it.
  func text(of value: PolicyValue, form: PolicyKey.Form) -> String {
    switch (value, form) {
    case (_, .optional(let form)) where value != .nothing: text(of: value, form: form)
    case (.nothing, _): Phrase(fr: "non fixé", en: "not set").text(in: self)
    case (.text(let text), _): text.isEmpty ? Mark.unknown : text
    case (.whole(let number), _): integer(number)
    case (.money(let money), _): euros(money)
    // What may pass the whole is a factor, not a share.
    case (.rate(let rate), .rate(let range)) where range.upperBound > 1_000_000: number(rate.value, digits: 2)
    case (.rate(let rate), _): percent(rate.value, digits: rate.millionths % 10_000 == 0 ? 0 : 2)
    case (.flag(let flag), _): text(of: .flag(flag))
    case (.month(let month), _): self.month(month)
    case (.list(let values), .list(let form)):
      values.isEmpty ? Mark.unknown : values.map { text(of: $0, form: form) }.joined(separator: ", ")
    case (.list(let values), _): values.map { text(of: $0, form: .text) }.joined(separator: ", ")
    }
  }
}

extension ReportColumn {
  /// The name column of an example.
  static func example(_ title: Phrase) -> ReportColumn { ReportColumn("name", title, .text) }
}

extension ReportGrid {
  /// A grid out of rows written by hand.
  static func example(_ columns: [ReportColumn], _ rows: [[ReportCell]]) -> ReportGrid {
    ReportGrid(columns: columns, rows: ReportRows(rows))
  }
}

extension ReportCell {
  /// An amount of an example, in whole euros.
  static func euros(_ amount: Int64) -> ReportCell { .cents(Cents(amount * 100)) }
}

import Decisions
import Ledger
import Portfolio
import Units

/// Steps tried on customers: what they would bring, what stays to be paid, whom the freed hours could develop; two scenarios
/// side by side, and drafts kept of them.
///
/// All that is tried stands in the page's address: it can be kept, sent and gone back to.
public struct WhatIfPage: Equatable, Sendable {
  /// What comes of it.
  public let title: [Inline]
  /// Over which months.
  public let how: [Inline]
  /// The figures.
  public let figures: [Figure]
  /// The parts.
  public let panels: [Panel]

  /// What a person asks of the page.
  public struct Asked: Sendable {
    /// The scenario.
    public let scenario: WhatIfScenario
    /// The one it is held against; nothing for none.
    public let other: WhatIfScenario?
    /// A line that cannot be taken, as it was typed, why, and which piece is at fault.
    public let refused: (line: WhatIfForm, sentence: String, piece: WhatIfForm.Piece)?
    /// Whom the form begins with.
    public let who: String

    /// Asks.
    public init(
      _ scenario: WhatIfScenario, against other: WhatIfScenario? = nil,
      refused: (line: WhatIfForm, sentence: String, piece: WhatIfForm.Piece)? = nil, who: String = ""
    ) {
      self.who = who
      self.scenario = scenario
      self.other = other
      self.refused = refused
    }

    /// The same with one more line.
    public func adding(_ line: WhatIfLine, toOther: Bool) -> Asked {
      toOther
        ? Asked(scenario, against: WhatIfScenario((other?.lines ?? []) + [line]))
        : Asked(WhatIfScenario(scenario.lines + [line]), against: other)
    }

    /// The items of the address that asks for this.
    public var items: [Link.Item] {
      scenario.lines.map { Link.Item("step", $0.text) }
        + (other.map { $0.lines.isEmpty ? [Link.Item("against", "1")] : [] } ?? [])
        + (other?.lines ?? []).map { Link.Item("other", $0.text) }
    }
  }

  /// Makes the page.
  /// - Throws: `WhatIfLine.Fault` for a customer that is not there.
  public init(
    _ asked: Asked, drafts: [KeptDraft], in analysis: CompanyAnalysis, context: PageContext
  ) throws(WhatIfLine.Fault) {
    let tried = try TriedScenario(asked.scenario, in: analysis)
    var other: TriedScenario?
    if let scenario = asked.other { other = try TriedScenario(scenario, in: analysis) }
    let writer = WhatIfWriter(panels: PanelWriter(analysis: analysis, context: context), asked: asked)
    let voice = context.voice
    title = voice.inline(
      tried.scenario.lines.isEmpty
        ? Phrase(fr: "Et si… ? Essayez avant de décider", en: "What if…? Try before you decide")
        : tried.result.finding)
    how = voice.inline(
      Phrase(
        fr: """
          Sur \(analysis.books.window.current), tout le reste égal : rien n'est changé dans vos données. Chaque geste compte \
          une fois par client.
          """,
        en: """
          Over \(analysis.books.window.current), all else being equal: nothing is changed in your data. Each step counts once \
          for a customer.
          """))
    figures =
      tried.scenario.lines.isEmpty
      ? [] : WhatIfPage.figures(tried.result, in: voice)
    panels =
      [writer.lines(tried, isOther: false), writer.adding].compactMap { $0 }
      + [
        writer.bridge(tried.result), writer.customers(tried.result), writer.developments(tried.result),
        writer.notice(tried.result), writer.voids(tried.result),
      ].compactMap { $0 }
      + [writer.against(other, tried), other.flatMap { writer.comparison($0, tried) }, writer.keeping(tried)]
      .compactMap { $0 } + [writer.drafts(drafts)].compactMap { $0 }
  }

  /// What changes, each with its sign.
  private static func figures(_ result: WhatIf, in voice: Voice) -> [Figure] {
    let (change, developable) = (result.change, result.developments.map(\.margin).sum)
    func figure(_ label: Phrase, _ value: Phrase, _ context: Phrase? = nil) -> Figure {
      Figure(
        label: label.text(in: voice), value: voice.inline(value), context: context.map { [voice.inline($0)] } ?? [])
    }
    func money(_ amount: Cents) -> Phrase { Phrase(fr: "\(euros: amount, .signed)", en: "\(euros: amount, .signed)") }
    return [
      figure(
        Phrase(fr: "Chiffre d'affaires", en: "Revenue"), money(change.revenue),
        Phrase(
          fr: "de \(euros: result.base.revenue, .compact) à \(euros: result.figures.revenue, .compact)",
          en: "from \(euros: result.base.revenue, .compact) to \(euros: result.figures.revenue, .compact)")),
      figure(Phrase(fr: "Marge opérationnelle", en: "Operating margin"), money(change.operatingMargin)),
      figure(
        Phrase(fr: "Coûts qui restent", en: "Costs that stay"),
        Phrase(fr: "\(euros: change.stranded)", en: "\(euros: change.stranded)")),
      figure(
        Phrase(fr: "Heures rendues", en: "Hours freed"),
        Phrase(fr: "\(minutes: result.freed.total)", en: "\(minutes: result.freed.total)")),
      figure(
        Phrase(fr: "Marge que ces heures développeraient", en: "Margin those hours could develop"), money(developable),
        result.idleWords),
    ]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, .element(.p, "sub") { how.markup }, figures.markup,
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .whatIf, title: title.plain, content: content)
  }
}

/// A line as the page's form asks for it, piece by piece.
public struct WhatIfForm: Hashable, Sendable {
  /// A customer's identifier or name; empty where a group is chosen.
  public let who: String
  /// A group, as `WhatIfGroup` reads it; empty where a customer is named.
  public let group: String
  /// The sort of step.
  public let kind: String
  /// Its number or level.
  public let amount: String
  /// The part of the volume that goes for each part of a price rise; empty where it stays.
  public let elasticity: String
  /// Whether it goes into the other scenario.
  public let isOther: Bool

  /// A piece that a person types.
  public enum Piece: String, Sendable { case who, amount, elasticity }

  /// Takes what a form sent.
  public init(_ value: (String) -> String?) {
    who = value("who") ?? ""
    group = value("group") ?? ""
    kind = value("kind") ?? ""
    amount = value("amount") ?? ""
    elasticity = value("elasticity") ?? ""
    isOther = value("into") == "other"
  }

  /// What the form leaves out, in the form's own words.
  public enum Fault: Error, Equatable, Explained {
    /// Neither a customer nor a group.
    case nobody
    /// A number that the step asks for is none.
    case noNumber(String, Piece)

    /// What is missing.
    public func sentence(in language: Language) -> String {
      switch self {
      case .nobody:
        language(fr: "Nommez un client, ou choisissez un groupe.", en: "Name a customer, or choose a group.")
      case .noNumber("", _):
        language(
          fr: "Écrivez combien : par exemple 4,5 pour 4,5 %, ou 150 pour 150 €.",
          en: "Write how much: for example 4.5 for 4.5%, or 150 for 150\u{A0}€.")
      case .noNumber(let text, _):
        language(
          fr: "« \(text) » n’est pas un nombre : écrivez par exemple 4,5 ou 150.",
          en: "“\(text)” is no number: write 4.5 or 150, for example.")
      }
    }
  }

  /// The step that the form asks for.
  /// - Throws: `Fault`, or `WhatIfLine.Fault` for a step out of its bounds.
  public func step() throws -> WhatIfStep {
    guard !group.isEmpty || !who.allSatisfy(\.isWhitespace) else { throw Fault.nobody }
    do {
      return try WhatIfLine.step(stepText)
    } catch {
      guard case .notAStep = error else { throw error }
      // The rise is read without the elasticity: then that is what cannot be.
      let isAmountRead = !elasticity.isEmpty && (try? WhatIfLine.step("reprice:" + amount)) != nil
      throw isAmountRead
        ? Fault.noNumber(neutralised(shortened(elasticity, to: 40)), .elasticity)
        : Fault.noNumber(neutralised(shortened(amount, to: 40)), .amount)
    }
  }

  /// The piece under which a fault is told.
  public static func piece(of fault: any Error) -> Piece {
    switch fault {
    case Fault.noNumber(_, let piece): piece
    case WhatIfLine.Fault.refused(.elasticityOutOfRange, _): .elasticity
    case WhatIfLine.Fault.refused(.unknownCustomer, _): .who
    case WhatIfLine.Fault.refused, WhatIfLine.Fault.notAStep: .amount
    default: .who
    }
  }

  /// The step as `WhatIfLine` reads it.
  public var stepText: String {
    switch kind {
    case "drop": "drop"
    case "personal", "delegated", "automated": "serve:" + kind
    case "reprice": "reprice:" + amount + (elasticity.isEmpty ? "" : "/" + elasticity)
    default: kind + ":" + amount
    }
  }
}

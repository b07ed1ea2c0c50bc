import Decisions
import Ledger
import Portfolio
import Units

/// The case of a relation that may be ended: what it is, the notice it needs, the steps, and the letter.
public struct CeasingPage: Equatable, Sendable {
  /// How long the notice is.
  public let title: [Inline]
  /// Counsel, always.
  public let how: [Inline]
  /// What was refused just now, and why.
  public let refusal: [Inline]
  /// The parts.
  public let panels: [Panel]
  private let back: [Inline]
  private let id: ID<Customer>

  /// What a person typed that cannot be taken.
  public struct Refused: Sendable {
    let sentence: String
    let typed: [CeasingFact: String]
    let fact: CeasingFact?

    /// Describes a refusal.
    /// - Parameters:
    ///   - typed: what was typed into the form of facts, if it was that.
    ///   - fact: the field at fault.
    public init(_ sentence: String, typed: [CeasingFact: String] = [:], fact: CeasingFact? = nil) {
      self.sentence = sentence
      self.typed = typed
      self.fact = fact
    }
  }

  /// Where its forms are sent.
  public static func target(_ id: ID<Customer>) -> Address { .action(Address.ceasing(id).path) }

  /// Makes the page.
  /// - Parameters:
  ///   - known: the customer's case; nothing where none was opened.
  ///   - proposed: the last offer to make; nothing where none is known.
  ///   - today: the day that forms begin with.
  public init(
    _ file: CeasingFile, case known: CeasingCase?, proposed: ProposedRise? = nil, today: Day, refused: Refused? = nil,
    context: PageContext
  ) {
    let voice = context.voice
    id = file.id
    let parts = CeasingPanels(
      file: file, known: known, proposed: proposed, today: today, refused: refused, context: context)
    title = voice.inline(parts.finding)
    how = voice.inline(.haveCounselCheck)
    refusal = refused.map { [.text($0.sentence)] } ?? []
    panels = parts.all
    back = [.link(context.link(.customer(file.id)), [.text("← "), .name(cut(file.name, 80))])]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, .element(.p, "sub counsel") { how.markup },
      refusal.isEmpty ? .nothing : .element(.p, [.class: "warning", .role: "alert"]) { refusal.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .ceasing(id), title: title.plain, content: content)
  }
}

import Units

/// What cannot be shown, in a sentence, and the way back.
public struct FaultPage: Equatable, Sendable {
  private let sentence: String
  private let language: Language

  /// Makes the page of a sentence.
  public init(sentence: String, language: Language) {
    self.sentence = sentence
    self.language = language
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    let title = Phrase(fr: "Cette page ne peut pas être montrée", en: "This page cannot be shown")
    let back = Phrase(fr: "Revenir au tableau de bord", en: "Back to the dashboard")
    return PageFrame(
      context: context, address: .action("/"), title: title.text(in: context.voice),
      content: [
        .element(.h1) { title.text(in: context.voice) },
        EmptyState(
          [[.text(sentence)]], action: [.link(Link(.dashboard), [.text(back.text(in: context.voice))])]
        ).markup,
      ])
  }
}

import Units

/// The first page of an empty workspace: bring a file, or look at a company that does not exist.
public struct WelcomePage: Equatable, Sendable {
  private let context: PageContext

  /// Makes the page.
  public init(_ context: PageContext) { self.context = context }

  /// The whole page.
  public var frame: PageFrame {
    let title = Phrase(
      fr: "Quels clients vous font vivre, lesquels vous coûtent ? Vos factures le disent.",
      en: "Which customers feed you, which cost you? Your invoices tell.")
    return PageFrame(
      context: context, address: .dashboard, title: context.say(Phrase(fr: "Bienvenue", en: "Welcome")),
      content: [.element(.h1) { context.voice.markup(title) }])
  }
}

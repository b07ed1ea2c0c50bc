import Ledger
import Portfolio
import Units

/// The month on one screen: its health, four figures, what to look at first, who makes the margin.
public struct Dashboard: Equatable, Sendable {
  /// The health of the portfolio.
  public let title: [Inline]
  /// The month, and the customers behind it.
  public let context: [Inline]
  /// The four figures.
  public let figures: [Figure]

  /// Makes the dashboard of an analysis.
  public init(_ analysis: PortfolioAnalysis, context: PageContext) {
    let voice = context.voice
    title = voice.inline(Health(analysis).sentence)
    self.context = voice.inline(Health(analysis).context)
    figures = []
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .dashboard, title: context.say(Phrase(fr: "Tableau de bord", en: "Dashboard")),
      content: [
        .element(.h1) { title.markup }, .element(.p, "sub") { self.context.markup }, figures.markup,
      ])
  }
}

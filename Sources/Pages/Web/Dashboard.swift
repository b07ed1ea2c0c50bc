import Decisions
import Ledger
import Portfolio
import Units

/// The month on one screen: its health, four figures, what to look at first, who makes the margin, who is to be seen.
public struct Dashboard: Equatable, Sendable {
  /// The health of the portfolio, in a sentence.
  public let title: [Inline]
  /// The month, and the customers behind it.
  public let context: [Inline]
  /// The four figures.
  public let figures: [Figure]
  /// What to look at first.
  public let first: Panel
  /// The verdicts, or what stands there until they are judged.
  public let verdicts: Panel
  /// The charts.
  public let charts: [Panel]
  /// Customers to cherish, to reprice, to develop, at risk, over-served.
  public let lists: [Panel]

  /// Makes the dashboard of an analysis.
  ///
  /// - Parameter judged: customers whose verdicts the page waits for; of more it shows them once it is there.
  public init(_ analysis: CompanyAnalysis, context: PageContext, judged: Int = VerdictSummary.mostAtOnce) {
    let voice = context.voice
    title = voice.inline(Health(analysis).sentence)
    self.context = voice.inline(Health(analysis).context) + Dashboard.fall(analysis, context: context)
    figures = KeyFigures(company: analysis.company, voice: voice).figures(links: [
      context.link(.report(.month)), context.link(.report(.profitability)), context.link(.customers),
      context.link(.report(.adequacy)),
    ])
    let isJudged = analysis.books.customers.count <= judged
    let look = LookFirst(analysis, verdicts: isJudged ? analysis.life.verdicts : nil)
    first = Dashboard.first(look, of: analysis, context: context)
    let summary = VerdictSummary(analysis, context: context)
    verdicts = isJudged ? summary.panel : summary.placeholder
    let writer = PanelWriter(analysis: analysis, context: context)
    charts = [writer.whale(isHalf: true), writer.stageMix(isHalf: true), writer.categoryMargins].compactMap { $0 }
    lists = CustomerListPanels(analysis, context: context).panels
  }

  /// Where to see why the month fell, when it did.
  private static func fall(_ analysis: CompanyAnalysis, context: PageContext) -> [Inline] {
    guard let now = analysis.company.lastMonth?.revenue, let then = analysis.company.sameMonthYearBefore?.revenue,
      then > .zero
    else { return [] }
    let words =
      now < then
      ? Phrase(fr: "Pourquoi ce mois a baissé", en: "Why this month fell")
      : Phrase(fr: "D'où vient le changement du mois", en: "Where the month's change comes from")
    return [.text(" "), .link(context.link(.report(.month)), [.text(context.say(words))])]
  }

  private static func first(_ look: LookFirst, of analysis: CompanyAnalysis, context: PageContext) -> Panel {
    let voice = context.voice
    return Panel(
      id: "first", title: voice.inline(Phrase(fr: "À regarder d'abord", en: "Look at this first")),
      how: look.items.isEmpty ? [] : voice.inline(LookFirst.how),
      parts: [
        look.items.isEmpty
          ? .empty(EmptyState(LookFirst.nothing(analysis).map { voice.inline($0) }))
          : .actions(look.table(in: voice, books: analysis.books, context: context))
      ])
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .dashboard, title: context.say(Phrase(fr: "Tableau de bord", en: "Dashboard")),
      content: [
        .element(.h1) { title.markup }, .element(.p, "sub") { self.context.markup },
        .element(.div, "big") { figures.markup },
        .element(.div, "panels") { ([first, verdicts] + charts + lists).map(\.markup) },
      ])
  }
}

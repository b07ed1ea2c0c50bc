import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// How clearly customers part into categories, and what each would weigh.
  var suggestions: [Panel] { [trials, weights].compactMap { $0 } }

  private var trials: Panel? {
    let suggestions = analysis.suggestions
    let measured = suggestions.trials.filter { $0.silhouette != nil }
    guard measured.count > 1,
      let best = measured.max(by: { ($0.silhouette ?? -1) < ($1.silhouette ?? -1) }), let value = best.silhouette
    else { return nil }
    let least = analysis.policy.suggestions.leastSilhouette.value
    let finding = Phrase(
      fr: """
        C'est en \(best.categories, "catégorie", "catégories") que les clients se distinguent le mieux : \
        \(number: value, digits: 2)
        """,
      en: """
        Customers part most clearly into \(best.categories, "category", "categories"): \(number: value, digits: 2)
        """)
    let plot = Plot(
      id: "trials-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("categories", Phrase(fr: "Catégories", en: "Categories"), .text),
        ReportColumn("silhouette", Phrase(fr: "Netteté", en: "Silhouette"), .number(digits: 2)),
      ],
      lines: [Plot.Line(column: 1, form: .bar)],
      rows: suggestions.trials.map { trial in
        Plot.Row(
          cells: [.integer(trial.categories), .number(trial.silhouette)],
          tone: trial == best ? .accent : .soft)
      },
      levels: [
        .init(
          least,
          words: say(
            Phrase(
              fr: "sous \(number: least, digits: 2) : pas de catégories",
              en: "under \(number: least, digits: 2): no categories")))
      ])
    return panel(
      "trials", finding,
      how: Phrase(
        fr: "Silhouette moyenne de chaque nombre de catégories essayé : 1 est net, 0 ne distingue rien.",
        en: "Mean silhouette of each number of categories tried: 1 is clear, 0 tells nothing apart."), isHalf: true,
      [plot.part(self)])
  }

  private var weights: Panel? {
    guard let proposals = analysis.suggestions.proposals.value, let first = proposals.first else { return nil }
    let total = proposals.map(\.revenue).sum
    let finding = Phrase(
      fr: """
        La première proposition : \(first.members.count, "client", "clients"), \
        \(percent: Share(first.revenue, of: total)?.value ?? 0) du chiffre d'affaires comparé
        """,
      en: """
        The first proposal: \(first.members.count, "customer", "customers"), \
        \(percent: Share(first.revenue, of: total)?.value ?? 0) of the revenue compared
        """)
    let plot = Plot(
      id: "weights-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("proposal", Phrase(fr: "Comme", en: "Like"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer), .revenue(),
      ],
      lines: [Plot.Line(column: 2, form: .bar, showsFigures: true)],
      rows: proposals.map { proposal in
        Plot.Row(
          cells: [name(of: proposal.typical), .integer(proposal.members.count), .cents(proposal.revenue)],
          link: link(to: proposal.typical))
      })
    return panel(
      "weights", finding,
      how: Phrase(
        fr: "Chaque proposition sous le nom du client qui ressemble le plus aux autres.",
        en: "Each proposal under the name of the customer most like the others."), isHalf: true, [plot.part(self)])
  }
}

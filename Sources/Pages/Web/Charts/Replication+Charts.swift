import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// What the attractive categories would bring, and each with its targets.
  var replication: [Panel] {
    let plan = analysis.life.replication
    guard !plan.rows.isEmpty else { return [] }
    return ([expected(plan)] + plan.rows.enumerated().map { targets(of: $1, at: $0) }).compactMap { $0 }
  }

  private func expected(_ plan: ReplicationPlan) -> Panel? {
    guard let best = plan.rows.max(by: { $0.expected < $1.expected }), best.expected > .zero else { return nil }
    let finding = Phrase(
      fr: "« \(name: best.category) » porte le plus : \(euros: best.expected, .compact) par an, estimés",
      en: "“\(name: best.category)” carries most: \(euros: best.expected, .compact) a year, estimated")
    let plot = Plot(
      id: "expected-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
        ReportColumn("expected", Phrase(fr: "CA attendu, estimé", en: "Revenue expected, estimated"), .euros),
        ReportColumn("margin", Phrase(fr: "Marge attendue", en: "Margin expected"), .euros),
        ReportColumn("win", Phrase(fr: "À gagner", en: "To win"), .integer),
        ReportColumn("develop", Phrase(fr: "À développer", en: "To develop"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .good, showsFigures: true)],
      rows: plan.rows.map { row in
        Plot.Row(
          cells: [
            .text(row.category), .cents(row.expected), .cents(row.expectedMargin), .integer(row.toWin),
            .integer(row.toDevelop),
          ], link: link(toCategory: row.category))
      })
    return panel(
      "expected", finding,
      how: Phrase(
        fr:
          "Prospects à gagner au CA médian de leur catégorie ; clients à développer par les gammes qui leur manquent.",
        en: "Prospects to win at the median revenue of their category; customers to develop by the ranges they miss."),
      [plot.part(self)])
  }

  private func targets(of row: ReplicationPlan.Row, at place: Int) -> Panel? {
    let all = row.prospects.filter(\.isTarget) + row.customers.filter(\.isTarget)
    guard !all.isEmpty else { return nil }
    let traits = row.profile?.shared.filter(\.speaksFor).prefix(3) ?? []
    let finding = Phrase(
      fr: """
        « \(name: row.category) » : \(row.toWin, "prospect", "prospects") à gagner, \
        \(row.toDevelop, "client", "clients") à développer
        """,
      en: """
        “\(name: row.category)”: \(row.toWin, "prospect", "prospects") to win, \
        \(row.toDevelop, "customer", "customers") to develop
        """)
    let how =
      traits.isEmpty
      ? Phrase(
        fr: "Ressemblance × attendu, le plus d'abord.", en: "Resemblance × what is expected, the most first.")
      : Phrase(fr: "Ses meilleurs clients ont en commun : ", en: "Its best customers share: ")
        + .list(traits.map(\.short)) + .stop
    let columns = [
      ReportColumn("name", Phrase(fr: "Qui", en: "Who"), .text),
      ReportColumn("kind", Phrase(fr: "À faire", en: "To do"), .text),
      ReportColumn("score", Phrase(fr: "Ressemblance", en: "Resemblance"), .percent(digits: 0)),
      ReportColumn("expected", Phrase(fr: "Attendu par an, estimé", en: "Expected a year, estimated"), .euros),
      ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text),
    ]
    return panel(
      "category-\(place)", finding, how: how,
      [
        .table(
          table(
            "category-\(place)-table", finding, columns,
            all.prefix(12).map { candidate in
              let subject = candidate.row.subject
              return Row(
                cells: [
                  subject.cells(in: books)[2],
                  .phrase(
                    subject.isProspect ? Phrase(fr: "gagner", en: "win") : Phrase(fr: "développer", en: "develop")),
                  .share(candidate.row.score), .cents(candidate.expected), reasons(candidate.row),
                ], link: link(toSubject: subject))
            }))
      ])
  }

  /// The two strongest reasons for resembling.
  private func reasons(_ row: LookAlikes.Row) -> ReportCell {
    .list(row.reasons.filter(\.speaksFor).prefix(2).map { .phrase($0.short) })
  }

  /// What the best customers have in common, and the prospects most like them.
  var lookAlikes: [Panel] {
    guard let alike = analysis.life.lookAlikes.value else { return [] }
    return [shared(alike), prospects(alike), customers(alike)].compactMap { $0 }
  }

  private func shared(_ alike: LookAlikes) -> Panel? {
    let traits = alike.profile.shared.filter { alike.profile.repeated[$0.trait] == nil }
    guard let first = traits.max(by: { $0.weight < $1.weight }) else { return nil }
    let finding =
      Phrase(
        fr: "\(percent: first.shareOfBest?.value ?? 0) de vos meilleurs clients ont en commun : ",
        en: "\(percent: first.shareOfBest?.value ?? 0) of your best customers share: ")
      + first.short
      + Phrase(
        fr: " ; c'est le cas de \(percent: first.shareOfAll?.value ?? 0) de tous",
        en: "; so do \(percent: first.shareOfAll?.value ?? 0) of all")
    let plot = Plot(
      id: "shared-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("trait", Phrase(fr: "Trait", en: "Trait"), .text),
        ReportColumn("best", Phrase(fr: "Des meilleurs", en: "Of the best"), .percent(digits: 0)),
        ReportColumn("all", Phrase(fr: "De tous", en: "Of all"), .percent(digits: 0)),
      ],
      lines: [
        Plot.Line(column: 1, form: .bar, tone: .good, showsFigures: true),
        Plot.Line(column: 2, form: .bar, tone: .soft, showsFigures: true),
      ],
      rows: traits.map { Plot.Row(cells: [.phrase($0.short), .share($0.shareOfBest), .share($0.shareOfAll)]) })
    return panel(
      "shared", finding,
      how: Phrase(
        fr: "Pour chaque trait, la valeur la plus fréquente chez les meilleurs : leur part, et celle de tous.",
        en: "For each trait the value most frequent among the best: their part, and that of all."),
      [plot.part(self)])
  }

  private func prospects(_ alike: LookAlikes) -> Panel? {
    let rows = analysis.life.prospectsToWin(alike)
    guard let first = rows.first else { return nil }
    let name = books.prospects[first.subject.place].name
    return list(
      "prospects", rows,
      Phrase(
        fr: "Prospects : « \(name: name) » ressemble le plus", en: "Prospects: “\(name: name)” resembles most"))
  }

  private func customers(_ alike: LookAlikes) -> Panel? {
    guard let first = alike.customers.first else { return nil }
    let name = books.customers.names[first.subject.place]
    return list(
      "customers", alike.customers,
      Phrase(
        fr: "Clients : « \(name: name) » ressemble le plus, sans être des meilleurs",
        en: "Customers: “\(name: name)” resembles most without being one of the best"))
  }

  private func list(_ id: String, _ rows: [LookAlikes.Row], _ finding: Phrase) -> Panel? {
    panel(
      id, finding,
      how: Phrase(
        fr: "Les dix plus ressemblants et leurs deux raisons les plus fortes.",
        en: "The ten most alike and their two strongest reasons."),
      isHalf: true,
      [
        .table(
          table(
            id + "-table", finding,
            [
              ReportColumn("name", Phrase(fr: "Qui", en: "Who"), .text),
              ReportColumn("score", Phrase(fr: "Ressemblance", en: "Resemblance"), .percent(digits: 0)),
              ReportColumn("known", Phrase(fr: "Connu", en: "Known"), .percent(digits: 0)),
              ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text),
            ],
            rows.prefix(10).map { row in
              Row(
                cells: [
                  row.subject.cells(in: books)[2], .share(row.score), .share(row.completeness),
                  analysis.life.bar(of: row.subject).map { .tag(.init($0.rawValue, $0.label, tone: .bad)) }
                    ?? reasons(row),
                ],
                link: link(toSubject: row.subject))
            }))
      ])
  }
}

import Decisions
import Ledger
import Portfolio
import Units

/// What the parts of a what-if are written with.
struct WhatIfWriter {
  let panels: PanelWriter
  let asked: WhatIfPage.Asked

  var voice: Voice { panels.voice }
  private var books: Books { panels.books }
  var context: PageContext { panels.context }

  func say(_ phrase: Phrase) -> String { context.say(phrase) }

  /// The page that asks for something else.
  private func link(_ asked: WhatIfPage.Asked) -> Link { context.link(.whatIf, asked.items) }

  /// The lines of a scenario, each with a link that takes it out.
  func lines(_ tried: TriedScenario, isOther: Bool) -> Panel? {
    let lines = tried.scenario.lines
    guard !lines.isEmpty else { return nil }
    let title =
      isOther
      ? Phrase(fr: "L'autre scénario", en: "The other scenario") : Phrase(fr: "Ce qui est essayé", en: "What is tried")
    let rows = lines.enumerated().map { place, line -> [[Inline]] in
      let rest = WhatIfScenario(lines.enumerated().filter { $0.offset != place }.map(\.element))
      let without = isOther ? WhatIfPage.Asked(asked.scenario, against: rest) : .init(rest, against: asked.other)
      return [
        voice.inline(line.step.label), voice.inline(line.who(books.customers)),
        [
          .link(
            link(without),
            [.text(say(Phrase(fr: "Retirer", en: "Take out")))])
        ],
      ]
    }
    return Panel(
      id: isOther ? "other-lines" : "lines", title: voice.inline(title),
      how: voice.inline(
        Phrase(
          fr: "Un geste nommé deux fois compte une fois ; l'ordre ne change rien.",
          en: "A step named twice counts once; the order changes nothing.")),
      parts: [
        .table(
          TableModel(
            id: isOther ? "other-lines-table" : "lines-table", caption: say(title),
            columns: [
              TableModel.Column(say(Phrase(fr: "Geste", en: "Step")), isName: true, width: 20),
              TableModel.Column(say(Phrase(fr: "Sur qui", en: "On whom")), width: 20),
              TableModel.Column(say(Phrase(fr: "Ôter", en: "Remove")), width: 8),
            ], rows: rows))
      ], isHalf: true)
  }

  /// The form that adds a line.
  var adding: Panel {
    let refused = asked.refused
    let typed = refused?.line ?? WhatIfForm { _ in nil }
    func option(_ value: String, _ label: Phrase) -> FormModel.Field.Option { .init(value, say(label)) }
    func problem(_ piece: WhatIfForm.Piece) -> [Inline] {
      refused.flatMap { $0.piece == piece ? [.text($0.sentence)] : nil } ?? []
    }
    let kinds =
      [
        option("drop", WhatIfStep.Kind.drop.label), option("reprice", WhatIfStep.Kind.reprice.label),
        option("lose", WhatIfStep.Kind.lose.label), option("minimum", WhatIfStep.Kind.minimumOrder.label),
      ] + Policy.ServiceLevel.allCases.map { option($0.rawValue, WhatIfStep.serve($0).label) }
    let fields: [FormModel.Field] = [
      FormModel.Field(
        "who", say(Phrase(fr: "Client, code ou nom", en: "Customer, code or name")),
        .text(value: typed.who.isEmpty ? asked.who : typed.who, placeholder: ""),
        problem: problem(.who)),
      FormModel.Field(
        "group", say(Phrase(fr: "Ou un groupe", en: "Or a group")), .choice(value: typed.group, options: groups)),
      FormModel.Field(
        "kind", say(Phrase(fr: "Geste", en: "Step")),
        .choice(value: typed.kind.isEmpty ? "reprice" : typed.kind, options: kinds)),
      FormModel.Field(
        "amount", say(Phrase(fr: "Combien", en: "How much")), .text(value: typed.amount, placeholder: "5"),
        help: voice.inline(
          Phrase(
            fr: "Hausse ou chance de le perdre, en % ; minimum de commande, en \(words: voice.symbol).",
            en: "The rise or the chance of losing it, in %; the minimum order, in \(words: voice.symbol).")),
        problem: problem(.amount)),
      FormModel.Field(
        "elasticity", say(Phrase(fr: "Volume perdu par % de hausse", en: "Volume lost for each % of rise")),
        .text(value: typed.elasticity, placeholder: ""),
        help: voice.inline(
          Phrase(fr: "En % ; vide : aucun.", en: "In %; empty: none.")), problem: problem(.elasticity)),
    ]
    let into: [FormModel.Field] =
      asked.other == nil
      ? []
      : [
        FormModel.Field(
          "into", say(Phrase(fr: "Dans", en: "Into")),
          .choice(
            value: typed.isOther ? "other" : "this",
            options: [
              option("this", Phrase(fr: "ce scénario", en: "this scenario")),
              option("other", Phrase(fr: "l'autre scénario", en: "the other scenario")),
            ]))
      ]
    let kept = (context.choice.items + asked.items).filter { !$0.value.isEmpty }.map {
      FormModel.Field($0.name, "", .hidden($0.value))
    }
    return Panel(
      id: "adding", title: voice.inline(Phrase(fr: "Essayer un geste", en: "Try a step")),
      parts: [
        .form(
          FormModel(
            action: Link(.whatIf), method: .get, fields: fields + into + kept,
            buttons: [FormModel.Button(say(Phrase(fr: "Essayer", en: "Try")))]))
      ], isHalf: true)
  }

  private var groups: [FormModel.Field.Option] {
    let fixed: [WhatIfGroup] =
      Verdict.allCases.map { .verdict($0) } + [.belowFloor]
      + ["new", "developing", "mature", "declining", "episodic"].map { .stage($0) }
      + ["A", "B", "C", "D"].map { .letter($0) }
    let categories = panels.analysis.portfolio.categories.names.prefix(60).map { WhatIfGroup.category($0) }
    return [.init("", say(Phrase(fr: "aucun", en: "none")))]
      + (fixed + categories).map { .init($0.text, say($0.label(books.customers))) }
  }

  /// From the margin of today to that of the scenario, step by step.
  func bridge(_ result: WhatIf) -> Panel? {
    guard !result.byStep.isEmpty else { return nil }
    let finding = result.finding
    let bars =
      [
        Plot.Row(
          cells: [.phrase(Phrase(fr: "Aujourd'hui", en: "Today")), .cents(result.base.operatingMargin)], tone: .ink,
          isBase: true)
      ]
      + result.byStep.map { bar in
        Plot.Row(
          cells: [.phrase(bar.cause.label), .cents(bar.change.operatingMargin)],
          tone: bar.change.operatingMargin < .zero ? .bad : .good)
      }
      + [
        Plot.Row(
          cells: [
            .phrase(Phrase(fr: "Avec ces gestes", en: "With these steps")), .cents(result.figures.operatingMargin),
          ],
          tone: .ink, isBase: true)
      ]
    let plot = Plot(
      id: "bridge-chart", kind: .waterfall, title: finding,
      columns: [
        ReportColumn("step", Phrase(fr: "Geste", en: "Step"), .text),
        ReportColumn("margin", Phrase(fr: "Marge opérationnelle", en: "Operating margin"), .euros),
      ], lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)], rows: bars)
    return panels.panel(
      "bridge", Phrase(fr: "Geste par geste, la marge opérationnelle", en: "The operating margin, step by step"),
      how: Phrase(
        fr: """
          Marge brute moins coût de service moins ce qui reste à payer un an durant : \(euros: result.change.stranded, .compact) \
          de coûts ne partent pas.
          """,
        en: """
          Gross margin less the cost to serve less what stays to be paid for a year: \
          \(euros: result.change.stranded, .compact) of costs do not go.
          """), [plot.part(panels)])
  }

  /// Customer by customer.
  func customers(_ result: WhatIf) -> Panel? {
    let bars = result.byCustomer.sorted {
      let (one, other) = ($0.change.operatingMargin, $1.change.operatingMargin)
      return one.magnitude == other.magnitude ? $0.cause < $1.cause : one.magnitude > other.magnitude
    }
    guard !bars.isEmpty else { return nil }
    let gaining = bars.count { $0.change.operatingMargin > .zero }
    let finding = Phrase(
      fr: """
        \(bars.count, "client touché", "clients touchés") ; le gain vient de \(gaining, "client", "clients")
        """,
      en: """
        \(bars.count, "customer", "customers") touched; the gain comes from \(gaining, "customer", "customers")
        """)
    let shown = bars.prefix(25).map { bar in
      PanelWriter.Row(
        cells: [
          panels.name(of: bar.cause), .cents(bar.change.revenue), .cents(bar.change.grossMargin),
          .cents(bar.change.costToServe), .cents(bar.change.stranded), .cents(bar.change.operatingMargin),
        ], link: panels.link(to: bar.cause))
    }
    return panels.panel(
      "customers", finding,
      how: bars.count > 25
        ? Phrase(fr: "Les vingt-cinq plus gros effets.", en: "The twenty-five largest effects.")
        : Phrase(fr: "Le plus gros effet d'abord.", en: "The largest effect first."),
      [.table(panels.table("customers-table", finding, Self.changeColumns("name", .customerName), Array(shown)))])
  }

  private static func changeColumns(_ key: String, _ title: Phrase) -> [ReportColumn] {
    [
      ReportColumn(key, title, .text), ReportColumn("revenue", Phrase(fr: "CA", en: "Revenue"), .euros),
      ReportColumn("gross", Phrase(fr: "Marge brute", en: "Gross margin"), .euros),
      ReportColumn("service", Phrase(fr: "Coût de service", en: "Cost to serve"), .euros),
      ReportColumn("stranded", Phrase(fr: "Reste à payer", en: "Stays to pay"), .euros),
      ReportColumn("margin", Phrase(fr: "Marge opérationnelle", en: "Operating margin"), .euros),
    ]
  }

  /// What the freed hours could do.
  func developments(_ result: WhatIf) -> Panel? {
    guard result.freed.total != 0 else { return nil }
    let margin = result.developments.map(\.margin).sum
    let finding =
      result.freed.total < 0
      ? Phrase(
        fr: "\(minutes: -result.freed.total) de plus à donner", en: "\(minutes: -result.freed.total) more to be given")
      : result.developments.isEmpty
        ? Phrase(
          fr: "\(minutes: result.freed.total) rendues, personne à développer avec",
          en: "\(minutes: result.freed.total) freed, nobody to develop with them")
        : Phrase(
          fr: """
            \(minutes: result.freed.total) rendues : de quoi développer \(result.developments.count, "client", "clients"), \
            jusqu'à \(euros: margin, .compact) de marge brute
            """,
          en: """
            \(minutes: result.freed.total) freed: enough to develop \(result.developments.count, "customer", "customers"), up \
            to \(euros: margin, .compact) of gross margin
            """)
    let pools = result.freed.values.enumerated().filter { $0.element != 0 }.map { place, minutes in
      PanelWriter.Row(cells: [
        panels.analysis.poolName(place).map { .text($0) } ?? .phrase(Phrase(fr: "sans rôle", en: "no role")),
        .minutes(minutes), .minutes(result.idle[place]),
      ])
    }
    let roles = panels.table(
      "pools-table", Phrase(fr: "Heures rendues par rôle", en: "Hours freed by role"),
      [
        ReportColumn("role", Phrase(fr: "Rôle", en: "Role"), .text),
        ReportColumn("hours", Phrase(fr: "Heures", en: "Hours"), .hours),
        ReportColumn("idle", Phrase(fr: "Déjà libres", en: "Idle already"), .hours),
      ], pools)
    let rows = result.developments.prefix(12).map { found in
      PanelWriter.Row(
        cells: [
          panels.name(of: found.chance.customer), .minutes(found.minutes.total), .cents(found.margin),
          .cents(found.chance.marginPerHour),
        ], link: panels.link(to: found.chance.customer))
    }
    let table = panels.table(
      "developments-table", finding,
      [
        ReportColumn("name", .customerName, .text), ReportColumn("hours", Phrase(fr: "Heures", en: "Hours"), .hours),
        ReportColumn("margin", Phrase(fr: "Marge brute possible", en: "Possible gross margin"), .euros),
        ReportColumn("hour", Phrase(fr: "Par heure", en: "An hour"), .euros),
      ], Array(rows))
    return panels.panel(
      "developments", finding,
      how: Phrase(
        fr: "Là où l'heure rapporte le plus d'abord ; ce n'est pas compté dans la marge ci-dessus.",
        en: "Where an hour brings most first; it is not counted in the margin above.") + idleHours(result),
      [.table(roles), rows.isEmpty ? nil : .table(table)])
  }

  /// Hours that could develop somebody without any step.
  private func idleHours(_ result: WhatIf) -> Phrase {
    result.idleWords.map { Phrase(fr: " ", en: " ") + $0.capitalised + .stop } ?? .nothing
  }

  /// Steps that change nothing.
  func voids(_ result: WhatIf) -> Panel? {
    guard !result.voids.isEmpty else { return nil }
    let finding = Phrase(
      fr: "\(result.voids.count, "geste sans effet", "gestes sans effet")",
      en: "\(result.voids.count, "step without effect", "steps without effect")")
    let rows = result.voids.prefix(25).map { void in
      PanelWriter.Row(
        cells: [panels.name(of: void.customer), .phrase(void.step.label), .phrase(void.reason.label)],
        link: panels.link(to: void.customer))
    }
    return panels.panel(
      "voids", finding, how: Phrase(fr: "Et pourquoi.", en: "And why."), isHalf: true,
      [
        .table(
          panels.table(
            "voids-table", finding,
            [
              ReportColumn("name", .customerName, .text), ReportColumn("step", Phrase(fr: "Geste", en: "Step"), .text),
              ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text),
            ], Array(rows)))
      ])
  }

  /// The other scenario's lines, or a link that begins one.
  func against(_ other: TriedScenario?, _ tried: TriedScenario) -> Panel? {
    if let other, let lines = lines(other, isOther: true) { return lines }
    guard !tried.scenario.lines.isEmpty else { return nil }
    let begin = Phrase(
      fr: "Comparer à un autre scénario, parti de celui-ci", en: "Compare with another scenario that starts as this one"
    )
    return Panel(
      id: "other-lines", title: voice.inline(Phrase(fr: "Un autre scénario ?", en: "Another scenario?")),
      parts: [
        .text([
          .link(link(.init(asked.scenario, against: asked.scenario)), [.text(say(begin))]), .text("."),
        ])
      ], isHalf: true)
  }

  /// What this scenario has more, or less, than the other.
  func comparison(_ other: TriedScenario, _ tried: TriedScenario) -> Panel? {
    let compared = WhatIfComparison(other.result, tried.result)
    let change = compared.change.operatingMargin
    let finding =
      change == .zero
      ? Phrase(fr: "Les deux scénarios se valent", en: "Both scenarios come to the same")
      : change > .zero
        ? Phrase(
          fr: "Ce scénario vaut \(euros: change, .compact) de plus que l'autre",
          en: "This scenario is worth \(euros: change, .compact) more than the other")
        : Phrase(
          fr: "Ce scénario vaut \(euros: change.magnitude, .compact) de moins que l'autre",
          en: "This scenario is worth \(euros: change.magnitude, .compact) less than the other")
    func row(_ label: Phrase, _ figures: WhatIfFigures) -> PanelWriter.Row {
      PanelWriter.Row(cells: [
        .phrase(label), .cents(figures.revenue), .cents(figures.grossMargin), .cents(figures.costToServe),
        .cents(figures.stranded), .cents(figures.operatingMargin),
      ])
    }
    let rows =
      [row(Phrase(fr: "L'autre scénario", en: "The other scenario"), compared.first)]
      + compared.byStep.map { row($0.cause.label, $0.change) }
      + [row(Phrase(fr: "Ce scénario", en: "This scenario"), compared.second)]
    return panels.panel(
      "comparison", finding,
      how: Phrase(fr: "De l'autre à celui-ci, geste par geste", en: "From the other to this one, step by step")
        + freed(compared),
      [
        .table(
          panels.table(
            "comparison-table", finding, Self.changeColumns("step", Phrase(fr: "Geste", en: "Step")), rows))
      ])
  }

  /// The hours that one scenario frees beyond the other's, and what these could develop.
  private func freed(_ compared: WhatIfComparison) -> Phrase {
    let (minutes, margin) = (compared.freed.total, compared.developable)
    switch minutes {
    case 0: return .stop
    case 1...:
      return Phrase(
        fr: " ; il rend \(minutes: minutes) de plus (marge qu'elles développeraient : \(euros: margin, .signed)).",
        en: "; it frees \(minutes: minutes) more (margin they could develop: \(euros: margin, .signed)).")
    default:
      return Phrase(
        fr: " ; il rend \(minutes: -minutes) de moins (marge qu'elles développeraient : \(euros: margin, .signed)).",
        en: "; it frees \(minutes: -minutes) less (margin they could develop: \(euros: margin, .signed)).")
    }
  }
}

extension Phrase {
  /// The header of a column of customers' names.
  static let customerName = Phrase(fr: "Client", en: "Customer")
}

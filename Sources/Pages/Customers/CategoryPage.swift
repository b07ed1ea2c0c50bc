import Decisions
import Ledger
import Portfolio
import Units

/// One category: its figures, how its customers need, think and decide, what is invested in it, and its name.
public struct CategoryPage: Equatable, Sendable {
  /// Its name.
  public let title: [Inline]
  /// The panels.
  public let panels: [Panel]
  private let name: String
  private let back: [Inline]

  /// Where its forms are sent.
  public static func target(_ name: String) -> Address { .action(Address.category(name).path) }

  /// Makes the page.
  /// - Parameters:
  ///   - written: what is said of it, as a person would type it.
  ///   - refused: what was typed just now that cannot be taken, the field it is about, and why.
  public init(
    _ name: String, _ analysis: CompanyAnalysis, written: [CategoryField: String],
    refused: (field: String, typed: [String: String], sentence: String)? = nil, context: PageContext
  ) {
    let voice = context.voice
    self.name = name
    title = voice.inline(Phrase(fr: "« \(name: cut(name, 80)) »", en: "“\(name: cut(name, 80))”"))
    back = [.link(context.link(.categories), [.text("← ")] + voice.inline(Address.categories.label))]
    func field(_ field: CategoryField, help: Phrase? = nil) -> FormModel.Field {
      let typed = refused?.typed[field.rawValue] ?? written[field] ?? ""
      let control: FormModel.Field.Control =
        field == .state
        ? .choice(
          value: typed,
          options: ExpertiseState.allCases.map { .init($0.rawValue, context.say($0.tag.label)) })
        : .text(value: typed, placeholder: "")
      return FormModel.Field(
        field.rawValue, context.say(field.label), control, help: help.map { voice.inline($0) } ?? [],
        problem: refused?.field == field.rawValue ? refused.map { [.text($0.sentence)] } ?? [] : [])
    }
    func form(_ fields: [FormModel.Field], _ verb: String, _ button: Phrase) -> Panel.Part {
      .form(
        FormModel(
          action: Link(CategoryPage.target(name)), method: .post, fields: fields,
          buttons: [FormModel.Button(context.say(button), name: "do", value: verb)], token: context.token))
    }
    let row = analysis.life.expertise.rows.first { $0.category == name }
    let proposed = row?.proposedRate.map { rate in
      Phrase(
        fr: "Proposé : \(percent: rate.value, digits: 1), le taux de ses meilleurs clients.",
        en: "Proposed: \(percent: rate.value, digits: 1), the rate of its best customers.")
    }
    panels = [
      CategoryPage.figures(name, analysis, context),
      Panel(
        id: "people", title: voice.inline(Phrase(fr: "Besoin, pensée, décision", en: "Need, thought, decision")),
        how: voice.inline(
          Phrase(
            fr: "Ce qu'aucun chiffre ne dit : une personne l'écrit. Vide : repris.",
            en: "What no figure tells: a person writes it. Empty: taken back.")),
        parts: [
          form(
            [field(.need), field(.thinking), field(.deciding)], "describe",
            Phrase(fr: "Écrire", en: "Write"))
        ], isHalf: true),
      Panel(
        id: "expertise",
        title: voice.inline(Phrase(fr: "Expertise investie ici", en: "Expertise invested here")),
        how: voice.inline(
          Phrase(
            fr: "Suivie comme une action : marge depuis, contre le taux visé et contre avant.",
            en: "Followed like an action: the margin since, against the rate aimed at and against before.")),
        parts: [
          form(
            [
              field(.skill), field(.budget), field(.owner), field(.targetRate, help: proposed),
              field(.started, help: Phrase(fr: "Par exemple 2026-03.", en: "For example 2026-03.")), field(.state),
            ], "invest", Phrase(fr: "Écrire l'investissement", en: "Write the investment"))
        ] + CategoryPage.followUp(row, context), isHalf: true),
      Panel(
        id: "rename", title: voice.inline(Phrase(fr: "Changer son nom", en: "Change its name")),
        how: voice.inline(
          Phrase(
            fr:
              "Dans vos règles et dans ce que l'on en dit ; les fichiers restent, une règle dit ce que leur mot veut dire.",
            en: "In your rules and in what is said of it; files stay, a rule says what their word means.")),
        parts: [
          form(
            [
              FormModel.Field(
                "to", context.say(Phrase(fr: "Nouveau nom", en: "New name")),
                .text(value: refused?.typed["to"] ?? "", placeholder: ""),
                problem: refused?.field == "to" ? refused.map { [.text($0.sentence)] } ?? [] : [])
            ], "rename", Phrase(fr: "Renommer", en: "Rename"))
        ], isHalf: true),
    ]
  }

  private static func figures(_ name: String, _ analysis: CompanyAnalysis, _ context: PageContext) -> Panel {
    let voice = context.voice
    let total = analysis.categoryTable.totals.first { $0.category == name }
    let attraction = analysis.attractiveness.rows.first { $0.category == name }
    let shared = analysis.life.lookAlikes.value?.byCategory[name]?.shared.filter { $0.weight > 0.1 } ?? []
    func fact(_ label: Phrase, _ cell: ReportCell, _ kind: ReportColumn.Kind) -> Panel.Fact {
      Panel.Fact(context.say(label), voice.inline(cell, under: ReportColumn("x", label, kind)))
    }
    var facts = [
      fact(Phrase(fr: "Clients", en: "Customers"), .integer(total?.members ?? 0), .integer),
      fact(Phrase(fr: "Actifs", en: "Active"), .integer(total?.sums.active ?? 0), .integer),
      fact(Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .cents(total?.sums.revenue), .euros),
      fact(
        Phrase(fr: "Taux de marge", en: "Margin rate"), .share(total?.sums.rate, else: .marginUnknown),
        .percent(digits: 1)),
      fact(
        Phrase(fr: "Attrait", en: "Attraction"),
        .integer(attraction?.meanRank == nil ? nil : attraction?.place), .integer),
    ]
    if !shared.isEmpty {
      facts.append(
        fact(
          Phrase(fr: "Ses meilleurs ont en commun", en: "Its best share"), .list(shared.map { .phrase($0.short) }),
          .text))
    }
    return Panel(
      id: "figures", title: voice.inline(Phrase(fr: "Ses chiffres", en: "Its figures")),
      how: [
        .link(
          context.link(.customers, [Link.Item("is.category", name)]),
          voice.inline(Phrase(fr: "Ses clients", en: "Its customers")))
      ], parts: [.facts(facts)], isHalf: true)
  }

  private static func followUp(_ row: ExpertiseReview.Row?, _ context: PageContext) -> [Panel.Part] {
    guard let since = row?.followUp else { return [] }
    let voice = context.voice
    func fact(_ label: Phrase, _ cell: ReportCell, _ kind: ReportColumn.Kind) -> Panel.Fact {
      Panel.Fact(context.say(label), voice.inline(cell, under: ReportColumn("x", label, kind)))
    }
    return [
      .facts([
        Panel.Fact(
          context.say(Phrase(fr: "Mois suivis", en: "Months followed")),
          voice.inline(Phrase(fr: "\(since.span)", en: "\(since.span)"))),
        fact(Phrase(fr: "Marge depuis", en: "Margin since"), .cents(since.margin, else: .marginUnknown), .euros),
        fact(Phrase(fr: "Marge au taux visé", en: "Margin at the rate aimed at"), .cents(since.expected), .euros),
        fact(Phrase(fr: "Taux depuis", en: "Rate since"), .share(since.rate), .percent(digits: 1)),
        fact(Phrase(fr: "Taux d'avant", en: "Rate before"), .share(since.rateBefore), .percent(digits: 1)),
        fact(Phrase(fr: "Marge de plus qu'avant", en: "Margin more than before"), .cents(since.gain), .euros),
      ])
    ]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .category(name), title: title.plain, content: content)
  }
}

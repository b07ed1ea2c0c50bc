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
  private let sub: [Inline]
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
    title = voice.inline(CategoryPage.finding(name, analysis))
    sub =
      voice.inline(
        Phrase(fr: "\(capital: analysis.books.window.current). ", en: "\(capital: analysis.books.window.current). "))
      + [
        .link(
          context.link(.customers, [Link.Item("is.category", name)]),
          voice.inline(Phrase(fr: "Ses clients", en: "Its customers")))
      ]
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
            fr: "Ce qu'aucun chiffre ne dit : une personne l'écrit. Une case vidée efface ce qui était écrit.",
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

  /// What its customers bring, in a sentence.
  private static func finding(_ name: String, _ analysis: CompanyAnalysis) -> Phrase {
    let short = cut(name, 80)
    guard let sums = analysis.categoryTable.totals.first(where: { $0.category == name })?.sums else {
      return Phrase(fr: "« \(name: short) » n'a que des prospects", en: "“\(name: short)” has prospects only")
    }
    guard let rate = sums.rate else {
      return Phrase(
        fr: "« \(name: short) » : \(euros: sums.revenue, .compact), marge inconnue",
        en: "“\(name: short)”: \(euros: sums.revenue, .compact), margin not known")
    }
    return Phrase(
      fr: "« \(name: short) » : \(euros: sums.revenue, .compact) à \(percent: rate.value, digits: 1) de marge",
      en: "“\(name: short)”: \(euros: sums.revenue, .compact) at a margin of \(percent: rate.value, digits: 1)")
  }

  private static func figures(_ name: String, _ analysis: CompanyAnalysis, _ context: PageContext) -> Panel {
    let voice = context.voice
    let total = analysis.categoryTable.totals.first { $0.category == name }
    let attraction = analysis.attractiveness.rows.first { $0.category == name }
    let shared = analysis.life.lookAlikes.value?.byCategory[name]?.shared.filter(\.speaksFor) ?? []
    let facts = [
      Panel.Fact(context.say(Phrase(fr: "Clients", en: "Customers")), [.text(voice.integer(total?.members ?? 0))]),
      Panel.Fact(context.say(Phrase(fr: "Actifs", en: "Active")), [.text(voice.integer(total?.sums.active ?? 0))]),
      Panel.Fact(
        context.say(Phrase(fr: "Chiffre d'affaires", en: "Revenue")), money(total?.sums.revenue, voice)),
      Panel.Fact(context.say(Phrase(fr: "Taux de marge", en: "Margin rate")), percent(total?.sums.rate, voice)),
      Panel.Fact(
        context.say(Phrase(fr: "Attrait", en: "Attraction")),
        attraction.flatMap { $0.meanRank == nil ? nil : $0.place }.map {
          voice.inline(
            Phrase(
              fr: "\(rank: $0) sur \(analysis.attractiveness.ranked)",
              en: "\(rank: $0) of \(analysis.attractiveness.ranked)"))
        } ?? [.text(Mark.unknown)]),
    ]
    let common =
      shared.isEmpty
      ? []
      : [
        [
          Inline.text(
            context.say(Phrase(fr: "Ses meilleurs clients ont en commun : ", en: "Its best customers share: ")))
        ]
          + voice.inline(.list(shared.map(\.short)) + .stop)
      ]
    return Panel(
      id: "figures", title: voice.inline(Phrase(fr: "Ses chiffres", en: "Its figures")),
      parts: [.facts(facts), .notes(common)], isHalf: true)
  }

  private static func followUp(_ row: ExpertiseReview.Row?, _ context: PageContext) -> [Panel.Part] {
    guard let since = row?.followUp else { return [] }
    let voice = context.voice
    func fact(_ label: Phrase, _ value: [Inline]) -> Panel.Fact { Panel.Fact(context.say(label), value) }
    return [
      .facts([
        Panel.Fact(
          context.say(Phrase(fr: "Mois suivis", en: "Months followed")),
          voice.inline(Phrase(fr: "\(since.span)", en: "\(since.span)"))),
        fact(Phrase(fr: "Marge depuis", en: "Margin since"), money(since.margin, voice)),
        fact(Phrase(fr: "Marge au taux visé", en: "Margin at the rate aimed at"), money(since.expected, voice)),
        fact(Phrase(fr: "Taux depuis", en: "Rate since"), percent(since.rate, voice)),
        fact(Phrase(fr: "Taux d'avant", en: "Rate before"), percent(since.rateBefore, voice)),
        fact(Phrase(fr: "Marge de plus qu'avant", en: "Margin more than before"), money(since.gain, voice)),
      ])
    ]
  }

  private static func money(_ amount: Cents?, _ voice: Voice) -> [Inline] {
    [.text(amount.map { voice.euros($0) } ?? Mark.unknown)]
  }

  private static func percent(_ share: Share?, _ voice: Voice) -> [Inline] {
    [.text(share.map { voice.percent($0.value, digits: 1) } ?? Mark.unknown)]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, .element(.p, "sub") { sub.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .category(name), title: title.plain, content: content)
  }
}

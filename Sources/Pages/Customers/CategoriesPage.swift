import Decisions
import Ledger
import Portfolio
import Units

/// The categories with their figures, what makes one by hand or by rule, and those that behaviour suggests.
public struct CategoriesPage: Equatable, Sendable {
  /// How many there are.
  public let title: [Inline]
  /// The panels.
  public let panels: [Panel]
  private let sub: [Inline]

  /// Where its forms are sent.
  public static let target = Address.action(Address.categories.path)
  /// Customers offered to be picked.
  static let mostPicked = 20

  /// What a person asked of the page or typed into it.
  public struct Typed: Equatable, Sendable {
    let search: String
    let answers: [String: String]
    /// Why what was typed cannot be taken; nothing where nothing was refused.
    public let problem: String?
    /// Whether that is of the form that takes a rule out.
    let isOfRules: Bool

    /// - Parameters:
    ///   - search: what customers are looked for by.
    ///   - answers: what was typed into the form that is refused.
    ///   - problem: why.
    ///   - isOfRules: whether it is the form that takes a rule out.
    public init(
      search: String = "", answers: [String: String] = [:], problem: String? = nil, isOfRules: Bool = false
    ) {
      self.search = search
      self.answers = answers
      self.problem = problem
      self.isOfRules = isOfRules
    }
  }

  /// Makes the page.
  /// - Parameter policy: the rules as they are written now, which the analysis may not know yet; nothing for those it knows.
  public init(_ analysis: CompanyAnalysis, policy: Policy? = nil, typed: Typed = Typed(), context: PageContext) {
    let names = analysis.categoryTable.totals.count { $0.category != nil }
    let outside = analysis.categoryTable.totals.first { $0.category == nil }?.members ?? 0
    title = context.voice.inline(
      outside == 0
        ? Phrase(
          fr: "\(names, "catégorie", "catégories"), et chaque client dans la sienne",
          en: "\(names, "category", "categories"), and every customer in one")
        : Phrase(
          fr: "\(names, "catégorie", "catégories"), \(outside, "client", "clients") sans catégorie",
          en: "\(names, "category", "categories"), \(outside, "customer", "customers") in none"))
    sub = context.voice.inline(
      Phrase(
        fr:
          "\(capital: analysis.books.window.current). Des clients qui ont les mêmes besoins, pensent et décident de même.",
        en: "\(capital: analysis.books.window.current). Customers with the same needs, who think and decide alike."))
    panels = [
      CategoriesPage.list(analysis, context), CategoriesPage.making(analysis, typed, context),
      CategoriesPage.proposals(analysis, context),
      CategoriesPage.rules(
        analysis, policy ?? analysis.policy, problem: typed.isOfRules ? typed.problem : nil, context),
    ].compactMap { $0 }
  }

  private static func list(_ analysis: CompanyAnalysis, _ context: PageContext) -> Panel {
    let voice = context.voice
    let places = Dictionary(
      analysis.attractiveness.rows.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    let notes = analysis.life.categoryNotes
    let columns = [
      ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
      ReportColumn("members", Phrase(fr: "Clients", en: "Customers"), .integer),
      ReportColumn("active", Phrase(fr: "Actifs", en: "Active"), .integer), .revenue(), .rate(),
      .attraction("place", among: analysis.attractiveness),
      ReportColumn("need", CategoryField.need.label, .text),
    ]
    let totals = analysis.categoryTable.totals.filter { $0.category != nil }
    let rows = totals.map { total -> [ReportCell] in
      let name = total.category ?? ""
      let place = places[name]
      return [
        .text(name), .integer(total.members), .integer(total.sums.active), .cents(total.sums.revenue),
        .share(total.sums.rate, else: .marginUnknown), .integer(place?.meanRank == nil ? nil : place?.place),
        notes.text(name, .need).map { .text($0) } ?? .unknown,
      ]
    }
    return Panel(
      id: "categories", title: voice.inline(Phrase(fr: "Chacune et ce qu'elle laisse", en: "Each and what it leaves")),
      how: voice.inline(
        Phrase(
          fr: "Un nom mène à ce que l'on en dit, à son expertise et à son changement de nom. ",
          en: "A name leads to what is said of it, to its expertise and to its renaming. "))
        + [.link(context.link(.report(.categories)), voice.inline(Phrase(fr: "Mois par mois", en: "Month by month")))],
      parts: [
        rows.isEmpty
          ? .empty(
            EmptyState([
              voice.inline(Phrase(fr: "Aucune catégorie encore.", en: "No category yet.")),
              voice.inline(
                Phrase(
                  fr:
                    "Sans elle, on ne voit pas quels besoins rapportent : faites-en une, ou acceptez une proposition.",
                  en: "Without one nobody sees which needs pay: make one, or accept a proposal.")),
            ]))
          : .table(
            TableModel(
              ReportGrid(columns: columns, rows: ReportRows(rows)), id: "categories-table",
              caption: context.say(Phrase(fr: "Vos catégories", en: "Your categories")), context: context
            ) { row, key in key == "category" ? totals[row].category.map { context.link(.category($0)) } : nil })
      ])
  }

  /// The customers to pick from, the biggest first, and how many there are: those found, or those in no category.
  private static func customers(_ analysis: CompanyAnalysis, _ search: String) -> (picked: [Int], count: Int) {
    let (books, order) = (analysis.books, analysis.customersByWeight)
    guard !search.isEmpty else {
      let outside = order.filter { analysis.categories[$0] == nil }
      return (Array(outside.prefix(mostPicked)), outside.count)
    }
    let index = NameIndex(order.lazy.map { (name: books.customers.names[$0], code: books.customers.ids[$0].text) })
    let found = index.best(search, most: mostPicked)
    return (found.best.map { order[$0] }, found.count)
  }

  /// A form that looks for customers, and one that puts those picked, or those of a rule, into a category.
  private static func making(_ analysis: CompanyAnalysis, _ typed: Typed, _ context: PageContext) -> Panel {
    let (voice, books) = (context.voice, analysis.books)
    let (found, count) = customers(analysis, typed.search)
    func field(_ name: String, _ label: Phrase, help: Phrase? = nil) -> FormModel.Field {
      FormModel.Field(
        name, context.say(label), .text(value: typed.answers[name] ?? "", placeholder: ""),
        help: help.map { voice.inline($0) } ?? [],
        problem: name == "name" && !typed.isOfRules ? typed.problem.map { [.text($0)] } ?? [] : [])
    }
    let picked = found.map { customer -> FormModel.Field in
      let id = books.customers.ids[customer].text
      let name = books.customers.names[customer]
      let present = analysis.categories[customer].map { [Inline.text(" ("), .name(cut($0, 40)), .text(")")] } ?? []
      let who: [Inline] = name == id ? [.name(id)] : [.name(cut(name, 60)), .text(", "), .name(id)]
      return FormModel.Field(
        "c." + id, who + present,
        .flag(typed.answers["c." + id] != nil))
    }
    let search = FormModel(
      action: Link(.categories, fragment: "make"), method: .get,
      fields: [
        FormModel.Field(
          "q", context.say(Phrase(fr: "Chercher des clients à y mettre", en: "Look for customers to put into it")),
          .text(value: typed.search, placeholder: ""))
      ],
      buttons: [FormModel.Button(context.say(Phrase(fr: "Chercher", en: "Search")), isQuiet: true)])
    let make = FormModel(
      action: Link(target), method: .post,
      fields: [field("name", Phrase(fr: "Nom de la catégorie", en: "The category's name"))] + picked + [
        field(
          "sectors", Phrase(fr: "Ou une règle : secteurs", en: "Or a rule: sectors"),
          help: Phrase(
            fr: "Plusieurs valeurs se séparent par des points-virgules ; tout ce qui est rempli doit convenir.",
            en: "Several values are parted by semicolons; all that is filled must hold.")),
        field("regions", Phrase(fr: "Régions", en: "Regions")), field("sizes", Phrase(fr: "Tailles", en: "Sizes")),
        field(
          "ranges",
          Phrase(
            fr: "Gammes qui font la moitié de leurs achats", en: "Ranges that make half of what they buy")),
      ],
      buttons: [
        FormModel.Button(
          context.say(Phrase(fr: "Faire la catégorie", en: "Make the category")), name: "do", value: "make")
      ], token: context.token)
    let how: Phrase =
      if !typed.search.isEmpty {
        Phrase(
          fr: "\(count, "client trouvé", "clients trouvés"), \(found.count) à cocher.",
          en: "\(count, "customer", "customers") found, \(found.count) to tick.")
      } else if found.isEmpty {
        Phrase(
          fr: "Cherchez des clients par leur nom pour les cocher, ou écrivez une règle.",
          en: "Look for customers by name to tick them, or write a rule.")
      } else {
        Phrase(
          fr: "Cochez des clients sans catégorie, les plus gros d'abord, cherchez-en d'autres, ou écrivez une règle.",
          en: "Tick customers in no category, the biggest first, look for others, or write a rule.")
      }
    return Panel(
      id: "make",
      title: voice.inline(
        Phrase(fr: "Faire une catégorie à la main ou par règle", en: "Make a category by hand or by rule")),
      how: voice.inline(how), parts: [.form(search), .form(make)], isHalf: true)
  }

  /// The categories that behaviour suggests, each with what explains it and a form that accepts it.
  private static func proposals(_ analysis: CompanyAnalysis, _ context: PageContext) -> Panel {
    let voice = context.voice
    let proposals = analysis.suggestions.proposals.value ?? []
    let document = analysis.report(.suggestions)
    let parts = proposals.enumerated().map { place, proposal -> Panel.Part in
      if let name = proposal.accepted(by: analysis.policy, in: analysis.books.customers) {
        return .text(
          voice.inline(
            Phrase(fr: "La proposition \(place + 1) est acceptée : ", en: "Proposal \(place + 1) is accepted: "))
            + [.link(context.link(.category(name)), [.name(cut(name, 60))])] + voice.inline(.stop))
      }
      return .form(
        FormModel(
          action: Link(target), method: .post,
          fields: [
            FormModel.Field("place", "", .hidden(String(place + 1))),
            FormModel.Field("typical", "", .hidden(analysis.books.customers.ids[proposal.typical].text)),
            FormModel.Field(
              "name",
              context.say(
                Phrase(
                  fr: "Nom de la proposition \(place + 1) (\(proposal.members.count, "client", "clients"))",
                  en: "Name of proposal \(place + 1) (\(proposal.members.count, "customer", "customers"))")),
              .text(value: "", placeholder: "")),
          ],
          buttons: [
            FormModel.Button(
              context.say(Phrase(fr: "Accepter la proposition", en: "Accept the proposal")), name: "do", value: "accept"
            )
          ], token: context.token))
    }
    return Panel(
      id: "proposals", title: voice.inline(document.title),
      how: voice.inline(
        Phrase(
          fr: "Par les gammes achetées et le rythme ; rien ne s'applique seul. ",
          en: "By ranges bought and rhythm; nothing applies by itself. "))
        + [
          .link(
            context.link(.report(.suggestions)),
            voice.inline(Phrase(fr: "Ce qui les explique", en: "What explains them")))
        ],
      parts: (proposals.isEmpty
        ? []
        : [
          .table(
            TableModel(
              CategoriesPage.numbered(document.grid), id: "proposals-table", caption: document.title.text(in: voice),
              context: context
            ) { _, _ in nil })
        ]) + parts, isHalf: true)
  }

  /// The proposals' rows, named by their number.
  private static func numbered(_ grid: ReportGrid) -> ReportGrid {
    ReportGrid(
      columns: [ReportColumn("proposal", Phrase(fr: "Proposition", en: "Proposal"), .text)] + grid.columns.dropFirst(),
      rows: ReportRows(count: grid.rows.count) { place in
        [.phrase(Phrase(fr: "n° \(place + 1)", en: "no. \(place + 1)"))] + grid.rows[place].dropFirst()
      })
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, .element(.p, "sub") { sub.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .categories, title: title.plain, content: content)
  }
}

import Decisions
import Ledger
import Portfolio
import Units

extension Policy.CategoryRule {
  /// What each of its lists is called, and the list.
  static let lists: [(title: Phrase, values: @Sendable (Policy.CategoryRule) -> [String])] = [
    (Phrase(fr: "Clients", en: "Customers"), { $0.customers }),
    (Phrase(fr: "Secteurs", en: "Sectors"), { $0.sectors }),
    (Phrase(fr: "Régions", en: "Regions"), { $0.regions }), (Phrase(fr: "Tailles", en: "Sizes"), { $0.sizes }),
    (Phrase(fr: "Gammes", en: "Ranges"), { $0.ranges }),
    (Phrase(fr: "Mots des fichiers", en: "Files' words"), { $0.labels }),
  ]

  /// Whom it takes, in a few words: `Secteurs : a, b ; Régions : c`.
  ///
  /// - Parameter most: values of each list that are named.
  public func words(most: Int) -> Phrase {
    let parts = Self.lists.compactMap { title, values -> Phrase? in
      let values = values(self)
      guard !values.isEmpty else { return nil }
      let named = Phrase.names(Array(values.prefix(most)))
      let more = values.count - most
      return title + Phrase(fr: " : ", en: ": ") + named
        + (more > 0
          ? Phrase(fr: " et \(more, "autre", "autres")", en: " and \(more, "other", "others")")
          : Phrase(fr: "", en: ""))
    }
    return parts.dropFirst().reduce(parts.first ?? Phrase(fr: "personne", en: "nobody")) {
      $0 + Phrase(fr: " ; ", en: "; ") + $1
    }
  }
}

extension Phrase {
  /// How many rules make categories.
  fileprivate static func categoryRules(_ count: Int) -> Phrase {
    count == 0
      ? Phrase(fr: "Aucune règle de catégorie", en: "No category rule")
      : Phrase(
        fr: "\(count, "règle de catégorie", "règles de catégorie")", en: "\(count, "category rule", "category rules")")
  }

  /// Names of the data, one after another.
  fileprivate static func names(_ names: [String]) -> Phrase {
    names.enumerated().reduce(Phrase(fr: "", en: "")) { words, one in
      words + (one.offset == 0 ? Phrase(fr: "", en: "") : Phrase(fr: ", ", en: ", "))
        + Phrase(fr: "\(name: cut(one.element, 80))", en: "\(name: cut(one.element, 80))")
    }
  }
}

extension ListDocument {
  /// The rules that make categories, in the order in which they are asked, with how many customers each takes.
  public static func categoryRules(_ analysis: CompanyAnalysis) -> ListDocument {
    let (rules, taken) = (analysis.policy.categories, analysis.categories.taken)
    return ListDocument(
      "categoryRules", title: .categoryRules(rules.count),
      subtitle: Phrase(
        fr: "La première règle qui convient l'emporte sur le fichier clients.",
        en: "The first rule that fits wins over the customer file."),
      totals: [ReportTotal("rules", .integer(rules.count))],
      grid: ReportGrid(
        columns: [
          ReportColumn("rule", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
          ReportColumn("whom", Phrase(fr: "Qui elle prend", en: "Whom it takes"), .text),
          ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ],
        rows: ReportRows(
          rules.enumerated().map { place, rule in
            [.integer(place + 1), .text(rule.name), .phrase(rule.words(most: 8)), .integer(taken[place])]
          })))
  }
}

extension CategoriesPage {
  /// The rules written in the policy, those that meet nobody too, and a form that takes one out; nothing without a rule.
  static func rules(
    _ analysis: CompanyAnalysis, _ policy: Policy, problem: String?, _ context: PageContext
  ) -> Panel? {
    let (voice, rules) = (context.voice, policy.categories)
    guard !rules.isEmpty else { return nil }
    // A rule that was written just now stands here before all else is told anew.
    let isKnown = rules == analysis.policy.categories
    let taken = isKnown ? analysis.categories.taken : CategoryOf(books: analysis.books, policy: policy).taken
    let known = Set(analysis.categories.names)
    let table = TableModel(
      id: "rules-table", caption: context.say(Phrase(fr: "Règles de catégorie", en: "Category rules")),
      columns: [
        TableModel.Column(context.say(Phrase(fr: "Catégorie", en: "Category")), isName: true, width: 24),
        TableModel.Column(context.say(Phrase(fr: "Qui elle prend", en: "Whom it takes")), width: 40),
        TableModel.Column(context.say(Phrase(fr: "Clients", en: "Customers")), isNumeric: true, width: 14),
      ],
      rows: rules.enumerated().map { place, rule in
        let name: [Inline] =
          known.contains(rule.name)
          ? [.link(context.link(.category(rule.name)), [.name(cut(rule.name, 80))])] : [.name(cut(rule.name, 80))]
        let count =
          taken[place] > 0
          ? [.text(String(taken[place]))]
          : [Inline.toned(.bad, voice.inline(Phrase(fr: "personne encore", en: "nobody yet")))]
        return [name, voice.inline(rule.words(most: 8)), count]
      })
    let form = FormModel(
      action: Link(target), method: .post,
      fields: [
        FormModel.Field(
          "rule", context.say(Phrase(fr: "Règle", en: "Rule")),
          .choice(
            value: code(0, rules[0]),
            options: rules.enumerated().map { place, rule in
              FormModel.Field.Option(
                code(place, rule), "\(place + 1). " + cut(rule.name, 40) + ", " + context.say(rule.words(most: 2)))
            }), problem: problem.map { [.text($0)] } ?? [])
      ],
      buttons: [
        FormModel.Button(
          context.say(Phrase(fr: "Retirer cette règle", en: "Take this rule out")), name: "do", value: "remove",
          isQuiet: true)
      ], token: context.token, mark: "rule-")
    return Panel(
      id: "rules", title: voice.inline(.categoryRules(rules.count)),
      how: voice.inline(
        Phrase(
          fr: """
            La première qui convient l'emporte sur le fichier clients. Retirée, elle rend ses clients à la suivante ou au mot \
            de leur fichier ; ce qui est dit de la catégorie reste.
            """,
          en: """
            The first that fits wins over the customer file. Taken out, it gives its customers back to the next one or to their \
            file's word; what is said of the category stays.
            """)), parts: [.table(table), .form(form)])
  }

  /// A rule as the form names it: its place and the category it makes, so that another in its place is not meant.
  private static func code(_ place: Int, _ rule: Policy.CategoryRule) -> String { "\(place + 1) \(rule.name)" }

  /// The rule that a form names: its place in the policy, and its category; nothing for what is none.
  public static func rule(coded text: String) -> (place: Int, name: String)? {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0 else { return nil }
    return (number - 1, String(parts[1]))
  }
}

import Ledger
import Units

/// The company's rules as they stand: each with its value, its default and what it does.
public struct PolicyPage: Equatable, Sendable {
  /// How many rules were changed.
  public let title: [Inline]
  /// Where the rules are written.
  public let how: [Inline]
  /// The sections.
  public let panels: [Panel]

  /// Makes the page.
  /// - Parameter file: where the rules are written.
  public init(_ policy: Policy, file: String, context: PageContext) {
    let voice = context.voice
    let standard = Policy()
    let changed = PolicyKey.fixed.count { $0.value(policy) != $0.value(standard) }
    let named = policy.categories.count
    title = voice.inline(
      changed == 0
        ? Phrase(fr: "Vos règles : toutes à leur valeur d'origine", en: "Your rules: all at their defaults")
        : Phrase(
          fr: "Vos règles : \(changed, "valeur changée", "valeurs changées") sur \(PolicyKey.fixed.count)",
          en: "Your rules: \(changed, "value", "values") changed out of \(PolicyKey.fixed.count)"))
    how = voice.inline(
      Phrase(
        fr: """
          Elles sont écrites dans \(name: file) ; changez ce fichier avec n'importe quel éditeur : le tableau de bord \
          suit en une seconde. Un fichier illisible est signalé ici, et les derniers chiffres restent.
          """,
        en: """
          They are written in \(name: file); change that file with any editor: the dashboard follows within a second. A \
          file that cannot be read is told here, and the last figures stay.
          """))
    var panels: [Panel] = []
    for section in PolicyPage.sections {
      let keys = PolicyKey.fixed.filter { $0.path.hasPrefix(section + ".") }
      let help = PolicyKey.help(ofSection: section, in: voice.language) ?? section
      panels.append(
        Panel(
          id: "policy-" + section, title: [.text(help)],
          parts: [.table(PolicyPage.table(section, help, keys, policy, standard, context))]
            + PolicyPage.more(section, policy, context)))
    }
    panels.append(PolicyPage.categories(policy, named: named, context: context))
    self.panels = panels
  }

  /// The sections in the file's order, each once.
  private static let sections: [String] = PolicyKey.fixed.reduce(into: []) { sections, key in
    let section = String(key.path.prefix { $0 != "." })
    if !sections.contains(section) { sections.append(section) }
  }

  private static func table(
    _ section: String, _ help: String, _ keys: [PolicyKey], _ policy: Policy, _ standard: Policy,
    _ context: PageContext
  ) -> TableModel {
    let voice = context.voice
    return TableModel(
      id: "keys-" + section, caption: help, columns: columns(context),
      rows: keys.map { key in
        let (now, first) = (key.value(policy), key.value(standard))
        let value = voice.inline(now, key.form)
        return [
          PolicyPage.level(of: key).map {
            voice.inline($0.label) + [.text(context.say(Phrase(fr: " : ", en: ": ")) + key.help(voice.language))]
          }
            ?? [.text(voice.sentence(key.help(voice.language)))],
          now == first
            ? value
            : [.strong(value), .text(" "), .toned(.good, [.text(context.say(Phrase(fr: "changée", en: "changed")))])],
          voice.inline(first, key.form), [.code(key.path)],
        ]
      })
  }

  /// The level of service whose promises a rule is part of: their lines read alike.
  private static func level(of key: PolicyKey) -> Policy.ServiceLevel? {
    let parts = key.path.split(separator: ".")
    return parts.count == 4 && parts[1] == "catalogue" ? Policy.ServiceLevel(rawValue: String(parts[2])) : nil
  }

  private static func columns(_ context: PageContext) -> [TableModel.Column] {
    [
      TableModel.Column(context.say(Phrase(fr: "Règle", en: "Rule")), isName: true, width: 36),
      TableModel.Column(context.say(Phrase(fr: "Valeur", en: "Value")), width: 14),
      TableModel.Column(context.say(Phrase(fr: "D'origine", en: "Default")), width: 12),
      TableModel.Column(context.say(Phrase(fr: "Nom dans le fichier", en: "Name in the file")), width: 24),
    ]
  }

  /// Rules that a section holds for names: currencies, kinds of service, categories.
  private static func more(_ section: String, _ policy: Policy, _ context: PageContext) -> [Panel.Part] {
    let voice = context.voice
    func table(_ id: String, _ caption: Phrase, _ rows: [(name: [Inline], paths: [[String]])]) -> [Panel.Part] {
      let lines = rows.flatMap { name, paths in
        paths.compactMap { path -> [[Inline]]? in
          guard let key = PolicyKey.named(path) else { return nil }
          let value = key.value(policy)
          guard value != .nothing else { return nil }
          return [
            name + [.text(voice.language(fr: " : ", en: ": ") + key.help(voice.language))],
            voice.inline(value, key.form), [],
            [.code(key.path)],
          ]
        }
      }
      guard !lines.isEmpty else { return [] }
      return [.table(TableModel(id: id, caption: context.say(caption), columns: columns(context), rows: lines))]
    }
    switch section {
    case "company":
      return table(
        "rates", Phrase(fr: "Cours des devises", en: "Rates of currencies"),
        policy.company.rates.keys.sorted().map { ([.name($0)], [["company", "rates", $0]]) })
    case "costs":
      let names = ["standardMinutes", "unitCost", "actualCost", "avoidableShare"]
      return table(
        "kinds", Phrase(fr: "Coûts par nature de service", en: "Costs by kind of service"),
        ServiceKind.allCases.filter { policy.costs.kinds[$0] != nil }.map { kind in
          ([.text(kind.rawValue)], names.map { ["costs", "kinds", kind.rawValue, $0] })
        })
    case "floors":
      return table(
        "floors-by-category", Phrase(fr: "Planchers par catégorie", en: "Floors by category"),
        policy.floors.byCategory.keys.sorted(by: readsBefore).map { category in
          ([.name(cut(category, 120))], ["rate", "revenue"].map { ["floors", "byCategory", category, $0] })
        })
    default: return []
    }
  }

  private static func categories(_ policy: Policy, named: Int, context: PageContext) -> Panel {
    let voice = context.voice
    let title = voice.inline(
      named == 0
        ? Phrase(fr: "Aucune catégorie faite à la main", en: "No category made by hand")
        : Phrase(
          fr: "\(named, "règle de catégorie", "règles de catégorie")", en: "\(named, "category rule", "category rules")"
        ))
    guard named > 0 else {
      return Panel(
        id: "policy-categories", title: title,
        parts: [
          .text(
            voice.inline(
              Phrase(
                fr: "Les catégories viennent du fichier clients ; une règle écrite ici l'emporterait.",
                en: "Categories come from the customer file; a rule written here would win.")))
        ])
    }
    let lists = Policy.CategoryRule.lists
    return Panel(
      id: "policy-categories", title: title,
      how: voice.inline(
        Phrase(
          fr: "La première règle qui convient l'emporte sur le fichier clients ; toutes ses listes doivent convenir.",
          en: "The first rule that fits wins over the customer file; all of its lists have to fit.")),
      parts: [
        .table(
          TableModel(
            id: "categories", caption: title.plain,
            columns: [TableModel.Column(context.say(Phrase(fr: "Catégorie", en: "Category")), isName: true, width: 20)]
              + lists.map { TableModel.Column(context.say($0.0), width: 16) },
            rows: policy.categories.map { rule in
              [[.name(cut(rule.name, 120))]] + lists.map { _, list in PolicyPage.names(list(rule), voice) }
            }))
      ])
  }

  /// The first names of a list, and how many more there are.
  private static func names(_ names: [String], _ voice: Voice) -> [Inline] {
    let more = names.count - 20
    let shown = names.prefix(20).enumerated().flatMap { place, name in
      [Inline.text(place == 0 ? "" : ", "), .name(cut(name, 80))]
    }
    guard more > 0 else { return shown }
    return shown + voice.inline(Phrase(fr: " et \(more, "autre", "autres")", en: " and \(more, "other", "others")"))
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, .element(.p, "sub") { how.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .policy, title: title.plain, content: content)
  }
}

extension Voice {
  /// A rule's value as people read it.
  func inline(_ value: PolicyValue, _ form: PolicyKey.Form) -> [Inline] {
    switch value {
    case .nothing: return [.toned(.faint, [.text(Mark.unknown)])]
    case .text(let text):
      return text.isEmpty ? [.toned(.faint, [.text(Mark.unknown)])] : [.name(cut(text, 200))]
    case .whole(let number): return [.text(integer(number))]
    case .money(let money): return [.text(euros(money, cents: money.value % 100 != 0))]
    case .rate(let rate): return [.text(plain(rate, isShare: form.isShare))]
    case .flag(let flag): return [.text(Phrase(fr: flag ? "oui" : "non", en: flag ? "yes" : "no").text(in: self))]
    case .month(let month): return [.text(self.month(month))]
    case .list(let values):
      guard !values.isEmpty, case .list(let form) = form else { return [.toned(.faint, [.text(Mark.unknown)])] }
      return values.enumerated().flatMap { place, value in
        (place == 0 ? [] : [Inline.text(", ")]) + inline(value, form)
      }
    }
  }

  /// A rate with the decimals it has: a share in percent, another factor as a number.
  private func plain(_ rate: Rate, isShare: Bool) -> String {
    let unit: Int64 = isShare ? 10_000 : 1_000_000
    var (decimals, rest) = (0, rate.millionths % unit)
    while rest != 0 {
      decimals += 1
      rest = rest * 10 % unit
    }
    return isShare ? percent(rate.value, digits: decimals) : number(rate.value, digits: decimals)
  }

  /// Words as a sentence begins: with a capital.
  func sentence(_ words: String) -> String { words.capitalisedFirst }
}

extension PolicyKey.Form {
  /// Whether a rate is a part of a whole.
  fileprivate var isShare: Bool {
    switch self {
    case .rate(let range): range.upperBound <= 1_000_000
    case .optional(let form): form.isShare
    default: false
    }
  }
}

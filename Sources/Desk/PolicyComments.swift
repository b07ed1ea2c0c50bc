import Ledger
import Units

extension PolicyFile {
  /// The rules as a file with a line of explanation for each.
  public static func commented(_ policy: Policy = Policy(), in language: Language) -> String {
    var lines = [
      language(
        fr: "# Les règles de l’entreprise. Une clé absente garde la valeur écrite ici.",
        en: "# The company's rules. A key left out keeps the value written here."),
      language(
        fr: "# Montants hors taxes dans la devise de l’entreprise ; taux : 0.08 ou 8 %.",
        en: "# Amounts without tax in the company's currency; rates: 0.08 or 8 %."),
    ]
    var open: [String] = []
    for (place, key) in PolicyKey.fixed.enumerated() {
      let path = key.path.split(separator: ".").map(String.init)
      let sections = path.dropLast()
      let shared = zip(open, sections).prefix { $0 == $1 }.count
      for depth in shared..<sections.count {
        if depth == 0 { lines += [""] + heading(sections[0], in: language) }
        lines.append(indent(depth) + sections[depth] + ":")
        lines += opening(Array(sections[...depth]), policy, language)
      }
      open = Array(sections)
      lines.append(
        entry(path, text(key.value(policy)), key.help(language) + (key.isToCome ? mark(of: path[0], language) : "")))
      // Rules made for a name stand at the end of their section.
      let next = place + 1 < PolicyKey.fixed.count ? PolicyKey.fixed[place + 1].path : ""
      if !next.hasPrefix(sections.joined(separator: ".") + ".") { lines += closing(open, policy, language) }
    }
    return (lines + categories(policy, language)).joined(separator: "\n") + "\n"
  }

  /// What a section is about, and whether any analysis reads it.
  private static func heading(_ section: String, in language: Language) -> [String] {
    let help = PolicyKey.help(ofSection: section, in: language).map { ["# " + $0] } ?? []
    guard isToCome(section) else { return help }
    return help + [
      language(
        fr: "# Rien ne lit encore cette section : elle attend son analyse, et vous pouvez déjà décider.",
        en: "# Nothing reads this section yet: it waits for its analysis, and you can already decide.")
    ]
  }

  private static func isToCome(_ section: String) -> Bool {
    PolicyKey.fixed.filter { $0.path.hasPrefix(section + ".") }.allSatisfy(\.isToCome)
  }

  /// What tells a rule that nothing reads among others that are read.
  private static func mark(of section: String, _ language: Language) -> String {
    isToCome(section) ? "" : language(fr: " (rien ne lit encore cette règle)", en: " (nothing reads this rule yet)")
  }

  /// One rule and its explanation.
  private static func entry(_ path: [String], _ value: String, _ help: String) -> String {
    let entry = indent(path.count - 1) + path[path.count - 1] + ":" + (value.isEmpty ? "" : " " + value)
    return help.isEmpty ? entry : entry + String(repeating: " ", count: max(1, 40 - entry.count)) + "# " + help
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// Rules made for a name, with their explanation where `explained`; those that say nothing are left out.
  private static func entries(
    _ names: [String], under path: [String], _ policy: Policy, _ language: Language
  ) -> [String] {
    names.compactMap { name in
      guard let key = PolicyKey.named(path + [name]) else { return nil }
      let value = text(key.value(policy))
      return value.isEmpty ? nil : entry(path + [name], value, key.help(language))
    }
  }

  /// What follows the opening of a section.
  private static func opening(_ sections: [String], _ policy: Policy, _ language: Language) -> [String] {
    if sections == ["costs", "kinds"] {
      return [
        indent(2) + "# "
          + language(
            fr: "par type de service, aussi : standardMinutes, unitCost, actualCost ; par exemple unitCost: 14.50",
            en: "by kind of service also: standardMinutes, unitCost, actualCost; such as unitCost: 14.50")
      ]
    }
    guard sections.count == 3, sections.starts(with: ["costs", "kinds"]) else { return [] }
    return entries(["standardMinutes", "unitCost", "actualCost"], under: sections, policy, language)
  }

  /// What stands before the end of a section.
  private static func closing(_ sections: [String], _ policy: Policy, _ language: Language) -> [String] {
    switch sections {
    case ["company"]:
      let help = language(
        fr: "cours des devises étrangères, par exemple {USD: 0.92}", en: "foreign currencies, such as {USD: 0.92}")
      let rates = policy.company.rates.sorted { precedes($0.key, $1.key) }
        .map { indent(2) + quoted($0.key) + ": " + text(.rate($0.value)) }
      return [entry(["company", "rates"], rates.isEmpty ? "{}" : "", help)] + rates
    case ["floors"]:
      let help = language(
        fr: "planchers propres à une catégorie, par exemple {Campings: {rate: 0.10, revenue: 2000}}",
        en: "a category's own floors, such as {Campings: {rate: 0.10, revenue: 2000}}")
      let floors = policy.floors.byCategory.keys.sorted(by: precedes).flatMap { name in
        [indent(2) + quoted(name) + ":"]
          + entries(["rate", "revenue"], under: ["floors", "byCategory", name], policy, language)
      }
      return [entry(["floors", "byCategory"], floors.isEmpty ? "{}" : "", help)] + floors
    default: return []
    }
  }

  private static func categories(_ policy: Policy, _ language: Language) -> [String] {
    [
      "",
      language(
        fr: "# Catégories faites à la main ou par règle ; la première qui convient l’emporte sur le fichier clients.",
        en: "# Categories made by hand or by rule; the first that fits wins over the customer file."),
      language(
        fr:
          "# Chaque règle : name, et l’un ou plusieurs de customers, sectors, regions, sizes, ranges, labels (listes).",
        en: "# Each rule: name, and one or more of customers, sectors, regions, sizes, ranges, labels (lists)."),
      "# - name: Campings\n#   sectors: [Hôtellerie de plein air]",
      policy.categories.isEmpty ? "categories: []" : "categories:",
    ] + policy.categories.flatMap(written)
  }

  private static func text(_ value: PolicyValue) -> String {
    switch value {
    case .nothing: ""
    case .text(let text): isPlain(text) ? text : quoted(text)
    case .whole(let number): String(number)
    case .money(let amount): decimal(amount.value, 2)
    case .rate(let rate): decimal(rate.millionths, 6)
    case .flag(let flag): String(flag)
    case .month(let month): month.iso
    case .list(let values): "[" + values.map { text($0) }.joined(separator: ", ") + "]"
    }
  }

  /// Whether YAML reads a text as it stands, without quotes.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static func decimal(_ number: Int64, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    var decimals = padded(Int(number % scale), digits)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(number / scale)" + (decimals.isEmpty ? "" : "." + decimals)
  }
}

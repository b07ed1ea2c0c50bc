import Ledger
import Units
import Yams

extension PolicyKey.Form {
  /// The value a YAML node writes, or what `wrong` makes of it.
  func value(
    of node: Node, wrong: (String, PolicyKey.Form) -> PolicyFault.Thrown
  ) throws(PolicyFault.Thrown) -> PolicyValue {
    let text = node.scalar?.string ?? ""
    if case .list(let form) = self {
      if node.scalar?.string == "" { return .list([]) }
      guard let items = node.sequence else { throw wrong(text, self) }
      var values: [PolicyValue] = []
      for item in items { values.append(try form.value(of: item, wrong: wrong)) }
      return .list(values)
    }
    guard node.scalar != nil, let value = value(of: text) else { throw wrong(text, self) }
    return value
  }

  private func value(of text: String) -> PolicyValue? {
    switch self {
    case .text: return .text(text == "~" ? "" : text)
    case .whole(let range): return Int(text).flatMap { range.contains($0) ? .whole($0) : nil }
    case .money: return number(text, digits: 2).flatMap { $0 >= 0 ? .money(Cents($0)) : nil }
    case .rate(let range):
      let isPercent = text.hasSuffix("%")
      let plain = isPercent ? text.dropLast().trimmingSpaces : text
      return number(plain, digits: isPercent ? 4 : 6).flatMap {
        range.contains($0) ? .rate(Rate(millionths: $0)) : nil
      }
    case .flag: return ["true": .flag(true), "false": .flag(false)][text]
    case .month: return Month(iso: text).map { .month($0) }
    case .choice(let names): return names.contains(text) ? .text(text) : nil
    case .optional(let form): return ["", "~", "null"].contains(text) ? .nothing : form.value(of: text)
    case .list: return nil
    }
  }

  /// A decimal number, as a whole number of 10^−digits; nothing when it has more decimals than that.
  private func number(_ text: String, digits: Int) -> Int64? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).replacing("_", with: "").split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy({ $0.isASCII && $0.isNumber }), whole.count <= 12
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.count <= digits, parts.count == 1 || !decimals.isEmpty,
      decimals.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let magnitude = Int64(whole + decimals + String(repeating: "0", count: digits - decimals.count))
    return magnitude.map { isNegative ? -$0 : $0 }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { String(self).replacing(" ", with: "").replacing("\u{A0}", with: "") }
}

extension PolicyFile {
  /// The rules as a file with a line of explanation for each.
  public static func commented(_ policy: Policy = Policy(), in language: Language) -> String {
    var lines = [
      language(
        fr: "# Les règles de l’entreprise. Une clé absente garde la valeur écrite ici.",
        en: "# The company's rules. A key left out keeps the value written here."),
      language(
        fr: "# Montants hors taxes dans la devise de l’entreprise ; taux : 0.08 ou 8 %.",
        en: "# Amounts without tax in the company's currency; rates: 0.08 or 8 %."),
    ]
    var open: [String] = []
    for key in PolicyKey.fixed {
      let path = key.path.split(separator: ".").map(String.init)
      let sections = path.dropLast()
      let shared = zip(open, sections).prefix { $0 == $1 }.count
      for depth in shared..<sections.count {
        if depth == 0 {
          lines.append("")
          if let help = PolicyKey.help(ofSection: sections[0], in: language) { lines.append("# " + help) }
        }
        lines.append(String(repeating: "  ", count: depth) + sections[depth] + ":")
      }
      open = Array(sections)
      let entry = String(repeating: "  ", count: sections.count) + "\(path[path.count - 1]): \(text(key.value(policy)))"
      let padding = String(repeating: " ", count: max(1, 40 - entry.count))
      lines.append(
        (entry.hasSuffix(" ") ? String(entry.dropLast()) + " " : entry) + padding + "# " + key.help(language))
      if key.path == "company.fixedCosts" { lines += rates(language) }
      if key.path == "costs.financingRate" { lines += kinds(language) }
      if key.path == "floors.testedFromMonths" { lines += floors(language) }
    }
    return (lines + categories(language)).joined(separator: "\n") + "\n"
  }

  private static func rates(_ language: Language) -> [String] {
    [
      "  rates: {}" + String(repeating: " ", count: 29) + "# "
        + language(
          fr: "cours des devises étrangères, par exemple {USD: 0.92}", en: "foreign currencies, such as {USD: 0.92}")
    ]
  }

  private static func kinds(_ language: Language) -> [String] {
    [
      "  kinds: {}" + String(repeating: " ", count: 29) + "# "
        + language(
          fr: "par type de service : standardMinutes, unitCost, actualCost, avoidableShare,",
          en: "by kind of service: standardMinutes, unitCost, actualCost, avoidableShare,"),
      String(repeating: " ", count: 40) + "# "
        + language(fr: "par exemple ", en: "such as ") + "{delivery: {unitCost: 14.50, avoidableShare: 1}}",
      String(repeating: " ", count: 40) + "# "
        + language(fr: "types : ", en: "kinds: ") + ServiceKind.allCases.map(\.rawValue).joined(separator: ", "),
    ]
  }

  private static func floors(_ language: Language) -> [String] {
    [
      "  byCategory: {}" + String(repeating: " ", count: 24) + "# "
        + language(
          fr: "planchers propres à une catégorie, par exemple {Campings: {rate: 0.10, revenue: 2000}}",
          en: "a category's own floors, such as {Campings: {rate: 0.10, revenue: 2000}}")
    ]
  }

  private static func categories(_ language: Language) -> [String] {
    [
      "",
      language(
        fr: "# Catégories faites à la main ou par règle ; la première qui convient l’emporte sur le fichier clients.",
        en: "# Categories made by hand or by rule; the first that fits wins over the customer file."),
      language(
        fr: "# Chaque règle : name, et l’un ou plusieurs de customers, sectors, regions, sizes, ranges (listes).",
        en: "# Each rule: name, and one or more of customers, sectors, regions, sizes, ranges (lists)."),
      "# - name: Campings\n#   sectors: [Hôtellerie de plein air]",
      "categories: []",
    ]
  }

  private static func text(_ value: PolicyValue) -> String {
    switch value {
    case .nothing: ""
    case .text(let text): text.isEmpty ? "\"\"" : text
    case .whole(let number): String(number)
    case .money(let amount): decimal(amount.value, 2)
    case .rate(let rate): decimal(rate.millionths, 6)
    case .flag(let flag): String(flag)
    case .month(let month): month.iso
    case .list(let values): "[" + values.map { text($0) }.joined(separator: ", ") + "]"
    }
  }

  private static func decimal(_ number: Int64, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    var decimals = padded(Int(number % scale), digits)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(number / scale)" + (decimals.isEmpty ? "" : "." + decimals)
  }
}

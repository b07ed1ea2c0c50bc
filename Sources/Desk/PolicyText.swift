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
    case .siren: return Siren(text).map { .text($0.text) }
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

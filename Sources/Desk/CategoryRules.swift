import Foundation
import Ledger
import Store
import Units

extension Workspace {
  /// Adds a category rule to `policy.yaml`, in front of the others so that it wins, everything else left as it stands.
  ///
  /// The audit says who did it.
  /// - Throws: `DeskError.policy` when the file cannot be read, `.categoriesByHand` when its list is not written as lines,
  ///   `.locked` or `.cannotWrite`; nothing is changed then. `StoreError` when the audit cannot be written.
  public func add(_ rule: Policy.CategoryRule, by made: Authorship) throws {
    try write(rule)
    try deciding("categories") {
      try $0.noteRule(of: rule.name, before: nil, after: PolicyFile.written(rule).joined(separator: "\n"), by: made)
    }
  }

  private func write(_ rule: Policy.CategoryRule) throws(DeskError) {
    let lock = try WorkspaceLock(self, purpose: "categories")
    defer { withExtendedLifetime(lock) {} }
    let before = try PolicyFile.policy(of: self)
    let text = String(decoding: FileManager.default.contents(atPath: policyFile) ?? Data(), as: UTF8.self)
    let changed = try PolicyFile.text(text, adding: rule)
    var expected = before
    expected.categories.insert(rule, at: 0)
    // The file is only replaced when it reads as it should.
    guard try PolicyFile.policy(from: changed) == expected else { throw .categoriesByHand }
    try writeDurably(Array(changed.utf8), to: policyFile)
  }
}

extension PolicyFile {
  /// A policy's text with one more rule at the head of its categories.
  static func text(_ text: String, adding rule: Policy.CategoryRule) throws(DeskError) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let item = written(rule)
    guard let place = lines.firstIndex(where: { $0.hasPrefix("categories:") }) else {
      while lines.last == "" { lines.removeLast() }
      return (lines + ["", "categories:"] + item + [""]).joined(separator: "\n")
    }
    let rest = lines[place].dropFirst("categories:".count).prefix { $0 != "#" }
    let value = rest.replacing(" ", with: "")
    guard ["", "[]"].contains(value) else { throw .categoriesByHand }
    if value == "[]" { lines[place] = lines[place].replacing("[]", with: "") }
    lines.insert(contentsOf: item, at: place + 1)
    return lines.joined(separator: "\n")
  }

  static func written(_ rule: Policy.CategoryRule) -> [String] {
    let lists = [
      ("customers", rule.customers), ("sectors", rule.sectors), ("regions", rule.regions), ("sizes", rule.sizes),
      ("ranges", rule.ranges), ("labels", rule.labels),
    ]
    return ["  - name: \(quoted(rule.name))"]
      + lists.filter { !$0.1.isEmpty }.map { "    \($0.0): [\($0.1.map(quoted).joined(separator: ", "))]" }
  }

  /// A text as YAML writes it between double quotes, whatever it holds.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.count == 1 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

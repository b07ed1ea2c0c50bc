import Foundation
import Ledger
import Store
import Units
import Yams

extension Workspace {
  /// Gives a category another name, in the policy's rules and floors and in all that people said of it.
  ///
  /// Where it is a word of the files, a rule at the end of the list says that the word means the new name.
  /// - Parameter isWordOfFiles: whether customers or prospects are in it by their file's word.
  /// - Throws: `CategoryTextFault.taken`, `DeskError.policy`, `.categoriesByHand` when the rules are not written as lines, `.locked`, `.cannotWrite` or
  ///   `StoreError`; no rule is changed then.
  public func rename(_ old: String, to new: String, isWordOfFiles: Bool, by made: Authorship) throws {
    let said = CategoryNotes(try judgements().categories).all(of: old)
    do {
      let lock = try WorkspaceLock(self, purpose: "categories")
      defer { withExtendedLifetime(lock) {} }
      let before = try PolicyFile.policy(of: self)
      // Nothing that is written of another category is ever overwritten.
      guard !before.writes(of: new), CategoryNotes(try judgements().categories).all(of: new).isEmpty else {
        throw CategoryTextFault.taken(new)
      }
      let text = String(decoding: FileManager.default.contents(atPath: policyFile) ?? Data(), as: UTF8.self)
      let expected = before.renaming(old, to: new, isWordOfFiles: isWordOfFiles)
      let changed = try PolicyFile.text(text, renaming: old, to: new, adding: expected.word(for: old, beyond: before))
      // The file is only replaced when it reads as it should.
      guard try PolicyFile.policy(from: changed) == expected else { throw DeskError.categoriesByHand }
      try writeDurably(Array(changed.utf8), to: policyFile)
    }
    try deciding("categories") { try $0.noteRule(of: old, before: old, after: new, by: made) }
    guard !said.isEmpty else { return }
    try describe(
      said.flatMap { [CategoryChange(new, $0.field, $0.value), CategoryChange(old, $0.field, nil)] }, by: made)
  }
}

extension Policy {
  /// Whether a rule or a floor names a category.
  fileprivate func writes(of category: String) -> Bool {
    categories.contains { $0.name == category } || floors.byCategory[category] != nil
  }

  /// The rules after a category got another name.
  fileprivate func renaming(_ old: String, to new: String, isWordOfFiles: Bool) -> Policy {
    var policy = self
    for place in policy.categories.indices where policy.categories[place].name == old {
      policy.categories[place].name = new
    }
    if let floor = policy.floors.byCategory.removeValue(forKey: old) { policy.floors.byCategory[new] = floor }
    if isWordOfFiles { policy.categories.append(CategoryRule(name: new, labels: [old])) }
    return policy
  }

  /// The rule at the end that another policy does not have.
  fileprivate func word(for old: String, beyond before: Policy) -> CategoryRule? {
    categories.count > before.categories.count ? categories.last : nil
  }
}

extension PolicyFile {
  /// A policy's text in which a category has another name, and one more rule stands at the end of its categories.
  static func text(
    _ text: String, renaming old: String, to new: String, adding rule: Policy.CategoryRule?
  ) throws(DeskError) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var section = ""
    for place in lines.indices {
      let line = lines[place]
      if let first = line.first, first.isLetter { section = String(line.prefix { $0 != ":" }) }
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      if section == "categories", let name = rest.range(of: "name:"), isName(rest[name.upperBound...], old),
        rest[..<name.lowerBound].allSatisfy({ "- ".contains($0) })
      {
        lines[place] = indent + rest[..<name.upperBound] + " " + quoted(new)
      } else if section == "floors", indent.count >= 4, let colon = rest.lastIndex(of: ":"),
        isName(rest[..<colon], old), !rest.hasPrefix("#")
      {
        lines[place] = indent + quoted(new) + rest[colon...]
      }
    }
    guard let rule else { return lines.joined(separator: "\n") }
    guard let head = lines.firstIndex(where: { $0.hasPrefix("categories:") }) else {
      return try Self.text(lines.joined(separator: "\n"), adding: rule)
    }
    let end = lines[(head + 1)...].firstIndex { $0.first?.isLetter ?? false } ?? lines.endIndex
    guard let last = lines[head..<end].lastIndex(where: { !$0.isEmpty && !$0.hasPrefix("#") }), last > head else {
      return try Self.text(lines.joined(separator: "\n"), adding: rule)
    }
    lines.insert(contentsOf: written(rule), at: last + 1)
    return lines.joined(separator: "\n")
  }

  /// Whether a piece of YAML is a name.
  private static func isName(_ text: Substring, _ name: String) -> Bool {
    (try? Yams.compose(yaml: String(text)))??.scalar?.string == name
  }
}

import Foundation
import Ledger
import Store
import Units
import Yams

extension Workspace {
  /// Takes a category rule out of `policy.yaml`, everything else left as it stands.
  ///
  /// Its customers go to the next rule that holds, else to their file's word; what people said of the category stays. The audit
  /// says who did it.
  /// - Parameters:
  ///   - place: the rule's place in the list, 0 the first.
  ///   - name: the category that it makes, as a person saw it.
  /// - Throws: `CategoryTextFault.rulesChanged` where another rule stands there, `DeskError.policy`, `.categoriesByHand` when the
  ///   list is not written as lines, `.locked` or `.cannotWrite`; nothing is changed then. `StoreError` when the audit cannot
  ///   be written.
  public func removeCategoryRule(_ place: Int, of name: String, by made: Authorship) throws {
    let rule = try takeOut(place, name)
    try deciding("categories") {
      try $0.noteRule(of: name, before: PolicyFile.written(rule).joined(separator: "\n"), after: nil, by: made)
    }
  }

  private func takeOut(_ place: Int, _ name: String) throws -> Policy.CategoryRule {
    let lock = try WorkspaceLock(self, purpose: "categories")
    defer { withExtendedLifetime(lock) {} }
    var expected = try PolicyFile.policy(of: self)
    guard expected.categories.indices.contains(place), expected.categories[place].name == name else {
      throw CategoryTextFault.rulesChanged
    }
    let text = String(decoding: FileManager.default.contents(atPath: policyFile) ?? Data(), as: UTF8.self)
    let changed = try PolicyFile.text(text, removingRule: place)
    let rule = expected.categories.remove(at: place)
    // The file is only replaced when it reads as it should.
    guard try PolicyFile.policy(from: changed) == expected else { throw DeskError.categoriesByHand }
    try writeDurably(Array(changed.utf8), to: policyFile)
    return rule
  }
}

extension PolicyFile {
  /// A policy's text without one rule of its categories; remarks between rules stay.
  static func text(_ text: String, removingRule place: Int) throws(DeskError) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let head = lines.firstIndex(where: { $0.hasPrefix("categories:") }) else { throw .categoriesByHand }
    let end = lines[(head + 1)...].firstIndex { $0.first?.isLetter ?? false } ?? lines.endIndex
    func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
    func isItem(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix("-") }
    func isSaid(_ line: String) -> Bool { !line.allSatisfy(\.isWhitespace) && !line.drop { $0 == " " }.hasPrefix("#") }
    let said = (head + 1..<end).filter { isSaid(lines[$0]) }
    guard let first = said.first, isItem(lines[first]) else { throw .categoriesByHand }
    let starts = said.filter { isItem(lines[$0]) && indent(lines[$0]) == indent(lines[first]) }
    guard starts.indices.contains(place) else { throw .categoriesByHand }
    let next = place + 1 < starts.count ? starts[place + 1] : end
    let last = said.last { $0 >= starts[place] && $0 < next } ?? starts[place]
    lines.removeSubrange(starts[place]...last)
    if starts.count == 1 {
      lines[head] = lines[head].replacing("categories:", with: "categories: []", maxReplacements: 1)
    }
    return lines.joined(separator: "\n")
  }
}

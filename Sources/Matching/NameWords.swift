/// A customer's name reduced to what tells it from others: no legal form, no title, no small words, abbreviations in full.
///
/// Word order is kept, for evidence about neighbouring words; comparisons do not depend on it.
struct NameWords: Hashable, Sendable {
  /// The words; never empty when the name has a letter or a digit.
  let words: [String]
  /// The numbers in the name, as digits: `Lyon 2`, `Lyon II` and `Lyon 2e` have the number 2.
  let numbers: [String]
  /// What the legal form says.
  let family: LegalForms.Family
  /// Words for a company's part in a group: holding, group, property, finance.
  let roles: [String]
  /// Words that have an opposite, such as north, father, junior.
  let sides: [String]

  /// Reduces a name.
  init(_ name: String) {
    let all = foldedText(name)
    var family = LegalForms.Family.unknown
    var words = all.filter { word in
      guard let found = LegalForms.family(anywhere: word) else { return true }
      if family == .unknown { family = found }
      return false
    }
    while words.count > 1, let last = words.last {
      guard let found = LegalForms.family(last: last) ?? (Self.joiners.contains(last) ? .unknown : nil) else { break }
      if family == .unknown { family = found }
      words.removeLast()
    }
    while words.count > 1, let first = words.first, let found = LegalForms.family(first: first) {
      if family == .unknown { family = found }
      words.removeFirst()
    }
    if words.isEmpty { words = all }
    let full = words.enumerated().map { NameVocabulary.inFull($0.element, isFirst: $0.offset == 0) }
    let plain = full.filter { !NameVocabulary.small.contains($0) && !NameVocabulary.titles.contains($0) }
    let kept = plain.isEmpty ? full : plain
    self.words = kept.enumerated().map { place, word in
      NameVocabulary.number(word, isFirst: place == 0) ?? word
    }
    numbers = self.words.filter(\.isNumber).sorted()
    self.family = family
    roles = Set(kept.compactMap { NameVocabulary.roles[$0] }).sorted()
    sides = Set(kept.filter { NameVocabulary.sides[$0] != nil }).sorted()
  }

  /// What stands before a legal form at the end: « et Cie », "& Co".
  private static let joiners: Set<String> = ["et", "and", "und"]
}

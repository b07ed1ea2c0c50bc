/// Tells journals of opening balances: by label, or by code where nothing of the year's result is posted.
enum FECJournals {
  /// Whether each journal is one of opening balances.
  static func openings(of book: FECLines) -> [Bool] {
    (0..<book.journals.count).map { place in
      let label = book.label(book.journalLabels[place]) ?? ""
      if says(label) { return true }
      return codes.contains(foldedWords(book.journals.text(Int32(place))).joined()) && !book.hasResult[place]
    }
  }

  private static let codes: Set<String> = [
    "an", "anv", "ano", "ran", "rano", "anouveau", "anouveaux", "ouv", "ouverture", "open",
  ]

  private static func says(_ label: String) -> Bool {
    let words = foldedWords(label)
    if words.contains("anouveau") || words.contains("anouveaux") || words.contains("ouverture") { return true }
    return zip(words, words.dropFirst()).contains { first, second in
      (first == "a" && second.hasPrefix("nouveau")) || (first == "balance" && second == "initiale")
        || (first == "bilan" && second == "initial") || (first == "opening" && second.hasPrefix("balance"))
    }
  }
}

/// The lines of an address reduced to a number and the words that name the street and the building.
struct StreetAddress: Hashable, Sendable {
  /// The house number: the first of « 12-14 », « 12 bis » and « 12, rue … »; nothing when no line begins with one.
  let number: String?
  /// The words of all lines, types of street in one spelling, without small words; a post box keeps its number.
  let words: [String]

  /// Reduces the lines of an address; the order of the lines does not matter but for the number.
  init(_ lines: [String]) {
    var number: String?
    var words: [String] = []
    for line in lines {
      var parts = foldedText(line)
      // « BP 12 », « CS 40012 », « CEDEX 9 »: the post's, not the street's.
      if let cedex = parts.firstIndex(of: "cedex") { parts.removeSubrange(cedex...) }
      if number == nil, let first = parts.first, let found = Self.houseNumber(first), parts.count > 1 || lines.count > 1
      {
        number = found
        parts.removeFirst()
        while let next = parts.first, Self.suffixes.contains(next) || next.isNumber && parts.count > 1 {
          parts.removeFirst()
        }
      }
      words += parts.compactMap { Self.small.contains($0) ? nil : Self.types[$0] ?? $0 }
    }
    self.number = number
    self.words = words
  }

  /// The digits of `12`, `12b` and `012`, or nothing for a word or an ordinal such as `51st`.
  private static func houseNumber(_ word: String) -> String? {
    let digits = word.prefix { $0.isWholeNumber }
    guard !digits.isEmpty, digits.utf8.count <= 6, word.utf8.count - digits.utf8.count <= 1 else { return nil }
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty ? nil : String(rest)
  }

  private static let suffixes: Set<String> = ["bis", "ter", "quater", "b", "t", "a", "c", "et", "no"]
  private static let small: Set<String> = [
    "de", "du", "des", "la", "le", "les", "d", "l", "the", "of", "et", "a", "au", "aux",
  ]
  private static let types: [String: String] = {
    var found: [String: String] = [:]
    for (type, names) in [
      "street": "st str rue r", "avenue": "av ave aven avda avenida", "boulevard": "bd bld blvd boul bvd",
      "road": "rd route rte",
      "place": "pl plaza piazza platz", "drive": "dr drv", "lane": "ln", "court": "ct crt", "square": "sq sqr",
      "terrace": "ter",
      "chemin": "ch che chem", "impasse": "imp", "allee": "all allees", "quai": "qu", "faubourg": "fg fbg",
      "cours": "crs",
      "residence": "res resid", "lotissement": "lot", "batiment": "bat bldg building", "apartment": "apt apmnt appt",
      "zoneindustrielle": "zi", "zoneartisanale": "za", "zoneactivite": "zac zae", "postbox": "bp cs pob",
      "suite": "ste",
      "crescent": "cres cr", "circuit": "cct", "close": "cl", "parkway": "pkwy", "highway": "hwy", "north": "n nord",
      "south": "s sud", "east": "e est", "west": "w o ouest", "saint": "sainte", "centercommercial": "cc",
      "general": "gal gen", "marechal": "mal", "president": "pdt", "docteur": "doct", "floor": "fl etage",
    ] { for name in names.split(separator: " ") where found[String(name)] == nil { found[String(name)] = type } }
    return found
  }()
}

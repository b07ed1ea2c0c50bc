/// Names of companies and people put together from parts: they sound French and mean nobody.
enum CompanyNames {
  private static let heads = [
    "Bel", "Mont", "Val", "Haute", "Clair", "Ver", "Cham", "Gran", "Mar", "Rose", "Bre", "Lan", "Cor", "Fon", "Tré",
    "Sau", "Pel", "Dau", "Gar", "Noir", "Vauc", "Beau", "Chan", "Mor", "Lar",
  ]
  private static let tails = [
    "court", "vaux", "brac", "lieu", "sart", "tier", "nard", "quin", "chet", "gnac", "lard", "don", "vier", "mière",
    "sonne", "zac", "rolle", "telin", "gny", "bard",
  ]
  private static let firstNames = [
    "Camille", "Julien", "Sophie", "Mehdi", "Claire", "Antoine", "Léa", "Thomas", "Nadia", "Hugo", "Inès", "Paul",
    "Manon", "Karim", "Élodie", "Yann", "Sarah", "Bruno", "Chloé", "Marc",
  ]

  static let surnames = heads.count * tails.count

  /// One of 500 surnames; neighbouring numbers have little in common.
  static func surname(_ number: Int) -> String {
    let place = number % surnames * 211 % surnames
    return heads[place % heads.count] + tails[place / heads.count]
  }

  /// The name of the nth company of a sector, the same for no other as long as patterns, surnames and towns suffice.
  static func company(_ number: Int, of sector: Sector, city: String) -> String {
    let pattern = sector.names[number % sector.names.count]
    let surname = surname(number / sector.names.count + sector.category.utf8.count * 31)
    var name = ""
    for character in pattern { name += character == "*" ? surname : String(character) }
    let round = number / (sector.names.count * surnames)
    return round == 0 ? name : name + " " + city + (round == 1 ? "" : " " + String(round))
  }

  /// First name and surname of a person.
  static func person(_ number: Int) -> String {
    firstNames[number * 7 % firstNames.count] + " " + surname(number * 3 + 101)
  }

  /// A name in lower case without accents, words joined by hyphens, as in a web address.
  static func slug(_ name: String) -> String {
    var slug = ""
    for character in name.lowercased() {
      if let plain = plain[character] {
        slug += plain
      } else if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    return slug.last == "-" ? String(slug.dropLast()) : slug
  }

  private static let plain: [Character: String] = [
    "é": "e", "è": "e", "ê": "e", "ë": "e", "à": "a", "â": "a", "î": "i", "ï": "i", "ô": "o", "û": "u", "ù": "u",
    "ç": "c", "œ": "oe",
  ]

  /// A company's name as another clerk would have typed it.
  static func misspelled(_ name: String, variant: Int) -> String {
    switch variant % 4 {
    case 0: slug(name).replacing("-", " ").uppercased()
    case 1: "SARL " + name
    case 2: name.replacing("é", "e").replacing("ô", "o") + " (ancien compte)"
    default: swapped(name) + " SAS"
    }
  }

  /// The name with two letters of its last word exchanged.
  private static func swapped(_ name: String) -> String {
    var letters = Array(name)
    guard letters.count > 3 else { return name }
    letters.swapAt(letters.count - 2, letters.count - 3)
    return String(letters)
  }
}

extension String {
  /// The text with each `old` character replaced.
  fileprivate func replacing(_ old: Character, _ new: String) -> String {
    var text = ""
    for character in self { text += character == old ? new : String(character) }
    return text
  }
}

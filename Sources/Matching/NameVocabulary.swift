/// The words of names that are written in several ways, mean little, or tell sister companies apart.
enum NameVocabulary {
  /// A word without its abbreviation; French first, as `Ste` before a name is a Société, elsewhere a Sainte.
  static func inFull(_ word: String, isFirst: Bool) -> String {
    if word == "ste" { return isFirst ? "societe" : "saint" }
    return abbreviations[word] ?? word
  }

  /// The digits of a word that is a number: `2`, `02`, `II`, `2e`, `2nd`.
  static func number(_ word: String, isFirst: Bool) -> String? {
    if word.isNumber { return withoutZeros(word) }
    if !isFirst, let roman = romans[word] { return roman }
    let digits = word.prefix { $0.isWholeNumber }
    guard !digits.isEmpty, ordinals.contains(String(word.dropFirst(digits.count))) else { return nil }
    return withoutZeros(String(digits))
  }

  private static func withoutZeros(_ digits: String) -> String {
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }

  /// Articles and prepositions.
  static let small = words(
    "le la les l un une de du des d et a au aux en sur the of and for at in und der die das den dem von zu zur y el los las"
      + " del di da il lo gli dei della e van het een")
  /// Titles of persons.
  static let titles = words("m mr mrs ms mme mlle monsieur madame mademoiselle me herr frau dr prof sig sra sr mm")
  /// Parts in a group of companies; different ones are different companies.
  static let roles = grouped([
    "holding": "holding holdings", "group": "groupe group gruppe gruppo grupo",
    "property": "immobilier immobiliere immo immobilien immobiliare foncier fonciere",
    "finance":
      "finance finances financiere invest investissement investissements participation participations patrimoine",
  ])
  /// Words with an opposite; two different ones of one kind are different sites or persons.
  static let sides = grouped([
    "point": "nord sud est ouest north south east west ost", "age": "pere fils senior junior",
  ])

  private static let romans = [
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
  ]
  private static let ordinals = words("e er ere eme ieme nd st rd th")
  private static let abbreviations = grouped([
    "etablissement": "ets etb etablissements", "societe": "soc", "saint": "st sainte", "brother": "bros brothers",
    "frere": "freres", "fils": "fs", "international": "intl internat", "association": "asso assoc assn ass",
    "service": "services svc svcs", "center": "ctr centre cntr", "academy": "acad", "school": "schools sch",
    "development": "dev devt", "community": "comm", "department": "dept", "national": "natl", "manufacturing": "mfg",
    "university": "univ", "hospital": "hosp", "government": "govt", "entreprise": "entr entreprises",
    "general": "gen gal",
    "transport": "transports trsp", "distribution": "distrib distri", "boulangerie": "boul", "restaurant": "resto rest",
    "pharmacie": "phie", "garage": "gge", "construction": "constr constructions", "industrie": "ind industries",
    "batiment": "bat batiments", "cooperative": "coop", "menuiserie": "menuis", "docteur": "doct",
  ])

  private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

  /// Each word of the lists, with the key of its list.
  private static func grouped(_ lists: [String: String]) -> [String: String] {
    var found: [String: String] = [:]
    for (key, list) in lists { for word in list.split(separator: " ") { found[String(word)] = key } }
    return found
  }
}

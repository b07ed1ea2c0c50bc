import Units

extension Policy {
  /// The customer file: whose word counts first, what belongs in it, and how long it holds.
  public struct File: Hashable, Sendable {
    /// Sources whose word on a customer counts before that of others, the most trusted first; a person's counts before all.
    public var trusted: [String] = []
    /// Months after which a value has to be looked at again.
    public var staleMonths = 24
    /// What each field counts for a complete record; a field that is not there counts nothing.
    public var weights: [Field: Int] = Dictionary(uniqueKeysWithValues: Self.weighted.map { ($0.field, $0.weight) })

    /// The fields that may count, in the order they are asked for, with what each counts until a person changes it.
    static let weighted: [(field: Field, weight: Int, fr: String, en: String)] = [
      (.name, 3, "le nom", "the name"), (.siren, 3, "le SIREN ou SIRET", "the company number"),
      (.category, 2, "la catégorie", "the category"), (.sector, 2, "le secteur d’activité", "the line of business"),
      (.salesperson, 2, "le commercial", "the salesperson"), (.email, 2, "le courriel", "the e-mail"),
      (.phone, 2, "le téléphone", "the telephone"), (.decisionMaker, 2, "le décideur", "who decides"),
      (.potential, 2, "le potentiel", "the potential"), (.address, 1, "l’adresse", "the address"),
      (.postcode, 1, "le code postal", "the postcode"), (.city, 1, "la ville", "the town"),
      (.region, 1, "la région", "the region"), (.size, 1, "la taille", "the size"), (.need, 1, "le besoin", "the need"),
      (.decisionMode, 1, "le mode de décision", "how it decides"), (.interest, 1, "l’intérêt", "the interest"),
      (.culture, 1, "la culture", "the culture"), (.group, 0, "le groupe", "the group"),
      (.country, 0, "le pays", "the country"), (.vat, 0, "le numéro de TVA", "the VAT number"),
      (.since, 0, "client depuis", "customer since"), (.risk, 0, "le risque", "the risk"),
    ]

    /// The fields that count, in the order they are asked for.
    public var counted: [(field: Field, weight: Int)] {
      Self.weighted.compactMap { entry in
        let weight = weights[entry.field, default: 0]
        return weight > 0 ? (entry.field, weight) : nil
      }
    }
  }
}

extension PolicyKey {
  static let file: [PolicyKey] =
    [
      PolicyKey(
        "file.trusted", \.file.trusted, .text,
        fr:
          "sources (--source) dont la parole passe avant celle des autres, la plus sûre d’abord ; une personne passe avant toutes",
        en: "sources (--source) whose word counts before that of others, the surest first; a person's counts before all"
      ),
      whole(
        "file.staleMonths", \.file.staleMonths, 1...240, fr: "mois au bout desquels une valeur est à revoir",
        en: "months after which a value has to be looked at again"),
    ]
    + Policy.File.weighted.map { entry in
      whole(
        "file.weights.\(entry.field.rawValue)", \.file.weights[entry.field, orElse: 0], 0...100,
        fr: "poids dans une fiche complète : \(entry.fr)", en: "weight in a complete record: \(entry.en)")
    }
}

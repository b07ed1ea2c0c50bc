import Units

extension MatchField {
  /// What people call it.
  public func name(in language: Language) -> String {
    switch self {
    case .companyNumber: language(fr: "SIREN, SIRET ou n° de TVA", en: "company number")
    case .establishment: language(fr: "établissement", en: "establishment")
    case .otherIdentifier: language(fr: "autre identifiant", en: "other identifier")
    case .name: language(fr: "nom", en: "name")
    case .nameNumber: language(fr: "numéro dans le nom", en: "number in the name")
    case .nameSide: language(fr: "mots opposés dans le nom", en: "opposite words in the name")
    case .groupRole: language(fr: "place dans un groupe", en: "part in a group")
    case .legalForm: language(fr: "forme juridique", en: "legal form")
    case .street: language(fr: "adresse", en: "address")
    case .place: language(fr: "code postal et ville", en: "postcode and city")
    case .country: language(fr: "pays", en: "country")
    case .phone: language(fr: "téléphone", en: "telephone")
    case .email: language(fr: "courriel", en: "e-mail")
    }
  }
}

extension MatchAgreement {
  /// How it agrees, in words that stand beside any field.
  public func name(in language: Language) -> String {
    switch self {
    case .same: language(fr: "identique", en: "the same")
    case .near: language(fr: "identique, aux fautes de frappe près", en: "the same but for slips of the pen")
    case .close: language(fr: "proche", en: "close")
    case .contained: language(fr: "l’un contient l’autre", en: "one holds the other")
    case .partly: language(fr: "en partie commun", en: "shared in part")
    case .otherNumber: language(fr: "même rue, autre numéro", en: "same street, other number")
    case .numberOnly: language(fr: "seul le numéro est commun", en: "only the number is shared")
    case .sameDomain: language(fr: "même domaine", en: "same domain")
    case .differs: language(fr: "différent", en: "different")
    }
  }
}

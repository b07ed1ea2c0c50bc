import Units

extension MatchField {
  /// What people call it.
  public func name(in language: Language) -> String {
    switch self {
    case .companyNumber: language(fr: "Numéro d’entreprise", en: "Company number")
    case .establishment: language(fr: "Établissement", en: "Site")
    case .otherIdentifier: language(fr: "Autre identifiant", en: "Other identifier")
    case .name: language(fr: "Nom", en: "Name")
    case .nameNumber: language(fr: "Numéro dans le nom", en: "Number in the name")
    case .nameSide: language(fr: "Mot contraire dans le nom", en: "Opposite word in the name")
    case .groupRole: language(fr: "Rôle dans un groupe", en: "Part in a group")
    case .legalForm: language(fr: "Forme juridique", en: "Legal form")
    case .street: language(fr: "Adresse", en: "Address")
    case .place: language(fr: "Commune", en: "Town")
    case .country: language(fr: "Pays", en: "Country")
    case .phone: language(fr: "Téléphone", en: "Telephone")
    case .email: language(fr: "Courriel", en: "E-mail")
    case .documents: language(fr: "Factures rapprochées", en: "Matched invoices")
    }
  }
}

extension MatchAgreement {
  /// How it agrees, in words that stand beside any field.
  public func name(in language: Language) -> String {
    switch self {
    case .same: language(fr: "identique", en: "the same")
    case .near: language(fr: "presque identique", en: "nearly the same")
    case .close: language(fr: "très proche", en: "very close")
    case .contained: language(fr: "l’un contient l’autre", en: "one holds the other")
    case .partly: language(fr: "en partie semblable", en: "partly shared")
    case .otherNumber: language(fr: "même rue, autre numéro", en: "same street, another number")
    case .numberOnly: language(fr: "même numéro seulement", en: "only the number is shared")
    case .sameDomain: language(fr: "même domaine", en: "same domain")
    case .differs: language(fr: "autre", en: "different")
    }
  }
}

import Matching
import Units

extension MatchField {
  /// What is compared, as people say it.
  var label: Phrase {
    switch self {
    case .companyNumber: Phrase(fr: "Numéro d’entreprise", en: "Company number")
    case .establishment: Phrase(fr: "Établissement", en: "Site")
    case .otherIdentifier: Phrase(fr: "Autre identifiant", en: "Other identifier")
    case .name: Phrase(fr: "Nom", en: "Name")
    case .nameNumber: Phrase(fr: "Numéro dans le nom", en: "Number in the name")
    case .nameSide: Phrase(fr: "Mot contraire dans le nom", en: "Opposite word in the name")
    case .groupRole: Phrase(fr: "Rôle dans un groupe", en: "Part in a group")
    case .legalForm: Phrase(fr: "Forme juridique", en: "Legal form")
    case .street: Phrase(fr: "Adresse", en: "Address")
    case .place: Phrase(fr: "Commune", en: "Town")
    case .country: Phrase(fr: "Pays", en: "Country")
    case .phone: Phrase(fr: "Téléphone", en: "Telephone")
    case .email: Phrase(fr: "Courriel", en: "E-mail")
    }
  }
}

extension MatchAgreement {
  /// How something agrees, as people say it.
  var label: Phrase {
    switch self {
    case .same: Phrase(fr: "identique", en: "the same")
    case .near: Phrase(fr: "presque identique", en: "nearly the same")
    case .close: Phrase(fr: "très proche", en: "very close")
    case .contained: Phrase(fr: "l’un contient l’autre", en: "one holds the other")
    case .partly: Phrase(fr: "en partie semblable", en: "partly shared")
    case .otherNumber: Phrase(fr: "même rue, autre numéro", en: "same street, another number")
    case .numberOnly: Phrase(fr: "même numéro seulement", en: "only the number is shared")
    case .sameDomain: Phrase(fr: "même domaine", en: "same domain")
    case .differs: Phrase(fr: "autre", en: "different")
    }
  }
}

extension MatchReason {
  /// The reason in a few words.
  var label: Phrase { field.label + Phrase(fr: " : ", en: ": ") + agreement.label }
}

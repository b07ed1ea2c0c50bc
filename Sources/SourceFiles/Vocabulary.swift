import Ledger

/// The words of closed vocabularies, in French and English.
enum Vocabulary {
  /// Yes or no; nothing when the word says neither.
  static func flag(_ text: String) -> Bool? {
    switch foldedWords(text).joined() {
    case "oui", "o", "yes", "y", "vrai", "true", "t", "1", "x": true
    case "non", "n", "no", "faux", "false", "f", "0": false
    default: nil
    }
  }

  /// A kind of service; nothing when the word names none.
  static func service(_ text: String) -> ServiceKind? {
    let words = foldedWords(text).map(singular)
    if let kind = services[words.joined(separator: " ")] { return kind }
    // "Appel sortant", "Visite de courtoisie": the first word says what it is.
    return words.first.flatMap { services[$0] }
  }

  /// Whether an appointed date is a tender's or a contract's; nothing when the word says neither.
  static func contract(_ text: String) -> String? {
    switch foldedWords(text).map(singular).joined(separator: " ") {
    case "tender", "appel offre", "appel d offre", "ao", "marche", "marche public", "bid", "call for tender", "rfp":
      "tender"
    case "contract", "contrat", "contrat cadre", "accord", "accord cadre", "agreement", "framework agreement",
      "abonnement", "subscription", "renouvellement", "renewal":
      "contract"
    default: nil
    }
  }

  private static func singular(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let services: [String: ServiceKind] = {
    let words: [(ServiceKind, [String])] = [
      (.visit, ["visit", "visite", "rdv", "rendez vou", "rendezvou", "meeting", "reunion", "deplacement"]),
      (.call, ["call", "appel", "telephone", "phone", "tel", "phone call", "appel telephonique", "visio"]),
      (.order, ["order", "commande", "prise commande", "prise de commande", "saisie commande", "order entry"]),
      (.delivery, ["delivery", "deliverie", "livraison", "expedition", "shipping", "shipment", "transport", "envoi"]),
      (
        .complaint,
        ["complaint", "reclamation", "plainte", "litige", "dispute", "claim", "insatisfaction", "non conformite"]
      ),
      (.return, ["return", "retour", "retour marchandise", "retour client", "reprise"]),
      (
        .support,
        [
          "support", "sav", "assistance", "hotline", "depannage", "helpdesk", "help desk", "after sale", "ticket",
          "service apre vente", "service apre", "aide",
        ]
      ),
      (.maintenance, ["maintenance", "entretien", "intervention", "reparation", "repair"]),
      (.admin, ["admin", "administratif", "administration", "administrative", "facturation", "invoicing", "billing"]),
      (.collection, ["collection", "recouvrement", "relance", "relance paiement", "dunning", "impaye", "reminder"]),
      (
        .mailing,
        [
          "mailing", "mail", "email", "e mail", "courrier", "courriel", "newsletter", "publipostage", "letter",
          "lettre",
        ]
      ),
      (
        .gesture,
        [
          "gesture", "geste", "geste commercial", "goodwill", "cadeau", "gift", "remise commerciale", "echantillon",
          "avoir",
        ]
      ),
    ]
    var table: [String: ServiceKind] = [:]
    for (kind, names) in words { for name in names { table[name] = kind } }
    return table
  }()
}

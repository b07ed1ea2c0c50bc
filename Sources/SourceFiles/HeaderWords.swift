/// The words of a column's header, brought to one form across French and English, spelling and abbreviation.
///
/// "N° facture", "InvoiceNo", "NUMFACTURE" and "Facture (numéro)" all become {facture, no}.
struct HeaderWords: Hashable, Sendable {
  /// The words, sorted.
  let words: [String]

  /// Reads a header.
  init(_ header: String) {
    let spelled = foldedWords(header.replacing("%", with: " pourcent ")).flatMap { Self.cut($0) }
    words = spelled.filter { !Self.idle.contains($0) }.map(Self.canonical).sorted()
  }

  /// Whether all of another header's words are among these.
  func contains(_ other: HeaderWords) -> Bool {
    var rest = words[...]
    for word in other.words {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// The words that another header does not have.
  func beyond(_ other: HeaderWords) -> [String] {
    var rest = other.words
    return words.filter { word in
      guard let place = rest.firstIndex(of: word) else { return true }
      rest.remove(at: place)
      return false
    }
  }

  /// Words that say nothing.
  private static let idle: Set<String> = [
    "le", "la", "les", "de", "du", "des", "d", "l", "the", "of", "a", "au", "aux", "en", "in", "eur", "euro", "euros",
    "usd", "gbp", "chf", "k",
  ]

  private static func canonical(_ word: String) -> String {
    if let same = sameWords[word] { return same }
    let single = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    return sameWords[single] ?? single
  }

  /// One word for each thing, whichever the language.
  private static let sameWords: [String: String] = {
    let groups = [
      "client customer customers cust clients clt cli acheteur buyer",
      "facture invoice factures invoices inv fact fac bill",
      "commande order orders cde cmd commandes",
      "produit product products article articles art item items prod",
      "no num numero number nr nbr nro",
      "id identifiant identifier ident", "ref reference referenc", "key cle clef", "code cod",
      "nom name", "prenom firstname forename", "quantite quantity qte qty qt",
      "prix price px", "unit unite unitaire units", "montant amount mt mnt mtt amt",
      "cout cost couts costs", "remise discount rem rabais disc", "date dt dat",
      "devise currency monnaie cur", "ligne line lines lg", "libelle lib label", "designation desig",
      "description desc descr", "famille family fam", "categorie category cat", "gamme range",
      "commercial salesperson salesman salesrep seller vendeur", "representant rep representative repr",
      "adresse address addr", "telephone phone tel", "email mail courriel emailaddress", "ville city town",
      "pays country", "postal cp postalcode postcode zip zipcode", "secteur sector", "region territoire territory",
      "groupe group grp", "taille size", "societe company entreprise compagnie", "compte account acct",
      "note comment notes comments commentaire remarque",
      "potentiel potential", "risque risk", "ht htva net hors", "total tot", "marge margin", "unitprice pu",
      "heure hour hours heures h", "mois month monthly mensuel", "minute minutes min mn", "duree duration temps",
      "debut start begin", "fin end", "type kind nature", "statut status", "origine source", "pourcent percent pct",
      "precedent previous preceding prior", "souscategorie subcategory", "sousfamille subfamily",
      "contrat contract", "renouvellement renewal", "preavis notice", "fournisseur supplier vendor",
    ]
    var table: [String: String] = [:]
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  /// Words that a header without spaces may be made of, beside those above.
  private static let pieces: Set<String> = Set(sameWords.keys.filter { $0.count > 1 }).union([
    "code", "ttc", "tva", "taux", "raison", "sociale", "stock", "sku", "track", "vente", "achat", "revient", "tarif",
    "since", "siren", "siret", "vat", "due", "echeance", "livraison", "creation", "stock", "sale", "sales",
    "responsable", "agent", "pu", "ca", "piece", "document", "doc",
  ])

  private static let longestPiece = pieces.map(\.utf8.count).max() ?? 0

  /// Cuts a header written without spaces, such as `codeclient`, into three known words at most; else leaves it whole.
  private static func cut(_ word: String) -> [String] {
    guard word.utf8.count > 3, word.utf8.count <= 3 * longestPiece, !pieces.contains(word), sameWords[word] == nil
    else {
      return [word]
    }
    let letters = Array(word)
    var best: [[String]?] = [[]]
    for end in 1...letters.count {
      var shortest: [String]?
      for start in 0..<end {
        guard let before = best[start], before.count < 3 else { continue }
        let piece = String(letters[start..<end])
        guard pieces.contains(piece), before.count + 1 < shortest?.count ?? 4 else { continue }
        shortest = before + [piece]
      }
      best.append(shortest)
    }
    return best[letters.count].flatMap { $0 } ?? [word]
  }
}

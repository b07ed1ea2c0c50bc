import Ledger
import Units

/// Something about a FEC that the person should see in the import's summary.
public enum FECNote: Hashable, Sendable {
  /// The file's name is not that of the law.
  case fileName(FECFileName.Fault)
  /// Entries are dated after the closing date of the file's name.
  case afterClosing(closing: Day, last: Day)
  /// The text is not UTF-8 and was read as this.
  case encoding(TextEncoding)
  /// No line is on an account 70.
  case noSales
  /// Opening entries were passed over.
  case opening(lines: Int)
  /// Entries that close the year's accounts were passed over.
  case closing(lines: Int)
  /// Debits and credits differ in all.
  case unbalanced(difference: Cents, entries: Int)
  /// Lines were put back together.
  case mended(lines: Int)
  /// A journal's numbers do not tell its entries apart: date and piece do.
  case numbersUnused(journal: String)
  /// A customers' account without auxiliary accounts counts as one customer, though by its name it holds many.
  case collective(account: String, amount: Cents)

  /// One sentence for the person.
  public func sentence(in language: Language) -> String {
    switch language {
    case .fr: french
    case .en: english
    }
  }

  private var french: String {
    switch self {
    case .fileName(.otherForm):
      "Le nom du fichier n’est pas de la forme SIRENFECAAAAMMJJ.txt : il ne dit ni l’entreprise ni la clôture."
    case .fileName(.wrongSIREN): "Les neuf chiffres du nom du fichier ne sont pas un SIREN valide."
    case .fileName(.wrongDay): "Les huit derniers chiffres du nom du fichier ne sont pas une date de clôture."
    case .afterClosing(let closing, let last):
      "Le nom du fichier annonce une clôture au \(frenchDay(closing)), mais des écritures vont jusqu’au \(frenchDay(last))."
    case .encoding(let encoding): "Le texte est lu en \(encoding.rawValue)."
    case .noSales: "Aucune écriture ne porte sur un compte 70 : ce fichier ne contient pas de ventes."
    case .opening(let lines):
      lines == 1 ? "Une ligne d’à-nouveaux est passée." : "\(lines) lignes d’à-nouveaux sont passées."
    case .closing(let lines):
      lines == 1
        ? "Une ligne qui solde les ventes dans le résultat est passée."
        : "\(lines) lignes qui soldent les ventes dans le résultat sont passées."
    case .unbalanced(let difference, let entries):
      "Débits et crédits diffèrent de \(euros(difference, mark: ",")) € en tout ; écritures déséquilibrées : \(entries)."
    case .mended(let lines):
      lines == 1
        ? "Une ligne dont le libellé contient le séparateur a été recollée."
        : "\(lines) lignes dont le libellé contient le séparateur ont été recollées."
    case .numbersUnused(let journal):
      "Les numéros d’écriture du journal « \(journal) » ne distinguent pas ses écritures : la date et la pièce le font."
    case .collective(let account, let amount):
      "Le compte \(account) n’a pas de comptes auxiliaires : ses \(euros(amount, mark: ",")) € de ventes comptent pour un "
        + "seul client."
    }
  }

  private var english: String {
    switch self {
    case .fileName(.otherForm):
      "The file's name is not of the form SIRENFECYYYYMMDD.txt: it says neither the company nor the closing day."
    case .fileName(.wrongSIREN): "The nine digits of the file's name are no valid SIREN."
    case .fileName(.wrongDay): "The last eight digits of the file's name are no closing day."
    case .afterClosing(let closing, let last):
      "The file's name says that the year closes on \(closing.iso), but entries go up to \(last.iso)."
    case .encoding(let encoding): "The text is read as \(encoding.rawValue)."
    case .noSales: "No entry is on an account 70: this file holds no sales."
    case .opening(let lines):
      lines == 1
        ? "One line of opening balances is passed over." : "\(lines) lines of opening balances are passed over."
    case .closing(let lines):
      lines == 1
        ? "One line that closes sales into the result is passed over."
        : "\(lines) lines that close sales into the result are passed over."
    case .unbalanced(let difference, let entries):
      "Debits and credits differ by €\(euros(difference, mark: ".")) in all; entries out of balance: \(entries)."
    case .mended(let lines):
      lines == 1
        ? "One line whose label holds the separator was put back together."
        : "\(lines) lines whose label holds the separator were put back together."
    case .numbersUnused(let journal):
      "The entry numbers of journal “\(journal)” do not tell its entries apart: date and piece do."
    case .collective(let account, let amount):
      "Account \(account) has no auxiliary accounts: its €\(euros(amount, mark: ".")) of sales count as one customer."
    }
  }
}

/// An amount with two decimals, for a sentence.
private func euros(_ amount: Cents, mark: String) -> String {
  let size = amount.value.magnitude
  return (amount.value < 0 ? "−" : "") + String(size / 100) + mark + padded(Int(size % 100), 2)
}

/// A day as people write it in French.
private func frenchDay(_ day: Day) -> String {
  let (year, month, day) = day.civil
  return padded(day, 2) + "/" + padded(month, 2) + "/" + padded(year, 4)
}

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
  /// How many lines and entries, and what all debits and credits come to where they agree.
  case balanced(lines: Int, entries: Int, total: Cents)
  /// The revenue, and what of it is customers', accrued or deferred, and nobody's.
  case revenue(all: Cents, attributed: Cents, accrued: Cents, unattributed: Cents)
  /// Revenue that is nobody's, and why.
  case unattributed(FECReason, lines: Int, amount: Cents)
  /// A customers' account without auxiliary accounts counts as one customer, though by its name it holds many.
  case collective(account: String, amount: Cents)

  /// Whether the first lines of a file already say it.
  public var isOfTheWhole: Bool {
    switch self {
    case .fileName, .encoding, .numbersUnused: true
    default: false
    }
  }

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
      lines == 1 ? "Une ligne d’à-nouveaux est passée." : "\(lines.french) lignes d’à-nouveaux sont passées."
    case .closing(let lines):
      lines == 1
        ? "Une ligne qui solde les ventes dans le résultat est passée."
        : "\(lines.french) lignes qui soldent les ventes dans le résultat sont passées."
    case .unbalanced(let difference, let entries):
      "Débits et crédits diffèrent de \(difference.plain(mark: ",")) en tout ; écritures déséquilibrées : \(entries.french)."
    case .mended(let lines):
      lines == 1
        ? "Une ligne dont le libellé contient le séparateur a été recollée."
        : "\(lines.french) lignes dont le libellé contient le séparateur ont été recollées."
    case .numbersUnused(let journal):
      "Les numéros d’écriture du journal « \(journal) » ne distinguent pas ses écritures : la date et la pièce le font."
    case .balanced(let lines, let entries, let total):
      "\(lines.french) lignes, \(entries.french) écriture\(entries == 1 ? "" : "s") ; débits = crédits : \(total.plain(mark: ","))."
    case .revenue(let all, let attributed, let accrued, let unattributed):
      "Chiffre d'affaires (comptes 70) : \(all.plain(mark: ",")), dont clients \(attributed.plain(mark: ","))"
        + (accrued == .zero ? "" : ", régularisations de fin de période \(accrued.plain(mark: ","))")
        + (unattributed == .zero
          ? "." : ", sans client \(unattributed.plain(mark: ","))\(part(of: unattributed, in: all, mark: ",")).")
    case .unattributed(let reason, let lines, let amount):
      "Sans client, \(amount.plain(mark: ",")) (\(lines.french) ligne\(lines == 1 ? "" : "s")) : \(reason.sentence(in: .fr))"
    case .collective(let account, let amount):
      "Le compte \(account) n’a pas de comptes auxiliaires : ses \(amount.plain(mark: ",")) de ventes comptent pour un "
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
        ? "One line of opening balances is passed over." : "\(lines.english) lines of opening balances are passed over."
    case .closing(let lines):
      lines == 1
        ? "One line that closes sales into the result is passed over."
        : "\(lines.english) lines that close sales into the result are passed over."
    case .unbalanced(let difference, let entries):
      "Debits and credits differ by \(difference.plain(mark: ".")) in all; entries out of balance: \(entries.english)."
    case .mended(let lines):
      lines == 1
        ? "One line whose label holds the separator was put back together."
        : "\(lines.english) lines whose label holds the separator were put back together."
    case .numbersUnused(let journal):
      "The entry numbers of journal “\(journal)” do not tell its entries apart: date and piece do."
    case .balanced(let lines, let entries, let total):
      "\(lines.english) lines, \(entries == 1 ? "1 entry" : entries.english + " entries"); debits = credits: \(total.plain(mark: "."))."
    case .revenue(let all, let attributed, let accrued, let unattributed):
      "Revenue (accounts 70): \(all.plain(mark: ".")), of which customers \(attributed.plain(mark: "."))"
        + (accrued == .zero ? "" : ", period-end accruals \(accrued.plain(mark: "."))")
        + (unattributed == .zero
          ? "."
          : ", without a customer \(unattributed.plain(mark: "."))\(part(of: unattributed, in: all, mark: ".")).")
    case .unattributed(let reason, let lines, let amount):
      "Without a customer, \(amount.plain(mark: ".")) (\(lines.english) line\(lines == 1 ? "" : "s")): \(reason.sentence(in: .en))"
    case .collective(let account, let amount):
      "Account \(account) has no auxiliary accounts: its \(amount.plain(mark: ".")) of sales count as one customer."
    }
  }
}

extension FECNote {
  /// What a person checks first: whether the books balance, and whose the revenue is.
  public static func summary(of controls: FECControls) -> [FECNote] {
    guard controls.lines > 0 else { return [] }
    let unattributed = FECReason.allCases.compactMap { reason in
      controls.unattributed[reason].map { FECNote.unattributed(reason, lines: $0.lines, amount: $0.amount) }
    }
    return
      (controls.isBalanced
      ? [.balanced(lines: controls.lines, entries: controls.entries, total: controls.debit)] : [])
      + (controls.revenue.lines > 0
        ? [
          .revenue(
            all: controls.revenue.amount, attributed: controls.attributed.amount, accrued: controls.accrued.amount,
            unattributed: controls.unattributedTotal.amount)
        ] : []) + unattributed
  }
}

/// A part in percent with one decimal, between brackets; nothing where there is no whole.
private func part(of amount: Cents, in all: Cents, mark: String) -> String {
  guard all > .zero, amount != .zero else { return "" }
  let tenths = amount.times(1000, over: all.value).value
  return " (\(tenths / 10)\(mark)\(tenths.magnitude % 10) %)"
}

extension Cents {
  /// An amount with two decimals and the euro, for a sentence at this level.
  func plain(mark: String) -> String {
    let size = value.magnitude
    let (whole, cents) = (Int(size / 100), String(size % 100))
    let text =
      (value < 0 ? "−" : "") + whole.grouped(mark == "," ? "\u{202F}" : ",") + mark + (cents.count < 2 ? "0" : "")
      + cents
    return text + " €"
  }
}

/// Counts with their thousands set apart, for a sentence at this level.
extension Int {
  fileprivate var french: String { grouped("\u{202F}") }
  fileprivate var english: String { grouped(",") }

  fileprivate func grouped(_ mark: String) -> String {
    let digits = String(self)
    return digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? mark : "") + String(digit)
    }.joined()
  }
}

/// A day as people write it in French.
private func frenchDay(_ day: Day) -> String {
  let (year, month, day) = day.civil
  return padded(day, 2) + "/" + padded(month, 2) + "/" + padded(year, 4)
}

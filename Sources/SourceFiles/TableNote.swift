import Ledger
import Units

/// Something about the reading of a table that the person should see in the import's summary.
public enum TableNote: Hashable, Sendable {
  /// The kind was told from the headers of these fields.
  case kindGuessed(SourceKind, because: [String])
  /// Invoice headers, not sales: no product, no quantity, and a total that may carry tax.
  case totalNotTaken(header: String)
  /// Lines above the header were skipped.
  case linesAboveHeader(count: Int)
  /// There is no row under the header.
  case noRows
  /// The text is not UTF-8 and was read as this.
  case encoding(TextEncoding)
  /// The sample does not say if the day or the month comes first.
  case dateOrderGuessed(DateOrder, example: String)
  /// Two columns contradict each other about the order of day and month.
  case dateOrderMixed(DateOrder, example: String)
  /// The sample does not say which mark stands before the decimals.
  case decimalMarkGuessed(DecimalMark, example: String)
  /// Numbers with decimal commas and numbers with decimal points stand in one file.
  case decimalMarksMixed(DecimalMark, example: String)
  /// Discounts are taken as percents.
  case discountInPercent
  /// A second column fits a field as well; the first is read.
  case alsoFits(Field, unread: String, read: String)
  /// A name serves as the identifier too.
  case nameServes(as: Field, header: String)
  /// A mark before three digits groups thousands.
  case thousandsRead(DecimalMark, example: String)
  /// The name is made of several columns.
  case nameComposed(header: String)
  /// Columns that are not read.
  case unread(headers: [String])
  /// The file is read as a person once had another with the same headers read.
  case asLastTime(file: String, SniffOptions)
  /// Lines have no amount of their own nor unit price: they wait for the product file's price.
  case amountsWaitForPrices
  /// Lines have no date: they wait for the invoice headers.
  case datesWaitForInvoices
  /// What accounts say.
  case fec(FECNote)
  /// How many electronic invoices were read.
  case eInvoices(count: Int)
  /// Invoices whose lines, allowances and charges do not explain the whole of their net total.
  case eInvoiceRests(count: Int, amount: Cents)
  /// Files of a folder that hold nothing that is read here.
  case filesPassedOver([String])
  /// A file of a folder that is no table known here, and why.
  case filePassedOver(String, SourceFileError)
  /// The company's number, as the name of its accounts tells it: the rules do not know it yet.
  case sirenOfFile(String)
  /// Rows whom a rule at the door meets: how many, and the first names.
  case metAtDoor(count: Int, names: [String])

  /// One sentence for the person.
  public func sentence(in language: Language) -> String {
    switch language {
    case .fr: french
    case .en: english
    }
  }

  private var french: String {
    switch self {
    case .kindGuessed(let kind, let headers):
      "Lu comme \(kind.name(in: .fr)), d’après les colonnes \(headers.joined(separator: ", "))."
    case .totalNotTaken(let header):
      "Lu comme en-têtes de factures : ni produit, ni quantité, et « \(header) » ne dit pas s’il est hors taxes ; "
        + "pour le compter comme chiffre d'affaires : --as sales --map amount=\(header)."
    case .linesAboveHeader(let count):
      count == 1
        ? "Une ligne au-dessus des en-têtes est passée." : "\(count) lignes au-dessus des en-têtes sont passées."
    case .noRows: "Il n’y a aucune ligne sous les en-têtes."
    case .encoding(let encoding): "Le texte est lu en \(encoding.rawValue)."
    case .dateOrderGuessed(let order, let example):
      "Rien ne dit si « \(example) » commence par le jour ou par le mois : lu \(order.french)."
    case .dateOrderMixed(let order, let example):
      "Les dates se contredisent sur l’ordre du jour et du mois (« \(example) ») : lu \(order.french)."
    case .decimalMarkGuessed(let mark, let example):
      "Rien ne dit si « \(example) » a des décimales : « \(mark.rawValue) » est lu comme marque décimale."
    case .decimalMarksMixed(let mark, let example):
      "Virgules et points décimaux sont mêlés (« \(example) ») : « \(mark.rawValue) » est la marque décimale du fichier."
    case .discountInPercent: "Les remises sont lues en pour cent."
    case .alsoFits(let field, let unread, let read):
      "« \(unread) » convient aussi à \(field.rawValue) ; « \(read) » est lu."
    case .nameServes(let field, let header): "« \(header) » sert aussi d’identifiant (\(field.rawValue))."
    case .thousandsRead(let mark, let example): "« \(mark.rawValue) » sépare les milliers (« \(example) »)."
    case .nameComposed(let header): "Le nom est composé de \(header)."
    case .unread(let headers): "Colonnes non lues : \(headers.joined(separator: ", "))."
    case .asLastTime(let file, let options):
      "Lu comme la dernière fois (« \(file) ») : \(options.words(in: .fr))."
    case .amountsWaitForPrices: "Sans montant ni prix, les lignes attendent les prix du fichier des produits."
    case .datesWaitForInvoices: "Sans date, les lignes attendent les en-têtes de factures."
    case .fec(let note): note.sentence(in: .fr)
    case .eInvoices(let count):
      count == 1 ? "Une facture électronique est lue." : "\(count) factures électroniques sont lues."
    case .eInvoiceRests(let count, let amount):
      "Factures dont les lignes n’expliquent pas tout le total : \(count) ; l’écart, \(amount.plain(mark: ",")), est une ligne à part."
    case .filesPassedOver(let names): "Fichiers du dossier qui ne sont pas lus : \(names.joined(separator: ", "))."
    case .filePassedOver(_, let error): "Pas lu : \(error.sentence(in: .fr))"
    case .sirenOfFile(let siren):
      "Avec « company: siren: [\(siren)] » dans vos règles, vos factures d’achat seront reconnues et écartées."
    case .metAtDoor(let count, let names):
      "À la porte, vos règles visent \(count) de ces lignes : \(names.joined(separator: ", "))\(count > names.count ? " …" : "")."
    }
  }

  private var english: String {
    switch self {
    case .kindGuessed(let kind, let headers):
      "Read as \(kind.name(in: .en)), from the columns \(headers.joined(separator: ", "))."
    case .totalNotTaken(let header):
      "Read as invoice headers: no product, no quantity, and “\(header)” does not say that it is without tax; "
        + "to count it as revenue: --as sales --map amount=\(header)."
    case .linesAboveHeader(let count):
      count == 1 ? "One line above the header is skipped." : "\(count) lines above the header are skipped."
    case .noRows: "There is no row under the header."
    case .encoding(let encoding): "The text is read as \(encoding.rawValue)."
    case .dateOrderGuessed(let order, let example):
      "Nothing says if “\(example)” begins with the day or the month: read \(order.english)."
    case .dateOrderMixed(let order, let example):
      "Dates contradict each other about day and month (“\(example)”): read \(order.english)."
    case .decimalMarkGuessed(let mark, let example):
      "Nothing says if “\(example)” has decimals: “\(mark.rawValue)” is read as the decimal mark."
    case .decimalMarksMixed(let mark, let example):
      "Decimal commas and points are mixed (“\(example)”): “\(mark.rawValue)” is the file's decimal mark."
    case .discountInPercent: "Discounts are read as percents."
    case .alsoFits(let field, let unread, let read): "“\(unread)” fits \(field.rawValue) too; “\(read)” is read."
    case .nameServes(let field, let header): "“\(header)” also serves as the identifier (\(field.rawValue))."
    case .thousandsRead(let mark, let example): "“\(mark.rawValue)” groups thousands (“\(example)”)."
    case .nameComposed(let header): "The name is made of \(header)."
    case .unread(let headers): "Columns not read: \(headers.joined(separator: ", "))."
    case .asLastTime(let file, let options): "Read like last time (“\(file)”): \(options.words(in: .en))."
    case .amountsWaitForPrices: "Without amount or price, the lines wait for the product file's prices."
    case .datesWaitForInvoices: "Without a date, the lines wait for the invoice headers."
    case .fec(let note): note.sentence(in: .en)
    case .eInvoices(let count):
      count == 1 ? "One electronic invoice is read." : "\(count) electronic invoices are read."
    case .eInvoiceRests(let count, let amount):
      "Invoices whose lines do not explain the whole total: \(count); the rest, \(amount.plain(mark: ".")), is a line of its own."
    case .filesPassedOver(let names): "Files of the folder that are not read: \(names.joined(separator: ", "))."
    case .filePassedOver(_, let error): "Not read: \(error.sentence(in: .en))"
    case .sirenOfFile(let siren):
      "With “company: siren: [\(siren)]” in your rules, invoices that you received are recognised and set aside."
    case .metAtDoor(let count, let names):
      "At the door, your rules meet \(count) of these rows: \(names.joined(separator: ", "))\(count > names.count ? " …" : "")."
    }
  }
}

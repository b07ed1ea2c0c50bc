import Ledger
import Units

/// Why a source file cannot be read at all; a row that cannot be read is a `RowFault` instead.
public enum SourceFileError: Explained, Hashable {
  /// The file cannot be opened or read; the system's own words say why.
  case unreadable(file: String, reason: String)
  /// A file cannot be written; the system's own words say why.
  case unwritable(file: String, reason: String)
  /// The file or its table has no content.
  case empty(file: String)
  /// The gzip stream ends before its end mark.
  case truncatedGzip(file: String)
  /// The gzip stream is damaged.
  case damagedGzip(file: String)
  /// The bytes are something else than a table.
  case notATable(file: String, found: ForeignFormat)
  /// No line looks like a header.
  case noHeader(file: String)
  /// The headers fit no kind of table.
  case unknownKind(file: String, headers: [String])
  /// The columns a kind cannot do without are missing.
  case missingColumns(file: String, kind: SourceKind, fields: [Field], headers: [String])
  /// `--map` names a field that the kind does not have.
  case unknownField(name: String, kind: SourceKind)
  /// `--map` names a column that the file does not have.
  case unknownColumn(name: String, headers: [String])
  /// An option's text cannot be understood.
  case badOption(option: String, value: String)
  /// The order of day and month was a guess that a value contradicts: read again with the other order.
  case dateOrderContradicted(file: String, line: Int, value: String, read: DateOrder, other: DateOrder)
  /// The file is nearly a FEC, but columns without which it cannot be read are missing.
  case missingFECColumns(file: String, columns: [FECColumn], headers: [String])
  /// What is called an accounting export has not its headers.
  case notAccounts(file: String)
  /// The rejects file has no header of a rejects file.
  case notARejectsFile(file: String)
}

/// Formats that are recognised so that the person is told what the file is.
public enum ForeignFormat: String, CaseIterable, Sendable {
  case oldExcel, pdf, image, word, zip, otherCompression, sqlite, html, xml, accountingExport, unknownBinary
}

extension SourceFileError {
  /// Whether the file is just no table that is known here, as there may be some in any folder.
  public var isNoKnownTable: Bool {
    switch self {
    case .empty, .notATable, .noHeader, .unknownKind, .missingColumns: true
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
    case .unreadable(let file, let reason): "« \(file) » ne peut pas être lu : \(reason)."
    case .unwritable(let file, let reason): "« \(file) » ne peut pas être écrit : \(reason)."
    case .empty(let file): "« \(file) » est vide."
    case .truncatedGzip(let file):
      "« \(file) » est un fichier gzip incomplet : il s’arrête avant sa fin, copiez-le de nouveau."
    case .damagedGzip(let file): "« \(file) » est un fichier gzip endommagé : copiez-le de nouveau."
    case .notATable(let file, let found): "« \(file) » n’est pas un tableau lisible : \(found.french)."
    case .noHeader(let file): "« \(file) » n’a pas de ligne d’en-têtes reconnaissable."
    case .unknownKind(let file, let headers):
      "On ne reconnaît pas ce que contient « \(file) » (colonnes : \(listed(headers))) : précisez-le avec --as "
        + "et, au besoin, --map."
    case .missingColumns(let file, let kind, let fields, let headers):
      "« \(file) », lu comme \(kind.name(in: .fr)), n’a pas de colonne pour \(listed(fields.map(\.rawValue))) "
        + "(colonnes : \(listed(headers))) : désignez-la avec --map."
    case .unknownField(let name, let kind):
      "« \(name) » n’est pas un champ de \(kind.rawValue) ; les champs sont "
        + "\(kind.fields.map(\.rawValue).joined(separator: ", "))."
    case .unknownColumn(let name, let headers):
      "La colonne « \(name) » n’existe pas ; les colonnes sont \(listed(headers))."
    case .badOption(let option, let value): "La valeur « \(value) » n’est pas comprise par \(option)."
    case .dateOrderContradicted(let file, let line, let value, _, let other):
      "À la ligne \(line) de « \(file) », « \(value) » montre que les dates sont dans l’ordre \(other.french) : "
        + "relisez avec --date-format \(other.rawValue)."
    case .missingFECColumns(let file, let columns, let headers):
      "« \(file) » ressemble à un fichier des écritures comptables (FEC), mais il lui manque "
        + "\(columns.count == 1 ? "la colonne" : "les colonnes") \(listed(columns.map(\.rawValue))) "
        + "(colonnes : \(listed(headers))) : exportez-le de nouveau avec toutes ses colonnes."
    case .notAccounts(let file):
      "« \(file) » n’a pas les colonnes d’un fichier des écritures comptables (JournalCode, EcritureDate, CompteNum…)."
    case .notARejectsFile(let file): "« \(file) » n’est pas un fichier de rejets."
    }
  }

  private var english: String {
    switch self {
    case .unreadable(let file, let reason): "“\(file)” cannot be read: \(reason)."
    case .unwritable(let file, let reason): "“\(file)” cannot be written: \(reason)."
    case .empty(let file): "“\(file)” is empty."
    case .truncatedGzip(let file): "“\(file)” is an incomplete gzip file: it stops before its end, copy it again."
    case .damagedGzip(let file): "“\(file)” is a damaged gzip file: copy it again."
    case .notATable(let file, let found): "“\(file)” is not a readable table: \(found.english)."
    case .noHeader(let file): "“\(file)” has no line that looks like a header."
    case .unknownKind(let file, let headers):
      "What “\(file)” holds is not recognised (columns: \(listed(headers))): say it with --as and, if need be, --map."
    case .missingColumns(let file, let kind, let fields, let headers):
      "“\(file)”, read as \(kind.name(in: .en)), has no column for \(listed(fields.map(\.rawValue))) "
        + "(columns: \(listed(headers))): name it with --map."
    case .unknownField(let name, let kind):
      "“\(name)” is not a field of \(kind.rawValue); the fields are "
        + "\(kind.fields.map(\.rawValue).joined(separator: ", "))."
    case .unknownColumn(let name, let headers):
      "There is no column “\(name)”; the columns are \(listed(headers))."
    case .badOption(let option, let value): "The value “\(value)” is not understood by \(option)."
    case .dateOrderContradicted(let file, let line, let value, _, let other):
      "On line \(line) of “\(file)”, “\(value)” shows that dates are \(other.english): read again with "
        + "--date-format \(other.rawValue)."
    case .missingFECColumns(let file, let columns, let headers):
      "“\(file)” looks like a French accounting export (FEC), but \(columns.count == 1 ? "column" : "columns") "
        + "\(listed(columns.map(\.rawValue))) \(columns.count == 1 ? "is" : "are") missing (columns: \(listed(headers))): "
        + "export it again with all its columns."
    case .notAccounts(let file):
      "“\(file)” has not the columns of a French accounting export (JournalCode, EcritureDate, CompteNum …)."
    case .notARejectsFile(let file): "“\(file)” is not a rejects file."
    }
  }
}

/// The first names of a list, for a sentence.
private func listed(_ names: [String]) -> String {
  let shown = names.prefix(20).map { $0.isEmpty ? "–" : String($0.prefix(40)) }.joined(separator: ", ")
  return names.count > 20 ? shown + ", …" : shown
}

extension DateOrder {
  /// The order in French words.
  var french: String {
    switch self {
    case .yearFirst: "année-mois-jour"
    case .dayFirst: "jour-mois-année"
    case .monthFirst: "mois-jour-année"
    }
  }
  /// The order in English words.
  var english: String {
    switch self {
    case .yearFirst: "year-month-day"
    case .dayFirst: "day-month-year"
    case .monthFirst: "month-day-year"
    }
  }
}

extension ForeignFormat {
  fileprivate var french: String {
    switch self {
    case .oldExcel: "c'est un ancien classeur Excel (.xls), enregistrez-le en .xlsx ou en CSV"
    case .pdf: "c'est un PDF, exportez le tableau en CSV ou en .xlsx"
    case .image: "c'est une image"
    case .word: "c'est un document bureautique, enregistrez le tableau en CSV ou en .xlsx"
    case .zip: "c’est une archive zip, décompressez-la d’abord"
    case .otherCompression: "il est compressé autrement que par gzip, décompressez-le d’abord"
    case .sqlite: "c'est une base SQLite, exportez ses tables en CSV"
    case .html: "c'est une page HTML, enregistrez le tableau en CSV ou en .xlsx"
    case .xml: "c'est du XML"
    case .accountingExport: "c’est un fichier des écritures comptables (FEC), pas une liste de ventes"
    case .unknownBinary: "c'est un fichier binaire"
    }
  }

  fileprivate var english: String {
    switch self {
    case .oldExcel: "it is an old Excel workbook (.xls), save it as .xlsx or CSV"
    case .pdf: "it is a PDF, export the table as CSV or .xlsx"
    case .image: "it is an image"
    case .word: "it is an office document, save the table as CSV or .xlsx"
    case .zip: "it is a zip archive, unpack it first"
    case .otherCompression: "it is compressed by something else than gzip, unpack it first"
    case .sqlite: "it is an SQLite database, export its tables as CSV"
    case .html: "it is an HTML page, save the table as CSV or .xlsx"
    case .xml: "it is XML"
    case .accountingExport: "it is an accounting export (FEC), not a list of sales"
    case .unknownBinary: "it is a binary file"
    }
  }
}

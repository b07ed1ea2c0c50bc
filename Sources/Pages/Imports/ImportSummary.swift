import Ledger
import Units

/// What an import brought, as the terminal and the pages tell it.
public struct ImportSummary: Equatable, Sendable {
  /// The import's name.
  public let id: String
  /// The file's name, without folders.
  public let file: String
  /// The system the rows came from.
  public let source: String
  /// How the file was read.
  public let reading: TableReading
  /// Rows read, kept and set aside.
  public let rows: Rows
  /// The first and last dates, where rows have dates.
  public let dates: ClosedRange<Day>?
  /// The money of sale lines; nothing for other rows.
  public let money: Money?
  /// Earlier imports of which this one restates invoices.
  public let replaces: [Replaced]
  /// The import whose mended rejects these rows are.
  public let completes: String?

  /// Rows read, kept and set aside.
  public struct Rows: Equatable, Sendable {
    let all: Int
    let kept: Int
    let rejected: Int
    /// Makes a count.
    public init(all: Int, kept: Int, rejected: Int) {
      self.all = all
      self.kept = kept
      self.rejected = rejected
    }
  }

  /// The money of sale lines.
  public struct Money: Equatable, Sendable {
    let revenue: Cents
    let unattributed: Cents
    let unattributedLines: Int
    let waitingForPrice: Int
    let waitingForInvoice: Int
    /// Makes the money of some lines.
    public init(
      revenue: Cents, unattributed: Cents, unattributedLines: Int, waitingForPrice: Int, waitingForInvoice: Int
    ) {
      self.revenue = revenue
      self.unattributed = unattributed
      self.unattributedLines = unattributedLines
      self.waitingForPrice = waitingForPrice
      self.waitingForInvoice = waitingForInvoice
    }
  }

  /// How much of an earlier import a later one restates.
  public struct Replaced: Equatable, Sendable {
    let id: String
    let invoices: Int
    let lines: Int
    /// Makes a restatement.
    public init(id: String, invoices: Int, lines: Int) {
      self.id = id
      self.invoices = invoices
      self.lines = lines
    }
  }

  /// What the rows are.
  public var kind: SourceKind { reading.kind }

  /// Makes a summary.
  public init(
    id: String, file: String, source: String, reading: TableReading, rows: Rows, dates: ClosedRange<Day>?,
    money: Money?, replaces: [Replaced], completes: String?
  ) {
    self.id = id
    self.file = file
    self.source = source
    self.reading = reading
    self.rows = rows
    self.dates = dates
    self.money = money
    self.replaces = replaces
    self.completes = completes
  }
}

/// What there is to say of an import, a sentence each.
extension ImportSummary {
  /// How many rows were kept, and from when to when they are.
  public var kept: Phrase {
    let count = Phrase(
      fr: "\(rows.kept, "ligne gardée", "lignes gardées") sur \(rows.all)",
      en: "\(rows.kept, "row", "rows") kept of \(rows.all)")
    guard let dates else { return count }
    return count
      + Phrase(
        fr: ", du \(dates.lowerBound) au \(dates.upperBound)", en: ", from \(dates.lowerBound) to \(dates.upperBound)")
  }

  /// The revenue, and the part of it that belongs to no customer; nothing while every line waits for its price.
  public var revenue: Phrase? {
    guard let money, money.waitingForPrice < rows.kept else { return nil }
    guard money.unattributedLines > 0 else {
      return Phrase(
        fr: "chiffre d'affaires \(euros: money.revenue, .cents)", en: "revenue \(euros: money.revenue, .cents)")
    }
    return Phrase(
      fr: """
        chiffre d'affaires \(euros: money.revenue, .cents), dont \(euros: money.unattributed, .cents) sans client \
        (\(money.unattributedLines, "ligne", "lignes"))
        """,
      en: """
        revenue \(euros: money.revenue, .cents), of which \(euros: money.unattributed, .cents) without a customer \
        (\(money.unattributedLines, "line", "lines"))
        """)
  }

  /// What lines wait for, and what they take the place of.
  public var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if let money, money.waitingForPrice > 0 {
      remarks.append(
        Phrase(
          fr: "\(money.waitingForPrice, "ligne", "lignes") sans montant : leur prix vient du fichier produits",
          en: "\(money.waitingForPrice, "line", "lines") without an amount: the product file prices them"))
    }
    if let money, money.waitingForInvoice > 0 {
      remarks.append(
        Phrase(
          fr: "\(money.waitingForInvoice, "ligne", "lignes") sans date : elle vient des en-têtes de factures",
          en: "\(money.waitingForInvoice, "line", "lines") without a date: it comes from the invoice headers"))
    }
    for earlier in replaces {
      remarks.append(
        Phrase(
          fr: """
            \(earlier.invoices, "facture remplace la sienne", "factures remplacent celles") dans l'import \
            \(name: earlier.id)
            """,
          en: "\(earlier.invoices, "invoice", "invoices") restated from import \(name: earlier.id)"))
    }
    return remarks
  }

  /// How many rows were set aside.
  public var setAside: Phrase {
    Phrase(
      fr: "\(rows.rejected, "ligne mise de côté", "lignes mises de côté")",
      en: "\(rows.rejected, "row", "rows") set aside")
  }
}

/// How often one kind of fault was met in one column.
public struct FaultTally: Equatable, Sendable {
  /// The fault.
  public let fault: FaultLabel
  /// The column's header, or nothing when rows as a whole are at fault.
  public let column: String?
  /// The first fault's line.
  public let firstLine: Int
  /// How many.
  public let count: Int

  /// Makes a count.
  public init(code: String, column: String?, firstLine: Int, count: Int) {
    fault = FaultLabel(code: code)
    self.column = column
    self.firstLine = firstLine
    self.count = count
  }

  /// `12 × pas une date (Date), la première à la ligne 7`.
  public var phrase: Phrase {
    Phrase(fr: "\(count) × ", en: "\(count) × ") + fault.phrase
      + (column.map { Phrase(fr: " (\(name: $0))", en: " (\(name: $0))") } ?? Phrase(fr: "", en: ""))
      // What holds no lines, a missing program say, has none to name.
      + (firstLine > 0
        ? Phrase(fr: ", la première fois à la ligne \(firstLine)", en: ", first on line \(firstLine)")
        : Phrase(fr: "", en: ""))
  }
}

/// A row that an import set aside, with its place and the reason: bad data is a value, never an exception.
public struct RowFault: Hashable, Sendable {
  /// The source file's name; behind it, the path within a folder or an archive.
  public let file: String
  /// Where the row begins: 1 is the first line of the file, the header counts; 0 where no line is to blame.
  public let line: Int
  /// The column as the file's header writes it, or nothing when the row as a whole is at fault.
  public let column: String?
  /// Why it was set aside.
  public let reason: Reason
  /// The row as it stands in the file, cut after 64 KiB.
  public let raw: String

  /// Makes a fault.
  public init(file: String, line: Int, column: String?, reason: Reason, raw: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.raw = raw
  }

  /// Why a row was set aside; the value at fault, where there is one, comes along.
  public enum Reason: Hashable, Sendable {
    case tooManyFields(found: Int, expected: Int)
    case tooFewFields(found: Int, expected: Int)
    case unclosedQuote
    case recordTooLong(limit: Int)
    case invalidText
    case nulByte
    case missing(Field)
    case notADay(String)
    case dayOutOfRange(String)
    case notANumber(String)
    case numberOutOfRange(String)
    case notAFlag(String)
    case unknownKind(String)
    case noAmount
    case noRate(currency: String)
    case notAnObject
    // Electronic invoices: one fault a document.
    /// The XML is not well formed.
    case brokenXML
    /// The document declares a type of its own, which may hide attacks.
    case documentType
    case nestedTooDeep(limit: Int)
    case tooManyAttributes(limit: Int)
    /// A value or a tag is longer than so many bytes.
    case valueTooLong(limit: Int)
    /// The document is larger than so many bytes.
    case documentTooBig(limit: Int)
    /// The XML is something else: an order for instance.
    case notAnInvoice(root: String)
    /// A type code (BT-3) of documents that bill nothing.
    case notAnInvoiceType(String)
    /// The file is neither XML nor PDF nor a zip archive.
    case notAnEInvoice
    /// The PDF carries no invoice.
    case noEmbeddedInvoice
    case unreadablePDF
    /// A program that has to be installed.
    case programMissing(String)
    case programTooSlow(String, seconds: Int)
    case damagedArchive
    case archiveInArchive
    case encryptedEntry
    /// The archive holds more than so many files.
    case tooManyEntries(limit: Int)
    /// The archive unpacks to far more than invoices ever do.
    case archiveBomb
    case unreadableFile
    /// The company is the buyer: it is an invoice that it received.
    case purchaseInvoice
    /// The seller, of this number, is not the company, nor is the buyer.
    case othersInvoice(siren: String)
    /// An accounting line without an account.
    case noAccount
  }
}

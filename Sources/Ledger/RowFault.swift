/// A row that an import set aside, with its place and the reason: bad data is a value, never an exception.
public struct RowFault: Hashable, Sendable {
  /// The source file's name.
  public let file: String
  /// Where the row begins: 1 is the first line of the file, the header counts.
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
    /// An accounting line without an account.
    case noAccount
  }
}

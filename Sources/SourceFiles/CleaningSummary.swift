import Ledger
import Units

/// What one pass over a table accepted and set aside.
public struct CleaningSummary: Hashable, Sendable {
  /// Rows, blank lines and the header not counted; always `accepted + rejected`.
  public internal(set) var rows = 0
  /// Rows written.
  public internal(set) var accepted = 0
  /// Rows set aside, each with one fault.
  public internal(set) var rejected = 0
  /// Lines without any content, and rows whose fields are all empty.
  public internal(set) var blank = 0
  /// The earliest date of an accepted row.
  public internal(set) var firstDay: Day?
  /// The latest date of an accepted row.
  public internal(set) var lastDay: Day?
  /// The sum of the accepted sale lines' amounts, in the company's currency.
  public internal(set) var amount = Cents.zero
  /// The sum of the amounts of accepted sale lines without a customer.
  public internal(set) var unattributedAmount = Cents.zero
  /// Accepted sale lines without a customer.
  public internal(set) var unattributedLines = 0
  /// Accepted sale lines whose amount waits for the product file's price.
  public internal(set) var linesWaitingForPrice = 0
  /// Accepted sale lines whose date waits for the invoice headers.
  public internal(set) var linesWaitingForInvoice = 0
  /// How many rows were set aside by reason and column, in the order first met, at most 200 of them.
  public internal(set) var faults: [FaultCount] = []

  /// How often one kind of fault was met in one column.
  public struct FaultCount: Hashable, Sendable {
    /// The reason, as the first fault has it.
    public let reason: RowFault.Reason
    /// The stable code of the reason.
    public let code: String
    /// The column's header, or nothing when rows as a whole are at fault.
    public let column: String?
    /// The first fault's line.
    public let firstLine: Int
    /// How many.
    public internal(set) var count: Int

    /// A fault met for the first time.
    init(_ fault: RowFault) {
      reason = fault.reason
      code = fault.reason.code
      column = fault.column
      firstLine = fault.line
      count = 1
    }

    /// How often each fault of a list was met, in the order first met.
    public static func counts(of faults: [RowFault]) -> [FaultCount] {
      var counts: [FaultCount] = []
      for fault in faults {
        if let place = counts.firstIndex(where: { $0.code == fault.reason.code && $0.column == fault.column }) {
          counts[place].count += 1
        } else {
          counts.append(FaultCount(fault))
        }
      }
      return counts
    }
  }

  /// A pass over nothing.
  public init() {}
}

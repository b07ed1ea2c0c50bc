import Units

/// What was read of a FEC and whether it adds up.
public struct FECControls: Hashable, Sendable {
  /// A number of lines and what they come to.
  public struct Sum: Hashable, Sendable {
    /// How many lines.
    public internal(set) var lines: Int
    /// Σ(credit − debit).
    public internal(set) var amount: Cents

    /// Makes a sum.
    public init(lines: Int = 0, amount: Cents = .zero) {
      self.lines = lines
      self.amount = amount
    }

    mutating func add(_ amount: Cents, lines: Int = 1) {
      self.lines += lines
      self.amount = self.amount + amount
    }
  }

  /// An entry whose debits and credits differ.
  public struct UnbalancedEntry: Hashable, Sendable {
    /// `JournalCode`.
    public let journal: String
    /// `EcritureNum`.
    public let entry: String
    /// The date of its first line.
    public let day: Day
    /// Its first line in the file.
    public let line: Int
    /// Debit − credit.
    public let difference: Cents

    /// Makes an entry.
    public init(journal: String, entry: String, day: Day, line: Int, difference: Cents) {
      self.journal = journal
      self.entry = entry
      self.day = day
      self.line = line
      self.difference = difference
    }
  }

  /// How many entries out of balance are listed.
  public static let listed = 100

  /// Lines read.
  public internal(set) var lines = 0
  /// Lines set aside.
  public internal(set) var rejected = 0
  /// Blank lines, and lines of empty fields.
  public internal(set) var blank = 0
  /// Entries.
  public internal(set) var entries = 0
  /// All debits.
  public internal(set) var debit = Cents.zero
  /// All credits.
  public internal(set) var credit = Cents.zero
  /// How many entries are out of balance.
  public internal(set) var unbalancedEntries = 0
  /// The first of them, in the order of the file.
  public internal(set) var unbalanced: [UnbalancedEntry] = []
  /// Opening entries, which are skipped: all their lines, and what stands on accounts 70.
  public internal(set) var opening = Sum()
  /// Entries that close the year's accounts, which are skipped: all their lines, and what stands on accounts 70.
  public internal(set) var closing = Sum()
  /// Σ(credit − debit) on accounts 70 outside opening and closing entries.
  public internal(set) var revenue = Sum()
  /// What of it is customers'.
  public internal(set) var attributed = Sum()
  /// What of it is accrued or deferred at a period's end.
  public internal(set) var accrued = Sum()
  /// What of it is nobody's, by reason, those that occur.
  public internal(set) var unattributed: [FECReason: Sum] = [:]
  /// What of it is customers', by what ties it.
  public internal(set) var ties: [FECTie: Sum] = [:]
  /// The first and the last date of what is neither opening nor closing.
  public internal(set) var firstDay: Day?
  /// The last date.
  public internal(set) var lastDay: Day?
  /// Lines put back together whose label holds the separator.
  public internal(set) var mended = 0
  /// Lines with one separator too many at their end.
  public internal(set) var trailingSeparators = 0
  /// Lines with both a debit and a credit; their difference counts.
  public internal(set) var twoSided = 0
  /// Lines with a `PieceDate` or a `DateLet` that is no day and was left out.
  public internal(set) var oddDates = 0
  /// Lettered groups of customers' lines that do not balance and give no settlement.
  public internal(set) var openLetters = 0

  /// Whether all debits equal all credits.
  public var isBalanced: Bool { debit == credit && unbalancedEntries == 0 }
  /// All that is nobody's.
  public var unattributedTotal: Sum {
    unattributed.values.reduce(Sum()) { Sum(lines: $0.lines + $1.lines, amount: $0.amount + $1.amount) }
  }
  /// The part of revenue that is nobody's; nothing without revenue.
  public var unattributedShare: Share? { Share(unattributedTotal.amount, of: revenue.amount) }
}

import Ledger
import Units

/// Whether every euro of the books is somewhere: customers + unattributed = all revenue, to the cent.
///
/// Source: docs/methods/reconciliation.md.
public struct Reconciliation: Sendable {
  /// The revenue and lines of some months.
  public struct Part: Hashable, Sendable {
    /// The months; nothing when there is no line at all.
    public let span: MonthSpan?
    /// Revenue of the lines with a customer.
    public let customers: Cents
    /// Revenue of the lines without.
    public let unattributed: Cents
    /// All lines.
    public let lines: Int
    /// The lines without a customer.
    public let unattributedLines: Int

    /// All revenue.
    public var all: Cents { customers + unattributed }
  }

  /// What one import brought to the books, of its lines still in force.
  public struct Import: Hashable, Sendable {
    /// The import's identifier.
    public let id: String
    /// The file's name.
    public let file: String
    /// Revenue of all its lines.
    public let revenue: Cents
    /// Revenue of its lines without a customer.
    public let unattributed: Cents
    /// Its lines.
    public let lines: Int

    /// Makes a row.
    public init(id: String, file: String, revenue: Cents, unattributed: Cents, lines: Int) {
      self.id = id
      self.file = file
      self.revenue = revenue
      self.unattributed = unattributed
      self.lines = lines
    }
  }

  /// W.
  public let window: Part
  /// All of history up to `asOf`.
  public let history: Part
  /// The imports, in the order they were made; empty when the facts are kept elsewhere.
  public let imports: [Import]
  /// Lines that wait for a price or an invoice header, in no figure.
  public let waitingLines: Int
  /// Lines dated after `asOf`, in no figure of the reports.
  public let later: Books.Later

  /// Adds the books up.
  ///
  /// Linear in the activity.
  public init(books: Books, imports: [Import]) {
    window = Part(books: books, span: books.window.current)
    history = Part(books: books, span: books.history)
    self.imports = imports
    waitingLines = books.waitingLines
    later = books.later
  }

  /// The revenue of all imports less that of the books over all of history and of the lines after it: zero, or our own
  /// bug; nothing without imports.
  public var difference: Cents? {
    imports.isEmpty ? nil : imports.map(\.revenue).sum - history.all - later.revenue
  }
}

extension Reconciliation.Part {
  fileprivate init(books: Books, span: MonthSpan?) {
    func total(_ activity: Activity) -> (revenue: Cents, lines: Int) {
      var sum = (revenue: Cents.zero, lines: 0)
      for (month, cell) in zip(activity.months, activity.cells) where span?.contains(month) ?? false {
        sum.revenue += cell.revenue
        sum.lines += cell.lines
      }
      return sum
    }
    let (known, stray) = (total(books.activity), total(books.unattributed))
    self.span = span
    customers = known.revenue
    unattributed = stray.revenue
    lines = known.lines + stray.lines
    unattributedLines = stray.lines
  }
}

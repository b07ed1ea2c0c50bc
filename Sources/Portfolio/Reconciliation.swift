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
  /// Why lines of W have no customer, where accounts say it, in the order of the reasons.
  public let strays: [Stray]
  /// Accounts against the invoices of other sources, over all of history; nothing where only one of them is there.
  public let comparison: BooksAgainstInvoices?

  /// The lines without a customer for one reason.
  public struct Stray: Hashable, Sendable {
    /// The reason; nothing where the source says none.
    public let nature: LineNature?
    /// Their revenue.
    public let revenue: Cents
    /// How many.
    public let lines: Int
  }

  /// Adds the books up.
  ///
  /// Linear in the activity.
  public init(books: Books, imports: [Import]) {
    window = Part(books: books, span: books.window.current)
    history = Part(books: books, span: books.history)
    self.imports = imports
    waitingLines = books.waitingLines
    later = books.later
    comparison = books.comparison
    let inWindow = books.strays.filter { books.window.current.contains($0.month) }
    strays = (LineNature.allCases.map { $0 } + [nil]).compactMap { (nature: LineNature?) in
      let those = inWindow.filter { $0.nature == nature }
      return those.isEmpty
        ? nil
        : Stray(nature: nature, revenue: those.map(\.revenue).sum, lines: those.reduce(0) { $0 + $1.lines })
    }
  }

  /// Revenue of W that period-end accruals move from one period to another: nobody's, and no loss of knowledge.
  public var accruals: Cents { strays.first { $0.nature == .accrual }?.revenue ?? .zero }

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

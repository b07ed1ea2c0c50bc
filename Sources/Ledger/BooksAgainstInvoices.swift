import Units

/// Accounts held against the invoices that other sources tell: what both know, and what only one does.
public struct BooksAgainstInvoices: Hashable, Sendable {
  /// A document of one side, or of both.
  public struct Document: Hashable, Sendable {
    /// Its number.
    public let invoice: String?
    /// Its day.
    public let day: Day
    /// The customer, as far as it is known.
    public let customer: String?
    /// What it comes to.
    public let amount: Cents

    /// Makes a document.
    public init(invoice: String?, day: Day, customer: String?, amount: Cents) {
      self.invoice = invoice
      self.day = day
      self.customer = customer
      self.amount = amount
    }
  }

  /// Documents of one sort: how many, what they come to, and the biggest.
  public struct Group: Hashable, Sendable {
    /// How many.
    public let count: Int
    /// What they come to.
    public let amount: Cents
    /// The biggest of them, by amount.
    public let biggest: [Document]

    /// Makes a group.
    public init(count: Int, amount: Cents, biggest: [Document]) {
      self.count = count
      self.amount = amount
      self.biggest = biggest
    }
  }

  /// Documents that both sides know, told by the books' total.
  public let matched: Group
  /// How many of them were told by their number; the others by day, customer and amount.
  public let byNumber: Int
  /// Matched documents whose totals differ: the amounts are what the books say beyond the lines.
  public let differing: Group
  /// What only the accounts know.
  public let onlyBooks: Group
  /// What only other sources know of days that the accounts cover: in no figure.
  public let onlyInvoices: Group
  /// Customers under whom both sides tell documents of one number and amount, and how many: they are probably one.
  public let oneCustomer: [CustomerPair: Int]

  /// Makes the comparison.
  public init(
    matched: Group, byNumber: Int, differing: Group, onlyBooks: Group, onlyInvoices: Group,
    oneCustomer: [CustomerPair: Int] = [:]
  ) {
    self.matched = matched
    self.byNumber = byNumber
    self.differing = differing
    self.onlyBooks = onlyBooks
    self.onlyInvoices = onlyInvoices
    self.oneCustomer = oneCustomer
  }
}

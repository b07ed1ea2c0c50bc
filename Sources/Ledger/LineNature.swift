import Units

/// What a sale line is where it is more, or less, than a customer's sale; the raw value is how the ledger keeps it.
public enum LineNature: String, CaseIterable, Sendable {
  /// A period-end accrual: revenue of one period that is invoiced in another.
  case accrual
  /// What the books say of an invoice beyond what its lines come to.
  case difference
  /// Billed in advance: it gives way to the final invoice.
  case advance
  /// A final invoice of the whole, of which an advance was paid.
  case settling
  /// An invoice that takes the place of the one it refers to.
  case correction
  /// Takings that the books post to a till or a bank: they name no customer.
  case retail
  /// The entry is posted to a third party that is no customer.
  case otherThirdParty
  /// The entry names several customers, and its amounts do not say whose is what.
  case severalCustomers
  /// Debit and credit of the entry differ: a line is missing, that may be another customer's.
  case unbalancedEntry
  /// The entry only moves revenue between accounts.
  case reclassified
  /// The entry names no third party.
  case noCustomer
}

/// The lines without a customer of one month and nature.
public struct StrayTotal: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// Why they have no customer; nothing where no source says.
  public let nature: LineNature?
  /// Their revenue.
  public let revenue: Cents
  /// How many.
  public let lines: Int

  /// Makes a sum.
  public init(month: Month, nature: LineNature?, revenue: Cents, lines: Int) {
    self.month = month
    self.nature = nature
    self.revenue = revenue
    self.lines = lines
  }
}

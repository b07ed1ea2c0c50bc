import Units

/// How a customer pays, as settlements of its invoices tell.
public struct PaymentHabit: Hashable, Sendable {
  /// Days from invoice to payment, weighted by amount, rounded; nothing where only losses are known.
  public let daysToPay: Int?
  /// The invoices that were paid.
  public let paid: Cents
  /// What was never paid and written off.
  public let badDebt: Cents

  /// Makes a habit.
  public init(daysToPay: Int?, paid: Cents, badDebt: Cents) {
    self.daysToPay = daysToPay
    self.paid = paid
    self.badDebt = badDebt
  }
}

/// What a row of payments tells; the raw value is how the ledger keeps it.
public enum PaymentNature: String, CaseIterable, Sendable {
  case payment, badDebt
}

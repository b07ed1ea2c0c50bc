import Units

/// How customers paid and what was never paid, per month: flat columns, customers in the order of the customer file.
///
/// A payment belongs to the month the money came, a loss to the month it was written off: what is known of a month never
/// changes later.
public struct PaymentActivity: Sendable {
  /// One customer's payments and losses of one month.
  public struct Cell: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// What was paid, tax included.
    public let paid: Cents
    /// The part of it of which the invoice's day is known.
    public let dated: Cents
    /// Σ(cents × days from invoice to payment) over that part; below zero where money came first.
    public let centDays: Int64
    /// What was given up less what came in again, tax excluded.
    public let lost: Cents

    /// Makes a cell.
    public init(month: Month, paid: Cents = .zero, dated: Cents = .zero, centDays: Int64 = 0, lost: Cents = .zero) {
      self.month = month
      self.paid = paid
      self.dated = dated
      self.centDays = centDays
      self.lost = lost
    }
  }

  /// Where each customer's cells begin; one more at the end.
  public let offsets: [Int]
  /// All cells, sorted by customer and month.
  public let cells: [Cell]
  /// What is tied to nobody known, by month.
  public let unattributed: [Cell]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of cells.
  public init(offsets: [Int], cells: [Cell], unattributed: [Cell] = []) {
    precondition(offsets.first == 0 && offsets.last == cells.count, "offsets span the cells")
    self.offsets = offsets
    self.cells = cells
    self.unattributed = unattributed
  }

  /// No source tells payments.
  public static let none = PaymentActivity(offsets: [0], cells: [])

  /// Whether no source tells anything.
  public var isEmpty: Bool { cells.isEmpty && unattributed.isEmpty }

  /// One customer's cells; none where no source tells payments.
  public subscript(customer: Int) -> ArraySlice<Cell> {
    customer + 1 < offsets.count ? cells[offsets[customer]..<offsets[customer + 1]] : []
  }
}

extension Sequence<PaymentActivity.Cell> {
  /// Days from invoice to payment, weighted by amount, to the nearest day; nothing where no day is known.
  public var daysToPay: Int? {
    let (dated, centDays) = reduce((Cents.zero, Int64(0))) { ($0.0 + $1.dated, $0.1 + $1.centDays) }
    return dated > .zero ? Int(multiplied(centDays, by: 1, over: dated.value)) : nil
  }
}

/// What a row of payments tells; the raw value is how the ledger keeps it.
public enum PaymentNature: String, CaseIterable, Sendable {
  case payment, badDebt
}

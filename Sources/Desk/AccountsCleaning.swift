import Ledger
import SourceFiles
import Units

/// Reads a FEC into sale lines, the names of its customers and what settled their invoices.
struct AccountsCleaning {
  let look: AccountsLook
  let output: CleaningOutput
  let progress: (ImportProgress.Stage, Double?) throws -> Void

  /// The fields that a sale line of accounts carries, whatever columns the file has.
  static let saleFields: Set<Field> = [
    .invoice, .date, .customer, .customerName, .product, .productName, .amount, .nature,
  ]

  func run() throws -> CleanedTable {
    var faults: [RowFault] = []
    let size = Double(max(1, look.size))
    let reader = FECReader(reading: look.reading) { fault in
      faults.append(fault)
      try output.reject(fault)
    }
    let books = try reader.books(of: try FileBytes(path: look.path)) { try progress(.cleaning, Double($0) / size) }
    try progress(.storing, nil)
    let controls = books.controls
    let days = controls.firstDay.flatMap { first in controls.lastDay.map { first...$0 } }
    return try output.stored(
      try sales(books.sales), also: try customers(books.customers), try payments(books),
      reading: look.tableReading, read: controls.lines + controls.rejected, faults: faults,
      notes: (FECNote.summary(of: controls) + books.notes).map { .fec($0) },
      days: days, purchases: Self.purchases(books.purchases, over: days))
  }

  /// What was bought in each month covered: a month without a purchase is known to be nothing, not missing.
  static func purchases(_ bought: [FECPurchases], over days: ClosedRange<Day>?) -> [Month: Cents] {
    let covered = days.map { MonthSpan($0.lowerBound.month, $0.upperBound.month).months } ?? []
    return bought.reduce(into: Dictionary(uniqueKeysWithValues: covered.map { ($0, Cents.zero) })) {
      $0[$1.month, default: .zero] += $1.amount
    }
  }

  private func sales(_ sales: [FECSale]) throws -> PartOutput.Stored {
    let part = try output.part(.sales, Self.saleFields)
    for sale in sales { try Self.write(sale, to: part.rows) }
    return try part.stored()
  }

  /// Writes a line of revenue as the ledger keeps it.
  static func write(_ sale: FECSale, to rows: CanonicalRows) throws {
    rows[.invoice] = .text(sale.document)
    rows[.date] = .day(sale.day)
    rows[.customer] = sale.customer.map { .text($0.text) }
    rows[.customerName] = sale.customerName.map { .text($0) }
    rows[.product] = .text(sale.account)
    rows[.productName] = (sale.accountLabel ?? sale.label).map { .text($0) }
    rows[.amount] = .number(sale.amount.value)
    rows[.nature] = LineNature(sale.nature).map { .text($0.rawValue) }
    try rows.end()
  }

  private func customers(_ customers: [FECCustomer]) throws -> PartOutput.Stored {
    let part = try output.part(.customers, [.customer, .name])
    for customer in customers {
      part.rows[.customer] = .text(customer.id.text)
      part.rows[.name] = customer.name.map { .text($0) }
      try part.rows.end()
    }
    return try part.stored()
  }

  private func payments(_ books: FECBooks) throws -> PartOutput.Stored {
    let part = try output.part(.payments, [.customer, .invoice, .date, .paid, .amount, .nature])
    func write(
      _ customer: ID<Customer>?, _ invoice: String?, _ day: Day?, _ paid: Day, _ amount: Cents, _ nature: PaymentNature
    ) throws {
      part.rows[.customer] = customer.map { .text($0.text) }
      part.rows[.invoice] = invoice.map { .text($0) }
      part.rows[.date] = day.map { .day($0) }
      part.rows[.paid] = .day(paid)
      part.rows[.amount] = .number(amount.value)
      part.rows[.nature] = .text(nature.rawValue)
      try part.rows.end()
    }
    for settlement in books.settlements where settlement.means == .payment || settlement.means == .other {
      try write(
        settlement.customer, settlement.invoice, settlement.invoiceDay, settlement.settledDay, settlement.amount,
        .payment)
    }
    for debt in books.badDebts where debt.kind == .loss {
      try write(debt.customer, nil, nil, debt.day, debt.amount, .badDebt)
    }
    return try part.stored()
  }
}

extension FECSale {
  /// The piece; without one, the entry is the document: by its own number where that is no bare count.
  fileprivate var document: String {
    if let invoice { return invoice }
    if entry.contains(where: \.isLetter) { return entry }
    return journal + " " + (entry.isEmpty ? day.iso : entry)
  }
}

extension LineNature {
  /// What a line of revenue is, where it is more or less than a customer's sale.
  init?(_ nature: FECNature) {
    switch nature {
    case .sale: return nil
    case .accrual: self = .accrual
    case .unattributed(let reason):
      switch reason {
      case .retail: self = .retail
      case .otherThirdParty: self = .otherThirdParty
      case .severalCustomers: self = .severalCustomers
      case .unbalancedEntry: self = .unbalancedEntry
      case .reclassified: self = .reclassified
      case .noCustomer: self = .noCustomer
      }
    }
  }
}

import Ledger
import Units

/// What a FEC says of a company's sales: revenue tied to customers, payments, losses, purchases, and what it cannot say.
///
/// `controls.revenue` = attributed + accrued + unattributed, to the cent.
public struct FECBooks: Hashable, Sendable {
  /// Every line of revenue (70), in file order; a shared line comes once for each customer.
  public let sales: [FECSale]
  /// The customers of these sales, settlements and losses, ascending by identifier.
  public let customers: [FECCustomer]
  /// Invoices tied to what settled them, by lettering, by customer and in file order of the invoices.
  public let settlements: [FECSettlement]
  /// Transfers to doubtful customers and losses, in file order.
  public let badDebts: [FECBadDebt]
  /// What was bought (60) by month, ascending.
  public let purchases: [FECPurchases]
  /// What was read and whether it adds up.
  public let controls: FECControls
  /// What the person should know.
  public let notes: [FECNote]

  /// Makes books.
  public init(
    sales: [FECSale], customers: [FECCustomer], settlements: [FECSettlement], badDebts: [FECBadDebt],
    purchases: [FECPurchases], controls: FECControls, notes: [FECNote]
  ) {
    self.sales = sales
    self.customers = customers
    self.settlements = settlements
    self.badDebts = badDebts
    self.purchases = purchases
    self.controls = controls
    self.notes = notes
  }
}

/// One line of revenue.
public struct FECSale: Hashable, Sendable {
  /// Its line in the file, 1 being the first.
  public let line: Int
  /// `JournalCode` of its entry.
  public let journal: String
  /// `EcritureNum` of its entry; empty where the file has none.
  public let entry: String
  /// `EcritureDate`.
  public let day: Day
  /// `PieceDate`, where it is another day.
  public let pieceDay: Day?
  /// `PieceRef`, unless empty or a sign that stands for nothing.
  public let invoice: String?
  /// The customer: the auxiliary account, or else the account 411; never for what is unattributed.
  public let customer: ID<Customer>?
  /// The customer's name, where the file says it.
  public let customerName: String?
  /// `CompteNum`.
  public let account: String
  /// `CompteLib`; the account's latest.
  public let accountLabel: String?
  /// `EcritureLib`.
  public let label: String?
  /// Credit − debit.
  public let amount: Cents
  /// What it is.
  public let nature: FECNature

  /// Makes a sale.
  public init(
    line: Int, journal: String, entry: String, day: Day, pieceDay: Day?, invoice: String?, customer: ID<Customer>?,
    customerName: String?, account: String, accountLabel: String?, label: String?, amount: Cents, nature: FECNature
  ) {
    self.line = line
    self.journal = journal
    self.entry = entry
    self.day = day
    self.pieceDay = pieceDay
    self.invoice = invoice
    self.customer = customer
    self.customerName = customerName
    self.account = account
    self.accountLabel = accountLabel
    self.label = label
    self.amount = amount
    self.nature = nature
  }
}

/// A customer met in the file.
public struct FECCustomer: Hashable, Sendable {
  /// The auxiliary account, or else the account 411.
  public let id: ID<Customer>
  /// The latest name that a line gives it.
  public let name: String?
  /// Its attributed revenue.
  public let revenue: Cents
  /// How many lines of it.
  public let lines: Int

  /// Makes a customer.
  public init(
    id: ID<Customer>, name: String?, revenue: Cents, lines: Int
  ) {
    self.id = id
    self.name = name
    self.revenue = revenue
    self.lines = lines
  }
}

/// A part of an invoice and what settled it.
public struct FECSettlement: Hashable, Sendable {
  /// Who owed it.
  public let customer: ID<Customer>
  /// The invoice's `PieceRef`.
  public let invoice: String?
  /// The invoice's line in the file.
  public let line: Int
  /// The day of the invoice's piece, or else of its entry.
  public let invoiceDay: Day
  /// The day of the entry that settled it.
  public let settledDay: Day
  /// How much of it, tax included.
  public let amount: Cents
  /// What settled it.
  public let means: FECMeans

  /// Makes a settlement.
  public init(
    customer: ID<Customer>, invoice: String?, line: Int, invoiceDay: Day, settledDay: Day, amount: Cents,
    means: FECMeans
  ) {
    self.customer = customer
    self.invoice = invoice
    self.line = line
    self.invoiceDay = invoiceDay
    self.settledDay = settledDay
    self.amount = amount
    self.means = means
  }

  /// Days from the invoice to its settlement; negative when it was paid beforehand.
  public var days: Int { invoiceDay.distance(to: settledDay) }
}

/// What settles an invoice.
public enum FECMeans: String, CaseIterable, Sendable, Codable {
  /// Money: the settling entry holds an account of class 5 or 467.
  case payment
  /// A credit note: the settling entry holds sales.
  case creditNote
  /// A loss or a transfer to doubtful customers.
  case writeOff
  /// Anything else: a bill, a set-off.
  case other
}

/// Money that a customer may not or will not pay.
public struct FECBadDebt: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Transferred to doubtful customers (416), tax included; negative when taken back.
    case doubtful
    /// Lost (654, 6714), tax excluded; negative when undone, or when money comes in again (7714, 7583).
    case loss
  }

  /// Who owes it; nothing when the entry does not say.
  public let customer: ID<Customer>?
  /// What happened.
  public let kind: Kind
  /// When.
  public let day: Day
  /// How much.
  public let amount: Cents
  /// The line in the file.
  public let line: Int

  /// Makes a bad debt.
  public init(
    customer: ID<Customer>?, kind: Kind, day: Day, amount: Cents, line: Int
  ) {
    self.customer = customer
    self.kind = kind
    self.day = day
    self.amount = amount
    self.line = line
  }
}

/// What the company bought in a month.
public struct FECPurchases: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// Σ(debit − credit) on accounts 60.
  public let amount: Cents

  /// Makes a month of purchases.
  public init(
    month: Month, amount: Cents
  ) {
    self.month = month
    self.amount = amount
  }
}

/// What an account of the French chart of accounts is to a company's sales.
///
/// Source: Plan comptable général, regulations ANC 2014-03, book IX, and ANC 2022-06.
enum FECAccount: UInt8, Sendable {
  /// 70: sales, rebates on them (709) among them.
  case revenue
  /// 4457: VAT collected.
  case vat
  /// 411: customers.
  case customer
  /// 413 and 416: customers' bills, doubtful customers; whose, only an auxiliary account says.
  case bill, doubtful
  /// 419 but 4198: advances of customers.
  case advance
  /// 418: sales not invoiced yet.
  case unbilled
  /// 4198 and 487: credit notes to come, deferred revenue.
  case deferred
  /// Class 5 and 467: cash, banks, cards, and accounts that takings pass through.
  case takings
  /// 40, 42 to 46 but 467: suppliers, staff, group, other third parties.
  case otherParty
  /// 654 and 6714: losses on bad debts.
  case loss
  /// 7714 and, in the chart since 2025, 7583: money on debts that were lost.
  case recovery
  /// 60: purchases.
  case purchase
  /// 12: the year's result.
  case result
  case other

  /// Reads an account's number.
  init(_ number: FieldSlice) {
    let digits = number.bytes.prefix(4).map { $0 }
    func begins(_ text: StaticString) -> Bool {
      digits.count >= text.utf8CodeUnitCount
        && (0..<text.utf8CodeUnitCount).allSatisfy { digits[$0] == text.utf8Start[$0] }
    }
    self =
      switch digits.first {
      case 0x37 where begins("70"): .revenue
      case 0x36 where begins("60"): .purchase
      case 0x36 where begins("654") || begins("6714"): .loss
      case 0x37 where begins("7714") || begins("7583"): .recovery
      case 0x35: .takings
      case 0x34 where begins("411"): .customer
      case 0x34 where begins("413"): .bill
      case 0x34 where begins("416"): .doubtful
      case 0x34 where begins("418"): .unbilled
      case 0x34 where begins("4198") || begins("487"): .deferred
      case 0x34 where begins("419"): .advance
      case 0x34 where begins("4457"): .vat
      case 0x34 where begins("467"): .takings
      case 0x34 where begins("40") || begins("42") || begins("43") || begins("45") || begins("46"): .otherParty
      case 0x31 where begins("12"): .result
      default: .other
      }
  }

  /// Whether a line of this account may name a customer.
  var isCustomerSide: Bool {
    switch self {
    case .customer, .bill, .doubtful, .unbilled, .advance: true
    default: false
    }
  }
}

/// The accounts that an entry holds.
struct FECAccounts: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ account: FECAccount) { rawValue = 1 << UInt16(account.rawValue) }

  static let revenue = FECAccounts(.revenue)
  static let invoiced: FECAccounts = [FECAccounts(.customer), FECAccounts(.bill), FECAccounts(.doubtful)]
  static let customer = FECAccounts(.customer)
  static let doubtful = FECAccounts(.doubtful)
  static let postponed: FECAccounts = [FECAccounts(.unbilled), FECAccounts(.deferred)]
  static let takings = FECAccounts(.takings)
  static let otherParty = FECAccounts(.otherParty)
  static let loss = FECAccounts(.loss)
  static let result = FECAccounts(.result)
  static let purchases = FECAccounts(.purchase)
}

import Ledger
import SourceFiles
import Units

/// Who sells and who buys in the invoices of an import: where many sell to one, they are purchases.
struct InvoiceParties {
  /// Sellers from which on a single buyer is taken to be the company itself.
  private static let manySellers = 3
  private var sellers: Set<String> = []
  private var buyers: Set<String> = []
  private var buyer: EInvoiceParty?

  mutating func add(_ invoice: EInvoice) {
    if let seller = invoice.seller.key { sellers.insert(seller) }
    if let key = invoice.buyer.key { buyers.insert(key) }
    buyer = invoice.buyer
  }

  mutating func add(_ other: InvoiceParties) {
    sellers.formUnion(other.sellers)
    buyers.formUnion(other.buyers)
    buyer = other.buyer ?? buyer
  }

  /// The one that all sell to, where it seems to be the company itself.
  var onlyBuyer: EInvoiceParty? {
    buyers.count == 1 && sellers.count >= Self.manySellers ? buyer : nil
  }
}

extension EInvoiceParty {
  /// What tells a party from others: its number, else its name.
  fileprivate var key: String? { siren ?? vat ?? legal?.value ?? name ?? tradingName }
}

extension EInvoice {
  /// Why this is no sale of a company with these numbers; nothing where they say nothing against it.
  func reasonAgainst(_ own: [Siren]) -> RowFault.Reason? {
    guard !own.isEmpty else { return nil }
    let (seller, buyer) = (seller.siren.flatMap { Siren($0) }, buyer.siren.flatMap { Siren($0) })
    if let seller, own.contains(seller) { return nil }
    if let buyer, own.contains(buyer) { return .purchaseInvoice }
    return seller.map { .othersInvoice(siren: $0.text) }
  }
}

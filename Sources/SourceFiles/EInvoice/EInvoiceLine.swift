import Units

/// A line of an invoice (BG-25), or one that was added so that the lines sum to the net total.
public struct EInvoiceLine: Hashable, Sendable {
  /// Where a line comes from.
  public enum Origin: Hashable, Sendable {
    /// The document bills it.
    case billed
    /// The document has no lines: its net total.
    case total
    /// The document's allowances and charges, where its lines sum to zero and nothing tells whom they belong to.
    case allowancesAndCharges
    /// What neither lines nor allowances and charges explain of the net total.
    case rest
  }

  /// Where it comes from.
  public let origin: Origin
  /// BT-126.
  public let number: String?
  /// BT-153.
  public let name: String?
  /// BT-155, the seller's number of the item.
  public let sellersItem: String?
  /// BT-156, the buyer's number of the item.
  public let buyersItem: String?
  /// BT-157, a standard number of the item, such as a GTIN (scheme 0160).
  public let standardItem: EInvoiceIdentifier?
  /// BT-129 in millionths; negative in a credit note.
  public let quantity: Int64?
  /// BT-130, a code of UN/ECE Recommendation 20.
  public let unit: String?
  /// BT-146, without tax, for `priceBase` units, in millionths of the currency.
  public let netPrice: Int64?
  /// BT-149 in millionths: how many units the price is for.
  public let priceBase: Int64
  /// BT-131 as the document states it, but negative in a credit note.
  public let net: Cents
  /// `net` with its part of the document's allowances and charges: what the line brings.
  public let amount: Cents

  /// Makes a line.
  public init(
    origin: Origin = .billed, number: String? = nil, name: String? = nil, sellersItem: String? = nil,
    buyersItem: String? = nil, standardItem: EInvoiceIdentifier? = nil, quantity: Int64? = nil, unit: String? = nil,
    netPrice: Int64? = nil, priceBase: Int64 = 1_000_000, net: Cents, amount: Cents
  ) {
    precondition(priceBase > 0, "a price is for some units")
    self.origin = origin
    self.number = number
    self.name = name
    self.sellersItem = sellersItem
    self.buyersItem = buyersItem
    self.standardItem = standardItem
    self.quantity = quantity
    self.unit = unit
    self.netPrice = netPrice
    self.priceBase = priceBase
    self.net = net
    self.amount = amount
  }

  /// The price of one unit without tax, in millionths, rounded half away from zero.
  public var unitPrice: Int64? {
    netPrice.flatMap { Int64(exactly: divided(Int128($0) * 1_000_000, by: Int128(priceBase))) }
  }

  /// The same line with other money.
  func with(net: Cents, amount: Cents, netPrice: Int64?) -> EInvoiceLine {
    EInvoiceLine(
      origin: origin, number: number, name: name, sellersItem: sellersItem, buyersItem: buyersItem,
      standardItem: standardItem, quantity: quantity, unit: unit, netPrice: netPrice, priceBase: priceBase, net: net,
      amount: amount)
  }
}

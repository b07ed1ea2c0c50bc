import Units

/// An invoice or credit note as an electronic document states it, in its own currency.
///
/// The fields are those of the European standard EN 16931; `BT-1` and the like are its business terms. A credit note's
/// amounts and quantities are negative here, so that documents add up. The lines' `amount`s sum to `totals.net`.
public struct EInvoice: Hashable, Sendable {
  /// The format it was written in.
  public let syntax: EInvoiceSyntax
  /// BT-1.
  public let number: String
  /// BT-2.
  public let day: Day
  /// BT-3, a code of UNTDID 1001; the one that the format implies where the document gives none.
  public let typeCode: String
  /// What the type code means.
  public let kind: EInvoiceKind
  /// BT-5, an ISO 4217 code.
  public let currency: String
  /// BG-3: the invoices it comes after: those that a credit note lowers, a correction replaces, a final invoice completes.
  public let preceding: [EInvoiceReference]
  /// BG-4.
  public let seller: EInvoiceParty
  /// BG-7.
  public let buyer: EInvoiceParty
  /// BG-25, and what was added so that the lines sum to the net total; never empty.
  public let lines: [EInvoiceLine]
  /// BG-22.
  public let totals: EInvoiceTotals

  /// Makes an invoice.
  public init(
    syntax: EInvoiceSyntax, number: String, day: Day, typeCode: String, kind: EInvoiceKind, currency: String,
    preceding: [EInvoiceReference], seller: EInvoiceParty, buyer: EInvoiceParty, lines: [EInvoiceLine],
    totals: EInvoiceTotals
  ) {
    precondition(lines.map(\.amount).sum == totals.net, "the lines of an invoice sum to its net total")
    self.syntax = syntax
    self.number = number
    self.day = day
    self.typeCode = typeCode
    self.kind = kind
    self.currency = currency
    self.preceding = preceding
    self.seller = seller
    self.buyer = buyer
    self.lines = lines
    self.totals = totals
  }

  /// What neither the lines nor the document's allowances and charges explain of the net total.
  public var rest: Cents { lines.filter { $0.origin == .rest }.map(\.amount).sum }

  /// The invoices whose place this one takes: UNTDID 1001 defines 384 as the same invoice with revised information.
  ///
  /// A correction with a negative total can be no such thing: it is a difference, and is added.
  public var replaced: [EInvoiceReference] { kind == .corrected && totals.net >= .zero ? preceding : [] }

  /// Whether it bills an advance: no revenue by itself, because the final invoice bills the whole (BT-109) and deducts
  /// the advance from what is left to pay (BT-113) only.
  public var isAdvance: Bool { kind == .prepayment || kind == .prepaymentCreditNote }

  /// Whether this final invoice deducts an advance in its own lines, so that its net total lacks it and the advance
  /// has to count: it names the advance, nothing is paid by BT-113, and its negative lines are worth the advance.
  public func deductsInLines(_ advance: EInvoice) -> Bool {
    advance.kind == .prepayment && advance.totals.net > .zero && advance.currency == currency
      && preceding.contains { $0.number == advance.number }
      && (totals.prepaid ?? .zero) == .zero
      && -lines.map(\.amount).filter { $0 < .zero }.sum == advance.totals.net
  }
}

/// The formats that are read.
public enum EInvoiceSyntax: String, CaseIterable, Sendable {
  /// OASIS UBL 2.1, `Invoice` and `CreditNote`.
  case ubl
  /// UN/CEFACT `CrossIndustryInvoice`, which Factur-X, ZUGFeRD 2 and XRechnung use too.
  case cii
  /// `CrossIndustryDocument`, of ZUGFeRD 1.
  case zugferd1
}

/// An invoice that another one refers to.
public struct EInvoiceReference: Hashable, Sendable {
  /// BT-25.
  public let number: String
  /// BT-26.
  public let day: Day?

  /// Makes a reference.
  public init(number: String, day: Day?) {
    self.number = number
    self.day = day
  }
}

/// The totals of a document (BG-22), in its currency, negative in a credit note; nothing where it does not say.
public struct EInvoiceTotals: Hashable, Sendable {
  /// BT-106, the sum of the lines.
  public let lines: Cents?
  /// BT-107, the sum of the document's allowances.
  public let allowances: Cents?
  /// BT-108, the sum of the document's charges.
  public let charges: Cents?
  /// BT-109, without tax.
  public let net: Cents
  /// BT-110, the tax.
  public let tax: Cents?
  /// BT-112, with tax.
  public let gross: Cents?
  /// BT-113, paid in advance.
  public let prepaid: Cents?
  /// BT-115, left to pay.
  public let payable: Cents?

  /// Makes totals.
  public init(
    lines: Cents? = nil, allowances: Cents? = nil, charges: Cents? = nil, net: Cents, tax: Cents? = nil,
    gross: Cents? = nil, prepaid: Cents? = nil, payable: Cents? = nil
  ) {
    self.lines = lines
    self.allowances = allowances
    self.charges = charges
    self.net = net
    self.tax = tax
    self.gross = gross
    self.prepaid = prepaid
    self.payable = payable
  }

  /// Every amount turned by a function.
  func map(_ turned: (Cents) -> Cents) -> EInvoiceTotals {
    EInvoiceTotals(
      lines: lines.map(turned), allowances: allowances.map(turned), charges: charges.map(turned), net: turned(net),
      tax: tax.map(turned), gross: gross.map(turned), prepaid: prepaid.map(turned), payable: payable.map(turned))
  }
}

import Ledger
import Units

/// What was read of a document so far.
struct EInvoiceDraft {
  /// What the root element says the document is.
  let root: EInvoiceRoot
  private var values: [EInvoiceTerm: EInvoiceValue] = [:]
  private var taxes: [EInvoiceValue] = []
  private var seller = EInvoicePartyDraft()
  private var buyer = EInvoicePartyDraft()
  private var preceding: [EInvoiceReference] = []
  private var lines: [EInvoiceLine] = []
  private var allowances = Cents.zero
  private var charges = Cents.zero
  /// The terms of the line, reference or allowance at hand.
  private var group: [EInvoiceTerm: EInvoiceValue] = [:]
  private var party: EInvoiceGroup?

  /// Nothing yet.
  init(root: EInvoiceRoot) { self.root = root }

  /// A group begins.
  mutating func begin(_ begun: EInvoiceGroup) {
    switch begun {
    case .seller, .buyer: party = begun
    case .taxRegistration, .preceding, .allowanceOrCharge, .line: group.removeAll(keepingCapacity: true)
    }
  }

  /// A value is read; of a term that can be there once, the first counts.
  mutating func take(_ term: EInvoiceTerm, _ value: EInvoiceValue) {
    switch term {
    case .number, .day, .typeCode, .currency, .lineSum, .allowanceSum, .chargeSum, .net, .gross, .prepaid, .payable:
      if values[term] == nil { values[term] = value }
    case .tax: taxes.append(value)
    case .partyName, .tradingName, .partyIdentifier, .legalIdentifier, .endpoint, .addressLine, .city, .postcode,
      .country, .phone, .email:
      if party == .seller { seller.take(term, value) } else { buyer.take(term, value) }
    case .taxIdentifier, .taxScheme, .precedingNumber, .precedingDay, .allowanceAmount, .chargeIndicator, .chargeAmount,
      .lineNumber, .quantity, .lineNet, .price, .priceBase, .itemName, .sellersItem, .buyersItem, .standardItem,
      .lineStatus:
      if group[term] == nil { group[term] = value }
    }
  }

  /// A group ends.
  mutating func end(_ ended: EInvoiceGroup) throws(EInvoiceProblem) {
    switch ended {
    case .seller, .buyer: party = nil
    case .taxRegistration:
      guard let number = group[.taxIdentifier] else { break }
      guard isVAT(scheme: group[.taxScheme]?.text ?? number.attribute) else { break }
      if party == .seller { seller.vat = seller.vat ?? number.text } else { buyer.vat = buyer.vat ?? number.text }
    case .preceding:
      guard let number = group[.precedingNumber] else { break }
      let day = try group[.precedingDay].map { value throws(EInvoiceProblem) in
        try EInvoiceValues.day(.precedingDay, value)
      }
      preceding.append(EInvoiceReference(number: number.text, day: day))
    case .allowanceOrCharge: try endAllowanceOrCharge()
    case .line: try endLine()
    }
  }

  /// UBL names the tax, CII the kind of number: `VA` is for VAT, `FC` the tax office's own.
  private func isVAT(scheme: String?) -> Bool { scheme == "VAT" || scheme == "VA" }

  private mutating func endAllowanceOrCharge() throws(EInvoiceProblem) {
    if let charge = group[.chargeAmount] {
      charges = try sum(charges, .chargeAmount, charge)
    } else if let amount = group[.allowanceAmount] {
      let isCharge = ["true", "1"].contains(group[.chargeIndicator]?.text)
      if isCharge {
        charges = try sum(charges, .chargeAmount, amount)
      } else {
        allowances = try sum(allowances, .allowanceAmount, amount)
      }
    }
  }

  private func sum(
    _ sum: Cents, _ term: EInvoiceTerm, _ value: EInvoiceValue
  ) throws(EInvoiceProblem) -> Cents {
    let total = sum + (try EInvoiceValues.cents(term, value))
    guard withinMoney(total.value, isCents: true) else {
      throw EInvoiceProblem(line: value.line, term: term.rawValue, reason: .numberOutOfRange("Σ"))
    }
    return total
  }

  private mutating func endLine() throws(EInvoiceProblem) {
    // Factur-X EXTENDED has headings and remarks among the lines; only the others are summed in BT-106.
    if let status = group[.lineStatus]?.text, status == "GROUP" || status == "INFORMATION" { return }
    let net = try group[.lineNet].map { value throws(EInvoiceProblem) in try EInvoiceValues.cents(.lineNet, value) }
    let base = try millionths(.priceBase) ?? 1_000_000
    let price = try millionths(.price)
    lines.append(
      EInvoiceLine(
        number: group[.lineNumber]?.text, name: group[.itemName]?.text, sellersItem: group[.sellersItem]?.text,
        buyersItem: group[.buyersItem]?.text, standardItem: group[.standardItem]?.identifier,
        quantity: try millionths(.quantity), unit: group[.quantity]?.attribute,
        // A price for no units, or for fewer, says nothing.
        netPrice: base > 0 ? price : nil, priceBase: base > 0 ? base : 1_000_000, net: net ?? .zero,
        amount: net ?? .zero))
  }

  private func millionths(_ term: EInvoiceTerm) throws(EInvoiceProblem) -> Int64? {
    try group[term].map { value throws(EInvoiceProblem) in try EInvoiceValues.millionths(term, value) }
  }
}

// MARK: - The end of the document

extension EInvoiceDraft {
  /// The invoice, once everything is read.
  func invoice() throws(EInvoiceProblem) -> EInvoice {
    let kind = try kind()
    let number = try required(.number, .invoice)
    let day = try EInvoiceValues.day(.day, try required(.day, .date))
    let currency = try required(.currency, .currency)
    guard let mark = CurrencyMark(iso: currency.text) else {
      throw EInvoiceProblem(
        line: currency.line, term: EInvoiceTerm.currency.rawValue,
        reason: .noRate(currency: EInvoiceValues.shown(currency.text)))
    }
    let totals = try totals(currency: mark.text, net: try required(.net, .amount))
    // BR-CO-13: the net total is made of the totals of allowances and charges, where the document gives them.
    let explained = (totals.charges ?? charges) - (totals.allowances ?? allowances)
    let spread = try spreadLines(lines, allowancesAndCharges: explained, net: totals.net)
    // A credit note writes what it takes back without a sign.
    func turned(_ amount: Cents) -> Cents { kind.isCredit ? -amount : amount }
    return EInvoice(
      syntax: root.syntax, number: number.text, day: day, typeCode: values[.typeCode]?.text ?? root.impliedTypeCode,
      kind: kind, currency: mark.text, preceding: preceding, seller: seller.party, buyer: buyer.party,
      lines: kind.isCredit ? spread.map(\.turned) : spread, totals: totals.map(turned))
  }

  private func kind() throws(EInvoiceProblem) -> EInvoiceKind {
    let code = values[.typeCode]
    guard let kind = EInvoiceKind(typeCode: code?.text ?? root.impliedTypeCode) else {
      throw EInvoiceProblem(
        line: code?.line ?? 0, term: EInvoiceTerm.typeCode.rawValue,
        reason: .notAnInvoiceType(EInvoiceValues.shown(code?.text ?? "")))
    }
    return root == .ublCreditNote && !kind.isCredit ? .creditNote : kind
  }

  private func required(_ term: EInvoiceTerm, _ field: Field) throws(EInvoiceProblem) -> EInvoiceValue {
    guard let value = values[term] else { throw EInvoiceProblem(term: term.rawValue, reason: .missing(field)) }
    return value
  }

  private func totals(currency: String, net: EInvoiceValue) throws(EInvoiceProblem) -> EInvoiceTotals {
    func cents(_ term: EInvoiceTerm, _ value: EInvoiceValue?) throws(EInvoiceProblem) -> Cents? {
      guard let value else { return nil }
      return try EInvoiceValues.cents(term, value)
    }
    // BT-111, the tax in the currency of the books, stands beside BT-110; only the currency tells them apart.
    let tax = taxes.first { $0.attribute == currency } ?? taxes.first { $0.attribute == nil }
    return EInvoiceTotals(
      lines: try cents(.lineSum, values[.lineSum]), allowances: try cents(.allowanceSum, values[.allowanceSum]),
      charges: try cents(.chargeSum, values[.chargeSum]), net: try EInvoiceValues.cents(.net, net),
      tax: try cents(.tax, tax), gross: try cents(.gross, values[.gross]),
      prepaid: try cents(.prepaid, values[.prepaid]), payable: try cents(.payable, values[.payable]))
  }
}

/// What was read of the seller or the buyer so far.
struct EInvoicePartyDraft {
  private var values: [EInvoiceTerm: EInvoiceValue] = [:]
  private var identifiers: [EInvoiceIdentifier] = []
  private var address: [String] = []
  /// The VAT number.
  var vat: String?

  /// A value is read.
  mutating func take(_ term: EInvoiceTerm, _ value: EInvoiceValue) {
    switch term {
    case .addressLine: address.append(value.text)
    // A creditor's number of SEPA direct debits (BT-90) stands in the same place.
    case .partyIdentifier where value.attribute == "SEPA": break
    case .partyIdentifier: identifiers.append(value.identifier)
    default: if values[term] == nil { values[term] = value }
    }
  }

  /// The party.
  var party: EInvoiceParty {
    let endpoint = values[.endpoint]?.identifier
    let isMail = endpoint.map { $0.scheme == "EM" || $0.scheme == nil && $0.value.contains("@") } ?? false
    return EInvoiceParty(
      name: (values[.partyName] ?? values[.tradingName])?.text, tradingName: values[.tradingName]?.text,
      identifiers: identifiers, legal: values[.legalIdentifier]?.identifier, vat: vat, endpoint: endpoint,
      email: values[.email]?.text ?? (isMail ? endpoint?.value : nil), phone: values[.phone]?.text, address: address,
      postcode: values[.postcode]?.text, city: values[.city]?.text, country: values[.country]?.text)
  }
}

extension EInvoiceValue {
  /// The value as a number of a register.
  var identifier: EInvoiceIdentifier { EInvoiceIdentifier(scheme: attribute, value: text) }
}

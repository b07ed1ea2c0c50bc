/// The seller (BG-4) or the buyer (BG-7) of an invoice.
public struct EInvoiceParty: Hashable, Sendable {
  /// BT-27, BT-44: the legal name, or the trading name where there is no other.
  public let name: String?
  /// BT-28, BT-45.
  public let tradingName: String?
  /// BT-29, BT-46: numbers under which it is known, its customer number for instance.
  public let identifiers: [EInvoiceIdentifier]
  /// BT-30, BT-47: the number in the register of companies; scheme 0002 is SIREN, 0009 SIRET.
  public let legal: EInvoiceIdentifier?
  /// BT-31, BT-48: the VAT number.
  public let vat: String?
  /// BT-34, BT-49: the address on an electronic network; with scheme `EM` an e-mail.
  public let endpoint: EInvoiceIdentifier?
  /// BT-43, BT-58: the contact's e-mail; else the endpoint where that is one.
  public let email: String?
  /// BT-42, BT-57: the contact's phone.
  public let phone: String?
  /// BT-35, 36, 162 and BT-50, 51, 163.
  public let address: [String]
  /// BT-38, BT-53.
  public let postcode: String?
  /// BT-37, BT-52.
  public let city: String?
  /// BT-40, BT-55: an ISO 3166 code.
  public let country: String?

  /// Makes a party.
  public init(
    name: String? = nil, tradingName: String? = nil, identifiers: [EInvoiceIdentifier] = [],
    legal: EInvoiceIdentifier? = nil, vat: String? = nil, endpoint: EInvoiceIdentifier? = nil, email: String? = nil,
    phone: String? = nil, address: [String] = [], postcode: String? = nil, city: String? = nil, country: String? = nil
  ) {
    self.name = name
    self.tradingName = tradingName
    self.identifiers = identifiers
    self.legal = legal
    self.vat = vat
    self.endpoint = endpoint
    self.email = email
    self.phone = phone
    self.address = address
    self.postcode = postcode
    self.city = city
    self.country = country
  }
}

/// A number and the register that gives it.
public struct EInvoiceIdentifier: Hashable, Sendable {
  /// A code of ISO/IEC 6523 or of the list of electronic addresses, where the document says one.
  public let scheme: String?
  /// The number.
  public let value: String

  /// Makes an identifier.
  public init(scheme: String?, value: String) {
    self.scheme = scheme
    self.value = value
  }
}

import Units

/// What the rows of a source file are.
public enum SourceKind: String, CaseIterable, Sendable {
  case sales, invoices, products, customers, people, services, contracts, prospects, enquiries, payments

  /// The fields a row of this kind may carry, in the order they are stored.
  public var fields: [Field] {
    switch self {
    case .sales:
      [
        .invoice, .date, .customer, .customerName, .product, .productName, .range, .quantity, .unit, .unitPrice,
        .amount, .cost, .unitCost, .discount, .salesperson, .currency, .precedingInvoice, .nature,
      ]
    case .invoices: [.invoice, .date, .customer, .salesperson, .currency]
    case .products: [.product, .productName, .range, .unit, .price, .cost, .since, .withdrawn]
    case .customers:
      [
        .customer, .name, .group, .category, .sector, .region, .size, .salesperson, .potential, .potentialDate, .risk,
        .interest, .culture, .need, .decisionMode, .decisionMaker, .since, .siren, .vat, .email, .phone, .address,
        .postcode, .city, .country, .optOut, .strategic, .strategicUntil, .sponsor,
      ]
    case .people: [.salesperson, .name, .email, .role, .hoursPerMonth, .costPerHour, .region]
    case .services: [.customer, .date, .kind, .minutes, .cost, .salesperson, .promised, .done, .note]
    case .contracts: [.customer, .kind, .start, .renewal, .noticeMonths, .value, .note]
    case .prospects:
      [
        .prospect, .name, .category, .sector, .region, .size, .potential, .interest, .culture, .salesperson, .source,
        .email, .phone,
      ]
    case .enquiries: [.prospect, .date, .handler, .answered, .outcome, .note]
    case .payments: [.customer, .invoice, .date, .paid, .amount, .nature]
    }
  }

  /// The fields that name a row: a later import's row with the same key takes the earlier one's place, field by field.
  ///
  /// Empty for the kinds whose rows are events: they are superseded by invoice or by dates instead.
  public var key: [Field] {
    switch self {
    case .products: [.product]
    case .customers: [.customer]
    case .people: [.salesperson]
    case .prospects: [.prospect]
    case .contracts: [.customer, .kind, .start]
    case .sales, .invoices, .services, .enquiries, .payments: []
    }
  }

  /// The fields without which a row is set aside, whatever the file.
  public var required: [Field] {
    switch self {
    case .sales: []
    case .invoices: [.invoice, .date]
    case .products: [.product]
    case .customers: [.customer]
    case .people: [.salesperson]
    case .services: [.date, .kind]
    case .contracts: [.customer, .kind]
    case .prospects: [.prospect]
    case .enquiries: [.date]
    case .payments: [.customer, .paid, .amount]
    }
  }

  /// The fields that the ledger keeps of a file which maps some: those, and the money that is computed from them.
  public func stored(mapping mapped: Set<Field>) -> [Field] {
    fields.filter { field in
      switch (self, field) {
      case (.sales, .amount): true
      case (.sales, .cost): mapped.contains(.cost) || mapped.contains(.unitCost)
      default: mapped.contains(field)
      }
    }
  }

  /// How the values of a field of this kind are stored, or nothing when the kind has no such field.
  public func storage(of field: Field) -> FieldStorage? {
    guard fields.contains(field) else { return nil }
    switch field {
    case .date, .paid, .since, .withdrawn, .potentialDate, .promised, .done, .start, .renewal, .answered,
      .strategicUntil:
      return .day
    case .amount, .potential, .costPerHour, .value: return .cents
    case .cost: return self == .products ? .millionths : .cents
    case .quantity, .unitPrice, .unitCost, .discount, .price, .hoursPerMonth: return .millionths
    case .minutes, .noticeMonths: return .whole
    case .optOut, .strategic: return .flag
    default: return .text
    }
  }
}

extension SourceKind {
  /// What people call such rows.
  public func name(in language: Language) -> String {
    switch self {
    case .sales: language(fr: "ventes", en: "sales")
    case .invoices: language(fr: "en-têtes de factures", en: "invoices")
    case .products: language(fr: "produits", en: "products")
    case .customers: language(fr: "clients", en: "customers")
    case .people: language(fr: "équipe", en: "people")
    case .services: language(fr: "services", en: "services")
    case .contracts: language(fr: "contrats", en: "contracts")
    case .prospects: language(fr: "prospects", en: "prospects")
    case .enquiries: language(fr: "demandes", en: "enquiries")
    case .payments: language(fr: "règlements", en: "payments")
    }
  }
}

/// How a field's value is kept in the ledger.
public enum FieldStorage: Sendable {
  /// UTF-8 text, trimmed; an empty text is kept as null.
  case text
  /// A day.
  case day
  /// Money in whole cents, tax excluded.
  case cents
  /// An exact decimal rounded half away from zero to six decimals, kept as a whole number of millionths.
  case millionths
  /// A whole number.
  case whole
  /// Yes or no.
  case flag
}

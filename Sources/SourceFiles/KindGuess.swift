import Ledger

/// What the rows of a file are, told from its headers.
struct KindGuess {
  /// The kind.
  let kind: SourceKind
  /// The headers that told it.
  let because: [String]
  /// The header of a total that was not taken for revenue.
  let unreadTotal: String?

  /// Guesses, or nothing when the headers fit no kind.
  init?(headers: [String], fileName: String, looksLikeCode: (Int) -> Bool = { _ in false }) {
    let mappings = SourceKind.allCases.map { kind in
      (kind: kind, mapping: HeaderMapping(headers: headers, kind: kind, looksLikeCode: looksLikeCode))
    }
    let name = HeaderWords(fileName.split(separator: ".").first.map(String.init) ?? "")
    let sales = mappings.first { $0.kind == .sales }?.mapping
    // Dated amounts, quantities or products are sales, however much the file says of the customer.
    let isSales =
      sales.map {
        Self.evidence(.sales, $0) != nil
          && ($0.has(.quantity) || $0.has(.product) || $0.has(.amount) && $0.has(.date))
      } ?? false
    var best: (kind: SourceKind, because: [String], score: Int)?
    for (kind, mapping) in mappings where !(isSales && [.products, .customers, .people].contains(kind)) {
      guard let fields = Self.evidence(kind, mapping) else { continue }
      let isHinted = Self.fileWords[kind, default: []].contains { name.words.contains($0) }
      let isIdentified = kind.key.first.map { Self.hasOwnIdentifier($0, mapping, headers) } ?? false
      let score = fields.count * 10 + mapping.entries.count + (isHinted ? 15 : 0) + (isIdentified ? 30 : 0)
      if score > best?.score ?? 0 { best = (kind, mapping.headers(of: fields), score) }
    }
    guard let best else { return nil }
    if best.kind == .sales || best.kind == .invoices, let sales, let total = Self.bareTotal(sales, headers) {
      kind = .invoices
      because = sales.headers(of: [.invoice, .date, .customer])
      unreadTotal = total
    } else {
      kind = best.kind
      because = best.because
      unreadTotal = nil
    }
  }

  /// Whether a column says by its header that it identifies, rather than names, what the rows are.
  private static func hasOwnIdentifier(_ field: Field, _ mapping: HeaderMapping, _ headers: [String]) -> Bool {
    guard let sources = mapping.sources(of: field), let column = sources.first?.first,
      sources != mapping.sources(of: .name)
    else { return false }
    let telling: Set<String> = ["no", "id", "key", "code", "ref", "matricule", "prospect", "lead"]
    return !telling.isDisjoint(with: HeaderWords(headers[column]).words)
  }

  /// Invoice headers with a total that may carry tax: no product, no quantity, and a header that says only "Total".
  private static func bareTotal(_ mapping: HeaderMapping, _ headers: [String]) -> String? {
    guard [.invoice, .date, .customer].allSatisfy(mapping.has),
      ![.product, .quantity, .unitPrice].contains(where: mapping.has),
      let column = mapping.sources(of: .amount)?.first?.first, HeaderWords(headers[column]).words == ["total"]
    else { return nil }
    return headers[column]
  }

  /// The fields that make a file one of a kind, or nothing when it cannot be.
  private static func evidence(_ kind: SourceKind, _ mapping: HeaderMapping) -> [Field]? {
    func all(_ fields: Field...) -> Bool { fields.allSatisfy(mapping.has) }
    func any(_ fields: Field...) -> Bool { fields.contains(where: mapping.has) }
    let telling: [Field]
    switch kind {
    case .sales:
      guard any(.date, .invoice), any(.amount, .quantity, .unitPrice), any(.amount, .product, .productName, .unitPrice)
      else { return nil }
      telling = [.invoice, .date, .customer, .product, .quantity, .unitPrice, .amount]
    case .invoices:
      guard all(.invoice, .date, .customer) else { return nil }
      telling = [.invoice, .date, .customer]
    case .products:
      guard all(.product), any(.price, .cost, .range, .productName) else { return nil }
      telling = [.product, .price, .cost, .range, .productName]
    case .customers:
      guard all(.customer), any(.name, .email, .address, .city, .sector, .region, .category, .potential, .siren)
      else { return nil }
      telling = [.customer, .name, .email, .address, .postcode, .city, .sector, .siren]
    case .people:
      guard all(.salesperson), any(.name, .role, .hoursPerMonth, .costPerHour),
        any(.role, .hoursPerMonth, .costPerHour, .email)
      else { return nil }
      telling = [.salesperson, .name, .role, .hoursPerMonth, .costPerHour, .email]
    case .services:
      guard all(.date, .kind), any(.minutes, .customer) else { return nil }
      telling = [.customer, .date, .kind, .minutes, .promised, .done]
    case .contracts:
      guard all(.customer, .kind), any(.renewal, .noticeMonths, .start) else { return nil }
      telling = [.customer, .kind, .start, .renewal, .noticeMonths, .value]
    case .prospects:
      guard all(.prospect), any(.name, .category, .sector, .region, .email, .potential) else { return nil }
      telling = [.prospect, .name, .category, .sector, .source, .potential]
    case .enquiries:
      guard all(.date), any(.answered, .outcome), any(.prospect, .handler) else { return nil }
      telling = [.prospect, .date, .handler, .answered, .outcome]
    case .payments:
      guard all(.customer, .paid, .amount), !any(.kind, .prospect) else { return nil }
      telling = [.customer, .invoice, .paid, .amount]
    }
    return telling.filter(mapping.has)
  }

  private static let fileWords: [SourceKind: [String]] = [
    .sales: ["vente", "sale", "facture", "ligne"], .invoices: ["facture", "entete", "header"],
    .products: ["produit", "catalogue", "tarif"], .customers: ["client"],
    .people: ["commercial", "employe", "employee", "people", "personne", "equipe"],
    .services: ["service", "visite", "activite", "event"], .contracts: ["contrat", "tender"],
    .payments: ["reglement", "paiement", "payment", "encaissement"],
    .prospects: ["prospect", "lead"], .enquiries: ["demande", "enquiry", "enquirie", "inquirie"],
  ]
}

import Ledger
import SourceFiles
import Units

/// Reads electronic invoices into sale lines, and their buyers into customers.
struct InvoicesCleaning {
  /// Files, folders or archives, in their order.
  let paths: [String]
  let output: CleaningOutput
  let policy: Policy
  let progress: (ImportProgress.Stage, Double?) throws -> Void

  /// How invoices are read, as an import's record keeps it: the business terms of EN 16931 and the fields they give.
  static let reading: TableReading = {
    let terms: [(String, Field)] = [
      ("BT-1", .invoice), ("BT-2", .date), ("BT-46 | BT-47 | BT-48", .customer), ("BT-44", .customerName),
      ("BT-155", .product), ("BT-153", .productName), ("BT-129", .quantity), ("BT-130", .unit), ("BT-146", .unitPrice),
      ("BT-131", .amount), ("BT-5", .currency), ("BT-25", .precedingInvoice), ("BT-3", .nature),
    ]
    return TableReading(
      kind: .sales, format: .eInvoice, headerLine: nil, headers: terms.map(\.0),
      columns: terms.enumerated().map { MappedColumn($1.1, $0) }.ordered(as: .sales))
  }()

  private static let buyerFields: Set<Field> = [
    .customer, .name, .siren, .vat, .email, .phone, .address, .postcode, .city, .country,
  ]

  func run() throws -> CleanedTable {
    let lines = try output.part(.sales, Set(Self.reading.columns.map(\.field)))
    let customers = try output.part(.customers, Self.buyerFields)
    var told = Told()
    for (place, path) in paths.enumerated() {
      try progress(.cleaning, paths.count > 1 ? Double(place) / Double(paths.count) : nil)
      try readEInvoices(
        at: path,
        each: { document in
          let invoice: EInvoice
          do throws(EInvoiceProblem) {
            invoice = try document.invoice.converted(to: policy.company.currency, rates: policy.company.rates)
            if let reason = invoice.reasonAgainst(policy.company.sirens) { throw EInvoiceProblem(reason: reason) }
          } catch { return told.faults.append(error.fault(file: document.file)) }
          told.add(invoice)
          try Self.write(invoice, to: lines.rows)
        },
        fault: { told.faults.append($0) })
    }
    try progress(.storing, nil)
    for (id, buyer) in told.buyers.sorted(by: { $0.key < $1.key }) { try write(buyer, id, to: customers.rows) }
    for fault in told.faults { try output.reject(fault) }
    return try output.stored(
      try lines.stored(), also: try customers.stored(), reading: Self.reading,
      read: lines.rows.count + told.faults.count,
      faults: told.faults, notes: told.notes, parties: told.parties)
  }

  /// What the documents told beside their lines.
  private struct Told {
    var invoices = 0
    var buyers: [String: EInvoiceParty] = [:]
    var parties = InvoiceParties()
    var faults: [RowFault] = []
    var rests = 0
    var rest = Cents.zero

    mutating func add(_ invoice: EInvoice) {
      invoices += 1
      parties.add(invoice)
      if let id = invoice.buyer.customerID { buyers[id] = invoice.buyer }
      if invoice.rest != .zero {
        rests += 1
        rest += invoice.rest
      }
    }

    var notes: [TableNote] {
      [.eInvoices(count: invoices)] + (rests > 0 ? [.eInvoiceRests(count: rests, amount: rest)] : [])
    }
  }

  /// Writes an invoice's lines as the ledger keeps them.
  static func write(_ invoice: EInvoice, to rows: CanonicalRows) throws {
    let nature: LineNature? =
      invoice.isAdvance
      ? .advance
      : !invoice.replaced.isEmpty
        ? .correction : !invoice.preceding.isEmpty && (invoice.totals.prepaid ?? .zero) > .zero ? .settling : nil
    for line in invoice.lines {
      rows[.invoice] = .text(invoice.number)
      rows[.date] = .day(invoice.day)
      rows[.customer] = invoice.buyer.customerID.map { .text($0) }
      rows[.customerName] = invoice.buyer.name.map { .text($0) }
      rows[.product] = (line.sellersItem ?? line.standardItem?.value ?? line.buyersItem).map { .text($0) }
      rows[.productName] = line.name.map { .text($0) }
      rows[.quantity] = line.quantity.map { .number($0) }
      rows[.unit] = line.unit.map { .text($0) }
      rows[.unitPrice] = line.unitPrice.map { .number($0) }
      rows[.amount] = .number(line.amount.value)
      rows[.currency] = .text(invoice.currency)
      rows[.precedingInvoice] = invoice.preceding.first.map { .text($0.number) }
      rows[.nature] = nature.map { .text($0.rawValue) }
      try rows.end()
    }
  }

  private func write(_ buyer: EInvoiceParty, _ id: String, to rows: CanonicalRows) throws {
    rows[.customer] = .text(id)
    rows[.name] = (buyer.name ?? buyer.tradingName).map { .text($0) }
    rows[.siren] = buyer.siren.map { .text($0) }
    rows[.vat] = buyer.vat.map { .text($0) }
    rows[.email] = buyer.email.map { .text($0) }
    rows[.phone] = buyer.phone.map { .text($0) }
    rows[.address] = .text(buyer.address.joined(separator: ", "))
    rows[.postcode] = buyer.postcode.map { .text($0) }
    rows[.city] = buyer.city.map { .text($0) }
    rows[.country] = buyer.country.map { .text($0) }
    try rows.end()
  }
}

extension EInvoiceParty {
  /// The number the customer file knows a buyer by: the seller's own where the invoice says it, else that of a register,
  /// else its name.
  var customerID: String? {
    let own = identifiers.first { $0.scheme == nil }?.value
    return [own, legal?.value, vat, identifiers.first?.value, name, tradingName].lazy.compactMap { $0 }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.first { !$0.isEmpty }
  }

  /// The SIREN, from whichever number carries it.
  var siren: String? {
    func digits(_ text: String) -> String { String(text.filter { $0.isASCII && $0.isNumber }) }
    let numbers = ([legal] + identifiers).compactMap { $0 }
    let siret = numbers.first { $0.scheme == "0009" && digits($0.value).count == 14 }.map { digits($0.value) }
    let siren = numbers.first { $0.scheme == "0002" && digits($0.value).count == 9 }.map { digits($0.value) }
    let bare = legal.flatMap { $0.scheme == nil && [9, 14].contains(digits($0.value).count) ? digits($0.value) : nil }
    let french = vat.flatMap { $0.uppercased().hasPrefix("FR") && digits($0).count >= 9 ? digits($0) : nil }
    return siren ?? siret.map { String($0.prefix(9)) } ?? bare.map { String($0.prefix(9)) }
      ?? french.map { String($0.suffix(9)) }
  }
}

import Engine
import Foundation
import Ledger
import Sample
import SourceFiles
import Units

/// What the sample company could give instead of its sales file: accounts, electronic invoices, a workbook of customers
/// and a list of visits.
///
/// All of it is made from the files that were written before, so that both tell the same sales; but what one knows better
/// than the other is planted: sales without a customer are takings, a period's end has its accruals, one invoice was never
/// posted, and some are a cent off.
public enum SampleAccounts {
  /// Writes the folder `comptable` beside the company's files and gives its path.
  /// - Parameter folder: where `SampleFolder.write` wrote.
  /// - Throws: `DeskError`, `SourceFileError` or `EngineError`; what was written stays.
  public static func write(_ company: SampleCompany, in folder: String, settings: EngineSettings) throws -> String {
    precondition(!company.isPlain, "plain sales name no customers")
    let mixed = folder + "/comptable"
    for name in ["/comptabilite", "/factures"] { try makeFolder(mixed + name) }
    func source(_ file: SampleFile) -> String { folder + "/" + company.name(of: file) }
    var customers: [SampleRow] = []
    try SampleRow.each(of: source(.customers), as: .customers) { customers.append($0) }
    let invoices = try SampleInvoice.all(of: source(.sales))
    let sentFrom = (invoices.map(\.day).max() ?? Day(number: 0)).month.advanced(by: -1).firstDay
    guard let books = SampleBooks(of: invoices, seed: company.seed, sentFrom: sentFrom) else { return mixed }
    for file in SampleFEC(siren: company.siren, books: books).files {
      try write(file.bytes, to: "\(mixed)/comptabilite/\(file.name)")
    }
    try write(invoices.filter { $0.day >= sentFrom }, of: company, to: customers, in: mixed + "/factures")
    try DuckDBEngine(settings).write(workbook(of: customers), asSpreadsheet: mixed + "/clients.xlsx")
    try writeVisits(from: source(.services), of: customers, to: mixed + "/visites.csv")
    let terms = books.daysToPay.sorted { $0.key < $1.key }.map { "\($0.key);\($0.value)\n" }.joined()
    try write(Array(("customer;daysToPay\n" + terms).utf8), to: folder + "/reglements.csv")
    return mixed
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let sink = try FileSink(path: path)
    try bytes.withUnsafeBytes { try sink.write($0) }
    try sink.close()
  }

  private static func write(
    _ invoices: [SampleInvoice], of company: SampleCompany, to customers: [SampleRow], in folder: String
  ) throws {
    let seller = SampleParty(
      name: "Sorlac SAS", siren: company.siren, vat: company.vat, email: "factures@sorlac.example",
      address: "1 quai de la Gare", postcode: "69002", city: "Lyon")
    let known = Dictionary(customers.compactMap { row in row[.customer].map { ($0, row) } }) { $1 }
    for (place, invoice) in invoices.enumerated() {
      guard let code = invoice.customer, invoice.net != .zero else { continue }
      let row = known[code]
      let buyer = SampleParty(
        code: code, name: invoice.name, siren: row?[.siren], vat: row?[.vat], email: row?[.email],
        address: row?[.address], postcode: row?[.postcode], city: row?[.city])
      let document = SampleElectronicInvoice(invoice: invoice, seller: seller, buyer: buyer)
      // Two thirds in one syntax, a third in the other.
      try write(
        Array((place % 3 == 2 ? document.cii : document.ubl).utf8),
        to: "\(folder)/\(invoice.number.filter { !"/\\".contains($0) }).xml")
    }
  }

  private static func workbook(of customers: [SampleRow]) -> [SheetColumn] {
    func texts(_ title: String, _ field: Field) -> SheetColumn { .texts(title, customers.map { $0[field] }) }
    return [
      texts("Code client", .customer), texts("Raison sociale", .name), texts("SIREN", .siren),
      texts("N° TVA", .vat), texts("Secteur", .sector), texts("Région", .region), texts("Effectif", .size),
      texts("Commercial", .salesperson), texts("E-mail", .email), texts("Téléphone", .phone),
      texts("Adresse", .address), texts("Code postal", .postcode), texts("Ville", .city),
      .days("Client depuis", customers.map { $0.day(.since) }),
    ]
  }

  /// Visits alone, as a CRM exports them: commas, quotes, ISO days.
  private static func writeVisits(from services: String, of customers: [SampleRow], to path: String) throws {
    let names = Dictionary(customers.compactMap { row in row[.customer].map { ($0, row[.name] ?? "") } }) { $1 }
    var bytes = Array(
      "\u{FEFF}\"Code client\",\"Société\",\"Date visite\",\"Type\",\"Durée (min)\",\"Commercial\"\r\n".utf8)
    try SampleRow.each(of: services, as: .services) { row in
      guard row[.kind] == "visit", let code = row[.customer], let day = row.day(.date) else { return }
      let fields = [code, names[code] ?? "", day.iso, "Visite", row[.minutes] ?? "", row[.salesperson] ?? ""]
      let quoted = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      bytes += Array((quoted.joined(separator: ",") + "\r\n").utf8)
    }
    try write(bytes, to: path)
  }
}

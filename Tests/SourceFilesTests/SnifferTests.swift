import Ledger
import SourceFiles
import Testing
import Units

/// The fields a header line maps to, each with its header.
private func columns(_ header: String, _ rows: String = "", kind: SourceKind? = nil) throws -> [String] {
  let reading = try sniffed(header + "\n" + rows, options: SniffOptions(kind: kind)).reading
  return ["\(reading.kind)"] + reading.columns.map { "\($0.field)=\(reading.header(of: $0.field) ?? "")" }
}

@Test(arguments: Delimiter.allCases) func `every delimiter is told from the rows`(delimiter: Delimiter) throws {
  let text = ["N° pièce", "Date de pièce", "Client", "Total HT"].joined(separator: delimiter.rawValue)
  let row = ["F1", "14/02/2024", "Dupont SA", "12.50"].joined(separator: delimiter.rawValue)
  let reading = try sniffed(text + "\n" + row + "\n").reading
  #expect(reading.delimiter == delimiter)
  #expect(reading.kind == .sales)
  #expect(reading.columns.map(\.field) == [.invoice, .date, .customer, .customerName, .amount])
}

@Test func `decimal commas do not make commas the delimiter`() throws {
  let reading = try sniffed("Date;Client;Montant HT\n01/02/2024;A;1,5\n13/02/2024;B;2,3\n").reading
  #expect(reading.delimiter == .semicolon)
  #expect(reading.decimalMark == .comma)
}

@Test func `French sales headers are known`() throws {
  #expect(
    try columns(
      "NUMFACTURE;DATEFACTURE;CODECLIENT;NOMCLIENT;CODEARTICLE;DESIGNATION;FAMILLE;QTE;PUHT;REMISE %;MONTANTHT;MONTANT TTC;COMMERCIAL",
      "1;13/01/2024;C1;A;P1;x;f;1;2;10;1,8;2,16;R\n")
      == [
        "sales", "invoice=NUMFACTURE", "date=DATEFACTURE", "customer=CODECLIENT", "customerName=NOMCLIENT",
        "product=CODEARTICLE", "productName=DESIGNATION", "range=FAMILLE", "quantity=QTE", "unitPrice=PUHT",
        "amount=MONTANTHT", "discount=REMISE %", "salesperson=COMMERCIAL",
      ])
  #expect(
    try columns(
      "Pièce;Dt fact.;Réf client;Raison sociale;Réf article;Libellé;Gamme;Quantité;Prix unitaire;CA HT;Coût;Vendeur")
      == [
        "sales", "invoice=Pièce", "date=Dt fact.", "customer=Réf client", "customerName=Raison sociale",
        "product=Réf article", "productName=Libellé", "range=Gamme", "quantity=Quantité", "unitPrice=Prix unitaire",
        "amount=CA HT", "cost=Coût", "salesperson=Vendeur",
      ])
}

@Test func `English sales headers are known`() throws {
  #expect(
    try columns(
      "SalesOrder,InvoiceDate,CustomerKey,Customer Name,StockCode,Description,Category,OrderQuantity,UnitPrice,Line total,Unit cost,Rep"
    )
      == [
        "sales", "invoice=SalesOrder", "date=InvoiceDate", "customer=CustomerKey", "customerName=Customer Name",
        "product=StockCode", "productName=Description", "range=Category", "quantity=OrderQuantity",
        "unitPrice=UnitPrice", "amount=Line total", "unitCost=Unit cost", "salesperson=Rep",
      ])
}

@Test func `a total with tax is never revenue`() throws {
  for header in ["Total TTC", "Montant TTC", "Amount incl. tax", "Gross amount", "Montant TVA", "Total incl VAT"] {
    #expect(
      throws: SourceFileError.missingColumns(
        file: "test.csv", kind: .sales, fields: [.amount], headers: ["Date", "Client", header])
    ) { try sniffed("Date,Client,\(header)\n13/01/2024,A,5\n", options: SniffOptions(kind: .sales)) }
  }
}

@Test(arguments: SourceKind.allCases) func `every field's own name maps to it`(kind: SourceKind) throws {
  let names = kind.fields.map(\.rawValue)
  let reading = try sniffed(names.joined(separator: ",") + "\n", options: SniffOptions(kind: kind)).reading
  #expect(reading.columns == names.indices.map { MappedColumn(kind.fields[$0], $0) })
}

@Test(arguments: [
  ("Code client;Raison sociale;Adresse;CP;Ville;Secteur;Commercial;SIREN", SourceKind.customers),
  ("Nom;Adresse;Ville;Commercial;Email", .customers),
  ("Réf article;Désignation;Famille;Prix de vente;Prix d'achat", .products),
  ("Matricule;Nom;Fonction;Coût horaire;Heures par mois", .people),
  ("Code client;Date;Type;Durée (min);Commentaire", .services),
  ("Code client;Nature;Date de début;Échéance;Préavis;Montant annuel", .contracts),
  ("Prospect;Secteur;Effectif;Source;Potentiel", .prospects),
  ("Prospect;Date demande;Traité par;Date de réponse;Résultat", .enquiries),
  ("N° facture;Date facture;Code client;Commercial;Devise", .invoices),
  ("N° facture;Date facture;Code client;Total HT", .sales),
]) func `the kind is told from the headers`(header: String, kind: SourceKind) throws {
  let table = try sniffed(header + "\n")
  #expect(table.reading.kind == kind)
  #expect(table.notes.contains { if case .kindGuessed(kind, _) = $0 { true } else { false } })
}

@Test func `headers that fit nothing are refused in a sentence`() throws {
  let error = #expect(throws: SourceFileError.self) { try sniffed("foo,bar\n1,2\n") }
  #expect(error == .unknownKind(file: "test.csv", headers: ["foo", "bar"]))
  #expect(error?.sentence(in: .en).contains("foo, bar") == true)
}

@Test func `a second column that fits is said, and a lone name identifies`() throws {
  let table = try sniffed("Date facture,Date commande,Client,Montant HT,Couleur\n13/01/2024,12/01/2024,Dupont SA,5,x\n")
  #expect(table.notes.contains(.alsoFits(.date, unread: "Date commande", read: "Date facture")))
  #expect(table.notes.contains(.nameServes(as: .customer, header: "Client")))
  #expect(table.notes.contains(.unread(headers: ["Date commande", "Couleur"])))
  let codes = try sniffed("Date facture,Client,Montant HT\n13/01/2024,C0042,5\n")
  #expect(codes.reading.columns.map(\.field) == [.date, .customer, .amount])
}

@Test func `a map is obeyed, and what it names must exist`() throws {
  let text = "a,b,c,Montant HT,Net\n13/01/2024,Ann,Lee,5,4\n"
  func map(_ text: String) throws -> SniffOptions {
    try SniffOptions(
      kind: .sales, delimiter: nil, encoding: nil, dateFormat: nil, decimalComma: false, map: text, sheet: nil)
  }
  let reading = try sniffed(text, options: map("date=A,customer=b+3,amount=Net")).reading
  #expect(reading.header(of: .date) == "a")
  #expect(reading.column(of: .customer)?.sources == [[1, 2]])
  #expect(reading.header(of: .amount) == "Net")
  #expect(throws: SourceFileError.unknownColumn(name: "zz", headers: ["a", "b", "c", "Montant HT", "Net"])) {
    try sniffed(text, options: map("date=zz"))
  }
  #expect(throws: SourceFileError.unknownField(name: "email", kind: .sales)) {
    try sniffed(text, options: map("email=a"))
  }
}

@Test func `a file without a header is read by places`() throws {
  let options = try SniffOptions(
    kind: .sales, delimiter: nil, encoding: nil, dateFormat: nil, decimalComma: false,
    map: "customer=1,date=3,amount=5", sheet: nil)
  let text = "00004,0001,19970101,2,29.33\n00004,0001,19970118,2,29.73\n"
  let result = try cleaned(text, options: options)
  #expect(result.summary.amount == Cents(5906))
  #expect(throws: SourceFileError.noHeader(file: "test.csv")) { try sniffed(text) }
}

@Test(arguments: [
  (["13/02/2024", "01/02/2024"], DateOrder.dayFirst, false), (["2/13/2024", "1/2/2024"], .monthFirst, false),
  (["01/02/2024"], .dayFirst, true), (["1/2/2024 1:00 PM"], .monthFirst, true), (["2024-01-02"], .yearFirst, false),
  (["20240102"], .yearFirst, false),
]) func `the order of dates is told from values over twelve`(dates: [String], order: DateOrder, isGuess: Bool) throws {
  let reading = try sniffed("Date,Client,Net\n" + dates.map { "\($0),A,5\n" }.joined()).reading
  #expect(reading.dateOrder == order)
  #expect(reading.dateOrderIsGuess == isGuess)
}

@Test func `another column's dates tell the order too`() throws {
  let reading = try sniffed("OrderDate,StockDate,OrderNumber,CustomerKey,Net\n01/02/2017,9/21/2001,A,B,5\n").reading
  #expect(reading.dateOrder == .monthFirst)
  #expect(reading.dateOrderIsGuess)
}

@Test func `marks are told from the numbers, and mixed marks are said`() throws {
  func table(_ amounts: String...) throws -> SniffedTable {
    try sniffed("Date\tClient\tMontant HT\n" + amounts.map { "13/01/2024\tA\t\($0)\n" }.joined())
  }
  #expect(try table("1.234,56").reading.decimalMark == .comma)
  #expect(try table("1.234,56").reading.thousandsMark == .point)
  #expect(try table("12.5", "1,234").reading.thousandsMark == .comma)
  #expect(try table("12,50", "13").hasPlainNumbers)
  #expect(try !table("12,50 €").hasPlainNumbers)
  let mixed = try table("1.234,56", "1,234.56", "2.5")
  #expect(mixed.reading.decimalMark == .point)
  // Grouping with its own decimal mark says that no lone mark can be trusted.
  #expect(mixed.reading.thousandsMark == .point)
  #expect(mixed.notes.contains(.decimalMarksMixed(.point, example: "1.234,56")))
  #expect(try table("1.234").notes.contains(.decimalMarkGuessed(.point, example: "1.234")))
}

@Test func `discounts over one are percents`() throws {
  func isPercent(_ header: String, _ value: String) throws -> Bool {
    try sniffed("Date,Client,Net,\(header)\n13/01/2024,A,5,\(value)\n").reading.discountIsPercent
  }
  #expect(try isPercent("Remise", "15"))
  #expect(try isPercent("Remise %", "0.5"))
  #expect(try !isPercent("Remise", "0.15"))
  #expect(try !isPercent("Remise", "15%"))
}

@Test func `the pattern of the dates is given when they have one`() throws {
  func pattern(_ dates: String...) throws -> String? {
    try sniffed("Date,Client,Net\n" + dates.map { "\($0),A,5\n" }.joined()).datePattern
  }
  #expect(try pattern("13/01/2024", "1/2/2024") == "%d/%m/%Y")
  #expect(try pattern("2024-01-13 08:26:00") == "%Y-%m-%d %H:%M:%S")
  #expect(try pattern("13/01/2024", "2024-01-13") == nil)
}

@Test func `rows of a workbook have their header among them`() throws {
  let table = try sniffedTable(
    headers: nil,
    rows: [["Ventes 2024", nil, nil], [nil, nil, nil], ["Date", "Client", "Net"], ["45292", "A", "12.5"]],
    format: .xlsx, name: "a.xlsx")
  #expect(table.reading.headerLine == 3)
  #expect(table.reading.format == .xlsx)
  let named = try sniffedTable(
    headers: ["Date", "Client", "Net"], rows: [["2024-01-01", "A", "12.5"]], format: .parquet, name: "a.parquet")
  #expect(named.reading.headerLine == nil)
  #expect(named.reading.kind == .sales)
}

@Test func `a header alone is a table without rows`() throws {
  #expect(try sniffed("Date,Client,Net\n").notes.contains(.noRows))
  #expect(try cleaned("Date,Client,Net\n").summary.rows == 0)
}

@Test func `a wrong delimiter is refused rather than obeyed in silence`() {
  #expect(throws: SourceFileError.self) {
    try sniffed("Date;Client;Net\n13/01/2024;A;5\n", options: SniffOptions(delimiter: .comma))
  }
}

@Test func `every note and every error has a sentence in both languages`() {
  let notes: [TableNote] = [
    .kindGuessed(.sales, because: ["a"]), .totalNotTaken(header: "Total"), .linesAboveHeader(count: 1),
    .linesAboveHeader(count: 2), .noRows, .encoding(.cp850), .dateOrderGuessed(.dayFirst, example: "x"),
    .dateOrderMixed(.dayFirst, example: "x"), .decimalMarkGuessed(.comma, example: "x"),
    .decimalMarksMixed(.comma, example: "x"), .discountInPercent, .alsoFits(.date, unread: "a", read: "b"),
    .nameServes(as: .customer, header: "a"), .thousandsRead(.point, example: "x"), .nameComposed(header: "a"),
    .unread(headers: ["a"]), .amountsWaitForPrices, .datesWaitForInvoices,
  ]
  #expect(Set(notes.map { $0.sentence(in: .fr) }).count == notes.count)
  #expect(Set(notes.map { $0.sentence(in: .en) }).isDisjoint(with: notes.map { $0.sentence(in: .fr) }))
  for format in ForeignFormat.allCases {
    let error = SourceFileError.notATable(file: "x", found: format)
    #expect(error.sentence(in: .fr) != error.sentence(in: .en))
  }
}

@Test func `names of ten thousand letters are looked at in a moment`() throws {
  let name = String(repeating: "w", count: 10_000)
  let rows = (1...20).map { "C\($0);\(name)" }.joined(separator: "\n")
  // Measured here: a time limit would count the wait for other tests too.
  var found: [String] = []
  let time = try ContinuousClock().measure { found = try columns("Code client;Raison sociale", rows + "\n") }
  #expect(found == ["customers", "customer=Code client", "name=Raison sociale"])
  #expect(time < .seconds(10))
}

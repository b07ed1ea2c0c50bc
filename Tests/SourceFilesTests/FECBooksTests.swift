import Ledger
import SourceFiles
import Testing
import Units

@Test func `a bank, a customer, a cash box and a year's end`() throws {
  // The worked example of docs/methods/accounting-export.md.
  let text = """
    JournalCode;EcritureNum;EcritureDate;CompteNum;CompAuxNum;CompAuxLib;PieceRef;EcritureLib;Debit;Credit;EcritureLet
    AN;1;20210101;411000;C1;Dupont;F900;À nouveau;360,00;0,00;
    AN;1;20210101;101000;;;F900;À nouveau;0,00;360,00;
    VT;2;20210115;411000;C1;Dupont;F001;Facture;1200,00;0,00;AA
    VT;2;20210115;707000;;;F001;Facture;0,00;1000,00;
    VT;2;20210115;445710;;;F001;Facture;0,00;200,00;
    BQ;3;20210301;512000;;;V1;Virement;1200,00;0,00;
    BQ;3;20210301;411000;C1;Dupont;V1;Virement;0,00;1200,00;AA
    CA;4;20210401;530000;;;Z401;Caisse;120,00;0,00;
    CA;4;20210401;411000;C2;Garage;Z401;Caisse;60,00;0,00;
    CA;4;20210401;707000;;;Z401;Caisse;0,00;150,00;
    CA;4;20210401;445710;;;Z401;Caisse;0,00;30,00;
    OD;5;20211231;418100;;;FAE;À facturer;120,00;0,00;
    OD;5;20211231;706000;;;FAE;À facturer;0,00;100,00;
    OD;5;20211231;445870;;;FAE;À facturer;0,00;20,00;
    """
  let books = try readFEC(Array(text.utf8)).books
  #expect(
    told(books.sales) == ["5 C1 100000 entry", "11 C2 5000 rate", "11 – 10000 retail", "14 – 10000 accrual"])
  #expect(books.controls.revenue.amount == Cents(125_000))
  #expect(books.controls.attributed.amount == Cents(105_000))
  #expect(books.controls.accrued.amount == Cents(10_000))
  #expect(books.controls.unattributedShare == Share(10_000, of: 125_000))
  #expect(books.settlements.map(\.days) == [45])
  #expect(books.notes == [.opening(lines: 2)])
}

@Test func `a supplier of the same number gives no customer its name`() throws {
  var books = FixtureBooks()
  books.entry("VT", "1", "2021-03-04", "F1", .debit("411000", 100, of: "7", "Dupont"), .credit("707000", 100))
  books.entry("AC", "2", "2021-03-05", "B1", .debit("607000", 50), .credit("401000", 50, of: "7", "Grossiste"))
  #expect(try readFEC(books).books.customers.map(\.name) == ["Dupont"])
}

@Test func `a year of a fictitious company, line by line`() throws {
  let read = try readFEC(FixtureBooks.meunier)
  let books = read.books
  #expect(read.faults.isEmpty)
  #expect(
    told(books.sales) == [
      "6 C001 60000 entry", "7 C001 40000 entry", "10 C002 51000 entry", "11 C002 -1000 entry", "16 C002 -10000 entry",
      "23 – 20000 retail", "27 C003 5000 rate", "27 – 10000 retail", "30 C001 20000 piece", "33 C003 30000 piece",
      "37 – 20000 severalCustomers", "41 411MARTIN 1000 entry", "49 – 5000 otherThirdParty", "50 – -700 reclassified",
      "51 – 700 reclassified", "53 – 10000 accrual", "55 – -3000 accrual", "57 – -500 accrual",
    ])
  let controls = books.controls
  #expect(controls.revenue == FECControls.Sum(lines: 18, amount: Cents(257_500)))
  #expect(controls.attributed.amount == Cents(196_000))
  #expect(controls.accrued == FECControls.Sum(lines: 3, amount: Cents(6_500)))
  #expect(
    controls.unattributed == [
      .retail: .init(lines: 2, amount: Cents(30_000)), .severalCustomers: .init(lines: 1, amount: Cents(20_000)),
      .otherThirdParty: .init(lines: 1, amount: Cents(5_000)), .reclassified: .init(lines: 2, amount: .zero),
    ])
  #expect(controls.unattributedShare == Share(55_000, of: 257_500))
  #expect(controls.opening == FECControls.Sum(lines: 3, amount: .zero))
  #expect(controls.entries == 21)
  #expect(controls.isBalanced)
  #expect(controls.firstDay == Day(year: 2021, month: 1, day: 15))
  #expect(controls.lastDay == Day(year: 2021, month: 12, day: 31))
  #expect(
    books.customers.map { "\($0.id) \($0.name ?? "–") \($0.revenue.value) \($0.lines)" } == [
      "411MARTIN Clients 1000 1", "C001 Dupont SARL 120000 3", "C002 Maison Lefèvre 40000 3",
      "C003 Garage Noël 35000 2",
    ])
  #expect(books.notes == [.opening(lines: 3)])
  #expect(
    books.purchases == [FECPurchases(month: Month(year: 2021, month: 3), amount: Cents(60_000))])
}

@Test func `a sale keeps what its line says`() throws {
  let sale = try #require(try readFEC(FixtureBooks.meunier).books.sales.first)
  #expect(sale.journal == "VT")
  #expect(sale.entry == "2")
  #expect(sale.day == Day(year: 2021, month: 1, day: 15))
  #expect(sale.pieceDay == Day(year: 2021, month: 1, day: 14))
  #expect(sale.invoice == "F001")
  #expect(sale.customerName == "Dupont SARL")
  #expect(sale.account == "707000")
  #expect(sale.accountLabel == "Ventes de marchandises")
  #expect(sale.label == "Écriture 2")
}

@Test(arguments: ["-", "/", ".", "", " ", "--"]) func `a sign that stands for nothing is no invoice`(piece: String)
  throws
{
  var books = FixtureBooks()
  books.entry("VT", "1", "2021-03-04", piece, .debit("411000", 100, of: "C1"), .credit("707000", 100))
  #expect(try readFEC(books).books.sales.map(\.invoice) == [nil])
}

@Test func `letters tie invoices to what settled them`() throws {
  let settlements = try readFEC(FixtureBooks.meunier).books.settlements
  #expect(
    settlements.map {
      "\($0.customer) \($0.invoice ?? "–") \($0.invoiceDay.iso) \($0.settledDay.iso) \($0.amount.value) \($0.means) \($0.days)"
    } == [
      "C001 F001 2021-01-14 2021-03-01 120000 payment 46", "C002 F002 2021-02-02 2021-02-12 12000 creditNote 10",
      "C002 F002 2021-02-02 2021-03-19 48000 payment 45",
    ])
}

@Test func `what was brought forward is dated by its piece or not at all`() throws {
  func settlements(pieceDay: String) throws -> [FECSettlement] {
    var books = FixtureBooks()
    books.entry(
      "AN", "1", "2021-01-01", "F9", pieceDay: pieceDay, .debit("411000", 500, of: "C1", letter: "A"),
      .credit("101000", 500))
    books.entry("BQ", "2", "2021-02-01", "V1", .debit("512000", 500), .credit("411000", 500, of: "C1", letter: "A"))
    return try readFEC(books).books.settlements
  }
  #expect(try settlements(pieceDay: "2020-12-02").map(\.days) == [61])
  #expect(try settlements(pieceDay: "2021-01-01").isEmpty)
}

@Test func `a letter that does not balance settles nothing, one used again is cut by its day`() throws {
  var books = FixtureBooks()
  books.entry(
    "VT", "1", "2021-01-01", "F1", .debit("411000", 500, of: "C1", letter: "A", on: "2021-02-01"),
    .credit("707000", 500))
  books.entry(
    "BQ", "2", "2021-02-01", "V1", .debit("512000", 500),
    .credit("411000", 500, of: "C1", letter: "A", on: "2021-02-01"))
  books.entry(
    "VT", "3", "2021-03-01", "F3", .debit("411000", 800, of: "C1", letter: "A", on: "2021-04-01"),
    .credit("707000", 800))
  books.entry(
    "BQ", "4", "2021-04-01", "V2", .debit("512000", 300),
    .credit("411000", 300, of: "C1", letter: "A", on: "2021-04-01"))
  let read = try readFEC(books).books
  #expect(read.settlements.map(\.amount.value) == [500])
  #expect(read.settlements.map(\.invoice) == ["F1"])
  #expect(read.controls.openLetters == 1)
  // The same letter of two customers is two groups.
  for place in books.lines.indices.suffix(4) {
    books.lines[place].customer = books.lines[place].customer.isEmpty ? "" : "C2"
  }
  #expect(try readFEC(books).books.settlements.map(\.customer.text) == ["C1"])
}

@Test func `one payment settles several invoices, the oldest first`() throws {
  var books = FixtureBooks()
  for place in 1...2 {
    books.entry(
      "VT", "\(place)", "2021-01-0\(place)", "F\(place)", .debit("411000", 100, of: "C1", letter: "A"),
      .credit("707000", 100))
  }
  books.entry("BQ", "8", "2021-02-01", "V1", .debit("512000", 150), .credit("411000", 150, of: "C1", letter: "A"))
  books.entry(
    "OD", "9", "2021-03-01", "E1", .debit("413000", 50, of: "C1"), .credit("411000", 50, of: "C1", letter: "A"))
  let settlements = try readFEC(books).books.settlements
  #expect(
    settlements.map { "\($0.invoice ?? "") \($0.amount.value) \($0.means)" } == [
      "F1 100 payment", "F2 50 payment", "F2 50 other",
    ])
}

@Test func `money given back is no invoice`() throws {
  var books = FixtureBooks()
  books.entry("VT", "1", "2021-01-01", "A1", .credit("411000", 100, of: "C1", letter: "A"), .debit("707000", 100))
  books.entry("BQ", "2", "2021-02-01", "V1", .credit("512000", 100), .debit("411000", 100, of: "C1", letter: "A"))
  #expect(try readFEC(books).books.settlements.isEmpty)
}

@Test func `doubtful customers and losses`() throws {
  #expect(
    try readFEC(FixtureBooks.meunier).books.badDebts.map {
      "\($0.line) \($0.customer?.text ?? "–") \($0.kind) \($0.amount.value) \($0.day.iso)"
    } == ["43 C003 doubtful 36000 2021-09-30", "45 C003 loss 30000 2021-12-15"])
  // One loss for two customers is nobody's; a loss beside a part payment is the customer's.
  var books = FixtureBooks()
  books.entry(
    "OD", "1", "2021-01-01", "", .debit("654000", 300), .credit("411000", 100, of: "C1"),
    .credit("411000", 200, of: "C2"))
  books.entry(
    "OD", "2", "2021-01-02", "", .debit("512000", 100), .debit("654000", 50), .credit("411000", 150, of: "C1"))
  #expect(
    try readFEC(books).books.badDebts.map { "\($0.customer?.text ?? "–") \($0.amount.value)" } == [
      "C1 100", "C2 200", "C1 50",
    ])
}

@Test func `losses and what came in again bear their sign, and money says nothing of whose`() throws {
  var books = FixtureBooks()
  books.entry("OD", "1", "2023-01-01", "", .debit("671400", 80), .credit("411000", 80, of: "C1"))
  books.entry("OD", "2", "2023-02-01", "", .debit("411000", 36, of: "C1"), .credit("771400", 30), .credit("445710", 6))
  books.entry("BQ", "3", "2023-03-01", "", .debit("512000", 12), .credit("771400", 10), .credit("445710", 2))
  books.entry("OD", "4", "2023-04-01", "", .debit("411000", 9, of: "C1"), .credit("758300", 9))
  books.entry("OD", "5", "2025-04-01", "", .debit("411000", 8, of: "C2"), .credit("758300", 8))
  books.entry("OD", "6", "2025-05-01", "", .debit("411000", 7, of: "C2"), .credit("654000", 7))
  #expect(
    try readFEC(books).books.badDebts.map { "\($0.customer?.text ?? "–") \($0.kind) \($0.amount.value)" } == [
      "C1 loss 80", "C1 loss -30", "– loss -10", "C2 loss -8", "C2 loss -7",
    ])
}

@Test func `entries out of balance are listed with their difference`() throws {
  var books = FixtureBooks()
  for place in 1...250 {
    books.entry("VT", "\(place)", "2021-01-01", "F\(place)", .debit("411000", 120, of: "C1"), .credit("707000", 100))
  }
  let controls = try readFEC(books).books.controls
  #expect(controls.unbalancedEntries == 250)
  #expect(controls.unbalanced.count == FECControls.listed)
  #expect(controls.unbalanced.map(\.line) == (0..<100).map { 2 + 2 * $0 })
  #expect(controls.unbalanced[0].difference == Cents(20))
  #expect(controls.unattributed[.unbalancedEntry]?.amount == Cents(25_000))
  #expect(try readFEC(books).books.notes.contains(.unbalanced(difference: Cents(5_000), entries: 250)))
}

@Test func `amounts that no sum could hold are set aside`() throws {
  var books = FixtureBooks()
  for place in 1...3 {
    books.entry(
      "VT", "\(place)", "2021-01-01", "F", .debit("411000", 9_999_999_999_999, of: "C1"),
      .credit("707000", 9_999_999_999_999))
  }
  let read = try readFEC(books)
  #expect(read.faults.isEmpty)
  #expect(read.books.controls.attributed.amount == Cents(29_999_999_999_997))
}

@Test func `a file without sales says so`() throws {
  let read = try readFEC(FixtureForm().bytes([]))
  #expect(read.books.notes.contains(.noSales))
  #expect(read.books.controls.unattributedShare == nil)
  #expect(read.books.controls.firstDay == nil)
}

@Test func `every note and reason speaks both languages`() {
  let day = Day(number: 18_992)
  let notes: [FECNote] =
    FECFileName.Fault.allCases.map { .fileName($0) } + [
      .afterClosing(closing: day, last: day), .encoding(.cp850), .noSales, .opening(lines: 1), .opening(lines: 2),
      .closing(lines: 1), .closing(lines: 2), .unbalanced(difference: Cents(-5), entries: 1), .mended(lines: 1),
      .mended(lines: 2), .numbersUnused(journal: "VT"), .collective(account: "411000", amount: Cents(123_456)),
    ]
  let sentences =
    notes.map { ($0.sentence(in: .fr), $0.sentence(in: .en)) }
    + FECReason.allCases.map { ($0.sentence(in: .fr), $0.sentence(in: .en)) }
  for (french, english) in sentences {
    #expect(french != english)
    #expect(french.hasSuffix(".") && english.hasSuffix("."))
    #expect(!french.contains(" :") && !french.contains("« ") && !french.contains(" €"))
  }
  #expect(notes[10].sentence(in: .fr).contains("−0,05"))
  #expect(Set(sentences.map(\.0)).count == sentences.count)
}

import Ledger
import SourceFiles
import Testing
import Units

/// The sales of one entry.
private func tied(_ lines: FixtureLine...) throws -> [String] {
  var books = FixtureBooks()
  for line in lines {
    var line = line
    (line.journal, line.number, line.day, line.pieceDay) = ("VT", "1", "2021-03-04", "2021-03-04")
    line.piece = line.piece ?? ""
    books.lines.append(line)
  }
  // A journal of one entry would be cut by date and piece whatever its number.
  books.entry("VT", "2", "2021-03-05", "", .debit("471000", 1), .credit("472000", 1))
  return told(try readFEC(books).books.sales)
}

@Test func `the only customer of an entry has its sales`() throws {
  #expect(
    try tied(
      .debit("411000", 12_000, of: "C1", "Dupont"), .credit("707000", 6_000), .credit("708500", 4_500),
      .debit("709000", 500),
      .credit("445710", 2_000)) == ["3 C1 6000 entry", "4 C1 4500 entry", "5 C1 -500 entry"])
}

@Test func `a bill, a doubtful account and an invoice to come name their customer too`() throws {
  for account in ["413000", "416000"] {
    #expect(try tied(.debit(account, 100, of: "C1"), .credit("707000", 100)) == ["3 C1 100 entry"])
    #expect(try tied(.debit(account, 100), .credit("707000", 100)) == ["3 – 100 noCustomer"])
  }
  #expect(
    try tied(.debit("411000", 50, of: "C1"), .debit("418100", 50, of: "C1"), .credit("707000", 100))
      == ["4 C1 100 entry"])
}

@Test func `an account 411 without auxiliary is the customer itself`() throws {
  #expect(try tied(.debit("411MARTIN", 100), .credit("707000", 100)) == ["3 411MARTIN 100 entry"])
}

@Test func `a collective account counts as one customer, and that is said`() throws {
  var books = FixtureBooks()
  books.entry("VT", "1", "2021-03-04", "F1", .debit("411000", 100), .credit("707000", 100))
  let read = try readFEC(books)
  #expect(told(read.books.sales) == ["3 411000 100 entry"])
  #expect(read.books.notes.contains(.collective(account: "411000", amount: Cents(100))))
}

@Test func `an advance that is used names the customer when nothing else does`() throws {
  #expect(
    try tied(.debit("419100", 120, of: "C1"), .credit("707000", 100), .credit("445710", 20)) == ["3 C1 100 entry"])
  #expect(
    try tied(
      .debit("411000", 60, of: "C1"), .debit("419100", 60, of: "C1"), .credit("707000", 100), .credit("445710", 20))
      == ["4 C1 100 entry"])
}

@Test func `a sale that names its customer itself needs no customer's account`() throws {
  #expect(
    try tied(.debit("530000", 200), .credit("706000", 150, of: "P7", "Patient"), .credit("706000", 50))
      == ["3 P7 150 line", "4 – 50 retail"])
  var books = FixtureBooks()
  books.entry("CA", "1", "2021-03-04", "", .debit("530000", 100), .credit("706000", 100, client: "P9"))
  let form = FixtureForm { $0.columns = FixtureForm.official + ["DateRglt", "ModeRglt", "NatOp", "IdClient"] }
  #expect(told(try readFEC(form.bytes(books.lines)).books.sales) == ["3 P9 100 line"])
}

@Test func `takings are nobody's`() throws {
  for account in ["511200", "512000", "530000", "467000", "580000"] {
    #expect(
      try tied(.debit(account, 120), .credit("707000", 100), .credit("445710", 20)) == ["3 – 100 retail"])
  }
}

@Test func `other counterparts are nobody's, each with its reason`() throws {
  #expect(try tied(.debit("451000", 100), .credit("707000", 100)) == ["3 – 100 otherThirdParty"])
  #expect(try tied(.debit("401000", 100), .credit("707000", 100)) == ["3 – 100 otherThirdParty"])
  #expect(try tied(.debit("707000", 100), .credit("706000", 100)) == ["2 – -100 reclassified", "3 – 100 reclassified"])
  #expect(try tied(.debit("658000", 100), .credit("707000", 100)) == ["3 – 100 noCustomer"])
}

@Test func `a period's end is an accrual, whatever its sign`() throws {
  #expect(try tied(.debit("418100", 120), .credit("706000", 100), .credit("445870", 20)) == ["3 – 100 accrual"])
  #expect(try tied(.debit("706000", 100), .credit("487000", 100)) == ["2 – -100 accrual"])
  #expect(try tied(.debit("709000", 100), .credit("419800", 100)) == ["2 – -100 accrual"])
  #expect(try tied(.debit("418100", 100, of: "C1"), .credit("706000", 100)) == ["3 C1 100 accrual"])
  // An invoice that is partly deferred stays an invoice, and takings stay takings.
  #expect(
    try tied(.debit("411000", 100, of: "C1"), .credit("706000", 60), .credit("487000", 40)) == ["3 C1 60 entry"])
  #expect(try tied(.debit("512000", 100), .credit("706000", 60), .credit("487000", 40)) == ["3 – 60 retail"])
}

@Test func `an invoice settled in its own entry is its customer's`() throws {
  #expect(
    try tied(
      .debit("411000", 120, of: "C1"), .credit("411000", 120, of: "C1"), .debit("512000", 120), .credit("707000", 100),
      .credit("445710", 20)) == ["5 C1 100 entry"])
}

@Test func `an entry out of balance is nobody's`() throws {
  #expect(try tied(.debit("411000", 120, of: "C1"), .credit("707000", 100)) == ["3 – 100 unbalancedEntry"])
}

@Test func `a day's invoices in one entry are told apart by piece`() throws {
  // In any order, each piece balancing by itself.
  #expect(
    try tied(
      .debit("411000", 120, of: "C1", piece: "F1"), .debit("411000", 240, of: "C2", piece: "F2"),
      .credit("707000", 200, piece: "F2"), .credit("707000", 100, piece: "F1"), .credit("445710", 20, piece: "F1"),
      .credit("445710", 40, piece: "F2")) == ["4 C2 200 piece", "5 C1 100 piece"])
  // With the day's VAT in one line.
  #expect(
    try tied(
      .debit("411000", 120, of: "C1", piece: "F1"), .debit("411000", 240, of: "C2", piece: "F2"),
      .credit("707000", 200, piece: "F2"), .credit("707000", 100, piece: "F1"), .credit("445710", 60))
      == ["4 C2 200 piece", "5 C1 100 piece"])
}

@Test func `a day's invoices one after the other are told apart where they balance`() throws {
  #expect(
    try tied(
      .debit("411000", 115, of: "C1"), .credit("707000", 100), .credit("445710", 15), .debit("411000", 115, of: "C2"),
      .credit("706000", 95), .credit("445710", 20)) == ["3 C1 100 block", "6 C2 95 block"])
}

@Test func `amounts that fit in one way only share an entry`() throws {
  #expect(
    try tied(
      .debit("411000", 1_200, of: "C1"), .debit("411000", 2_110, of: "C2"), .credit("707000", 1_000),
      .credit("707100", 2_000), .credit("445710", 200), .credit("445711", 110))
      == ["4 C1 1000 amounts", "5 C2 2000 amounts"])
  // Without tax, and with a credit note among the invoices.
  #expect(
    try tied(
      .debit("411000", 700, of: "C1"), .credit("411000", 300, of: "C2"), .credit("707000", 700), .debit("707000", 300))
      == ["4 C1 700 amounts", "5 C2 -300 amounts"])
}

@Test func `equal lines may change places without making an entry ambiguous`() throws {
  #expect(
    try tied(
      .debit("411000", 200, of: "C1"), .debit("411000", 100, of: "C2"), .credit("707000", 100), .credit("707000", 100),
      .credit("707000", 100)
    ).sorted() == ["4 C1 100 amounts", "5 C1 100 amounts", "6 C2 100 amounts"])
}

@Test func `one rate of VAT for all shares a single line to the cent`() throws {
  #expect(
    try tied(
      .debit("411000", 12_000, of: "C1"), .debit("411000", 24_001, of: "C2"), .credit("707000", 30_001),
      .credit("445710", 6_000)) == ["4 C1 10000 rate", "4 C2 20001 rate"])
  // Two accounts at the same rate: each customer's total is sure, the accounts go in proportion.
  #expect(
    try tied(
      .debit("411000", 120, of: "C1"), .debit("411000", 240, of: "C2"), .credit("706000", 150), .credit("707000", 150),
      .credit("445710", 60)) == ["4 C1 50 rate", "4 C2 100 rate", "5 C1 50 rate", "5 C2 100 rate"])
}

@Test func `takings beside a customer have their own share`() throws {
  #expect(
    try tied(
      .debit("530000", 12_000), .debit("411000", 6_000, of: "C3"), .credit("707000", 15_000), .credit("445710", 3_000))
      == ["4 C3 5000 rate", "4 – 10000 retail"])
}

@Test func `what amounts do not say stays nobody's`() throws {
  // Two rates and two customers: no sharing is told.
  #expect(
    try tied(
      .debit("411000", 10_000, of: "C1"), .debit("411000", 13_110, of: "C2"), .credit("707000", 20_000),
      .credit("445710", 3_000), .credit("445711", 110)) == ["4 – 20000 severalCustomers"])
  // Two ways fit.
  #expect(
    try tied(
      .debit("665000", 50), .debit("411000", 300, of: "C1"), .debit("411000", 300, of: "C2"), .credit("707000", 100),
      .credit("706000", 200), .credit("707000", 200), .credit("706000", 100), .credit("758000", 50)
    ).allSatisfy { $0.hasSuffix("severalCustomers") })
}

@Test func `a search that would never end gives up`() throws {
  var books = FixtureBooks()
  for number in 0..<40 {
    var lines: [FixtureLine] = []
    for customer in 0..<12 { lines.append(.debit("411000", Int64(1_000 + customer * 7), of: "C\(customer)")) }
    for item in 0..<30 { lines.append(.credit("7070\(item)", Int64(300 + item * 3))) }
    let rest = lines.reduce(Int64(0)) { $0 + $1.debit - $1.credit }
    lines.append(.credit("758000", rest))
    for line in lines {
      var line = line
      (line.journal, line.number, line.day, line.piece) = ("VT", "\(number)", "2021-03-04", "")
      books.lines.append(line)
    }
  }
  let clock = ContinuousClock()
  let start = clock.now
  let read = try readFEC(books)
  #expect(read.books.controls.unattributed[.severalCustomers]?.lines == 1_200)
  #expect(clock.now - start < .seconds(20))
}

@Test func `an entry of many lines is read in linear time`() throws {
  var books = FixtureBooks()
  func add(_ line: FixtureLine, _ number: String) {
    var line = line
    (line.journal, line.number, line.day) = ("CA", number, "2021-03-04")
    books.lines.append(line)
  }
  // Takings of thousands of tickets, then sales of nothing beside two customers.
  for _ in 0..<6_000 { add(.credit("707000", 100), "1") }
  add(.debit("530000", 600_000), "1")
  for _ in 0..<6_000 { add(.credit("707000", 0), "2") }
  for customer in ["C1", "C2"] { add(.debit("411000", 77, of: customer), "2") }
  add(.credit("758000", 154), "2")
  let clock = ContinuousClock()
  let start = clock.now
  let controls = try readFEC(books).books.controls
  #expect(controls.unattributed[.retail]?.lines == 6_000)
  #expect(controls.unattributed[.severalCustomers]?.lines == 6_000)
  #expect(clock.now - start < .seconds(20))
}

@Test func `lines of an entry may stand anywhere in the file`() throws {
  var books = FixtureBooks.meunier
  let plain = try readFEC(books).books
  // By account, as a general ledger is printed.
  books.lines = books.lines.enumerated().sorted { ($0.element.account, $0.offset) < ($1.element.account, $1.offset) }
    .map(\.element)
  let sorted = try readFEC(books).books
  #expect(sorted.customers == plain.customers)
  #expect(sorted.controls.revenue == plain.controls.revenue)
  #expect(sorted.controls.unattributed == plain.controls.unattributed)
  #expect(sorted.controls.entries == plain.controls.entries)
}

@Test(arguments: ["", "1"]) func `without numbers, date and piece make the entry`(number: String) throws {
  var books = FixtureBooks()
  for place in 1...4 {
    books.entry(
      "VT", number, "2021-01-0\(place / 2 + 1)", "F\(place)",
      .debit("411000", 120, of: "C\(place)"), .credit("707000", 100), .credit("445710", 20))
  }
  let read = try readFEC(books)
  #expect(read.books.controls.entries == 4)
  #expect(read.books.customers.map(\.revenue.value) == [100, 100, 100, 100])
  #expect(read.books.sales.allSatisfy { $0.nature == .sale(.entry) })
  #expect(read.books.notes.contains(.numbersUnused(journal: "VT")))
}

@Test func `a number of its own for each line is no number`() throws {
  var books = FixtureBooks()
  for place in 1...3 {
    books.entry(
      "VT", "", "2021-01-0\(place)", "F\(place)",
      .debit("411000", 120, of: "C\(place)"), .credit("707000", 100), .credit("445710", 20))
  }
  for place in books.lines.indices { books.lines[place].number = String(place + 1) }
  let read = try readFEC(books)
  #expect(read.books.controls.entries == 3)
  #expect(read.books.controls.attributed.amount == Cents(300))
}

@Test func `numbers that begin anew each month are told apart by date`() throws {
  var books = FixtureBooks()
  for month in 1...3 {
    books.entry(
      "VT", "1", "2021-0\(month)-10", "F\(month)",
      .debit("411000", 120, of: "C\(month)"), .credit("707000", 100), .credit("445710", 20))
    books.entry("VT", "2", "2021-0\(month)-11", "G\(month)", .debit("411000", 50, of: "C9"), .credit("707000", 50))
  }
  let read = try readFEC(books)
  #expect(read.books.controls.entries == 6)
  #expect(read.books.customers.map(\.revenue.value) == [100, 100, 100, 150])
}

@Test func `opening balances are passed over, by label or by code`() throws {
  for (code, name) in [
    ("AN", "À nouveaux"), ("ZZ", "REPORT A NOUVEAU"), ("OUV", ""), ("RAN", "x"), ("A1", "Journal d'ouverture"),
    ("OUV", "Balance initiale"),
  ] {
    var books = FixtureBooks()
    books.entry(
      code, "1", "2021-01-01", "-", name: name, .debit("411000", 500, of: "C1"), .credit("101000", 500))
    books.entry("VT", "2", "2021-02-01", "F1", .debit("411000", 100, of: "C1"), .credit("707000", 100))
    let controls = try readFEC(books).books.controls
    #expect(controls.opening.lines == 2)
    #expect(controls.firstDay == Day(year: 2021, month: 2, day: 1))
  }
  // Sales in Annecy are sales.
  var books = FixtureBooks()
  books.entry(
    "AN", "1", "2021-02-01", "F1", name: "Ventes Annecy", .debit("411000", 100, of: "C1"), .credit("707000", 100))
  #expect(try readFEC(books).books.controls.attributed.amount == Cents(100))
}

@Test func `entries that close the year are passed over`() throws {
  var books = FixtureBooks.meunier
  let before = try readFEC(books).books
  books.entry(
    "OD", "99", "2021-12-31", "CLOT", .debit("707000", 50_000), .debit("706000", 9_000), .credit("120000", 59_000))
  let after = try readFEC(books).books
  #expect(after.sales == before.sales)
  #expect(after.controls.closing == FECControls.Sum(lines: 3, amount: Cents(-59_000)))
  #expect(after.notes.contains(.closing(lines: 3)))
}

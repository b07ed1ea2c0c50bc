import Foundation
import Ledger
import SourceFiles
import Testing
import Units

/// Every way of writing a FEC that was seen, one difference at a time, then many at once.
private let forms: [FixtureForm] =
  Delimiter.allCases.map { delimiter in
    FixtureForm("separator \(delimiter)") {
      $0.delimiter = delimiter
      if delimiter == .comma { $0.decimalMark = "." }
    }
  }
  + [TextEncoding.latin9, .latin1, .windows1252, .cp850].map { encoding in
    FixtureForm("encoding \(encoding)") { $0.encoding = encoding }
  }
  + ["\n", "\r\n", "\r\r\n", "\r"].map { end in
    FixtureForm("line end \(Array(end.utf8))") { $0.lineEnd = end }
  }
  + [
    FixtureForm("byte order mark") { $0.hasMark = true },
    FixtureForm("no final line end") { $0.endsWithLineEnd = false },
    FixtureForm("amount and D or C") { $0.amounts = .amountAndSide },
    FixtureForm("amount and +1 or -1") {
      $0.amounts = .amountAndSide
      $0.sides = ("+1", "-1")
    },
    FixtureForm("amount and 1 or -1") {
      $0.amounts = .amountAndSide
      $0.sides = ("1", "-1")
    },
    FixtureForm("day first") { $0.isDayFirst = true },
    FixtureForm("decimal point") { $0.decimalMark = "." },
    FixtureForm("padded amounts") { $0.isPadded = true },
    FixtureForm("reordered") { $0.columns = FixtureForm.official.reversed() },
    FixtureForm("22 columns") { $0.columns = FixtureForm.official + ["DateRglt", "ModeRglt", "NatOp", "IdClient"] },
    FixtureForm("columns of their own") { $0.columns = ["Etablissement"] + FixtureForm.official + ["Note"] },
    FixtureForm("capitals") { $0.header = { $0.uppercased() } },
    FixtureForm("small letters") { $0.header = { $0.lowercased() } },
    FixtureForm("underscores") {
      $0.header = { name in String(name.flatMap { $0.isUppercase ? ["_", $0] : [$0] }.dropFirst()) }
    },
    FixtureForm("accents and spaces") {
      $0.header = { $0.replacing("Ecriture", with: "Écriture ").replacing("Debit", with: "Débit") }
    },
    FixtureForm("whole words") {
      $0.header = { $0.replacing("Lib", with: "Libelle").replacing("Let", with: "Lettrage") }
    },
    FixtureForm("trailing separator") { $0.hasTrailingSeparator = true },
    FixtureForm("quotes") {
      $0.isQuoted = true
      $0.delimiter = .comma
    },
    FixtureForm("all at once") {
      $0.delimiter = .pipe
      $0.encoding = .cp850
      $0.lineEnd = "\r\r\n"
      $0.endsWithLineEnd = false
      $0.amounts = .amountAndSide
      $0.isDayFirst = true
      $0.isPadded = true
      $0.columns = ["Societe"] + FixtureForm.official.reversed()
      $0.header = { $0.uppercased() }
      $0.hasTrailingSeparator = true
    },
  ]

@Test(arguments: forms) func `a company's books are the same in every form`(form: FixtureForm) throws {
  let plain = try readFEC(FixtureBooks.meunier)
  let read = try readFEC(form.bytes(FixtureBooks.meunier.lines))
  #expect(read.faults.isEmpty)
  #expect(read.reading.delimiter == form.delimiter)
  #expect(read.reading.amountForm == form.amounts)
  #expect(read.reading.dateOrder == (form.isDayFirst ? .dayFirst : .yearFirst))
  #expect(read.books.sales == plain.books.sales)
  #expect(read.books.customers == plain.books.customers)
  #expect(read.books.settlements == plain.books.settlements)
  #expect(read.books.badDebts == plain.books.badDebts)
  #expect(read.books.purchases == plain.books.purchases)
  #expect(read.books.controls.revenue == plain.books.controls.revenue)
  #expect(read.books.controls.unattributed == plain.books.controls.unattributed)
  #expect(read.books.controls.lines == FixtureBooks.meunier.lines.count)
  #expect(read.books.controls.isBalanced)
}

@Test(arguments: [TextEncoding.latin9, .windows1252, .cp850])
func `a forced encoding is obeyed`(encoding: TextEncoding) throws {
  let bytes = FixtureForm { $0.encoding = encoding }.bytes(FixtureBooks.meunier.lines)
  let reading = try #require(try fecReading(of: FileSample(name: "x", head: bytes), encoding: encoding))
  #expect(reading.encoding == encoding)
  let books = try FECReader(reading: reading) { _ in }.books(of: MemoryBytes(bytes))
  #expect(books.customers.contains { $0.name == "Maison Lefèvre" })
}

@Test func `a table of sales is no FEC`() throws {
  for text in ["Date;Client;Montant\n01/02/2021;Dupont;5\n", "Debit;Credit;Montant;Sens\n1;2;3;D\n", "", "{}", "\u{0}"]
  {
    #expect(try fecReading(of: FileSample(name: "x.txt", head: Array(text.utf8))) == nil)
  }
}

@Test func `a FEC that lacks columns names them`() throws {
  func missing(_ columns: [String]) -> [FECColumn]? {
    let head = Array((columns.joined(separator: "\t") + "\n").utf8)
    do {
      _ = try fecReading(of: FileSample(name: "x.txt", head: head))
      return nil
    } catch {
      guard case .missingFECColumns(_, let columns, _) = error else { return nil }
      return columns
    }
  }
  let all = FixtureForm.official
  #expect(missing(all) == nil)
  #expect(missing(all.filter { $0 != "CompteNum" }) == [.compteNum])
  #expect(missing(all.filter { $0 != "EcritureDate" && $0 != "Credit" }) == [.ecritureDate, .credit])
  #expect(missing(all.filter { $0 != "EcritureNum" && $0 != "PieceRef" }) == [.ecritureNum])
  #expect(missing(all.map { $0 == "Debit" ? "Montant" : $0 }.filter { $0 != "Credit" }) == [.sens])
  #expect(missing(all.filter { $0 != "EcritureNum" && $0 != "CompAuxNum" && $0 != "JournalLib" }) == nil)
}

@Test func `the sentence of a missing column is clear in both languages`() {
  let error = SourceFileError.missingFECColumns(file: "a.txt", columns: [.compteNum], headers: ["JournalCode"])
  #expect(error.sentence(in: .fr).contains("la colonne CompteNum"))
  #expect(error.sentence(in: .en).contains("column CompteNum is missing"))
}

@Test func `a file's name says who and until when, or what is wrong with it`() {
  let good = FECFileName("732829320FEC20211231.txt")
  #expect(good.siren == "732829320")
  #expect(good.closingDay == Day(year: 2021, month: 12, day: 31))
  #expect(good.fault == nil)
  #expect(FECFileName("732829320fec20211231.txt.gz") == good)
  #expect(FECFileName("732829321FEC20211231.txt").fault == .wrongSIREN)
  #expect(FECFileName("732829321FEC20211231.txt").closingDay == Day(year: 2021, month: 12, day: 31))
  #expect(FECFileName("000000000FEC20211231.txt").fault == .wrongSIREN)
  #expect(FECFileName("732829320FEC20211301.txt").fault == .wrongDay)
  for name in [
    "export.txt", "", "FEC", "73282932FEC20211231.txt", "732829320FEC2021123.txt", "é32829320FEC20211231.txt",
  ] {
    #expect(FECFileName(name).fault == .otherForm)
  }
}

@Test func `a wrong name is a note, never a refusal`() throws {
  let bytes = FixtureForm().bytes(FixtureBooks.meunier.lines)
  #expect(try readFEC(bytes, name: "compta.txt").books.notes.contains(.fileName(.otherForm)))
  #expect(
    try readFEC(bytes, name: "732829320FEC20210630.txt").books.notes.contains {
      if case .afterClosing(let closing, let last) = $0 {
        closing.iso == "2021-06-30" && last.iso == "2021-12-31"
      } else {
        false
      }
    })
}

@Test func `a separator in a label is put back`() throws {
  var books = FixtureBooks()
  books.entry(
    "VT", "1", "2021-01-15", "F001", label: "Dupont | Fils | facture",
    .debit("411000", 120_000, of: "C001", "Dupont"), .credit("707000", 100_000), .credit("445710", 20_000))
  books.entry(
    "VT", "2", "2021-01-16", "F002",
    .debit("411000", 120_000, of: "C001", "Dupont | Fils"), .credit("707000", 100_000), .credit("445710", 20_000))
  var odd = books.lines
  odd[4].accountName = "Ventes | France"
  for form in [
    FixtureForm { $0.delimiter = .pipe },
    FixtureForm {
      $0.delimiter = .pipe; $0.hasTrailingSeparator = true
    },
  ] {
    let read = try readFEC(form.bytes(odd))
    #expect(read.faults.isEmpty)
    #expect(read.books.controls.mended == 5)
    #expect(read.books.notes.contains(.mended(lines: 5)))
    #expect(told(read.books.sales) == ["3 C001 100000 entry", "6 C001 100000 entry"])
    #expect(read.books.sales.first?.label == "Dupont | Fils | facture")
    #expect(read.books.sales.last?.accountLabel == "Ventes | France")
    #expect(read.books.customers.map(\.name) == ["Dupont | Fils"])
  }
}

@Test func `a line that could be put back in two ways is set aside`() throws {
  // The name "C1|Dupont" of a customer "France", or the account "Clients|France" of a customer "C1": who knows.
  let bytes =
    FixtureForm { $0.delimiter = .pipe }.bytes([])
    + Array("VT|Ventes|1|20210101|411000|Clients|France|C1|Dupont|F1|20210101|x|12,00|0,00|||20210101||\n".utf8)
  let read = try readFEC(bytes)
  #expect(read.faults.map(\.reason) == [.tooManyFields(found: 19, expected: 18)])
  #expect(read.books.controls.lines == 0)
}

@Test func `wrong values cost their line, with its place and reason`() throws {
  let good = "VT\tVentes\t1\t20210101\t707000\tVentes\t\t\tF1\t20210101\tx\t0,00\t12,00\t\t\t20210101\t\t"
  func changed(_ column: Int, _ value: String) -> String {
    var fields = good.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    fields[column] = value
    return fields.joined(separator: "\t")
  }
  let rows = [
    changed(3, "20210231"), changed(3, ""), changed(3, "18991231"), changed(4, " "), changed(11, "douze"),
    changed(12, "1,2,3"), changed(12, "99999999999999"), changed(11, "12 $"), "VT\tVentes", good + "\tx\ty",
  ]
  let bytes = FixtureForm().bytes([]) + Array((rows.joined(separator: "\n") + "\n").utf8)
  let read = try readFEC(bytes)
  #expect(
    read.faults.map(\.reason) == [
      .notADay("20210231"), .missing(.date), .notADay("18991231"), .noAccount, .notANumber("douze"),
      .notANumber("1,2,3"),
      .numberOutOfRange("99999999999999"), .notANumber("12 $"), .tooFewFields(found: 2, expected: 18),
      .tooManyFields(found: 20, expected: 18),
    ])
  #expect(read.faults.map(\.line) == Array(2...11))
  #expect(read.faults[0].column == "EcritureDate")
  #expect(read.faults[4].column == "Debit")
  #expect(read.faults[8].column == nil)
  #expect(read.faults[8].raw == "VT\tVentes")
  #expect(read.books.controls.rejected == 10)
  #expect(read.books.controls.lines == 0)
}

@Test func `an amount needs its side, and either side may be empty or both filled`() throws {
  func rows(_ form: FECAmountForm, _ pairs: [(String, String)]) throws -> ReadFEC {
    let shape = FixtureForm { $0.amounts = form }
    let text = pairs.map { "VT\tV\t1\t20210101\t707000\tV\t\t\tF1\t20210101\tx\t\($0.0)\t\($0.1)\t\t\t20210101\t\t\n" }
    return try readFEC(shape.bytes([]) + Array(text.joined().utf8))
  }
  let debitCredit = try rows(.debitCredit, [("", "5,00"), ("1,00", ""), ("2,00", "5,00"), ("-3,00", "0,00"), ("", "")])
  #expect(debitCredit.books.sales.map(\.amount.value) == [500, -100, 300, 300])
  #expect(debitCredit.books.controls.twoSided == 1)
  #expect(debitCredit.faults.map(\.reason) == [.missing(.amount)])
  let sides = try rows(
    .amountAndSide, [("5", "C"), ("5", "c"), ("5", "D"), ("5", "+1"), ("5", "-1"), ("5", "X"), ("5", "")])
  #expect(sides.books.sales.map(\.amount.value) == [500, 500, -500, -500, 500])
  #expect(sides.faults.map(\.reason) == [.unknownKind("X"), .missing(.kind)])
  #expect(sides.faults.map(\.column) == ["Sens", "Sens"])
}

@Test func `a date that no sale depends on is left out rather than the line`() throws {
  var lines = FixtureBooks.meunier.lines
  for place in lines.indices { lines[place].letterDay = "" }
  let text = String(decoding: FixtureForm().bytes(lines), as: UTF8.self).replacing("\t20210114\t", with: "\t20219999\t")
  let read = try readFEC(Array(text.utf8))
  #expect(read.faults.isEmpty)
  #expect(read.books.controls.oddDates == 4)
  #expect(read.books.sales.first?.pieceDay == nil)
}

@Test func `labels may begin with a quote where nothing is wrapped in quotes`() throws {
  var books = FixtureBooks()
  books.entry(
    "VT", "1", "2021-01-15", "F001", label: "\"Le Bistrot\" facture",
    .debit("411000", 120_000, of: "C001", "\"Le Bistrot"), .credit("707000", 100_000), .credit("445710", 20_000))
  let read = try readFEC(books)
  #expect(read.reading.quote == .none)
  #expect(read.faults.isEmpty)
  #expect(read.books.sales.first?.label == "\"Le Bistrot\" facture")
}

@Test func `a reading survives its storage`() throws {
  let reading = try readFEC(FixtureBooks.meunier).reading
  #expect(try JSONDecoder().decode(FECReading.self, from: JSONEncoder().encode(reading)) == reading)
  #expect(reading.index(of: .compteNum) == 4)
  #expect(reading.index(of: .montant) == nil)
  #expect(reading.header(of: .ecritureNum) == "EcritureNum")
  #expect(reading.name.siren == "732829320")
}

@Test func `a compressed file's bytes are read the same way once they are decompressed`() {
  func reading(isGzip: Bool) -> FECReading {
    FECReading(
      file: "a.gz", isGzip: isGzip, headers: ["Debit", "Credit"], places: [.init(.debit, 0), .init(.credit, 1)],
      hasTrailingSeparator: true)
  }
  #expect(reading(isGzip: true).ofPlainBytes == reading(isGzip: false))
}

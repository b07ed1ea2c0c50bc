import Ledger
import SourceFiles
import Testing
import Units

/// One line of fictitious books.
struct FixtureLine {
  var journal = ""
  var journalName = ""
  var number = ""
  var day = ""
  var account: String
  var accountName = ""
  var customer = ""
  var customerName = ""
  var piece: String?
  var pieceDay = ""
  var label = ""
  var debit: Int64 = 0
  var credit: Int64 = 0
  var letter = ""
  var letterDay = ""
  /// `IdClient` of cash accounting.
  var client = ""

  /// A debit in cents.
  static func debit(
    _ account: String, _ cents: Int64, of customer: String = "", _ name: String = "", piece: String? = nil,
    letter: String = "", on letterDay: String = "", client: String = ""
  ) -> FixtureLine {
    FixtureLine(
      account: account, accountName: names[String(account.prefix(3))] ?? "Compte \(account)", customer: customer,
      customerName: name, piece: piece, debit: cents, letter: letter, letterDay: letterDay, client: client)
  }

  /// A credit in cents.
  static func credit(
    _ account: String, _ cents: Int64, of customer: String = "", _ name: String = "", piece: String? = nil,
    letter: String = "", on letterDay: String = "", client: String = ""
  ) -> FixtureLine {
    var line = debit(account, 0, of: customer, name, piece: piece, letter: letter, on: letterDay, client: client)
    line.credit = cents
    return line
  }

  private static let names = [
    "411": "Clients", "707": "Ventes de marchandises", "706": "Prestations réalisées", "445": "TVA collectée",
    "512": "Banque", "530": "Caisse", "607": "Achats de marchandises", "709": "Rabais accordés",
  ]
}

/// Fictitious books, written entry by entry.
struct FixtureBooks {
  var lines: [FixtureLine] = []

  /// Adds an entry: journal, number, day, piece, then its lines.
  mutating func entry(
    _ journal: String, _ number: String, _ day: String, _ piece: String, label: String = "", name: String? = nil,
    pieceDay: String? = nil, _ parts: FixtureLine...
  ) {
    let names = ["VT": "Ventes", "BQ": "Banque", "OD": "Opérations diverses", "AN": "À nouveaux", "CA": "Caisse"]
    for part in parts {
      var line = part
      line.journal = journal
      line.journalName = name ?? names[journal] ?? journal
      line.number = number
      line.day = day
      line.piece = part.piece ?? piece
      line.pieceDay = pieceDay ?? day
      line.label = label.isEmpty ? "Écriture \(number)" : label
      lines.append(line)
    }
  }
}

/// A way of writing a FEC.
struct FixtureForm: CustomTestStringConvertible, Sendable {
  var delimiter = Delimiter.tab
  var encoding = TextEncoding.utf8
  var hasMark = false
  var lineEnd = "\r\n"
  var endsWithLineEnd = true
  var amounts = FECAmountForm.debitCredit
  /// `D` and `C`, or `+1` and `-1`.
  var sides = ("D", "C")
  var isDayFirst = false
  var decimalMark = ","
  /// An amount as Odoo pads it.
  var isPadded = false
  var columns = FixtureForm.official
  var header: @Sendable (String) -> String = { $0 }
  var hasTrailingSeparator = false
  var isQuoted = false
  var name = "plain"

  static let official = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise",
  ]

  init(_ name: String = "plain", _ change: (inout FixtureForm) -> Void = { _ in }) {
    self.name = name
    change(&self)
  }

  var testDescription: String { name }

  /// The bytes of a file.
  func bytes(_ lines: [FixtureLine]) -> [UInt8] {
    let names = columns.flatMap { column in
      amounts == .debitCredit ? [column] : column == "Debit" ? ["Montant"] : column == "Credit" ? ["Sens"] : [column]
    }
    var rows = [names.map(header)]
    for line in lines { rows.append(names.map { field($0, line) }) }
    let text = rows.map { row in
      row.map { isQuoted ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }.joined(separator: delimiter.rawValue)
        + (hasTrailingSeparator ? delimiter.rawValue : "")
    }.joined(separator: lineEnd)
    return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + encoded(text + (endsWithLineEnd ? lineEnd : ""))
  }

  private func field(_ name: String, _ line: FixtureLine) -> String {
    switch name {
    case "JournalCode": line.journal
    case "JournalLib": line.journalName
    case "EcritureNum": line.number
    case "EcritureDate": date(line.day)
    case "CompteNum": line.account
    case "CompteLib": line.accountName
    case "CompAuxNum": line.customer
    case "CompAuxLib": line.customerName
    case "PieceRef": line.piece ?? ""
    case "PieceDate": date(line.pieceDay)
    case "EcritureLib": line.label
    case "Debit": number(line.debit)
    case "Credit": number(line.credit)
    case "Montant": number(line.debit != 0 ? line.debit : line.credit)
    case "Sens": line.debit != 0 ? sides.0 : sides.1
    case "EcritureLet": line.letter
    case "DateLet": date(line.letterDay)
    case "ValidDate": date(line.day)
    case "IdClient": line.client
    default: ""
    }
  }

  private func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-")
    guard parts.count == 3 else { return "" }
    return isDayFirst ? "\(parts[2])/\(parts[1])/\(parts[0])" : parts.joined()
  }

  private func number(_ cents: Int64) -> String {
    let digits = String(cents.magnitude / 100)
    let padding = isPadded ? " " + String(repeating: "0", count: 15 - digits.count) : ""
    return padding + (cents < 0 ? "-" : "") + digits + decimalMark + padded(Int(cents.magnitude % 100), 2)
  }

  private func encoded(_ text: String) -> [UInt8] {
    if encoding == .utf8 { return Array(text.utf8) }
    let latin: [Character: UInt8] = [
      "é": 0xE9, "è": 0xE8, "ê": 0xEA, "à": 0xE0, "ç": 0xE7, "ô": 0xF4, "ë": 0xEB, "É": 0xC9, "À": 0xC0,
    ]
    let dos: [Character: UInt8] = [
      "é": 0x82, "è": 0x8A, "ê": 0x88, "à": 0x85, "ç": 0x87, "ô": 0x93, "ë": 0x89, "É": 0x90, "À": 0xB7,
    ]
    return text.flatMap { character -> [UInt8] in
      if let byte = (encoding == .cp850 ? dos : latin)[character] { return [byte] }
      return character.utf8.allSatisfy { $0 < 0x80 } ? Array(character.utf8) : [0x3F]
    }
  }
}

/// What reading a file gives.
struct ReadFEC {
  let reading: FECReading
  let books: FECBooks
  let faults: [RowFault]
}

/// Recognises and reads a file.
func readFEC(_ bytes: [UInt8], name: String = "732829320FEC20211231.txt") throws -> ReadFEC {
  let reading = try #require(try fecReading(of: FileSample(name: name, head: bytes)))
  var faults: [RowFault] = []
  let books = try FECReader(reading: reading) { faults.append($0) }.books(of: MemoryBytes(bytes))
  return ReadFEC(reading: reading, books: books, faults: faults)
}

/// Reads books written in the plain form.
func readFEC(_ books: FixtureBooks) throws -> ReadFEC { try readFEC(FixtureForm().bytes(books.lines)) }

/// A sale in few words: line, customer, amount and nature.
func told(_ sales: [FECSale]) -> [String] {
  sales.map { sale in
    let nature =
      switch sale.nature {
      case .sale(let tie): tie.rawValue
      case .accrual: "accrual"
      case .unattributed(let reason): reason.rawValue
      }
    return "\(sale.line) \(sale.customer?.text ?? "–") \(sale.amount.value) \(nature)"
  }
}

extension FixtureBooks {
  /// One year of a fictitious company, with every nature of sale a FEC may hold.
  static let meunier: FixtureBooks = {
    var books = FixtureBooks()
    books.entry(
      "AN", "1", "2021-01-01", "AN2020", label: "Reprise des soldes",
      .debit("512000", 500_000), .debit("411000", 36_000, of: "C001", "Dupont SARL", letter: "AA", on: "2021-02-10"),
      .credit("101000", 536_000))
    books.entry(
      "VT", "2", "2021-01-15", "F001", pieceDay: "2021-01-14",
      .debit("411000", 120_000, of: "C001", "Dupont SARL", letter: "AB", on: "2021-03-01"),
      .credit("707000", 60_000), .credit("706000", 40_000), .credit("445710", 20_000))
    books.entry(
      "VT", "3", "2021-02-02", "F002",
      .debit("411000", 60_000, of: "C002", "Maison Lefèvre", letter: "AA", on: "2021-03-20"), .credit("707000", 51_000),
      .debit("709000", 1_000), .credit("445710", 10_000))
    books.entry(
      "BQ", "4", "2021-02-10", "V1",
      .debit("512000", 36_000), .credit("411000", 36_000, of: "C001", "Dupont SARL", letter: "AA", on: "2021-02-10"))
    books.entry(
      "VT", "5", "2021-02-12", "A001", label: "Avoir sur F002",
      .credit("411000", 12_000, of: "C002", "Maison Lefèvre", letter: "AA", on: "2021-03-20"), .debit("707000", 10_000),
      .debit("445710", 2_000))
    books.entry(
      "BQ", "6", "2021-03-01", "V2",
      .debit("512000", 120_000), .credit("411000", 120_000, of: "C001", "Dupont SARL", letter: "AB", on: "2021-03-01"))
    books.entry(
      "BQ", "7", "2021-03-19", "V3",
      .debit("512000", 48_000), .credit("411000", 48_000, of: "C002", "Maison Lefèvre", letter: "AA", on: "2021-03-20"))
    // Takings of a day, and takings with a customer on account.
    books.entry(
      "CA", "8", "2021-03-31", "Z331", .debit("530000", 24_000), .credit("707000", 20_000), .credit("445710", 4_000))
    books.entry(
      "CA", "9", "2021-04-01", "Z401",
      .debit("530000", 12_000), .debit("411000", 6_000, of: "C003", "Garage Noël"), .credit("707000", 15_000),
      .credit("445710", 3_000))
    // A day of invoices in one entry, then one that nothing can share.
    books.entry(
      "VT", "10", "2021-05-05", "",
      .debit("411000", 24_000, of: "C001", "Dupont SARL", piece: "F010"), .credit("707000", 20_000, piece: "F010"),
      .credit("445710", 4_000, piece: "F010"), .debit("411000", 36_000, of: "C003", "Garage Noël", piece: "F011"),
      .credit("706000", 30_000, piece: "F011"), .credit("445710", 6_000, piece: "F011"))
    books.entry(
      "VT", "11", "2021-06-06", "J606",
      .debit("411000", 10_000, of: "C001", "Dupont SARL"), .debit("411000", 13_110, of: "C002", "Maison Lefèvre"),
      .credit("707000", 20_000), .credit("445710", 3_000), .credit("445711", 110))
    // The customer's own account, without auxiliary.
    books.entry(
      "VT", "12", "2021-07-07", "F012", .debit("411MARTIN", 1_200), .credit("708500", 1_000), .credit("445710", 200))
    // Doubtful, then lost.
    books.entry(
      "OD", "13", "2021-09-30", "OD13",
      .debit("416000", 36_000, of: "C003", "Garage Noël"), .credit("411000", 36_000, of: "C003", "Garage Noël"))
    books.entry(
      "OD", "14", "2021-12-15", "OD14",
      .debit("654000", 30_000), .debit("445710", 6_000), .credit("416000", 36_000, of: "C003", "Garage Noël"))
    books.entry(
      "VT", "15", "2021-11-11", "GR11", .debit("451000", 5_000), .credit("706000", 5_000))
    books.entry("OD", "16", "2021-12-31", "OD16", .debit("707000", 700), .credit("706000", 700))
    // Year's end: to be invoiced, deferred.
    books.entry(
      "OD", "17", "2021-12-31", "FAE", .debit("418100", 12_000), .credit("706000", 10_000), .credit("445870", 2_000))
    books.entry("OD", "18", "2021-12-31", "PCA", .debit("706000", 3_000), .credit("487000", 3_000))
    books.entry(
      "OD", "19", "2021-12-31", "AV", .debit("709000", 500), .debit("445870", 100), .credit("419800", 600))
    books.entry(
      "AC", "20", "2021-03-03", "B1", .debit("607000", 45_000), .debit("445660", 9_000), .credit("401000", 54_000))
    books.entry(
      "AC", "21", "2021-03-23", "B2", .debit("607000", 15_000), .debit("445660", 3_000), .credit("401000", 18_000))
    return books
  }()
}

import Ledger
import SourceFiles
import Testing
import Units

@Test func `a mended rejects file completes its import`() throws {
  let text = "Date;Client;Produit;Montant HT\n31/02/2024;A;\"x;\"\"y\"\"\nz\";5\n13/01/2024;B;p;6\n14/01/2024;C;p\n"
  let table = try sniffed(text)
  let first = try cleaned(MemoryBytes(text), table.reading, file: "ventes.csv")
  #expect(first.faults.map(\.line) == [2, 5])
  var bytes: [UInt8] = []
  let writer = RejectsWriter(language: .fr) { bytes += $0 }
  for fault in first.faults { try writer.write(fault) }
  try writer.finish()
  let rejects = String(decoding: bytes, as: UTF8.self)
  #expect(
    rejects.hasPrefix(
      "\u{FEFF}file,line,column,reason,raw\n\"ventes.csv\",2,\"Date\",\"notADay: « 31/02/2024 » n’est pas"))

  let mended = Array(
    rejects.replacing("31/02/2024;A", with: "28/02/2024;A").replacing("14/01/2024;C;p", with: "14/01/2024;C;p;7").utf8)
  let sample = FileSample(name: "rejects.csv", head: mended)
  #expect(RejectsFile.isRejectsFile(sample))
  var again = Cleaned()
  let cleaner = RowCleaner(
    reading: table.reading, file: "ventes.csv", currency: "EUR", rates: [:], rows: { _ in },
    faults: { again.faults.append($0) })
  var lines: [Int] = []
  try RejectsFile.read(
    MemoryBytes(mended), sample: sample,
    rows: { row in
      lines.append(row.line)
      #expect(row.file == "ventes.csv")
      try cleaner.push(line: row.line, raw: row.raw)
    }, faults: { again.faults.append($0) })
  let summary = try cleaner.finish()
  #expect(lines == [2, 5])
  #expect(summary.accepted == 2)
  #expect(summary.amount == Cents(1200))
  #expect(again.faults.isEmpty)
}

@Test func `a rejects file that a spreadsheet saved is known, another table is not`() {
  #expect(RejectsFile.isRejectsFile(FileSample(name: "r", head: Array("file;line;column;reason;raw\na;2;;x;y\n".utf8))))
  #expect(!RejectsFile.isRejectsFile(FileSample(name: "r", head: Array("Date;Client;Net\n".utf8))))
}

@Test func `a rejects row whose line is lost is a fault`() throws {
  let bytes = Array("file,line,column,reason,raw\na.csv,x,,r,raw\na.csv,3,,r\n".utf8)
  var faults: [RowFault] = []
  try RejectsFile.read(
    MemoryBytes(bytes), sample: FileSample(name: "r.csv", head: bytes), rows: { _ in }, faults: { faults.append($0) })
  #expect(faults.map(\.reason) == [.notANumber("x"), .tooFewFields(found: 4, expected: 5)])
  #expect(faults.map(\.line) == [2, 3])
}

@Test func `every reason has a code and a sentence in both languages`() {
  let reasons: [RowFault.Reason] = [
    .tooManyFields(found: 3, expected: 2), .tooFewFields(found: 1, expected: 2), .unclosedQuote,
    .recordTooLong(limit: 1 << 20), .invalidText, .nulByte, .missing(.date), .notADay("x"), .dayOutOfRange("x"),
    .notANumber("x"), .numberOutOfRange("x"), .notAFlag("x"), .unknownKind("x"), .noAmount, .noRate(currency: "X"),
    .notAnObject, .noAccount,
  ]
  #expect(Set(reasons.map(\.code)).count == reasons.count)
  #expect(Set(reasons.map { $0.sentence(in: .fr) }).count == reasons.count)
  #expect(Set(reasons.map { $0.sentence(in: .en) }).isDisjoint(with: reasons.map { $0.sentence(in: .fr) }))
}

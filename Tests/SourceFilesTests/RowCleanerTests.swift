import Ledger
import SourceFiles
import Testing
import Units

private let header =
  "invoice,date,customer,customerName,product,productName,range,quantity,unit,unitPrice,amount,cost,unitCost,discount,"
  + "salesperson,currency,precedingInvoice,nature"

@Test func `a French invoice list becomes canonical rows`() throws {
  // The worked example of docs/methods/reading-tables.md.
  let text = """
    Export des ventes;;;;;
    N° facture;Date facture;Code client;Désignation;Qté;PU HT
    F001;13/01/2024;C1;Tube 5" long;3;1 234,56 €
    F001;13/01/2024;C1;Remise;1;-10,00
    F002;14/01/2024;;Vis;12;0,105
    F003;31/02/2024;C2;Clou;1;5,00
    F004;15/01/2024;C2;Clou;1;
    Total;;;;;1 250,00

    """
  let table = try sniffed(text)
  #expect(table.reading.delimiter == .semicolon)
  #expect(table.reading.headerLine == 2)
  #expect(table.reading.decimalMark == .comma)
  #expect(table.reading.dateOrder == .dayFirst)
  let result = try cleaned(text)
  #expect(result.header == header)
  #expect(
    result.lines == [
      "\"F001\",2024-01-13,\"C1\",,\"Tube 5\"\" long\",\"Tube 5\"\" long\",,3000000,,1234560000,370368,,,,,,,",
      "\"F001\",2024-01-13,\"C1\",,\"Remise\",\"Remise\",,1000000,,-10000000,-1000,,,,,,,",
      "\"F002\",2024-01-14,,,\"Vis\",\"Vis\",,12000000,,105000,126,,,,,,,",
    ])
  #expect(result.faults.map(\.line) == [6, 7, 8])
  #expect(result.faults.map(\.reason) == [.notADay("31/02/2024"), .noAmount, .missing(.date)])
  #expect(result.faults[0].column == "Date facture")
  #expect(result.faults[0].raw == "F003;31/02/2024;C2;Clou;1;5,00")
  #expect(result.summary.rows == 6)
  #expect(result.summary.amount == Cents(369_494))
  #expect(result.summary.unattributedAmount == Cents(126))
  #expect(result.summary.unattributedLines == 1)
  #expect(result.summary.lastDay == Day(year: 2024, month: 1, day: 14))
}

private let line: [Field] = [
  .invoice, .date, .customer, .product, .quantity, .unitPrice, .amount, .unitCost, .discount, .currency,
]

/// The amount and cost of one sale line, or its fault.
private func sale(_ row: String, fields: [Field] = line) throws -> String {
  let reading = TableReading.plain(.sales, fields)
  let result = try cleaned(MemoryBytes("h\n" + row + "\n"), reading)
  if let fault = result.faults.first { return "! \(fault.reason.code)" }
  let values = try #require(result.lines.first).split(separator: ",", omittingEmptySubsequences: false)
  return "\(values[10]) \(values[11])"
}

@Test(arguments: [
  ("F,2024-01-01,C,P,3,2.50,,,,", "750 "),
  ("F,2024-01-01,C,P,3,2.50,9.99,,,", "999 "),
  ("F,2024-01-01,C,P,1,0.005,,,,", "1 "),
  ("F,2024-01-01,C,P,-1,0.005,,,,", "-1 "),
  ("F,2024-01-01,C,P,2,10,,4,0.1,", "1800 800"),
  ("F,2024-01-01,C,P,-2,10,,4,,", "-2000 -800"),
  ("F,2024-01-01,C,P,2,10,,,15 %,", "1700 "),
  ("F,2024-01-01,C,P,0,10,,,,", "0 "),
  ("F,2024-01-01,C,P,5,0,,,,", "0 "),
  ("F,2024-01-01,C,P,,,7,,,", "700 "),
  ("F,2024-01-01,C,P,2,10,,,,USD", "1800 "),
  ("F,2024-01-01,C,P,2,$10,,,,", "1800 "),
  ("F,2024-01-01,C,P,2,10,,,,€", "2000 "),
  ("F,2024-01-01,C,P,2,10,,,,JPY", "! noRate"),
  ("F,2024-01-01,C,P,2,$10,,,,EUR", "! notANumber"),
  ("F,2024-01-01,C,P,2,,,,,", "! noAmount"),
  ("F,2024-01-01,C,P,,10,,,,", "! missing.quantity"),
  ("F,,C,P,2,10,,,,", "! missing.date"),
  ("F,2024-01-01,C,P,2,10,,,1.5,", "! numberOutOfRange"),
  ("F,2024-01-01,C,P,2,10,100000000000,,,", "! numberOutOfRange"),
  ("F,2024-01-01,C,P,999999999999,99999999999,,,,", "! numberOutOfRange"),
  ("F,2024-01-01,C,P,12%,10,,,,", "! notANumber"),
]) func `the amount and the cost of a line`(row: String, expected: String) throws {
  #expect(try sale(row) == expected)
}

@Test func `without prices a line waits for the product file, without dates for the headers`() throws {
  let reading = TableReading.plain(.sales, [.invoice, .product, .quantity])
  let result = try cleaned(MemoryBytes("h\nF1,P,2\nF1,P,\n,P,3\n"), reading)
  #expect(result.summary.linesWaitingForPrice == 1)
  #expect(result.summary.linesWaitingForInvoice == 1)
  #expect(result.faults.map(\.reason) == [.noAmount, .missing(.invoice)])
}

@Test func `ragged lines are set aside, a separator too many at the end is not`() throws {
  let reading = TableReading.plain(.sales, [.invoice, .date, .amount])
  let result = try cleaned(
    MemoryBytes("h\nA,2024-01-01,5,\nB,2024-01-01\nC,2024-01-01,5,x\nD,2024-01-01,5,,\n,,\n"), reading)
  #expect(result.summary.accepted == 1)
  #expect(result.summary.blank == 1)
  #expect(
    result.faults.map(\.reason) == [
      .tooFewFields(found: 2, expected: 3), .tooManyFields(found: 4, expected: 3),
      .tooManyFields(found: 5, expected: 3),
    ])
}

@Test func `two identical lines are both kept`() throws {
  let reading = TableReading.plain(.sales, [.invoice, .date, .amount])
  let result = try cleaned(MemoryBytes("h\nA,2024-01-01,5\nA,2024-01-01,5\n"), reading)
  #expect(result.summary.accepted == 2)
  #expect(result.summary.amount == Cents(1000))
}

@Test func `words of nothing are null, and white space of every sort falls`() throws {
  let reading = TableReading.plain(.customers, [.customer, .name, .email])
  let result = try cleaned(MemoryBytes("h\n\u{A0} C1\u{202F},NULL,#N/A\n  ,x,y\n"), reading)
  #expect(result.lines == ["\"C1\"" + String(repeating: ",", count: SourceKind.customers.fields.count - 1)])
  #expect(result.faults.map(\.reason) == [.missing(.customer)])
}

@Test func `services speak French and English`() throws {
  let reading = TableReading.plain(.services, [.customer, .date, .kind, .minutes])
  let result = try cleaned(
    MemoryBytes("h\nC,2024-01-01,Visite,1h30\nC,2024-01-01,SAV,45\nC,2024-01-01,Réclamation,\nC,2024-01-01,sieste,5\n"),
    reading)
  #expect(
    result.lines == [
      "\"C\",2024-01-01,\"visit\",90,,,,,", "\"C\",2024-01-01,\"support\",45,,,,,",
      "\"C\",2024-01-01,\"complaint\",,,,,,",
    ])
  #expect(result.faults.map(\.reason) == [.unknownKind("sieste")])
}

@Test func `flags, contracts and money of other kinds`() throws {
  let flags = try cleaned(
    MemoryBytes("h\nA,oui\nB,FAUX\nC,peut-être\nD,\n"), .plain(.customers, [.customer, .optOut]))
  #expect(
    flags.lines.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[25]) } == ["true", "false", ""])
  #expect(flags.faults.map(\.reason) == [.notAFlag("peut-être")])
  let contracts = try cleaned(
    MemoryBytes("h\nA,Appel d'offres,1 000 $\n"), .plain(.contracts, [.customer, .kind, .value]))
  #expect(contracts.lines == ["\"A\",\"tender\",,,,90000,"])
}

@Test func `names are composed and fall back`() throws {
  let reading = TableReading(
    kind: .customers, headers: ["id", "company", "first", "last"],
    columns: [MappedColumn(.customer, 0), MappedColumn(.name, sources: [[1], [2, 3]])])
  let result = try cleaned(MemoryBytes("h\n1,Acme,Ann,Lee\n2,,Ann,Lee\n3,,,Lee\n4,,,\n"), reading)
  #expect(
    result.lines.map { String($0.prefix(12)) } == [
      "\"1\",\"Acme\",,", "\"2\",\"Ann Lee", "\"3\",\"Lee\",,,", "\"4\",,,,,,,,,",
    ])
}

@Test func `a guess at the order of dates is not held against a value that contradicts it`() throws {
  let text = "invoice,date,customer,amount\n" + String(repeating: "A,01/02/2024,C,5\n", count: 3)
  let reading = try sniffed(text).reading
  #expect(reading.dateOrderIsGuess)
  #expect(
    throws: SourceFileError.dateOrderContradicted(
      file: "test.csv", line: 5, value: "01/13/2024", read: .dayFirst, other: .monthFirst)
  ) { try cleaned(MemoryBytes(text + "B,01/13/2024,C,5\n"), reading) }
  let again = try cleaned(MemoryBytes(text + "B,01/13/2024,C,5\n"), reading.withDateOrder(.monthFirst))
  #expect(again.summary.accepted == 4)
}

@Test func `rows of an engine mean the same`() throws {
  let reading = TableReading.plain(.sales, [.invoice, .date, .amount], dateOrder: .dayFirst, format: .xlsx)
  var faults: [RowFault] = []
  var bytes: [UInt8] = []
  let cleaner = RowCleaner(
    reading: reading, file: "a.xlsx", currency: "EUR", rates: [:], rows: { bytes += $0 }, faults: { faults.append($0) })
  for (place, row) in [["A", "44197", "12.5"], ["B", "x,y", "1"], [nil, nil, nil]].enumerated() {
    let texts = row.map { $0.map { Array($0.utf8) } }
    let slices = texts.map { text in
      text.map { text in
        let start = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
        start.initialize(from: text, count: text.count)
        return FieldSlice(start: start, count: text.count)
      } ?? FieldSlice(start: nil, count: 0)
    }
    try slices.withUnsafeBufferPointer { try cleaner.push(line: place + 2, fields: $0) }
    for slice in slices { slice.start?.deallocate() }
  }
  let summary = try cleaner.finish()
  #expect(summary.accepted == 1)
  #expect(summary.blank == 1)
  #expect(String(decoding: bytes, as: UTF8.self).contains("\"A\",2021-01-01,"))
  #expect(faults.map(\.raw) == ["B,\"x,y\",1"])
}

@Test func `random bytes never crash and every row is accepted or rejected`() throws {
  var random = SplitMix64(seed: 21)
  let alphabet = Array("A1,.;\"\n\r\t-/ €é0259%".utf8) + [0x00, 0xFF, 0xC3]
  for round in 0..<300 {
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      round % 3 == 0
        ? UInt8.random(in: 0...255, using: &random) : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    }
    let kind = SourceKind.allCases[round % SourceKind.allCases.count]
    let encoding = TextEncoding.allCases[round % TextEncoding.allCases.count]
    let reading = TableReading.plain(kind, Array(kind.fields.prefix(6)), dateOrder: .dayFirst, encoding: encoding)
    let result = try cleaned(MemoryBytes(bytes), reading)
    #expect(result.summary.rows == result.summary.accepted + result.summary.rejected)
    #expect(result.faults.count == result.summary.rejected)
    #expect(result.summary.faults.reduce(0) { $0 + $1.count } == result.summary.rejected)
    let sample = FileSample(name: "x.csv", head: bytes)
    do throws(SourceFileError) {
      _ = try tableFormat(of: sample)
      _ = try sniffedTable(sample)
    } catch { #expect(!error.sentence(in: .fr).isEmpty) }
  }
}

@Test func `canonical rows are read back to themselves`() throws {
  let text = "invoice,date,customer,product,quantity,unitPrice\nF,2024-01-01,\"C,\"\"1\"\"\",\"P\n2\",-1.5,2.25\n"
  let first = try cleaned(text)
  let fields = SourceKind.sales.fields
  let reader = RecordReader(MemoryBytes(first.text), delimiter: .comma)
  #expect(try reader.next() == .record)
  #expect(reader.texts == fields.map(\.rawValue))
  #expect(try reader.next() == .record)
  #expect(reader.texts[2] == "C,\"1\"")
  #expect(reader.texts[4] == "P\n2")
  #expect(reader.texts[10] == "-338")
}

import Ledger
import SourceFiles
import Testing
import Units

/// Balanced entries of every sort, from a seed.
private func randomBooks(_ random: inout SplitMix64, entries: Int) -> FixtureBooks {
  var books = FixtureBooks()
  func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }
  for number in 1...entries {
    var parts: [FixtureLine] = []
    var sum: Int64 = 0
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let amount = Int64.random(in: -20_000...200_000, using: &random)
      let account = pick([
        "707000", "706000", "709000", "445710", "411000", "411LOUIS", "419100", "4181", "487000", "512000", "607000",
        "654000", "416000", "120000", "451000",
      ])
      let customer = account.hasPrefix("41") && account != "411LOUIS" ? pick(["C1", "C2", "C3", ""]) : ""
      parts.append(
        .credit(
          account, amount, of: customer, customer, piece: pick(["", "F1", "F2", "-"]), letter: pick(["", "A", "B"])))
      sum += amount
    }
    parts.append(.debit(pick(["411000", "530000", "411000"]), sum, of: pick(["C1", "C4"]), letter: pick(["", "A"])))
    if Int.random(in: 0..<12, using: &random) == 0 { parts.removeLast() }
    let day = Day(number: 18_628 + Int32.random(in: 0..<365, using: &random))
    for part in parts {
      var line = part
      (line.journal, line.journalName) = pick([("VT", "Ventes"), ("VT", "Ventes"), ("OD", "Divers")])
      (line.number, line.day, line.pieceDay) = ("\(number)", day.iso, day.iso)
      line.label = "Écriture \(number)"
      books.lines.append(line)
    }
  }
  return books
}

private func reconcile(_ books: FECBooks) {
  let controls = books.controls
  let total = controls.unattributedTotal
  #expect(controls.revenue.amount == controls.attributed.amount + controls.accrued.amount + total.amount)
  #expect(controls.revenue.lines == controls.attributed.lines + controls.accrued.lines + total.lines)
  #expect(controls.revenue.lines == books.sales.count)
  #expect(controls.revenue.amount == books.sales.map(\.amount).sum)
  #expect(controls.attributed.amount == books.customers.map(\.revenue).sum)
  #expect(controls.attributed.amount == controls.ties.values.map(\.amount).sum)
  for sale in books.sales {
    switch sale.nature {
    case .sale: #expect(sale.customer != nil)
    case .unattributed: #expect(sale.customer == nil && sale.customerName == nil)
    case .accrual: break
    }
  }
  #expect(books.settlements.allSatisfy { $0.amount > .zero })
}

@Test(arguments: 1...60) func `revenue is customers', accrued or nobody's, to the cent`(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let fixture = randomBooks(&random, entries: 40)
  let read = try readFEC(fixture)
  #expect(read.faults.isEmpty)
  reconcile(read.books)
  // What the file's lines say, counted apart.
  let all = fixture.lines.filter { $0.account.hasPrefix("70") }.reduce(Int64(0)) { $0 + $1.credit - $1.debit }
  let controls = read.books.controls
  #expect(controls.revenue.amount + controls.opening.amount + controls.closing.amount == Cents(all))
  #expect(controls.debit == Cents(fixture.lines.reduce(0) { $0 + $1.debit }))
  #expect(controls.lines == fixture.lines.count)
}

@Test(arguments: 1...20) func `the way a file is written changes nothing`(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let fixture = randomBooks(&random, entries: 30)
  let plain = try readFEC(fixture).books
  let columns = FixtureForm.official.shuffled(using: &random)
  let form = FixtureForm { form in
    form.columns = columns
    form.delimiter = [Delimiter.tab, .pipe, .semicolon][Int(seed % 3)]
    form.encoding = [TextEncoding.utf8, .latin9, .windows1252, .cp850][Int(seed % 4)]
    form.lineEnd = ["\n", "\r\n", "\r\r\n"][Int(seed % 3)]
    form.isPadded = seed % 2 == 0 && !fixture.lines.contains { $0.debit < 0 || $0.credit < 0 }
    form.isDayFirst = seed % 5 == 0
    form.endsWithLineEnd = seed % 2 == 0
  }
  let other = try readFEC(form.bytes(fixture.lines)).books
  #expect(other.sales == plain.sales)
  #expect(other.settlements == plain.settlements)
  #expect(other.badDebts == plain.badDebts)
  #expect(other.customers == plain.customers)
}

@Test func `the order of entries changes no customer's revenue`() throws {
  var random = SplitMix64(seed: 7)
  let fixture = randomBooks(&random, entries: 60)
  let plain = try readFEC(fixture).books
  var entries: [[FixtureLine]] = []
  for line in fixture.lines {
    if entries.last?.last?.number == line.number {
      entries[entries.count - 1].append(line)
    } else {
      entries.append([line])
    }
  }
  let shuffled = FixtureBooks(lines: entries.shuffled(using: &random).flatMap { $0 })
  let other = try readFEC(shuffled).books
  #expect(other.customers == plain.customers)
  #expect(other.controls.unattributed == plain.controls.unattributed)
}

@Test func `a compressed file is the same file`() throws {
  // Stored, not compressed: what gzip writes for bytes that it cannot make smaller.
  let plain = FixtureForm().bytes(FixtureBooks.meunier.lines)
  var gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
  gzip += [
    1, UInt8(plain.count & 0xFF), UInt8(plain.count >> 8), UInt8(~plain.count & 0xFF),
    UInt8((~plain.count >> 8) & 0xFF),
  ]
  gzip += plain
  var check: UInt32 = 0xFFFF_FFFF
  for byte in plain {
    check ^= UInt32(byte)
    for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
  }
  check = ~check
  for value in [check, UInt32(plain.count)] {
    for shift in [0, 8, 16, 24] { gzip.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
  let sample = FileSample(name: "732829320FEC20211231.txt.gz", head: plain, isGzip: true)
  let reading = try #require(try fecReading(of: sample))
  let books = try FECReader(reading: reading) { _ in }.books(of: MemoryBytes(gzip))
  #expect(books.sales == (try readFEC(FixtureBooks.meunier)).books.sales)
}

@Test(arguments: 1...40) func `a file cut or damaged anywhere is read or refused, never worse`(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let form = FixtureForm { $0.delimiter = [Delimiter.tab, .pipe, .semicolon, .comma][Int(seed % 4)] }
  var bytes = form.bytes(FixtureBooks.meunier.lines)
  if seed % 2 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))) }
  for _ in 0..<Int.random(in: 0...60, using: &random) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    bytes[place] =
      seed % 3 == 0 ? UInt8.random(in: 0...255, using: &random) : bytes[Int.random(in: 0..<bytes.count, using: &random)]
  }
  let reading: FECReading?
  do { reading = try fecReading(of: FileSample(name: "x", head: bytes)) } catch { return }
  guard let reading else { return }
  var faults = 0
  let books = try FECReader(reading: reading) { _ in faults += 1 }.books(of: MemoryBytes(bytes))
  reconcile(books)
  #expect(books.controls.rejected == faults)
}

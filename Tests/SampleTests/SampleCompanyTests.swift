import Sample
import Testing
import Units

@Suite struct SampleCompanyTests {
  @Test func `the same seed writes the same bytes and another seed other ones`() {
    let first = written(SampleCompany(seed: 7, customers: 60, lines: 4000))
    #expect(first == written(SampleCompany(seed: 7, customers: 60, lines: 4000)))
    let other = written(SampleCompany(seed: 8, customers: 60, lines: 4000))
    for file in SampleFile.allCases where file != .people { #expect(first[file] != other[file]) }
  }

  @Test func `the bytes are those of every platform`() {
    // FNV-1a of the sales file: changes only when the sample company itself is changed.
    let bytes = written(SampleCompany(seed: 1, customers: 40, lines: 3000))[.sales] ?? []
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    #expect(hash == 5_210_830_955_844_552_265)
  }

  @Test(arguments: [(400, 60_000), (400, 20_000), (50, 9000), (3000, 30_000)])
  func `lines come out as asked and customers exactly`(customers: Int, lines: Int) {
    let files = written(SampleCompany(customers: customers, lines: lines))
    var rows = 0
    var buyers: Set<Int> = []
    eachRow(of: files[.sales]) { row in
      rows += 1
      if row.count == 15, let customer = row.digits(2) { buyers.insert(customer) }
    }
    #expect(abs(rows - lines) * 100 <= lines * 3)
    #expect(buyers == Set(1...customers))
    var profiles = 0
    eachRow(of: files[.customers]) { _ in profiles += 1 }
    #expect(profiles == customers)
  }

  @Test(arguments: [(1, 1), (0, 0), (2, 10), (7, 300)])
  func `a tiny company is written, too`(customers: Int, lines: Int) {
    let files = written(SampleCompany(customers: customers, lines: lines))
    var buyers: Set<Int> = []
    eachRow(of: files[.sales]) { if $0.count == 15, let customer = $0.digits(2) { buyers.insert(customer) } }
    #expect(buyers == Set(1...max(1, customers)))
  }

  @Test(arguments: SampleBooks.all.indices)
  func `the company is that of a sound wholesaler with customers it loses money on`(index: Int) {
    let margins = Margins(SampleBooks.all[index], SampleBooks.current)
    #expect((0.75...0.82).contains(margins.topShare))
    #expect((0.27...0.32).contains(margins.rate(margins.gross)))
    #expect((0.08...0.14).contains(margins.rate(margins.operating)))
    #expect((1.3...1.6).contains(margins.whalePeak))
    for (_, busy) in margins.busy { #expect((0.7...0.92).contains(busy)) }
  }

  @Test(arguments: UInt64(4)...5)
  func `a fifth of the customers makes three quarters of the revenue or more`(seed: UInt64) {
    #expect((0.75...0.82).contains(Margins(SampleBooks(seed: seed), SampleBooks.current).topShare))
  }

  @Test func `sales come in the order of their days and the last month is complete`() {
    let days = SampleBooks.first.sales.map(\.day)
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(days.first?.month == Month(year: 2023, month: 5))
    #expect(days.last.map { $0 >= Month(year: 2026, month: 10).lastWorkingDay } == true)
    #expect(days.allSatisfy { $0.weekday <= 5 })
  }

  @Test func `another end moves the books`() {
    let files = written(SampleCompany(customers: 20, lines: 2000, end: Month(year: 2030, month: 3)))
    var months: Set<Month> = []
    eachRow(of: files[.sales]) { if let day = $0.day(1), $0.count == 15 { months.insert(day.month) } }
    #expect(months.max() == Month(year: 2030, month: 3))
    #expect(months.min() == Month(year: 2026, month: 10))
  }

  @Test func `plain sales are commas, numbers and ISO dates`() {
    let company = SampleCompany(customers: 100, lines: 10_000, isPlain: true)
    let files = written(company)
    #expect(Set(files.keys) == [.sales, .products])
    #expect(company.plantedRows.isEmpty)
    var rows = 0
    eachRow(of: files[.sales], separator: 44) { row in
      rows += 1
      guard row.count == 7, let quantity = row.digits(4), let price = row.digits(5), let amount = row.digits(6) else {
        Issue.record("a row of other shape")
        return
      }
      #expect(Day(iso: row.text(1)) != nil)
      #expect(row.slice(5).contains(46) && quantity > 0 && amount <= quantity * price)
    }
    #expect(abs(rows - 10_000) <= 300)
  }

  @Test func `what the sink throws comes out and nothing more is written`() {
    struct DiskFull: Error {}
    var chunks = 0
    #expect(throws: DiskFull.self) {
      try SampleCompany(customers: 20, lines: 1000).write { (_, _) throws(DiskFull) in
        chunks += 1
        throw DiskFull()
      }
    }
    #expect(chunks == 1)
  }

  @Test func `twenty thousand customers are a matter of seconds`() {
    let clock = ContinuousClock()
    var bytes = 0
    let time = clock.measure {
      SampleCompany(customers: 20_000, lines: 200_000).write { (_, chunk) in bytes += chunk.count }
    }
    #expect(bytes > 20_000_000)
    #expect(time < .seconds(60))
  }
}

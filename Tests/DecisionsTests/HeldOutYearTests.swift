import Forecast
import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

/// Predictions made at the end of a year, of which the next is held out; nothing of it is read.
struct HeldOutYear {
  let forecast: PurchaseForecast
  let rows: [PurchaseForecast.Row]
  /// Each month of the year that came, and those of the year before it.
  let came, before: [Double]

  private init?(seed: UInt64) {
    let books = SampleFacts(seed: seed).books
    let until = books.window.asOf.advanced(by: -12)
    guard let whole = SalesHistory(books: books),
      let forecast = CompanyAnalysis(books: books, policy: Policy()).life.forecast(
        ForecastRequest(until: until.lastDay))
    else { return nil }
    self.forecast = forecast
    rows = forecast.customers.compactMap { forecast.row(of: $0) }
    let months = zip(whole.months.months, whole.revenue)
    came = months.filter { $0.0 > until }.map { Double($0.1.value) }
    before = months.filter { $0.0 <= until }.suffix(12).map { Double($0.1.value) }
  }

  /// Ten sample companies.
  static let all = (UInt64(1)...10).compactMap { HeldOutYear(seed: $0) }
}

@Suite struct HeldOutYearTests {
  /// Active is who orders again within the twelve months held out.
  @Test func `the chance of being active holds within a tenth, decile by decile`() throws {
    #expect(HeldOutYear.all.count == 10)
    var chances: [(chance: Double, isActive: Bool)] = []
    for row in HeldOutYear.all.flatMap(\.rows) {
      chances.append((try #require(row.probabilityActive), (row.heldOut?.came ?? 0) > 0))
    }
    chances.sort { $0.chance < $1.chance }
    print("P(active), ten equal groups of \(chances.count / 10): mean chance, part that ordered again")
    for tenth in 0..<10 {
      let group = chances[(chances.count * tenth / 10)..<(chances.count * (tenth + 1) / 10)]
      let mean = group.reduce(0) { $0 + $1.chance } / Double(group.count)
      let part = Double(group.count(where: \.isActive)) / Double(group.count)
      print(mean, part)
      #expect(abs(mean - part) <= 0.1)
    }
    print("P(active), by its own tenths: customers, mean chance, part that ordered again")
    for tenth in 0..<10 {
      let group = chances.filter { min(9, Int($0.chance * 10)) == tenth }
      guard !group.isEmpty else { continue }
      let mean = group.reduce(0) { $0 + $1.chance } / Double(group.count)
      let part = Double(group.count(where: \.isActive)) / Double(group.count)
      print(group.count, mean, part)
    }
  }

  @Test func `each customer's orders are told no worse than by repeating last year, in eight companies of ten`() throws
  {
    var noWorse = 0
    print("orders of each customer: part missed by what is told, by last year's, by the back-test's hand")
    for year in HeldOutYear.all {
      var (told, naive, came) = (0.0, 0.0, 0.0)
      for row in year.rows {
        let held = try #require(row.heldOut)
        let expected = try #require(held.expected)
        #expect(abs(expected - (row.expectedOrders ?? 0)) <= 0.02 * expected + 0.05)
        told += (expected - Double(held.came)).magnitude
        naive += (Double(row.lastYearOrders) - Double(held.came)).magnitude
        came += Double(held.came)
      }
      if told <= naive { noWorse += 1 }
      print(told / came, naive / came, year.forecast.method as Any, year.forecast.trial.naiveError as Any)
    }
    #expect(noWorse >= 8)
  }

  @Test func `the company's months are told no worse than by the same months last year, in eight companies of ten`()
    throws
  {
    var (noWorse, inside, all) = (0, 0, 0)
    for year in HeldOutYear.all {
      let points = year.forecast.company.points
      #expect(points.count == 12 && points.map { Double($0.actual?.value ?? 0) } == year.came)
      let told = try #require(ForecastError(points.map { Double($0.revenue.value) }, actual: year.came)).wape
      let naive = try #require(ForecastError(year.before, actual: year.came)).wape
      print("months of the company:", told, naive, year.forecast.company.method as Any)
      if told <= naive { noWorse += 1 }
      inside += points.count { point in point.interval?.contains(point.actual ?? .zero) ?? false }
      all += points.count
    }
    print("months within the interval of four fifths: \(inside) of \(all)")
    #expect(noWorse >= 8)
    #expect((0.7...0.9).contains(Double(inside) / Double(all)))
  }

  @Test func `no figure of a row speaks against another`() {
    for row in HeldOutYear.all.flatMap(\.rows) {
      #expect((row.expectedOrders ?? 0) >= (row.probabilityActive ?? 0) - 1e-12)
      #expect((row.revenue ?? .zero) >= .zero)
    }
  }
}

import Forecast
import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct ActiveChancesTests {
  /// Active is who orders again within the twelve months held out; nothing of them is read.
  @Test func `the chance of being active holds within a tenth, decile by decile`() throws {
    var chances: [(chance: Double, isActive: Bool)] = []
    for seed in UInt64(1)...10 {
      let sample = SampleFacts(seed: seed)
      let log = PurchaseLog(orders: sample.books.orders)
      let last = sample.books.window.asOf
      let until = last.advanced(by: -12).lastDay
      let analysis = CompanyAnalysis(books: sample.books, policy: Policy())
      let forecast = try #require(analysis.life.forecast(ForecastRequest(until: until)))
      for customer in forecast.customers {
        let row = try #require(forecast.row(of: customer))
        chances.append(
          (try #require(row.probabilityActive), log.count(of: customer, after: until, through: last.lastDay) > 0))
      }
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
}

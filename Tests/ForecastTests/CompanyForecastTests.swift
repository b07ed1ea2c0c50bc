import Forecast
import Ledger
import Testing
import Units

struct CompanyForecastTests {
  @Test func `what is used is no worse than the naive rival, and the interval holds its part`() throws {
    let rule = Policy().prediction
    var (noWorse, inside, all) = (0, 0, 0)
    for seed in UInt64(1)...10 {
      let whole = sampleHistory(seed: seed)
      let origin = whole.months.last.advanced(by: -12)
      let past = whole.upTo(origin)
      func forecast(_ history: SalesHistory, _ months: Int) -> [Double]? {
        let end = history.months.last.lastDay
        let summary = PurchaseSummary(
          (0..<history.customers).compactMap { PurchaseHistory(days: history.orders[$0].map(\.day), through: end) })
        guard let fit = try? BetaGeometricNBD.fit(summary, effort: .quick) else { return nil }
        return CompanyForecast(history, model: fit.model, months: months, censoredMonths: 12).points.map(\.revenue)
      }
      let test = BackTest(past, rule: rule, forecast: forecast)
      let amounts = past.revenue.map { Double($0.value) }
      let actual = whole.revenue.suffix(12).map { Double($0.value) }
      let model = try #require(forecast(past, 12))
      let rival = try #require(test.rival?.months(12, after: amounts, rule: rule))
      let used = test.usesModel ? model : rival
      let ofUsed = try #require(ForecastError(used, actual: actual))
      let ofRival = try #require(ForecastError(rival, actual: actual))
      let ofModel = try #require(ForecastError(model, actual: actual))
      let interval = try #require(ForecastInterval(of: amounts, coverage: rule.coverage.value))
      let held = zip(used, actual).count { interval.bounds(around: $0.0).contains($0.1) }
      if ofUsed.wape <= ofRival.wape { noWorse += 1 }
      inside += held
      all += 12
      print(
        "seed \(seed): model \(ofModel.wape), rival \(ofRival.wape), used:", test.usesModel ? "model" : "rival",
        "· back-test \(test.modelWape ?? .nan) against \(test.rivalWape ?? .nan) · \(held) of 12 months held")
    }
    #expect(noWorse >= 8)
    #expect((0.7...0.9).contains(Double(inside) / Double(all)))
  }
}

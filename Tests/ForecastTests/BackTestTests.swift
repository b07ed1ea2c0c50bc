import Ledger
import Testing
import Units

@testable import Forecast

struct BackTestTests {
  private let rule = Policy().prediction
  private let first = Month(year: 2022, month: 1)

  private func history(_ amounts: [Int64]) -> SalesHistory {
    SalesHistory(
      months: MonthSpan(first, first.advanced(by: amounts.count - 1)), orders: OrderLog(offsets: [0], orders: []),
      revenue: amounts.map { Cents($0) })
  }

  @Test func `the rivals say last year's months, and half of the trend`() throws {
    let amounts = [Double](repeating: 100, count: 12) + [Double](repeating: 110, count: 12)
    #expect(NaiveForecast.sameMonth.months(2, after: amounts, rule: rule) == [110, 110])
    let trend = try #require(NaiveForecast.sameMonthWithTrend.months(1, after: amounts, rule: rule)?.first)
    #expect(abs(trend - 115.369) < 0.001)
    #expect(NaiveForecast.sameMonth.months(1, after: [1, 2], rule: rule) == nil)
    #expect(NaiveForecast.sameMonthWithTrend.months(1, after: Array(amounts.prefix(23)), rule: rule) == nil)
  }

  @Test func `the interval of the worked example`() throws {
    let amounts = [Double](repeating: 100, count: 12) + [Double](repeating: 110, count: 12)
    let interval = try #require(ForecastInterval(of: amounts, coverage: 0.8))
    let bounds = interval.bounds(around: 110)
    #expect(abs(bounds.lowerBound - 91.9) < 0.05 && abs(bounds.upperBound - 131.7) < 0.05)
    #expect(ForecastInterval(of: Array(amounts.prefix(17)), coverage: 0.8) == nil)
    #expect(ForecastInterval(of: [0] + amounts, coverage: 0.8) == nil)
  }

  @Test(arguments: [(1.0, 3.0777), (2.0, 1.8856), (5.0, 1.4759), (30.0, 1.3104)])
  func `the quantiles are those of the tables`(degrees: Double, quantile: Double) {
    #expect(abs(studentQuantile(0.9, degrees: degrees) - quantile) < 0.0005)
  }

  @Test func `a model that knew what came is used, one that did not is not`() throws {
    let amounts = (0..<48).map { Int64(1_000 + 20 * $0) }
    let history = history(amounts)
    let seer = BackTest(history, rule: rule) { past, months in
      (0..<months).map { Double(amounts[past.revenue.count + $0]) }
    }
    #expect(seer.usesModel && seer.modelWape == 0 && seer.origins.map(\.heldOut) == [12, 12, 12])
    let blind = BackTest(history, rule: rule) { _, months in [Double](repeating: 1, count: months) }
    #expect(!blind.usesModel && (blind.modelWape ?? 0) > 0.9 && (blind.modelBias ?? 0) < -0.9)
    #expect(blind.rival == .sameMonthWithTrend)
    #expect(!BackTest(history, rule: rule) { _, _ in nil }.usesModel)
  }

  @Test func `each origin sees only what was known then`() {
    let history = history((0..<48).map { Int64(100 + $0) })
    var seen: [Int] = []
    _ = BackTest(history, rule: rule) { past, months in
      seen.append(past.revenue.count)
      return [Double](repeating: Double(past.revenue.last?.value ?? 0), count: months)
    }
    #expect(seen == [36, 30, 24])
  }

  @Test func `a short history tries nothing`() {
    let test = BackTest(history([Int64](repeating: 100, count: 20)), rule: rule) { _, months in
      [Double](repeating: 100, count: months)
    }
    #expect(test.origins.isEmpty && test.rival == nil && !test.usesModel && test.modelWape == nil)
  }

  @Test func `errors are weighted by what came, and nothing is known of nothing`() throws {
    let error = try #require(ForecastError([10, 30], actual: [20, 20]))
    #expect(error.wape == 0.5 && error.bias == 0)
    #expect(ForecastError([1], actual: [0]) == nil && ForecastError([1, 2], actual: [1]) == nil)
  }
}

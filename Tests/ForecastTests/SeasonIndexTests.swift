import Ledger
import Testing
import Units

@testable import Forecast

struct SeasonIndexTests {
  private let start = Month(year: 2022, month: 1)

  @Test func `growth is no season, and a season is found under growth`() throws {
    let growth = (0..<36).map { 100.0 + 3 * Double($0) }
    let flat = try #require(SeasonIndex(of: growth, from: start))
    #expect(flat.factors.allSatisfy { abs($0 - 1) < 0.01 })
    let season = growth.enumerated().map { $0.element * ($0.offset % 12 == 6 ? 2 : 1) }
    let found = try #require(SeasonIndex(of: season, from: start))
    #expect(found.factors.max() == found[Month(year: 2030, month: 7)])
    #expect(abs(found[Month(year: 2030, month: 7)] / found[Month(year: 2030, month: 3)] - 2) < 0.1)
    #expect(abs(found.factors.reduce(0, +) - 12) < 1e-9)
  }

  @Test func `less than two years, or a year of nothing, tell no season`() {
    #expect(SeasonIndex(of: [Double](repeating: 5, count: 23), from: start) == nil)
    #expect(SeasonIndex(of: [Double](repeating: 0, count: 36), from: start) == nil)
  }

  @Test func `a customer with few orders has the company's season, one with many its own`() throws {
    let company = SeasonIndex(normalising: (0..<12).map { $0 == 11 ? 3 : 1 })
    func orders(_ years: Int, _ each: Int) -> [OrderLog.Order] {
      (0..<years).flatMap { year in
        let june = Month(year: 2010 + year, month: 6).firstDay
        return (0..<each).map { OrderLog.Order(day: june.advanced(by: $0), revenue: Cents(100)) }
      }
    }
    func season(_ orders: [OrderLog.Order]) -> SeasonIndex {
      SeasonIndex(
        own: orders[...], in: MonthSpan(Month(year: 2010, month: 1), Month(year: 2013, month: 12)), company: company)
    }
    let (few, many) = (season(orders(1, 1)), season(orders(4, 25)))
    #expect(few.factors[11] > few.factors[5] && many.factors[5] > many.factors[11])
    #expect(many.factors[5] > 6)
    #expect(season([]) == company)
  }
}

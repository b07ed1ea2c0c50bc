import Forecast
import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct PurchaseForecastTests {
  /// Traders at their own paces over four years, some of whom stop; only what came up to a month.
  private func books(upTo last: Month, traders: Int = 60) -> Books {
    var random = SplitMix64(seed: 77)
    let first = Month(year: 2022, month: 1).firstDay
    let all = (0..<traders).map { number in
      let gap = 10 + Int(random.next() % 80)
      let stop = random.next() % 4 == 0 ? 300 + Int(random.next() % 700) : 1_460
      var trader = Trader("T\(number + 100)")
      var day = Int(random.next() % 300)
      while day < stop {
        let date = first.advanced(by: day)
        let amount = 100 + Int64(random.next() % 900)
        if date.month <= last {
          trader = trader.buying(date, amount, cost: amount * (50 + Int64(date.number % 30)) / 100)
        }
        day += gap / 2 + Int(random.next() % UInt64(gap))
      }
      return trader
    }
    return tradeBooks(asOf: last, all.filter { !$0.sales.isEmpty })
  }

  private func predicted(_ books: Books, _ request: ForecastRequest = .usual) -> PurchaseForecast? {
    CompanyAnalysis(books: books, policy: Policy()).life.forecast(request)
  }

  @Test func `nothing that comes later changes what was told`() throws {
    let (now, then) = (Month(year: 2025, month: 12), Month(year: 2024, month: 12))
    let held = try #require(predicted(books(upTo: now), ForecastRequest(until: then.lastDay)))
    let told = try #require(predicted(books(upTo: then)))
    #expect(held.model?.model.parameters == told.model?.model.parameters)
    #expect(held.method == told.method && held.isBoundary == told.isBoundary)
    #expect(held.company.points.map(\.revenue) == told.company.points.map(\.revenue))
    #expect(held.company.points.map(\.interval) == told.company.points.map(\.interval))
    #expect(held.companySeason == told.companySeason)
    #expect(held.customers == told.customers && held.customers.count > 50)
    for customer in told.customers {
      let (one, other) = (held.row(of: customer), told.row(of: customer))
      #expect(one?.history == other?.history && one?.probabilityAlive == other?.probabilityAlive)
      #expect(one?.probabilityActive == other?.probabilityActive && one?.expectedOrders == other?.expectedOrders)
      #expect(one?.revenue == other?.revenue && one?.nextOrder == other?.nextOrder)
      #expect(one?.margin == other?.margin)
      #expect(held.residualValue(of: customer) == told.residualValue(of: customer))
      #expect(one?.heldOut != nil && other?.heldOut == nil)
    }
    #expect(told.customers.contains { told.row(of: $0)?.margin != nil })
    #expect(held.sums == told.sums && held.sums.margin != nil)
    #expect(held.company.points.allSatisfy { $0.actual != nil } && told.company.points.allSatisfy { $0.actual == nil })
  }

  @Test func `chances are chances, and two runs agree`() throws {
    let books = books(upTo: Month(year: 2025, month: 12))
    let (one, other) = (try #require(predicted(books)), try #require(predicted(books)))
    for customer in one.customers {
      let row = try #require(one.row(of: customer))
      #expect(row == other.row(of: customer))
      for chance in [row.probabilityAlive, row.probabilityActive].compactMap({ $0 }) {
        #expect((0...1).contains(chance))
      }
      #expect((row.expectedOrders ?? 0) >= (row.probabilityActive ?? 0))
    }
    #expect(one.company.points.count == 12)
    #expect((one.sums.orders ?? 0) > 0)
  }

  @Test func `too few customers are refused, and each one's rhythm stands in`() throws {
    let few = try #require(predicted(books(upTo: Month(year: 2025, month: 12), traders: 6)))
    #expect(few.model == nil && few.refusal == .tooFewCustomers(few.customers.count) && few.method == nil)
    let told = few.customers.compactMap { few.row(of: $0)?.expectedOrders }
    #expect(!told.isEmpty && told.allSatisfy { $0 >= 0 })
    #expect(few.customers.allSatisfy { few.row(of: $0)?.probabilityAlive == nil && few.residualValue(of: $0) == nil })
  }

  @Test func `what is not known of anybody is not told as nothing`() throws {
    let last: Month = "2022-03"
    let young = try #require(predicted(books(upTo: last, traders: 18)))
    // Three months tell no pace: the gaps that were seen are the short ones.
    #expect(young.customers.count > 3 && young.customers.allSatisfy { young.expectedOrders(of: $0) == nil })
    #expect(young.sums.orders == nil && young.sums.revenue == nil && young.sums.margin == nil)
    let uncosted = tradeBooks(asOf: "2024-12", (0..<3).map { Trader("T\($0)").monthly("2023-01", "2024-12", 100) })
    let told = try #require(predicted(uncosted))
    #expect((told.sums.orders ?? 0) > 30 && told.sums.margin == nil && told.sums.unknownMargins == 3)
  }

  @Test func `nothing is held out after the last purchase known`() throws {
    let whole = books(upTo: "2025-12")
    let last = try #require(PurchaseLog(orders: whole.orders).lastDay)
    let day = try #require(Day(iso: "2025-06-30"))
    #expect(predicted(whole, ForecastRequest(until: day))?.heldOutEnd == last)
    #expect(predicted(whole, ForecastRequest(until: last))?.heldOutEnd == nil)
  }

  @Test func `a model asked for by name is used, and its orders with it`() throws {
    let books = books(upTo: Month(year: 2025, month: 12))
    for kind in PurchaseModelKind.allCases {
      let forecast = try #require(predicted(books, ForecastRequest(model: kind)))
      #expect(forecast.model?.kind == kind && forecast.method == .model(kind))
    }
  }

  @Test func `short data are forecast as far as they go, and not beyond`() throws {
    for (months, hasMonths, hasInterval) in [(6, false, false), (13, true, false), (20, true, false), (24, true, true)]
    {
      let last = Month(year: 2022, month: 1).advanced(by: months - 1)
      let forecast = try #require(predicted(books(upTo: last)))
      // Without a rival there is nothing that a model could have beaten, so that nothing tells the months.
      #expect(!forecast.company.points.isEmpty == hasMonths, "\(months)")
      #expect((forecast.company.points.first?.interval != nil) == hasInterval, "\(months)")
      #expect(forecast.trial.origins.isEmpty == (months < 24), "\(months)")
    }
    #expect(
      predicted(books(upTo: Month(year: 2025, month: 12)), ForecastRequest(until: Day(iso: "2021-06-30")!)) == nil)
  }
}

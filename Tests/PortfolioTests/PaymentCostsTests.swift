import Ledger
import Testing
import Units

@testable import Portfolio

private let year = MonthSpan("2025-01", "2025-12")

/// Accounts of 2025 that bought nothing: what they do not tell did not happen.
private func accounted(_ books: TinyBooks, _ months: MonthSpan = year) -> Books {
  var books = books
  for month in months.months { books.purchases[month] = .zero }
  return books.books
}

/// The payments of docs/methods/cost-to-serve.md.
private let example = TinyBooks(asOf: "2025-12") {
  customer("Dupont") {
    sale("2025-01-10", 10_000, cost: 6_000)
    paid("2025-03-11", 12_000, invoiced: "2025-01-10")
    paid("2025-03-20", 3_000)
    paid("2025-06-20", 600, invoiced: "2025-06-30")
  }
  customer("Durand") {
    lost("2025-09-01", 300)
    lost("2025-11-15", -50)
  }
  customer("Martin") { sale("2025-02-10", 100, cost: 40) }
  unattributed { lost("2025-10-05", 80) }
}

private func policy(_ rate: Rate? = Rate(percent: 6)) -> Policy {
  var policy = Policy()
  policy.costs.financingRate = rate
  return policy
}

@Suite struct PaymentCostsTests {
  @Test func `the worked example costs what waiting and losses cost, and nobody's loss is kept`() {
    let margins = Margins(books: accounted(example), policy: policy(), span: year)
    let payments = margins.costs.payments
    let (dupont, durand) = (payments.cost(of: 0), payments.cost(of: 1))
    #expect(dupont.timeToPay == .known(.euros(117.37)) && dupont.badDebt == .known(.zero))
    #expect(dupont.daysToPay == 57)
    #expect(durand.badDebt == .known(.euros(250)) && durand.timeToPay == .unknown(.noDays))
    #expect(payments.unattributed.badDebt == .known(.euros(80)))
    #expect(payments.total.timeToPay == .known(.euros(117.37)) && payments.total.badDebt == .known(.euros(330)))
    #expect(margins.costs.total == .euros(447.37) && margins.costs.unattributed == .euros(80))
    #expect(
      margins.costs.lines == [
        CostLine(kind: .timeToPay, customers: .euros(117.37), unattributed: .zero),
        CostLine(kind: .badDebt, customers: .euros(250), unattributed: .euros(80)),
      ])
    let months = MonthlyMargins(books: accounted(example), policy: policy(), whole: margins).months(of: 0)
    #expect(months.map(\.costToServe).filter { $0 != .zero } == [.euros(118.36), -.euros(0.99)])
    #expect(margins.rows[0].operatingMargin == .euros(3_882.63))
  }

  @Test func `a loss without a sale is a margin below zero, and a customer to be listed`() {
    let margins = Margins(books: accounted(example), policy: policy(), span: year)
    #expect(margins.rows[1].lines == 0 && margins.rows[1].operatingMargin == -.euros(250))
    #expect(margins.activeCustomers == [0, 1, 2])
    let before = Margins(books: accounted(example), policy: policy(), span: MonthSpan("2024-01", "2024-12"))
    #expect(before.activeCustomers == [])
  }

  @Test func `without a rate the days are known and their cost is not`() {
    let costs = CostToServe(books: accounted(example), policy: policy(nil), span: year)
    #expect(costs.payments.cost(of: 0).daysToPay == 57)
    #expect(costs.payments.cost(of: 0).timeToPay == .unknown(.noRate))
    #expect(costs.payments.total.timeToPay == .unknown(.noRate))
    #expect(costs.total == .euros(330))
  }

  @Test func `what no source tells is unknown, never zero`() {
    let costs = CostToServe(books: example.books, policy: policy(), span: year)
    #expect(costs.payments.cost(of: 2).timeToPay == .unknown(.noDays))
    #expect(costs.payments.cost(of: 2).badDebt == .unknown(.noAccounts))
    #expect(costs.payments.cost(of: 1).badDebt == .known(.euros(250)), "a loss that is told is known")
    #expect(costs.isTold && costs.isTold(of: 0) && costs.isTold(of: 1) && !costs.isTold(of: 2))
    #expect(costs.knowledge == .noServiceLog)

    let half = CostToServe(
      books: accounted(example, MonthSpan("2025-07", "2025-12")), policy: policy(), span: year)
    #expect(half.payments.accountedMonths == 6 && half.payments.cost(of: 2).badDebt == .known(.zero))

    let silent = CostToServe(
      books: accounted(TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-01-01", 1) } }), policy: policy(),
      span: year)
    #expect(!silent.isTold && !silent.isTold(of: 0) && !silent.payments.isTold)
    #expect(PaymentActivity.none[7].isEmpty && PaymentActivity.none.isEmpty)
  }

  @Test func `a floor is not reached by serving leaner where losses are what costs`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        sale("2020-01-10", 1_000, cost: 500)
        sale("2025-01-10", 1_000, cost: 500)
        paid("2025-07-10", 1_200, invoiced: "2025-01-11")
        lost("2025-09-01", 500)
      }
    }
    var policy = policy(Rate(percent: 100))
    policy.floors.company = Policy.Floor(rate: Rate(percent: 8), revenue: nil)
    let analysis = PortfolioAnalysis(books: accounted(books), policy: policy)
    let row = try #require(analysis.floors.rows.first)
    #expect(row.remedies.allSatisfy { if case .serveLeaner = $0 { false } else { true } })
    // 1,200 × 180 days at 100 % cost 591.78, more than all the gross margin: no revenue ever pays that.
    #expect(row.margin.payments.timeToPay == .known(.euros(591.78)))
    #expect(row.remedies.allSatisfy { if case .sellMore = $0 { false } else { true } })
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `months sum to the span, and customers and nobody to the total, kind by kind`(seed: UInt64) {
    let books = randomBooks(seed: seed)
    let policy = policy(Rate(millionths: Int64(seed) * 17_301))
    let monthly = MonthlyMargins(books: books, policy: policy, span: year)
    let (margins, costs) = (monthly.whole, monthly.whole.costs)
    for (customer, row) in margins.rows.enumerated() {
      let months = monthly.months(of: customer)
      #expect(months.map(\.costToServe).sum == row.costToServe)
      #expect(row.costToServe == costs.cost(of: customer))
      if let margin = row.operatingMargin { #expect(months.compactMap(\.operatingMargin).sum == margin) }
      #expect(row.payments.parts.map(\.cost).sum == row.payments.known)
    }
    var nobodys = Cents.zero
    monthly.forEachUnattributedMonth { nobodys += $0.costToServe }
    #expect(nobodys == costs.unattributed)
    #expect(margins.rows.map(\.costToServe).sum + costs.unattributed == costs.total)
    #expect(costs.lines.map(\.total).sum == costs.total)
    let all = (books.payments.cells + books.payments.unattributed).filter { year.contains($0.month) }
    #expect(costs.payments.total.badDebt.value ?? .zero == all.map(\.lost).sum)
    let exact = all.reduce(Int128(0)) { $0 + Int128($1.centDays) } * Int128(policy.costs.financingRate?.millionths ?? 0)
    let paid = Int128((costs.payments.total.timeToPay.value ?? .zero).value) * 365_000_000
    #expect((paid - exact).magnitude * 2 <= UInt128(all.count) * 365_000_000, "half a cent a cell at most")

    let fall = MarginWaterfall(margins: margins, customers: margins.rows.indices)
    #expect(fall.revenue - fall.directCost - fall.costs.map(\.cost).sum == fall.operatingMargin)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a customer's waterfall closes with its payments`(seed: UInt64) {
    let analysis = PortfolioAnalysis(books: randomBooks(seed: seed), policy: policy())
    for customer in analysis.books.customers.ids.indices {
      let sheet = analysis.sheet(of: customer)
      guard let fall = sheet.waterfall.value else { continue }
      let costs = fall.services.map(\.cost).sum + fall.payments.map(\.cost).sum
      #expect(fall.grossMargin - costs == fall.operatingMargin)
      for (place, year) in sheet.years.reversed().prefix(3).enumerated() where year.operatingMargin != nil {
        let months = sheet.months.filter { year.span.contains($0.month) }
        #expect(months.compactMap(\.operatingMargin).sum == year.operatingMargin, "\(place)")
      }
    }
  }
}

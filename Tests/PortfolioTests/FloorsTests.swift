import Ledger
import Testing
import Units

@testable import Portfolio

private func floors(_ books: Books, _ policy: Policy) -> Floors {
  Floors(
    books: books, policy: policy, margins: Margins(books: books, policy: policy, span: books.window.current),
    categories: CategoryOf(books: books, policy: policy))
}

private func policy(rate: Int64? = 8, revenue: Euros? = nil) -> Policy {
  var policy = Policy()
  policy.floors.company = Policy.Floor(rate: rate.map { Rate(percent: $0) }, revenue: revenue?.cents)
  return policy
}

@Suite struct FloorsTests {
  /// The first customer of docs/methods/floors.md.
  @Test func `the worked example lacks 48,000 euros and says the three ways to lift it`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2024-02-01", 1, cost: 1)
        sale("2025-02-01", 1_200_000, cost: 1_032_000)
        visit("2025-02", cost: 120_000)
      }
    }.books
    let row = try #require(floors(books, policy()).rows.first)
    #expect(row.margin.operatingMargin == .euros(48_000))
    #expect(row.marginShortfall == .euros(48_000))
    #expect(row.shortfall == .euros(48_000))
    #expect(
      row.remedies == [
        .serveLeaner(saving: .euros(48_000)), .reprice(by: Rate(millionths: 43_500)),
        .sellMore(revenue: .euros(800_000)),
      ])
  }

  /// The second customer of docs/methods/floors.md.
  @Test func `a small revenue with a good margin is served by automated means, never ceased`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Petit") {
        sale("2024-02-01", 1, cost: 1)
        sale("2025-02-01", 400, cost: 200)
      }
    }.books
    let row = try #require(floors(books, policy(revenue: 1_000)).rows.first)
    #expect(row.missesRevenue && !row.missesMargin)
    #expect(row.shortfall == .euros(600))
    #expect(row.remedies == [.automatedService, .minimumOrder])
  }

  @Test func `a category's floor goes before the company's, floor by floor`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A", category: "Schools") {
        sale("2024-02-01", 1, cost: 1)
        sale("2025-02-01", 400, cost: 380)
      }
    }.books
    var policy = policy(revenue: 1_000)
    policy.floors.byCategory["Schools"] = Policy.Floor(rate: Rate(percent: 5), revenue: nil)
    let row = try #require(floors(books, policy).rows.first)
    #expect(row.floorRate == Rate(percent: 5))
    #expect(row.marginShortfall == .zero)
    #expect(row.floorRevenue == .euros(1_000))
  }

  @Test func `exactly at the floor nothing is missed, a cent under it one cent is`() {
    func shortfall(cost: Euros) -> Cents? {
      floors(
        TinyBooks(asOf: "2025-12") {
          customer("A") {
            sale("2024-02-01", 1, cost: 1)
            sale("2025-02-01", 100, cost: cost)
          }
        }.books, policy()
      ).rows.first?.shortfall
    }
    #expect(shortfall(cost: 92) == nil)
    #expect(shortfall(cost: 92.01) == Cents(1))
  }

  @Test func `customers under a year of age, or that never ordered, are counted and not tested`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Anchor") {
        sale("2020-01-01", 1, cost: 0)
        sale("2025-01-01", 1, cost: 0)
      }
      customer("Eleven months") { sale("2025-01-10", 100, cost: 100) }
      customer("Twelve months") {
        sale("2024-12-10", 10, cost: 1)
        sale("2025-02-10", 100, cost: 100)
      }
      customer("Served only") { visit("2025-02", cost: 5) }
    }.books
    let floors = floors(books, policy())
    #expect(floors.rows.map { books.customers.names[$0.customer] } == ["Twelve months"])
    #expect(floors.tooYoung == 1)
    #expect(floors.neverOrdered == 1)
    #expect(floors.tested == 2)
  }

  @Test func `a first order at the start of the data is never too young`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-06-10", 100, cost: 100) } }.books
    #expect(floors(books, policy()).tested == 1)
    #expect(floors(books, policy()).rows.count == 1)
  }

  @Test func `the yearly revenue floor is brought to the window`() {
    func floor(months: Int) -> Cents? {
      let books = TinyBooks(asOf: "2025-12", months: months) {
        customer("A") {
          sale("2020-02-01", 1, cost: 1)
          sale("2025-12-01", 1, cost: 0)
        }
        customer("B", since: "2024-11-01") { sale("2025-12-01", 1, cost: 0) }
      }.books
      return floors(books, policy(revenue: 1_200)).rows.first?.floorRevenue
    }
    #expect(floor(months: 6) == .euros(600))
    #expect(floor(months: 24) == .euros(2_400))
  }

  @Test func `a customer younger than the window is asked for its own months only`() {
    let books = TinyBooks(asOf: "2025-12", months: 24) {
      customer("Anchor") { sale("2020-02-01", 1, cost: 1) }
      customer("B") {
        sale("2024-11-01", 1, cost: 0)
        sale("2025-12-01", 1, cost: 0)
      }
    }.books
    #expect(floors(books, policy(revenue: 1_200)).rows.first?.floorRevenue == .euros(1_300))
  }

  @Test func `an unknown margin is tested on its revenue only`() throws {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-02-01", 400) } }.books
    let floors = floors(books, policy(revenue: 1_000))
    #expect(floors.unknownMargins == 1)
    let row = try #require(floors.rows.first)
    #expect(row.marginShortfall == nil)
    #expect(row.revenueShortfall == .euros(600))
  }

  @Test func `a loss without revenue lacks all of the loss`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        sale("2024-02-01", 400, cost: 100)
        credit("2025-02-01", 400, cost: 300)
      }
    }.books
    let row = try #require(floors(books, policy()).rows.first)
    #expect(row.marginShortfall == .euros(100))
    #expect(row.remedies.isEmpty)
  }

  @Test func `each remedy with a figure lifts the customer by itself`() {
    for seed in 0..<60 as Range<UInt64> {
      let rate = Int64(seed % 20)
      var policy = policy(rate: rate)
      policy.ladder.rebates = Rate(percent: Int64(seed % 3) * 10)
      for row in floors(randomBooks(seed: seed), policy).rows where row.missesMargin {
        let (revenue, gross, cost) = (row.margin.revenue, row.margin.grossMargin ?? .zero, row.margin.costToServe)
        func holds(_ margin: Cents, on revenue: Cents, within tolerance: Int64 = 0) -> Bool {
          Int128(margin.value + tolerance) * 100 >= Int128(rate) * Int128(revenue.value)
        }
        for remedy in row.remedies {
          switch remedy {
          case .serveLeaner(let saving): #expect(holds(gross - cost + saving, on: revenue))
          case .reprice(let by):
            // The rise itself may round half a cent down, its rebates half a cent up.
            let rise = revenue.at(by)
            #expect(holds(gross - cost + rise - rise.at(policy.ladder.rebates), on: revenue + rise, within: 2))
          case .sellMore(let more):
            #expect(
              holds(gross.times((revenue + more).value, over: revenue.value) - cost, on: revenue + more, within: 1))
          case .automatedService, .minimumOrder: Issue.record("a missed margin has figures")
          }
        }
      }
    }
  }
}

@Suite struct FloorProposalTests {
  /// The category of docs/methods/floors.md.
  @Test func `the worked example proposes 1,000 euros of revenue for 220 euros of promised service`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A", category: "Bakeries") { sale("2025-02-01", 4_000, cost: 2_800) }
      customer("B") { sale("2025-02-01", 100, cost: 95) }
    }.books
    let policy = policy()
    let proposals = FloorProposal.proposals(
      margins: Margins(books: books, policy: policy, span: books.window.current),
      categories: CategoryOf(books: books, policy: policy), floors: policy.floors
    ) { $0 == nil ? .euros(50) : .euros(220) }
    #expect(proposals.map(\.category) == ["Bakeries", nil])
    #expect(proposals.map(\.leastRevenue) == [.known(.euros(1_000)), .unknown(.grossRateTooLow)])
  }
}

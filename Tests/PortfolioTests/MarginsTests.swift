import Ledger
import Testing
import Units

@testable import Portfolio

private let year = MonthSpan("2025-01", "2025-12")

private func margins(
  _ policy: Policy = Policy(), span: MonthSpan = year, @ListOf<TinyEntry> _ entries: () -> [TinyEntry]
) -> Margins {
  Margins(books: TinyBooks(asOf: "2025-12", months: 12, entries: entries()).books, policy: policy, span: span)
}

@Suite struct MarginsTests {
  @Test func `the worked example takes direct cost and cost to serve off the revenue`() throws {
    let margins = margins {
      customer("Dupont") {
        sale("2025-03-04", 1_000, cost: 700)
        credit("2025-04-01", 200, cost: 140)
        visit("2025-03", cost: 80)
        visit("2025-05", cost: 40)
      }
    }
    let row = try #require(margins.rows.first)
    #expect(row.revenue == .euros(800))
    #expect(row.directCost == .euros(560))
    #expect(row.grossMargin == .euros(240))
    #expect(row.costToServe == .euros(120))
    #expect(row.operatingMargin == .euros(120))
    #expect(row.rate?.value == 0.15)
    #expect(row.costedShare?.value == 1)
    #expect(!row.isEstimated)
  }

  @Test func `a margin is unknown while some revenue has no cost`() throws {
    let margins = margins {
      customer("Dupont") {
        sale("2025-03-04", 800, cost: 600)
        sale("2025-03-05", 200)
      }
    }
    let row = try #require(margins.rows.first)
    #expect(row.grossMargin == nil)
    #expect(row.operatingMargin == nil)
    #expect(row.rate == nil)
    #expect(row.costedShare?.value == 0.8)
    #expect(row.directCost == .euros(600))
  }

  @Test func `a policy content with four fifths takes the rest at the costed part's rate and says so`() throws {
    var policy = Policy()
    policy.margin.minimumCostedShare = Rate(percent: 80)
    let margins = margins(policy) {
      customer("Dupont") {
        sale("2025-03-04", 800, cost: 600)
        sale("2025-03-05", 200)
      }
      customer("Durand") {
        sale("2025-03-04", 799, cost: 600)
        sale("2025-03-05", 201)
      }
    }
    #expect(margins.rows[0].grossMargin == .euros(250))
    #expect(margins.rows[0].isEstimated)
    #expect(margins.rows[1].grossMargin == nil)
  }

  @Test func `an uncosted credit note counts against the costed share`() throws {
    let row = try #require(
      margins {
        customer("Dupont") {
          sale("2025-03-04", 100, cost: 60)
          credit("2025-05-05", 20)
        }
      }.rows.first)
    #expect(row.revenue == .euros(80))
    #expect(row.costedShare?.value == 0.75)
    #expect(row.grossMargin == nil)
  }

  @Test func `where revenue is not positive the share of the lines stands in and nothing is extrapolated`() throws {
    var policy = Policy()
    policy.margin.minimumCostedShare = Rate(percent: 10)
    let margins = margins(policy) {
      customer("A") {
        sale("2025-03-04", 100, cost: 60)
        credit("2025-05-05", 150)
      }
      customer("B") {
        sale("2025-03-04", 100)
        credit("2025-03-05", 100)
      }
      customer("C") { credit("2025-03-04", 50, cost: 30) }
      customer("D") { visit("2025-03", cost: 9) }
    }
    #expect(margins.rows[0].grossMargin == nil)
    #expect(margins.rows[0].costedShare?.value == 0.5)
    #expect(margins.rows[1].grossMargin == nil)
    #expect(margins.rows[1].costedShare?.value == 0)
    #expect(margins.rows[2].operatingMargin == .euros(-20))
    #expect(margins.rows[2].rate == nil)
    #expect(margins.rows[3].operatingMargin == .euros(-9))
    #expect(margins.rows[3].costedShare == nil)
  }

  @Test func `lines and services of nobody known are kept apart`() {
    let margins = margins {
      customer("Dupont") { sale("2025-03-04", 100, cost: 60) }
      unattributed {
        sale("2025-03-04", 30)
        visit("2025-03", cost: 5)
      }
    }
    #expect(margins.unattributed.revenue == .euros(30))
    #expect(margins.unattributed.costToServe == .euros(5))
    #expect(margins.rows.map(\.revenue) == [.euros(100)])
  }
}

@Suite struct MonthlyMarginsTests {
  @Test func `a customer's months show sales and services side by side`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2024-12-04", 999, cost: 1)
        sale("2025-03-04", 100, cost: 60)
        visit("2025-02", minutes: 10, cost: 5)
        visit("2025-03", cost: 7)
      }
    }.books
    let months = MonthlyMargins(books: books, policy: Policy(), span: year).months(of: 0)
    #expect(months.map(\.month) == year.months)
    #expect(
      months.map(\.operatingMargin)
        == year.months.map {
          $0 == "2025-02" ? .euros(-5) : $0 == "2025-03" ? .euros(33) : .zero
        })
    #expect(months[1].minutes == 10)
    #expect(months[2].orders == 1)
  }

  @Test func `margins over a span are the sum of its months, estimated ones too`() {
    for seed in 0..<60 as Range<UInt64> {
      let books = randomBooks(seed: seed)
      var policy = Policy()
      policy.margin.minimumCostedShare = Rate(percent: Int64(seed % 3) * 50)
      let monthly = MonthlyMargins(books: books, policy: policy, span: year)
      for (customer, row) in monthly.whole.rows.enumerated() {
        let months = monthly.months(of: customer)
        #expect(months.map(\.revenue).sum == row.revenue)
        #expect(months.map(\.costToServe).sum == row.costToServe)
        #expect(months.reduce(0) { $0 + $1.minutes } == row.minutes)
        #expect(months.reduce(0) { $0 + $1.orders } == row.orders)
        #expect(months.allSatisfy { ($0.grossMargin == nil) == (row.grossMargin == nil) })
        if let gross = row.grossMargin { #expect(months.compactMap(\.grossMargin).sum == gross) }
      }
      var stray = Cents.zero
      monthly.forEachUnattributedMonth { stray += $0.revenue }
      #expect(stray == monthly.whole.unattributed.revenue)
    }
  }

  @Test func `partly costed months sum to the extrapolated margin`() throws {
    var policy = Policy()
    policy.margin.minimumCostedShare = Rate(percent: 50)
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2025-01-04", 100.01, cost: 66.67)
        sale("2025-02-04", 33.33)
        sale("2025-03-04", 33.33)
        credit("2025-06-04", 11.11)
      }
    }.books
    let monthly = MonthlyMargins(books: books, policy: policy, span: year)
    let whole = try #require(monthly.whole.rows.first?.grossMargin)
    #expect(whole == Cents(3_334 + 1_852))
    #expect(monthly.months(of: 0).compactMap(\.grossMargin).sum == whole)
    #expect(monthly.months(of: 0)[5].grossMargin.map { $0 < .zero } == true)
  }
}

@Suite struct MarginsLaws {
  @Test func `turning the order of the customers round changes nobody's margin`() {
    for seed in 0..<30 as Range<UInt64> {
      let entries = randomEntries(seed: seed)
      let turned = entries.map { entry -> TinyEntry in
        guard case .customer(let id, let name, let details, let lines) = entry, let number = Int(id.dropFirst())
        else { return entry }
        return .customer("C" + padded(23 - number, 3), name: name, details, lines)
      }
      let first = Margins(
        books: TinyBooks(asOf: "2025-12", months: 12, entries: entries).books, policy: Policy(), span: year)
      let second = Margins(
        books: TinyBooks(asOf: "2025-12", months: 12, entries: turned).books, policy: Policy(), span: year)
      for (row, other) in zip(first.rows, second.rows.reversed()) {
        #expect(row.revenue == other.revenue)
        #expect(row.grossMargin == other.grossMargin)
        // A cent of a tied remainder goes to the earlier identifier.
        #expect((row.costToServe - other.costToServe).magnitude <= Cents(Int64(row.minutes > 0 ? 5 : 0)))
      }
      #expect(first.rows.map(\.costToServe).sum == second.rows.map(\.costToServe).sum)
    }
  }
}

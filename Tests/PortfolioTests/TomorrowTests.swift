import Ledger
import Portfolio
import Testing
import Units

struct TomorrowTests {
  private func tomorrow(asOf: Month = "2025-12", @ListOf<TinyEntry> _ entries: () -> [TinyEntry]) -> Tomorrow {
    let books = TinyBooks(asOf: asOf) { entries() }.books
    let policy = Policy()
    return Tomorrow(books: books, policy: policy, bands: Bands(books: books, policy: policy))
  }

  /// A first customer of which nothing is small.
  private let big = customer("Big") { monthly("2021-01", "2025-12", 100_000) }

  @Test func `the worked example: a small customer that grows, widens its range and could buy far more`() {
    let tomorrow = tomorrow {
      big
      customer("Plumb", potential: 50_000, potentialDate: "2025-03-01") {
        monthly("2021-01", "2024-12", 1_000, range: "Pipes")
        monthly("2025-01", "2025-12", 1_200, range: "Pipes")
        sale("2025-06-10", 2_400, range: "Boilers")
      }
      customer("Same", potential: 20_000, potentialDate: "2025-03-01") {
        monthly("2021-01", "2025-12", 1_000, range: "Pipes")
      }
    }
    #expect(tomorrow.looked == 2 && tomorrow.rows.map(\.customer) == [1])
    let reasons = tomorrow.rows[0].reasons
    #expect(tomorrow.rows[0].revenue == .euros(16_800) && reasons.count == 3)
    guard case .growth(let change) = reasons[0] else {
      Issue.record("growth comes first")
      return
    }
    #expect(change.current == .euros(16_800) && change.previous == .euros(12_000))
    #expect(reasons[1] == .widerRange(current: 2, previous: 1, gained: [0]))
    #expect(reasons[2] == .headroom(potential: .euros(50_000), judged: "2025-03-01", revenue: .euros(16_800)))
  }

  @Test func `a potential counts for 24 months from the day it was judged, and never without a day`() {
    func found(_ date: Day?) -> Tomorrow {
      tomorrow {
        big
        customer("Small", potential: 50_000, potentialDate: date) { monthly("2021-01", "2025-12", 1_000) }
      }
    }
    #expect(found("2024-01-31").rows.count == 1 && found("2024-01-31").withoutPotential == 0)
    #expect(found("2023-12-31").rows.isEmpty && found("2023-12-31").withoutPotential == 1)
    #expect(found(nil).rows.isEmpty && found("2026-01-01").rows.isEmpty)
  }

  @Test func `headroom is high from as much again as the last twelve months' revenue`() {
    func found(_ potential: Euros) -> Int {
      tomorrow {
        big
        customer("Small", potential: potential, potentialDate: "2025-01-01") { monthly("2021-01", "2025-12", 1_000) }
      }.rows.count
    }
    #expect(found(24_000) == 1 && found(23_999) == 0)
  }

  @Test func `a range gained by a customer too young in P widens nothing`() {
    func found(_ first: Month) -> Int {
      tomorrow {
        big
        customer("Small") {
          monthly(first, "2024-12", 1_000, range: "Pipes")
          monthly("2025-01", "2025-12", 500, range: "Pipes")
          monthly("2025-01", "2025-12", 500, range: "Boilers")
        }
      }.rows.count
    }
    #expect(found("2024-07") == 1 && found("2024-08") == 0)
  }

  @Test func `who orders as often as the first band's customers did when young is one of tomorrow's`() {
    let tomorrow = tomorrow {
      customer("0 Oldest") { monthly("2020-01", "2020-06", 10) }
      for name in ["1", "2", "3"] {
        customer(name) {
          monthly("2022-01", "2022-06", 2_000)
          monthly("2025-01", "2025-12", 100_000)
        }
      }
      customer("4 Small, eager") { monthly("2025-07", "2025-12", 10) }
      customer("5 Small, slow") {
        sale("2025-07-10", 10)
        monthly("2025-09", "2025-12", 11)
      }
    }
    #expect(tomorrow.rows.map(\.customer) == [4])
    #expect(tomorrow.rows.first?.reasons == [.earlyRhythm(orders: 6, firstBand: 6, months: 6, peers: 3)])
    #expect(tomorrow.peers == 3 && tomorrow.tooYoung == 2)
  }

  @Test func `how many orders make an early rhythm is the company's own`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("0 Oldest") { monthly("2020-01", "2020-06", 10) }
      for name in ["1", "2", "3"] {
        customer(name) {
          monthly("2022-01", "2022-06", 2_000)
          monthly("2025-01", "2025-12", 100_000)
        }
      }
      customer("4 Small, eager") { monthly("2025-07", "2025-12", 10) }
    }.books
    func named(_ orders: Int) -> [Int] {
      var policy = Policy()
      policy.growth.earlyOrders = orders
      return Tomorrow(books: books, policy: policy, bands: Bands(books: books, policy: policy)).rows.map(\.customer)
    }
    #expect(named(6) == [4] && named(7).isEmpty)
  }

  @Test func `with fewer than three known beginnings in the first band no early rhythm is compared`() {
    let tomorrow = tomorrow {
      customer("0 Oldest") { monthly("2020-01", "2020-06", 10) }
      for name in ["1", "2"] { customer(name) { monthly("2022-01", "2025-12", 100_000) } }
      customer("4 Small, eager") { monthly("2025-07", "2025-12", 10) }
    }
    #expect(tomorrow.rows.isEmpty && tomorrow.peers == 2)
  }

  @Test func `only customers of the last bands are named, each with a reason`() {
    for seed in 0..<40 {
      let books = randomBooks(seed: UInt64(seed), customers: 60)
      let policy = Policy()
      let bands = Bands(books: books, policy: policy)
      let tomorrow = Tomorrow(books: books, policy: policy, bands: bands)
      let small = Set(bands.small(2).flatMap(\.members))
      #expect(tomorrow.looked == small.count)
      #expect(tomorrow.rows.allSatisfy { small.contains($0.customer) && !$0.reasons.isEmpty })
      #expect(Set(tomorrow.rows.map(\.customer)).count == tomorrow.rows.count)
    }
  }
}

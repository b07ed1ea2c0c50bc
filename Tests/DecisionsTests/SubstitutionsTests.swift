import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

/// Who stands in for customers whose prices can only be raised at the risk of losing them.
struct SubstitutionsTests {
  private func euros(_ euros: Int64) -> Cents { Cents(euros * 100) }

  private func asking(_ customer: Int, gap: Int64, revenue: Int64) -> Substitutions.Asking {
    Substitutions.Asking(customer: customer, gap: euros(gap), revenue: euros(revenue))
  }

  private func target(_ prospect: Int, _ expected: Int64) -> Substitutions.Candidate {
    Substitutions.Candidate(subject: .prospect(prospect), expected: euros(expected))
  }

  @Test func `the worked example: each euro won stands in for one customer, what lacks most of its revenue first`() {
    let found = Substitutions(
      won: [.init(customer: 9, revenue: euros(200)), .init(customer: 8, revenue: euros(400))],
      asking: [asking(0, gap: 50, revenue: 500), asking(1, gap: 60, revenue: 300), asking(2, gap: 10, revenue: 200)],
      targets: [target(0, 150), target(1, 90), target(2, 70)])
    #expect(found.rows.map(\.customer) == [1, 0, 2])
    #expect(found.rows.map(\.secured) == [euros(300), euros(300), euros(200)])
    #expect(found.rows.map(\.isUnlocked) == [true, false, true])
    #expect(found[1]?.won == [.init(customer: 8, revenue: euros(300))])
    #expect(
      found[0]?.won == [.init(customer: 8, revenue: euros(100)), .init(customer: 9, revenue: euros(200))])
    #expect(
      found[2]?.won == [.init(customer: 8, revenue: euros(100)), .init(customer: 9, revenue: euros(100))])
    // 200 lack: the first target and the second.
    #expect(found[0]?.candidates == [target(0, 150), target(1, 90)])
    #expect(found[2]?.candidates == [] && found[5] == nil)
  }

  @Test func `what good customers took away is replaced first, by the smallest of what was won`() {
    let won = [Substitutions.Won(customer: 8, revenue: euros(400)), .init(customer: 9, revenue: euros(200))]
    func found(gone: Int64) -> Substitutions {
      Substitutions(won: won, gone: euros(gone), asking: [asking(0, gap: 50, revenue: 400)], targets: [])
    }
    #expect(found(gone: 200)[0]?.won == [.init(customer: 8, revenue: euros(400))])
    #expect(found(gone: 250)[0]?.won == [.init(customer: 8, revenue: euros(350))])
    #expect(found(gone: 250)[0]?.isUnlocked == false && found(gone: 250).won == won)
    #expect(found(gone: 600)[0]?.won == [] && found(gone: 9_000)[0]?.secured == .zero)
  }

  @Test func `no euro won and no target stands in for two`() {
    var random = SplitMix64(seed: 7)
    func amount(_ most: UInt64) -> Cents { Cents(Int64(random.next() % most) + 1) }
    for _ in 0..<200 {
      let won = (0..<Int(random.next() % 9)).map { Substitutions.Won(customer: 100 + $0, revenue: amount(5_000)) }
      let asking = (0..<Int(random.next() % 9)).map {
        Substitutions.Asking(customer: $0, gap: amount(100), revenue: amount(6_000))
      }
      let targets = (0..<Int(random.next() % 9)).map {
        Substitutions.Candidate(subject: .prospect($0), expected: amount(2_000))
      }
      let found = Substitutions(won: won, asking: asking, targets: targets)
      #expect(Set(found.rows.map(\.customer)) == Set(asking.map(\.customer)))
      let unlocked = found.rows.filter(\.isUnlocked)
      for one in won {
        let taken = unlocked.flatMap(\.won).filter { $0.customer == one.customer }.map(\.revenue).sum
        #expect(taken <= one.revenue)
      }
      let named = found.rows.flatMap(\.candidates)
      #expect(Set(named.map(\.subject)).count == named.count)
      for row in found.rows {
        #expect(row.secured == row.won.map(\.revenue).sum && row.secured <= row.atRisk)
        #expect(row.isUnlocked == (row.secured == row.atRisk))
        #expect(!row.isUnlocked || row.candidates.isEmpty)
      }
      let shuffled = Substitutions(won: won.reversed(), asking: asking.reversed(), targets: targets)
      #expect(shuffled.rows == found.rows)
    }
  }

  @Test func `who is above its floor and new or growing has won something, nobody else`() {
    func trader(_ id: String, _ months: (Month, Month), _ amount: Int64, cost: Int64) -> Trader {
      Trader(id).monthly(months.0, months.1, amount, cost: cost)
    }
    let books = tradeBooks(
      asOf: "2025-12", people: [],
      [
        trader("A", ("2020-01", "2025-12"), 1_000, cost: 600), trader("B", ("2025-03", "2025-12"), 500, cost: 300),
        trader("C", ("2025-03", "2025-12"), 500, cost: 600),
        trader("D", ("2020-01", "2024-12"), 300, cost: 100).monthly("2025-01", "2025-12", 900, cost: 300),
      ])
    let verdicts = CompanyAnalysis(books: books, policy: Policy()).life.verdicts
    let won = verdicts.rows.compactMap(Substitutions.won)
    #expect(won == [.init(customer: 1, revenue: euros(5_000)), .init(customer: 3, revenue: euros(7_200))])
    #expect(verdicts.rows.map(Substitutions.gone).sum == .zero)
  }

  @Test func `who was above its floor and declines or is lost took something away, who lost money did not`() {
    let books = tradeBooks(
      asOf: "2025-12", people: [],
      [
        Trader("A").monthly("2020-01", "2024-12", 1_000, cost: 600),
        Trader("B").monthly("2020-01", "2024-12", 1_000, cost: 600).monthly("2025-01", "2025-12", 300, cost: 200),
        Trader("C").monthly("2020-01", "2024-12", 1_000, cost: 1_100).monthly("2025-01", "2025-12", 300, cost: 330),
        Trader("D").monthly("2020-01", "2025-12", 1_000, cost: 600),
      ])
    let verdicts = CompanyAnalysis(books: books, policy: Policy()).life.verdicts
    #expect(verdicts.rows.map(Substitutions.gone) == [12_000, 8_400, 0, 0].map(euros))
  }
}

import Ledger
import Testing
import Units

@testable import Portfolio

struct CleanUpTests {
  private func cleanUp(_ books: Books, _ policy: Policy = Policy()) -> CleanUp {
    CleanUp(books: books, policy: policy, oneOffs: books.oneOffs(policy))
  }

  @Test func `the worked example`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("a alive") { sale("2025-11-05", 10) }
      customer("b one-off") { sale("2023-06-05", 20) }
      customer("c dead") {
        sale("2023-03-05", 30)
        sale("2023-12-05", 30)
      }
      customer("d dying") {
        sale("2023-03-05", 10)
        sale("2024-01-05", 10)
      }
      customer("e empty")
      customer("f credited") { credit("2025-06-01", 5) }
    }.books
    let found = cleanUp(books)
    #expect(found.proposals.map(\.customer) == [1, 2, 4])
    #expect(found.proposals.map(\.reason) == [.oneOff, .dead, .empty])
    #expect(found.proposals.map(\.lastOrder) == ["2023-06-05", "2023-12-05", nil])
    #expect(found.before == 6 && found.after == 3 && found.revenue == .euros(80))
  }

  @Test func `a record with nothing but an old credit note is dead`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { credit("2023-06-01", 5) } }.books
    #expect(cleanUp(books).proposals.map(\.reason) == [.dead])
  }

  @Test func `an empty record that somebody serves says so`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("courted") { visit("2025-10") }
      customer("forgotten") { visit("2023-10") }
    }.books
    #expect(cleanUp(books).proposals.map(\.servedInWindow) == [true, false])
  }

  @Test func `every record is either proposed for one reason or stays, and none that ordered lately is proposed`() {
    for seed in 1...20 {
      let books = randomBooks(seed: UInt64(seed), customers: 60)
      let found = cleanUp(books)
      let byReason = CleanUp.Reason.allCases.map(found.count).reduce(0, +)
      #expect(byReason == found.proposals.count && found.after + byReason == books.customers.count)
      for proposal in found.proposals {
        #expect(proposal.lastOrder.map { $0.month <= "2024-12" } ?? true)
        #expect((proposal.reason == .empty) == books.activity.range(of: proposal.customer).isEmpty)
      }
    }
  }
}

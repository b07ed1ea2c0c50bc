import Decisions
import Ledger
import Pages
import Portfolio
import Units

/// A company that seeks more of its best customers: two categories, ranges that some miss, prospects, an investment.
func seekingBooks() -> CompanyAnalysis {
  let books = TinyBooks(asOf: "2025-12") {
    person("Anne", hoursPerMonth: 140, costPerHour: 45, region: "North")
    for number in 0..<10 {
      customer(
        "H\(number)", name: number == 5 ? "Inn <b>&\u{202E}" : "Inn \(number)", category: "Inns", sector: "55.10",
        region: "North", size: number < 2 || number == 5 ? "big" : "small",
        potential: number < 6 ? Euros(cents: Int64(number + 1) * 500_000) : nil, potentialDate: "2025-06-01"
      ) {
        monthly("2024-01", "2025-12", number < 2 ? 1_000 : 100, cost: number < 2 ? 400 : 50, range: "Soap")
        if number % 2 == 0 { sale("2025-06-20", 60, cost: 30, range: "Towels <b>") }
      }
    }
    for number in 0..<6 {
      customer("K\(number)", name: "Bar \(number)", category: "Bars", sector: "56.30", region: "South", size: "small") {
        monthly("2024-01", "2025-12", 80, cost: 70, range: "Cups")
      }
    }
    customer("N") { monthly("2024-01", "2025-12", 30, cost: 20) }
    prospect("P1", category: "Inns", region: "North", size: "big", potential: 30_000, interest: "fort")
    prospect("P2", category: "Inns", region: "South", size: "huge")
    prospect("P3")
  }.books
  let made = Authorship("Anne", at: 0)
  let said: [(CategoryField, String)] = [
    (.need, "quiet rooms"), (.skill, "Advice <b>"), (.budget, "1200000"), (.owner, "Anne"), (.targetRate, "600000"),
    (.started, "2025-07"), (.state, "underway"),
  ]
  let notes = CategoryNotes(
    said.enumerated().map { number, note in
      CategoryEdit(number: number + 1, category: "Inns", field: note.0, value: note.1, made: made)
    })
  return CompanyAnalysis(books: books, policy: Policy(), relations: RelationFacts(categories: notes))
}

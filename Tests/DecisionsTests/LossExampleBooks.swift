import Decisions
import Ledger
import Portfolio
import Units

/// The customers of the example in docs/methods/losses.md.
struct LossExample {
  let books: Books
  let facts: LossFacts
  let stages: Stages
  let losses: Losses

  init(facts change: (Books, inout LossFacts) -> Void = { _, _ in }) {
    let books = tradeBooks(
      asOf: "2025-12", people: ["Anne", "Bruno"],
      [
        Trader("Gil").monthly("2022-01", "2024-08", 1_000).given(.complaint, "2024-07").given(.complaint, "2024-08"),
        Trader("Hal", sector: "Hotels").monthly("2022-01", "2024-08", 600),
        Trader("Ida").monthly("2022-01", "2024-08", 500),
        Trader("Jon").buying("2024-03-12", 200).buying("2024-04-15", 200).buying("2024-05-13", 200),
        Trader("Kim").monthly("2022-01", "2024-12", 1_000).monthly("2025-01", "2025-12", 700),
        Trader("Inn1", sector: "Hotels").monthly("2022-01", "2023-08", 1_000).monthly("2023-09", "2025-12", 500),
        Trader("Inn2", sector: "Hotels").monthly("2022-01", "2023-08", 1_000).monthly("2023-09", "2025-12", 500),
        Trader("Inn3", sector: "Hotels").monthly("2022-01", "2023-08", 1_000).monthly("2023-09", "2025-12", 500),
        Trader("Lea").monthly("2022-01", "2025-12", 900).given(.complaint, "2024-03"),
      ])
    var facts = LossFacts()
    facts.enquiries = [
      Enquiry(customer: books.place("Jon"), asked: "2024-02-19", handler: 1, answered: "2024-03-07", outcome: .won)
    ]
    change(books, &facts)
    self.books = books
    self.facts = facts
    stages = Stages(books.source)
    losses = Losses(
      stages, books.source, books: books, policy: Policy(), categories: CategoryOf(books: books, policy: Policy()),
      facts: facts)
  }

  func row(_ id: String) -> Losses.Row? { losses.rows.first { $0.customer == books.place(id) } }
}

extension CustomerMonths {
  /// Columns of a few values, for as many customers as there are.
  init(customers: Int, _ cells: [(customer: Int, month: Month, value: Value)]) {
    let sorted = cells.sorted { ($0.customer, $0.month) < ($1.customer, $1.month) }
    self.init(
      offsets: (0...customers).map { place in sorted.count { $0.customer < place } }, months: sorted.map(\.month),
      values: sorted.map(\.value))
  }
}

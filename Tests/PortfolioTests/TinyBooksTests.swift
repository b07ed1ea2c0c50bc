import Ledger
import Testing
import Units

struct TinyBooksTests {
  let books = TinyBooks(asOf: "2025-12") {
    person("Anne", hoursPerMonth: 140, costPerHour: 45)
    customer("Dupont", category: "Bakeries") {
      sale("2025-03-04", 1_200.00, cost: 800.00, range: "Flour")
      sale("2025-03-04", 100.50, lines: 2)
      credit("2025-04-01", 200.00, of: "2025-03-04")
      sale("2026-01-02", 999)
      visit("2025-03", events: 2, minutes: 60, by: "Anne")
      call("2025-03", cost: 5.00, by: "Zoe")
    }
    customer("Adam")
    unattributed { sale("2024-05-02", 30) }
  }.books

  @Test func `customers stand in the order of their identifiers`() {
    #expect(books.customers.ids.map(\.text) == ["Adam", "Dupont"])
    #expect(books.customers.details[1]?.category == "Bakeries")
    #expect(books.history == MonthSpan("2024-05", "2025-04"))
  }

  @Test func `a credit note lowers its own month in the books and its invoice's day among orders`() {
    let march = books.activity.total(of: 1, in: MonthSpan("2025-03", "2025-03"))
    #expect(march.revenue == .euros(1_300.50) && march.orders == 1 && march.lines == 3 && march.costedLines == 1)
    let april = books.activity.total(of: 1, in: MonthSpan("2025-04", "2025-04"))
    #expect(april.revenue == .euros(-200) && april.orders == 0 && april.creditNotes == 1)
    #expect(books.orders[1].map(\.revenue) == [.euros(1_100.50)])
    #expect(books.unattributed.total(of: 0, in: MonthSpan("2024-01", "2025-12")).revenue == .euros(30))
  }

  @Test func `a credit note of the same amount within thirty days undoes the order`() {
    let books = TinyBooks.all {
      customer("A") {
        sale("2025-01-10", 50)
        sale("2025-02-10", 50)
        credit("2025-02-20", 50)
      }
    }.books
    #expect(books.orders[0].map(\.day) == ["2025-01-10"])
    #expect(books.window.previous == nil)
  }

  @Test func `services are told apart by how they can be costed`() {
    let cells = books.services[1]
    #expect(cells.map(\.kind) == [.call, .visit])
    #expect(cells.map(\.minutes) == [0, 120] && cells.map(\.person) == [nil, 0])
    #expect(cells.map(\.ownCost) == [.euros(5), .zero])
    #expect(books.services.medianMinutes == [.visit: 60])
  }

  @Test func `the same seed gives the same random books`() {
    let (first, second) = (randomBooks(seed: 7), randomBooks(seed: 7))
    #expect(first.activity.cells == second.activity.cells && first.orders.orders == second.orders.orders)
    #expect(first.activity.cells != randomBooks(seed: 8).activity.cells)
  }
}

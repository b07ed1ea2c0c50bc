import Ledger
import Testing
import Units

@testable import Portfolio

@Suite struct CategoryOfTests {
  private let books = TinyBooks(asOf: "2025-12") {
    customer("A", category: "Bakeries", sector: "food", region: "North")
    customer("B", sector: "food", region: "South") { sale("2025-02-01", 10, range: "Flour") }
    customer("C") {
      sale("2024-02-01", 900, range: "Ovens")
      sale("2025-02-01", 60, range: "Ovens")
      sale("2025-02-02", 60, range: "Flour")
    }
    customer("D") {
      sale("2025-02-01", 59, range: "Ovens")
      sale("2025-02-02", 61)
    }
    customer("E", category: "")
  }.books

  private func categories(_ rules: Policy.CategoryRule...) -> [String?] {
    var policy = Policy()
    policy.categories = rules
    let categories = CategoryOf(books: books, policy: policy)
    return (0..<5).map { categories[$0] }
  }

  @Test func `without rules the customer file's word counts`() {
    #expect(categories() == ["Bakeries", nil, nil, nil, nil])
  }

  @Test func `a customer put in by hand leaves the customer file's category`() {
    #expect(categories(.init(name: "Friends", customers: ["A", "Z"])) == ["Friends", nil, nil, nil, nil])
  }

  @Test func `a rule by the file's word gives customers and prospects of that word its name`() {
    #expect(categories(.init(name: "Bread", labels: ["Bakeries"])) == ["Bread", nil, nil, nil, nil])
    var policy = Policy()
    policy.categories = [.init(name: "Bread", labels: ["Bakeries"]), .init(name: "Late", labels: ["Bakeries"])]
    let categories = CategoryOf(books: books, policy: policy)
    func name(_ word: String?) -> String? {
      categories.name(ofProspect: Prospect(id: ID("P"), name: "P", category: word))
    }
    #expect(name("Bakeries") == "Bread" && name("Inns") == "Inns" && name("") == nil && name(nil) == nil)
  }

  @Test func `all lists of a rule must hold`() {
    #expect(
      categories(.init(name: "Southern food", sectors: ["food"], regions: ["South", "West"])) == [
        "Bakeries", "Southern food", nil, nil, nil,
      ])
  }

  @Test func `the first rule that holds wins`() {
    #expect(
      categories(.init(name: "Food", sectors: ["food"]), .init(name: "Friends", customers: ["A", "C"])) == [
        "Food", "Food", "Friends", nil, nil,
      ])
  }

  @Test func `a range counts from half of the revenue of W on`() {
    #expect(categories(.init(name: "Bakers", ranges: ["Ovens"])) == ["Bakeries", nil, "Bakers", nil, nil])
  }

  @Test func `a range that nobody bought holds for nobody, and so does a rule without lists`() {
    #expect(
      categories(.init(name: "Nothing"), .init(name: "Boats", ranges: ["Boats"])) == ["Bakeries", nil, nil, nil, nil])
  }

  @Test func `names are sorted and have a customer each`() {
    var policy = Policy()
    policy.categories = [.init(name: "Zebras", customers: ["B"]), .init(name: "Empty", customers: ["Z"])]
    let categories = CategoryOf(books: books, policy: policy)
    #expect(categories.names == ["Bakeries", "Zebras"])
    #expect(categories.place(of: 1) == 1)
  }
}

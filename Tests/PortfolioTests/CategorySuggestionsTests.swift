import Ledger
import Portfolio
import Testing
import Units

struct CategorySuggestionsTests {
  /// Ten bakers that buy flour each month, eight kitchens that buy an oven twice a year, six cafés of both.
  private func town() -> Books {
    TinyBooks(asOf: "2025-12") {
      for number in 0..<10 {
        customer("Baker \(number)", category: "Food", sector: "10.71") {
          monthly("2024-01", "2025-12", Euros(cents: 100_000 + Int64(number)), range: "Flour")
        }
      }
      for number in 0..<8 {
        customer("Kitchen \(number)", sector: "56.10") {
          sale("2025-02-1\(number)".day, 5_000, range: "Ovens")
          sale("2025-08-1\(number)".day, 9_000, range: "Ovens")
        }
      }
      for number in 0..<6 {
        customer("Tea \(number)", category: "Food", sector: "56.10") {
          for week in 0..<52 {
            sale(Day(number: 20_089).advanced(by: week * 7), 10, range: week % 2 == 0 ? "Flour" : "Sweets")
          }
        }
      }
      customer("Quiet") { sale("2024-05-05", 10) }
    }.books
  }

  private func suggestions(_ books: Books, _ policy: Policy = Policy()) -> CategorySuggestions {
    CategorySuggestions(books: books, policy: policy, categories: CategoryOf(books: books, policy: policy))
  }

  @Test func `bakers, kitchens and tea rooms are told by what and how they buy`() throws {
    let books = town()
    let proposals = try #require(suggestions(books).proposals.value)
    let names = proposals.map { Set($0.members.map { books.customers.names[$0].prefix { $0 != " " } }) }
    #expect(names == [["Baker"], ["Kitchen"], ["Tea"]])
    #expect(proposals.map(\.members.count) == [10, 8, 6])
    #expect(proposals.map(\.mix) == [.oneRange, .oneRange, .mainRange])
    #expect(proposals.map(\.tempo) == [.monthly, .rare, .weekly])
    #expect(proposals.map(\.evenness) == [.steady, .irregular, .steady])
    #expect(proposals.map(\.size) == [.middle, .middle, .small])
    #expect(proposals[1].medianRevenue == .euros(14_000) && proposals[0].silhouette > 0.9)
    #expect(proposals[0].ranges.map { $0.range.map { books.ranges.names[$0] } } == ["Flour"])
    #expect(proposals[0].presentCategory?.name == "Food" && proposals[0].presentCategory?.customers == 10)
    #expect(proposals[1].presentCategory == nil)
  }

  @Test func `how small a proposed category may be is the company's own`() {
    let books = town()
    func smallest(_ change: (inout Policy.Suggestions) -> Void) -> Int? {
      var policy = Policy()
      change(&policy.suggestions)
      return suggestions(books, policy).proposals.value?.map(\.members.count).min()
    }
    #expect(smallest { $0.leastMembers = 6 } == 6)
    #expect(smallest { $0.leastMembers = 7 } == 8)
    // A quarter of 24 is six, a third is eight.
    #expect(smallest { $0.leastMemberShare = Rate(percent: 25) } == 6)
    #expect(smallest { $0.leastMemberShare = Rate(percent: 34) } == 8)
  }

  @Test func `an accepted proposal's rule puts just its customers in the category`() throws {
    let books = town()
    let proposals = try #require(suggestions(books).proposals.value)
    var policy = Policy()
    policy.categories = proposals.enumerated().map { $1.rule(named: "Proposal \($0)", in: books.customers) }
    #expect(policy.categories[0].sectors == ["10.71"] && policy.categories[0].customers.isEmpty)
    #expect(policy.categories[1].ranges == ["Ovens"] && policy.categories[1].customers.isEmpty)
    #expect(proposals[2].nearestRule?.isExact == true && policy.categories[2].ranges == ["Sweets"])
    let categories = CategoryOf(books: books, policy: policy)
    for (place, proposal) in proposals.enumerated() {
      let members = (0..<books.customers.count).filter { categories[$0] == "Proposal \(place)" }
      #expect(members == proposal.members)
    }
  }

  @Test func `customers that are all alike form no categories`() {
    let alike = TinyBooks(asOf: "2025-12") {
      for number in 0..<25 { customer("C\(number)") { monthly("2025-01", "2025-12", 100, range: "Flour") } }
    }.books
    #expect(suggestions(alike).proposals == .unknown(.noStructure(silhouette: nil)))
  }

  @Test func `too few customers are not sorted`() {
    let few = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-01-01", 5) } }.books
    let suggestions = suggestions(few)
    #expect(suggestions.proposals.reason == .tooFewCustomers(found: 1, needed: 20) && suggestions.trials.isEmpty)
  }

  @Test func `a sample's typical customers gather the others, the same every time`() throws {
    var policy = Policy()
    policy.suggestions.sample = 21
    let (first, second) = (suggestions(town(), policy), suggestions(town(), policy))
    #expect(first.sampled == 21 && first.trials == second.trials)
    let proposals = try #require(first.proposals.value)
    #expect(proposals.map(\.members.count) == [10, 8, 6])
    #expect(proposals.map(\.members) == second.proposals.value?.map(\.members))
  }

  @Test func `proposals hold each buyer once`() {
    for seed in 0..<6 {
      let books = randomBooks(seed: UInt64(seed), customers: 80)
      var policy = Policy()
      policy.suggestions.leastSilhouette = Rate(percent: -100)
      guard let proposals = suggestions(books, policy).proposals.value else { continue }
      let members = proposals.flatMap(\.members)
      let span = books.window.current
      let buyers = (0..<books.customers.count).filter { customer in
        books.activity.total(of: customer, in: span).revenue > .zero
          && books.orders[customer].contains { span.contains($0.day.month) }
      }
      #expect(members.sorted() == buyers)
      #expect(proposals.allSatisfy { $0.members.contains($0.typical) })
    }
  }
}

extension String {
  /// The day that an ISO text names; a text that names none ends the test run.
  fileprivate var day: Day {
    guard let day = Day(iso: self) else { preconditionFailure("\(self) is not a day") }
    return day
  }
}

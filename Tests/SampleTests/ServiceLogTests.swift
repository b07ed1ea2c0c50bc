import Ledger
import Sample
import Testing
import Units

@Suite struct ServiceLogTests {
  @Test func `all kinds of service are logged with known people on days of the books`() {
    let books = SampleBooks.first
    #expect(Set(books.events.map(\.kind)).count == ServiceKind.allCases.count)
    for event in books.events {
      #expect(event.cost != nil || books.people[event.person] != nil)
      #expect(event.day.month <= Month(year: 2026, month: 10))
      if event.cost == nil { #expect((event.minutes ?? 0) > 0) }
    }
  }

  @Test func `deliveries are promised, some come late, and some of those are complained about`() {
    let deliveries = SampleBooks.first.events.filter { $0.kind == "livraison" }
    #expect(deliveries.allSatisfy { $0.promised != nil })
    let late = deliveries.filter { delivery in
      guard let promised = delivery.promised, let done = delivery.done else { return false }
      return promised < done
    }
    #expect((25...80).contains(late.count * 1000 / deliveries.count))
    let complaints = SampleBooks.first.events.filter { $0.kind == "réclamation" }
    let followed = late.count { delivery in
      complaints.contains { complaint in
        guard complaint.customer == delivery.customer, let done = delivery.done else { return false }
        return (0...6).contains(done.distance(to: complaint.day))
      }
    }
    #expect((25...60).contains(followed * 100 / late.count))
  }

  @Test func `six to eight sellers visit their own customers`() {
    let books = SampleBooks.first
    let sellers = books.people.filter { $0.value.role == "Commercial" }.keys
    #expect((6...8).contains(sellers.count))
    var sellerOf: [Int: Set<String>] = [:]
    for sale in books.sales { if let customer = sale.customer { sellerOf[customer, default: []].insert(sale.seller) } }
    let visits = books.events.filter { $0.kind == "visite" && $0.customer != nil }
    let own = visits.count { sellerOf[$0.customer ?? 0]?.contains($0.person) == true }
    #expect(own * 100 >= visits.count * 98)
  }
}

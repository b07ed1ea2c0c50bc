import Ledger
import Testing
import Units

@testable import Portfolio

/// The company of docs/methods/cost-to-serve.md.
private let example = TinyBooks(asOf: "2025-12") {
  person("Anne", role: "sales", hoursPerMonth: 100, costPerHour: 48)
  customer("Dupont") {
    visit("2025-03", events: 10, minutes: 60, by: "Anne")
    call("2025-03", events: 4, by: "Anne")
    service(.delivery, "2025-04", cost: 35)
    service(.mailing, "2025-05", events: 20)
    service(.gesture, "2025-06", events: 3)
  }
  customer("Durand") {
    visit("2025-07", events: 2, by: "Anne")
    visit("2025-08", minutes: 30)
  }
  unattributed { visit("2025-09", minutes: 30, by: "Anne") }
}.books

private let examplePolicy: Policy = {
  var policy = Policy()
  policy.costs.kinds[.call] = Policy.KindRule(standardMinutes: 15)
  policy.costs.kinds[.mailing] = Policy.KindRule(unitCost: Cents(80), actualCost: .euros(24))
  return policy
}()

private let year = MonthSpan("2025-01", "2025-12")

private func costs(_ books: Books, _ policy: Policy = Policy(), _ span: MonthSpan = year) -> CostToServe {
  CostToServe(books: books, policy: policy, span: span)
}

@Suite struct CostToServeTests {
  @Test func `the worked example costs every event one way and reconciles`() throws {
    let costs = costs(example, examplePolicy)
    #expect(costs.cost(of: 0) == .euros(711))
    #expect(costs.minutes(of: 0) == 660)
    #expect(costs.cost(of: 1) == .euros(150))
    #expect(costs.unattributed == .euros(30))
    #expect(costs.total == .euros(891))
    let pool = try #require(costs.pools.first)
    #expect(costs.pools.count == 1)
    #expect(pool.role == "sales")
    #expect(pool.ratePerHour == .euros(60))
    #expect(pool.cost == .euros(57_600))
    #expect(pool.capacity == 57_600)
    #expect(pool.allocated == .euros(840))
    #expect(pool.unused == .euros(56_760))
    let mailing = try #require(costs.kinds.first { $0.kind == .mailing })
    #expect(mailing.unit == .euros(16))
    #expect(mailing.variance == .euros(8))
    #expect(costs.uncostedEvents == 3)
    #expect(costs.kinds.first { $0.kind == .gesture }?.uncostedEvents == 3)
    #expect(costs.estimatedShare == Share(.euros(150), of: .euros(891)))
    #expect(costs.people.first?.logged == 810)
    #expect(costs.logged == Share(810, of: 57_600))
    #expect(costs.knowledge == .partly)
  }

  @Test func `an event's own cost beats its minutes and still counts as time served`() {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", hoursPerMonth: 100, costPerHour: 48)
      customer("Dupont") { visit("2025-03", minutes: 60, cost: 20, by: "Anne") }
    }.books
    let costs = costs(books)
    #expect(costs.cost(of: 0) == .euros(20))
    #expect(costs.minutes(of: 0) == 60)
    #expect(costs.pools.first?.allocated == .zero)
    #expect(costs.people.first?.logged == 60)
  }

  @Test func `the unit cost serves where minutes have no price`() {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", role: "sales", costPerHour: 48)
      customer("Dupont") {
        visit("2025-03", minutes: 60, by: "Anne")
        call("2025-03", minutes: 5, by: "Anne")
      }
    }.books
    var policy = Policy()
    policy.costs.kinds[.visit] = Policy.KindRule(unitCost: .euros(90))
    let costs = costs(books, policy)
    #expect(costs.cost(of: 0) == .euros(90))
    #expect(costs.uncostedEvents == 1)
    #expect(costs.pools.first?.cost == nil)
    #expect(costs.pools.first?.unused == nil)
    #expect(costs.pools.first?.unknownPeople == [0])
    #expect(costs.knowledge == .partly)
  }

  @Test func `a service by nobody known is charged to the pool that gives most of its kind`() {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", role: "sales", hoursPerMonth: 100, costPerHour: 48)
      person("Bruno", role: "desk", hoursPerMonth: 100, costPerHour: 24)
      customer("Dupont") {
        visit("2025-03", minutes: 600, by: "Anne")
        call("2025-03", minutes: 20, by: "Bruno")
        call("2025-04", minutes: 10, by: "Anne")
        call("2025-05", minutes: 60)
        service(.support, "2025-05", minutes: 60)
      }
    }.books
    let costs = costs(books)
    let unknown = costs.cells(of: 0).filter { $0.person == nil }
    #expect(unknown.map(\.kind) == [.call, .support])
    #expect(unknown.map { costs.pools[$0.pool ?? 9].role } == ["desk", "sales"])
    #expect(unknown.map(\.time) == [.euros(30), .euros(60)])
    #expect(unknown.allSatisfy { $0.estimated == $0.time })
  }

  @Test func `more minutes than a pool can give are a negative line over capacity`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", hoursPerMonth: 10, costPerHour: 48)
      customer("Dupont") { visit("2025-03", minutes: 6_000, by: "Anne") }
    }.books
    let pool = try #require(costs(books).pools.first)
    #expect(pool.role == nil)
    #expect(pool.cost == .euros(5_760))
    #expect(pool.allocated == .euros(6_000))
    #expect(pool.unused == .euros(-240))
    #expect(pool.isOverCapacity)
  }

  @Test func `a pool used to the last minute is not over capacity`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", hoursPerMonth: 7, costPerHour: 47)
      customer("Dupont") { for month in year.months { visit(month, minutes: 336, by: "Anne") } }
    }.books
    let pool = try #require(costs(books).pools.first)
    #expect(pool.minutes == pool.capacity)
    #expect(pool.unused == .zero)
    #expect(!pool.isOverCapacity)
  }

  @Test func `logging three fifths of the capacity makes the cost fully known`() {
    func knowledge(minutes: Int) -> CostToServe.Knowledge {
      costs(
        TinyBooks(asOf: "2025-12") {
          person("Anne", hoursPerMonth: 10, costPerHour: 48)
          customer("Dupont") { visit("2025-03", minutes: minutes, by: "Anne") }
        }.books
      ).knowledge
    }
    #expect(knowledge(minutes: 3_456) == .fully)
    #expect(knowledge(minutes: 3_455) == .partly)
  }

  @Test func `without a service log the time equation stands in only when asked to`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2025-03-04", 500, lines: 5)
        sale("2025-03-08", 500, lines: 5)
      }
      unattributed { sale("2025-04-01", 10, lines: 5) }
    }.books
    var policy = Policy()
    #expect(costs(books, policy).total == .zero)
    #expect(costs(books, policy).knowledge == .noServiceLog)
    policy.costs.standIn.enabled = true
    policy.costs.standIn.costPerHour = .euros(30)
    let costs = costs(books, policy)
    #expect(costs.cost(of: 0) == .euros(30))
    #expect(costs.unattributed == .euros(15))
    #expect(costs.knowledge == .standIn)
    #expect(costs.estimatedShare == Share(.euros(45), of: .euros(45)))
  }

  @Test func `the stand-in stays out as soon as one service is logged`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2025-03-04", 500)
        visit("2025-03", cost: 7)
      }
    }.books
    var policy = Policy()
    policy.costs.standIn.enabled = true
    #expect(costs(books, policy).total == .euros(7))
    #expect(costs(books, policy).knowledge == .fully)
  }

  @Test func `a capacity of nothing leaves minutes without a price`() {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", hoursPerMonth: 10, costPerHour: 48)
      customer("Dupont") { visit("2025-03", minutes: 60, by: "Anne") }
    }.books
    var policy = Policy()
    policy.costs.practicalCapacity = Rate(percent: 0)
    #expect(costs(books, policy).uncostedEvents == 1)
    #expect(costs(books, policy).total == .zero)
  }
}

@Suite struct CostToServeLaws {
  private let seeds: Range<UInt64> = 0..<40

  private func policy(_ seed: UInt64) -> Policy {
    var policy = Policy()
    if seed % 2 == 0 { policy.costs.kinds[.delivery] = Policy.KindRule(unitCost: Cents(1_234)) }
    if seed % 3 == 0 { policy.costs.kinds[.call] = Policy.KindRule(standardMinutes: 7) }
    return policy
  }

  @Test func `customers and nobody known sum to own, time and unit costs and payments, and each pool closes`() {
    for seed in seeds {
      let books = randomBooks(seed: seed)
      let costs = costs(books, policy(seed))
      let customers = (0..<books.customers.count).map { costs.cost(of: $0) }.sum
      let services = costs.kinds.map { $0.own + $0.time + $0.unit }.sum
      #expect(customers + costs.unattributed == services + costs.payments.total.known)
      #expect(costs.pools.map(\.allocated).sum == costs.kinds.map(\.time).sum)
      for pool in costs.pools { #expect(pool.unused.map { $0 + pool.allocated } == pool.cost) }
      let inSpan = (0..<books.customers.count).flatMap { books.services[$0] }.filter { year.contains($0.month) }
      #expect(costs.kinds.map(\.own).sum == inSpan.map(\.ownCost).sum)
      #expect(costs.kinds.reduce(0) { $0 + $1.events } == inSpan.reduce(0) { $0 + $1.events })
    }
  }

  @Test func `a span costs what its months cost`() {
    for seed in seeds {
      let books = randomBooks(seed: seed)
      let whole = costs(books, policy(seed))
      let months = year.months.map { costs(books, policy(seed), MonthSpan($0, $0)) }
      for customer in 0..<books.customers.count {
        #expect(months.map { $0.cost(of: customer) }.sum == whole.cost(of: customer))
      }
    }
  }

  @Test func `the order in which people are written changes nothing`() {
    for seed in seeds {
      let entries = randomEntries(seed: seed)
      let renamed = entries.map { entry -> TinyEntry in
        switch entry {
        case .person(let person):
          // The identifiers sort the people: turn the order round.
          return .person(
            Person(
              id: ID(person.id.text == "Anne" ? "Zoe" : "Abel"), name: person.name, role: person.role,
              minutesPerMonth: person.minutesPerMonth, costPerHour: person.costPerHour))
        case .customer(let id, let name, let details, let lines):
          return .customer(id, name: name, details, lines.map(reassigned))
        default: return entry
        }
      }
      let first = costs(TinyBooks(asOf: "2025-12", months: 12, entries: entries).books)
      let second = costs(TinyBooks(asOf: "2025-12", months: 12, entries: renamed).books)
      for customer in 0..<24 { #expect(first.cost(of: customer) == second.cost(of: customer)) }
      #expect(first.pools.map(\.allocated) == second.pools.map(\.allocated))
    }
  }

  @Test func `doubling the minutes of a customer never lowers its cost`() {
    for seed in seeds {
      let books = randomBooks(seed: seed)
      let before = costs(books)
      let customer = Int(seed) % books.customers.count
      let after = costs(doubled(books, customer))
      #expect(after.cost(of: customer) >= before.cost(of: customer))
    }
  }

  private func reassigned(_ line: TinyLine) -> TinyLine {
    guard case .service(var service) = line else { return line }
    service.person = service.person.map { ["Anne": "Zoe", "Bruno": "Abel"][$0] ?? $0 }
    return .service(service)
  }

  /// The same books, one customer's minutes doubled.
  private func doubled(_ books: Books, _ customer: Int) -> Books {
    let cells = books.customers.ids.indices.flatMap { place in
      books.services[place].map { cell in
        ServiceActivity.Cell(
          month: cell.month, kind: cell.kind, person: cell.person, events: cell.events,
          costedEvents: cell.costedEvents, ownCost: cell.ownCost, timedEvents: cell.timedEvents,
          minutes: place == customer ? cell.minutes * 2 : cell.minutes, costedMinutes: cell.costedMinutes)
      }
    }
    return Books(
      window: books.window, history: books.history, customers: books.customers, activity: books.activity,
      unattributed: books.unattributed, orders: books.orders, ranges: books.ranges,
      services: ServiceActivity(
        offsets: books.services.offsets, cells: cells, medianMinutes: books.services.medianMinutes),
      unattributedServices: books.unattributedServices, people: books.people, prospects: books.prospects,
      waitingLines: 0, payments: books.payments)
  }
}

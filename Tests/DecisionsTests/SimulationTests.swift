import Decisions
import Ledger
import Testing
import Units

/// What the stages say of customers whose course is known.
struct SimulationTests {
  private static let customers = SimulatedCustomers(each: 150, seed: 20_260_101)
  private static let source = StageSource(
    months: SimulatedCustomers.months, orders: customers.log, policy: Policy())
  private static let stages = Stages(source)
  private var last: Month { SimulatedCustomers.months.last }

  /// The part of a kind's customer-months from month 28 on that a stage holds.
  private func share(_ stage: Stage, of kind: SimulatedKind) -> Double {
    let courses = Self.customers.places(of: kind).map { Self.stages.course(of: $0).dropFirst(28) }
    let all = courses.reduce(0) { $0 + $1.count }
    return Double(courses.reduce(0) { $0 + $1.count { $0 == stage } }) / Double(all)
  }

  /// Changes of stage a year and customer, from one to another.
  private func changes(of kind: SimulatedKind) -> Double {
    let places = Self.customers.places(of: kind)
    let changes = places.map { place in
      let course = Self.stages.course(of: place).compactMap { $0 }
      return zip(course, course.dropFirst()).count { $0 != $1 }
    }
    return Double(changes.reduce(0, +)) / Double(places.count) / 4
  }

  @Test func `the table of what the stages say from month 28 on`() {
    var table = ["kind".filled(12) + Stage.allCases.map { $0.label.filled(11) }.joined() + "changes a year"]
    for kind in SimulatedKind.allCases {
      let shares = Stage.allCases.map { stage in
        (String(Int((share(stage, of: kind) * 1_000).rounded())) + " ‰").filled(11)
      }
      let changes = Double(Int((changes(of: kind) * 100).rounded())) / 100
      table.append(kind.rawValue.filled(12) + shares.joined() + String(changes))
    }
    print(table.joined(separator: "\n"))
    for kind in SimulatedKind.allCases {
      let sum = Stage.allCases.reduce(0) { $0 + share($1, of: kind) }
      #expect(sum <= 1.000_001, "\(kind)")
    }
  }

  @Test(arguments: [SimulatedKind.monthly, .quarterly, .halfYearly, .yearly])
  func `who buys at a steady rhythm is mature nine months of ten`(_ kind: SimulatedKind) {
    #expect(share(.mature, of: kind) >= 0.9)
  }

  @Test(arguments: SimulatedKind.allCases.filter(\.isStable))
  func `a stable customer changes stage less than 1.2 times a year`(_ kind: SimulatedKind) {
    #expect(changes(of: kind) < 1.2)
  }

  @Test func `who stops is found to decline, then to be lost, each of them`() {
    for place in Self.customers.places(of: .stop) {
      let months = (SimulatedCustomers.end..<48).map { Self.stages.course(of: place)[$0] }
      #expect(months.prefix(7).contains(.declining), "customer \(place)")
      #expect(months.last == .lost, "customer \(place)")
    }
  }

  @Test func `who loses two percent a month is found`() {
    let found = Self.customers.places(of: .downTwo).count { Self.stages.course(of: $0).contains(.declining) }
    #expect(Double(found) / 150 >= 0.9)
  }

  @Test func `who gains three percent a month is found`() {
    let found = Self.customers.places(of: .upThree).count { Self.stages.course(of: $0).contains(.developing) }
    #expect(Double(found) / 150 >= 0.9)
  }

  @Test func `who comes back after eighteen months is lost, then won back`() {
    for place in Self.customers.places(of: .backAfter18) {
      let course = Self.stages.course(of: place).compactMap { $0 }
      #expect(course.contains(.lost) && course.contains(.wonBack) && course.last != .lost, "customer \(place)")
    }
  }

  @Test func `a one-off ends lost`() {
    for place in Self.customers.places(of: .oneOff) { #expect(Self.stages.stage(of: place, at: last) == .lost) }
  }
}

extension Stage {
  fileprivate var label: String { self == .wonBack ? "won back" : name }
}

extension String {
  fileprivate func filled(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

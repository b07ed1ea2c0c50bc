import Ledger
import Portfolio
import Units

@testable import Decisions

/// Customers made by hand to try steps on; whole euros.
func whatIfSubject(
  _ customer: Int, revenue: Int64, gross: Int64?, service: Int64 = 0, payment: Int64 = 0, stranded: Int64 = 0,
  minutes: [Int] = []
) -> WhatIfSubject {
  var subject = WhatIfSubject(customer: customer)
  subject.figures = gross.map {
    WhatIfFigures(
      revenue: Cents(revenue * 100), grossMargin: Cents($0 * 100), serviceCost: Cents(service * 100),
      paymentCost: Cents(payment * 100))
  }
  subject.services = ServicePart(
    events: 1, cost: Cents(service * 100), stranded: Cents(stranded * 100), minutes: PoolMinutes(minutes))
  return subject
}

/// The company of docs/methods/what-if.md: A, B and C at 0, 1 and 2.
var whatIfExample: [WhatIfSubject] {
  var third = whatIfSubject(2, revenue: 1_400, gross: 700, service: 1_320, stranded: 440, minutes: [1_800])
  third.visits = ServicePart(
    events: 12, cost: Cents(120_000), stranded: Cents(40_000), minutes: PoolMinutes([1_440]))
  third.handling = ServicePart(events: 6, cost: Cents(12_000), stranded: Cents(4_000), minutes: PoolMinutes([0, 360]))
  third.orders = Array(repeating: Cents(10_000), count: 5) + [Cents(90_000)]
  return [
    whatIfSubject(0, revenue: 10_000, gross: 1_000, service: 6_000, stranded: 1_000, minutes: [600, 60]),
    whatIfSubject(1, revenue: 1_200_000, gross: 300_000, service: 252_000), third,
  ]
}

/// The base of customers made by hand, in the order of their places.
func whatIfBase(
  _ subjects: [WhatIfSubject], policy: Policy = Policy(), chances: [DevelopmentChance] = []
) -> WhatIfBase {
  WhatIfBase(
    years: subjects.map { subject in
      VerdictFacts.Year(
        revenue: subject.figures?.revenue ?? Cents(100), grossMargin: subject.figures?.grossMargin,
        serviceCost: subject.services.cost, paymentCost: subject.figures?.paymentCost ?? .zero,
        stranded: subject.services.stranded)
    }, policy: policy, chances: chances
  ) { subjects[$0] }
}

/// Customers of any sort: losing money or not, some with unknown margins, some with no visits or orders.
func randomSubjects(_ count: Int, seed: UInt64) -> [WhatIfSubject] {
  var random = SplitMix64(seed: seed)
  func amount(_ most: UInt64) -> Int64 { Int64(random.next() % most) }
  func part(_ events: UInt64) -> ServicePart {
    let events = Int(amount(events))
    guard events > 0 else { return ServicePart() }
    let cost = amount(300_000)
    return ServicePart(
      events: events, cost: Cents(cost), stranded: Cents(cost * amount(101) / 100),
      minutes: PoolMinutes([Int(amount(900)), Int(amount(300))]))
  }
  return (0..<count).map { place in
    var subject = WhatIfSubject(customer: place)
    (subject.visits, subject.calls, subject.handling) = (part(20), part(30), part(40))
    let parts = [subject.visits, subject.calls, subject.handling]
    for one in parts {
      subject.services.cost += one.cost
      subject.services.stranded += one.stranded
      subject.services.minutes = subject.services.minutes + one.minutes
    }
    subject.orders = (0..<amount(30)).map { _ in Cents(1 + amount(90_000)) }
    let revenue = amount(9) == 0 ? -amount(5_000) : subject.orders.sum.value
    if amount(10) > 0 {
      subject.figures = WhatIfFigures(
        revenue: Cents(revenue), grossMargin: Cents(revenue * (amount(60) - 10) / 100),
        serviceCost: subject.services.cost, paymentCost: Cents(amount(20_000)))
    }
    return subject
  }
}

/// Choices of any sort, with repeated customers, overlapping sets and rival steps.
func randomChoices(_ customers: Int, seed: UInt64) -> [WhatIfChoice] {
  var random = SplitMix64(seed: seed)
  func number(_ most: UInt64) -> Int64 { Int64(random.next() % most) }
  func step() -> WhatIfStep {
    switch number(6) {
    case 0: .drop
    case 1: .lose(Rate(millionths: number(1_000_001)))
    case 2: .reprice(Rate(millionths: number(300_000) - 100_000), elasticity: Rate(millionths: number(3_000_000)))
    case 3: .reprice(Rate(millionths: number(300_000) - 100_000))
    case 4: .serve(Policy.ServiceLevel.allCases[Int(number(3))])
    default: .minimumOrder(Cents(1 + number(60_000)))
    }
  }
  return (0..<8).map { _ in
    WhatIfChoice((0..<12).map { _ in Int(number(UInt64(customers))) }, (0...number(4)).map { _ in step() })
  }
}

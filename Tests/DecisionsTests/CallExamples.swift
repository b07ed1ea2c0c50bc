import Decisions
import Ledger
import Units

/// The customers of docs/methods/call-planning.md: Ann serves Xavier, Yves and Zoe.
struct CallExample {
  static let xavier = 0
  static let yves = 1
  static let zoe = 2

  static let accounts = [
    CallAccount(
      customer: xavier, seller: 0, minutes: 20 * 60, margin: Cents(4_000_000), level: .delegated,
      limits: 240...3600),
    CallAccount(
      customer: yves, seller: 0, minutes: 12 * 60, margin: Cents(4_000_000), potential: Cents(9_000_000),
      level: .delegated, limits: 240...3600),
    CallAccount(
      customer: zoe, seller: 0, minutes: 180, margin: Cents(-50_000), level: .automated, limits: 30...1200),
  ]

  static func plan(hours: Int = 35, travel: Cents? = nil) -> CallPlan {
    var rule = Policy.Effort()
    rule.travelPerVisit = travel
    return CallPlan(
      accounts: accounts, sellers: [CallSeller(id: ID("Ann"), capacity: hours * 60)],
      terms: CallPlan.Terms(rule: rule, visitMinutes: 60))
  }
}

/// Random customers and their salespeople; the same seed gives the same.
struct RandomCalls {
  private(set) var random: SplitMix64
  private(set) var accounts: [CallAccount] = []
  private(set) var sellers: [CallSeller] = []
  let terms: CallPlan.Terms

  /// - Parameters:
  ///   - hours: the most that a customer may be given.
  ///   - traps: minimums that jump, limits that meet, customers never visited, losing ones, unknown ones, guarded ones.
  ///   - today: the most minutes that one is given today; as many as may be where it is not said.
  init(
    seed: UInt64, sellers count: Int, customers: Int, hours: Int, traps: Bool = true, travel: Int64 = 0,
    today: Int? = nil
  ) {
    random = SplitMix64(seed: seed)
    var rule = Policy.Effort()
    rule.travelPerVisit = Cents(travel)
    terms = CallPlan.Terms(rule: rule, visitMinutes: 60)
    for seller in 0..<count {
      for _ in 0..<customers {
        let margin = Int64.random(in: (traps ? -200_000 : 100_000)...5_000_000, using: &random)
        let least = traps && Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 0...hours, using: &random) : 0
        let most = Int.random(in: 0..<5, using: &random) == 0 ? least : Int.random(in: least...hours, using: &random)
        let isKnown = !traps || Int.random(in: 0..<8, using: &random) > 0
        accounts.append(
          CallAccount(
            customer: accounts.count, seller: seller,
            minutes: traps && Int.random(in: 0..<5, using: &random) == 0
              ? 0 : Int.random(in: 1...(today ?? hours * 60), using: &random),
            margin: isKnown ? Cents(margin) : nil,
            potential: Bool.random(using: &random) ? Cents(Int64.random(in: 0...9_000_000, using: &random)) : nil,
            standIn: Int.random(in: 1...hours * 60, using: &random), limits: least * 60...max(most, least) * 60,
            isGuarded: traps && Int.random(in: 0..<8, using: &random) == 0,
            region: ["North", "South", nil][Int.random(in: 0..<3, using: &random)]))
      }
      sellers.append(
        CallSeller(
          id: ID("S\(seller)"), capacity: Int.random(in: 0...customers * hours * 40, using: &random),
          region: ["North", "South"][seller % 2]))
    }
  }

  /// The same with other capacities and other money.
  func plan(hoursMore: Int = 0, money: Int64 = 1) -> CallPlan {
    var rule = terms.rule
    rule.travelPerVisit = rule.travelPerVisit?.times(money)
    return CallPlan(
      accounts: accounts.map { account in
        CallAccount(
          customer: account.customer, seller: account.seller, minutes: account.minutes,
          margin: account.margin?.times(money), potential: account.potential?.times(money), standIn: account.standIn,
          limits: account.limits, isGuarded: account.isGuarded, region: account.region)
      },
      sellers: sellers.map {
        CallSeller(
          id: $0.id, capacity: $0.capacity.map { $0 + hoursMore * 60 }, taken: $0.taken, region: $0.region)
      }, terms: CallPlan.Terms(rule: rule, visitMinutes: terms.visitMinutes))
  }
}

extension CallPlan {
  /// What all customers bring beyond today, row by row.
  var total: Cents { rows.compactMap(\.gain).sum }
}

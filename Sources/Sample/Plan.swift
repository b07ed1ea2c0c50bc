import Units

/// Everything decided before the first line is written.
struct Plan {
  let seed: UInt64
  let timetable: Timetable
  let catalogue: Catalogue
  let members: [Member]
  let team: Team
  /// How much longer than usual gaps between orders are, in thousandths, so that lines come in ordinary orders.
  let stretch: Int
  /// How many more lines than usual an order has, in 1024ths, so that the lines asked for come out.
  let lineFactor: Int
  /// Lines sold over the counter a working day, in sixteenths.
  let counterLines: Int

  init(seed: UInt64, customers: Int, lines: Int, timetable: Timetable, hasCounter: Bool) {
    self.seed = seed
    self.timetable = timetable
    catalogue = Catalogue(seed: seed)
    let living = max(1, min(customers, (lines - 2 * customers) / 75))
    var members = Cast(seed: seed, living: living, customers: customers, timetable: timetable).members
    stretch = max(250, min(4000, 1_000_000 / max(1, root(permille: lines * 1000 / (living * 150)))))
    let workingDays = Set(timetable.working).count
    counterLines = hasCounter ? lines * 16 / 40 / workingDays : 0

    let orders = Plan.orders(of: members, seed: seed, stretch: stretch, timetable: timetable)
    let wanted = lines - counterLines * workingDays / 16
    lineFactor = Plan.lineFactor(for: wanted, members: members, orders: orders)
    for number in members.indices { members[number].price(meanLines: Plan.meanLines(members[number], lineFactor)) }
    team = Team(minutes: Plan.minutes(members, orders: orders, lineFactor: lineFactor, months: timetable.months))
    Plan.assign(&members, to: team, lastDay: timetable.days - 1)
    self.members = members
  }

  /// The mean lines of an order, in sixteenths, at least one line.
  func meanLines(_ member: Member) -> Int { Plan.meanLines(member, lineFactor) }

  /// About what a member buys in a year by the end, in cents.
  func yearlyRevenue(_ member: Member) -> Int {
    let season = Season.rates[Int(member.season.rawValue)].reduce(0, +)
    let gap = member.isStretched ? member.gap * stretch / 1000 : member.gap
    let lines = 365 * 16 * meanLines(member) / (16 * max(1, gap)) * season / 12_000
    return lines * member.value / 1000 * (1000 - member.discount) / 1000 * member.trend(timetable.months - 1)
  }

  private static func meanLines(_ member: Member, _ factor: Int) -> Int { max(16, member.lines * factor / 1024) }

  /// The gap before a member's nth order, in sixteenths of a usual day.
  static func gap(_ member: Member, _ number: Int, before order: Int, seed: UInt64, stretch: Int) -> Int {
    var draws = Draws(seed, .rhythm, number, order)
    let gap = member.gap(before: order, &draws)
    return member.isStretched ? max(16, gap * stretch / 1000) : gap
  }

  /// The day of a member's first order, or nothing.
  static func firstOrder(_ member: Member, _ number: Int, seed: UInt64, stretch: Int, timetable: Timetable) -> Int? {
    if member.firstDay > 0, member.season.label.isEmpty { return member.firstDay }
    var draws = Draws(seed, .rhythm, number, 0)
    let gap = member.isStretched ? member.gap * stretch / 1000 : member.gap
    return member.nextDay(after: member.firstDay - 1, gap: 16 + draws.below(max(1, gap)), in: timetable)
  }

  /// How many orders each member will place.
  private static func orders(of members: [Member], seed: UInt64, stretch: Int, timetable: Timetable) -> [Int] {
    members.enumerated().map { number, member in
      var count = 0
      var day = firstOrder(member, number, seed: seed, stretch: stretch, timetable: timetable)
      while let current = day {
        count += 1
        let gap = gap(member, number, before: count, seed: seed, stretch: stretch)
        day = current >= member.lastDay ? nil : member.nextDay(after: current, gap: gap, in: timetable)
      }
      return count
    }
  }

  /// The factor, in 1024ths, with which so many orders come to the lines wanted, freight and credit notes counted.
  private static func lineFactor(for wanted: Int, members: [Member], orders: [Int]) -> Int {
    func lines(_ factor: Int) -> Int {
      var sixteenths = 0
      for (member, orders) in zip(members, orders) {
        let mean = meanLines(member, factor)
        let value = mean * member.value * (1000 - member.discount) / 16_000
        let freight =
          value * 2 < Basket.freightBelow
          ? 16 : value < Basket.freightBelow ? 13 : value < 2 * Basket.freightBelow ? 4 : 0
        sixteenths += orders * (mean * 1000 + freight * 1000 + 16 * member.returns)
      }
      return sixteenths / 16_000
    }
    var (low, high) = (1, 1 << 20)
    while low < high {
      let middle = (low + high) / 2
      if lines(middle) < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Minutes of work a month for each role.
  private static func minutes(
    _ members: [Member], orders: [Int], lineFactor: Int, months: Int
  ) -> [Staff.Role: Int] {
    var minutes: [Staff.Role: Int] = [:]
    for (member, orders) in zip(members, orders) {
      let days = min(member.lastDay, months * 365 / 12) - member.firstDay
      let lines = orders * meanLines(member, lineFactor) / 16
      minutes[.sales, default: 0] += (member.visitsPerYear * 92 + member.callsPerYear * 13) * max(30, days) / 365
      minutes[.desk, default: 0] += orders * 18 + lines * 2 + orders * (member.complaints + 14) * 35 / 1000
      minutes[.driver, default: 0] += (orders * 40 + lines * 2) * (1000 - member.express) / 1000
      minutes[.driver, default: 0] += orders * member.returns * 30 / 1000
      minutes[.accounts, default: 0] += orders * 8 + days / 60
    }
    return minutes.mapValues { $0 / months }
  }

  /// Gives each member the least busy seller, of a team of at most twelve, of its region if that one has time left.
  ///
  /// Customers that stay to the end weigh more: the last months are those that are looked at.
  private static func assign(_ members: inout [Member], to team: Team, lastDay: Int) {
    let sellers = team.pools[.sales] ?? 0..<1
    let everybody = Array(sellers)
    let byRegion = Place.regions.indices.map { region in
      let own = sellers.filter { team.people[$0].region == region }
      return own.isEmpty ? everybody : own
    }
    var load = [Int](repeating: 0, count: sellers.upperBound)
    let works = members.map { ($0.visitsPerYear * 92 + $0.callsPerYear * 13) * ($0.lastDay == lastDay ? 4 : 1) }
    let fair = works.reduce(0, +) / sellers.count
    for number in members.indices.sorted(by: { members[$0].rank < members[$1].rank }) {
      let own = byRegion[Place.all[members[number].place].region]
      func leastBusy(_ candidates: [Int]) -> Int {
        let teams = (candidates.count + 11) / 12
        let first = number % teams * candidates.count / teams
        let last = (number % teams + 1) * candidates.count / teams
        var best = candidates[first]
        for seller in candidates[first..<last] where load[seller] < load[best] { best = seller }
        return best
      }
      var best = leastBusy(own)
      if load[best] + works[number] > fair * 104 / 100 { best = leastBusy(everybody) }
      load[best] += works[number]
      // Who is in charge at the end is chosen; a customer that changed hands had the neighbour before.
      let place = own.firstIndex(of: best) ?? 0
      let neighbour = own[(place + 1) % own.count]
      let other = neighbour == best ? sellers.lowerBound + (best + 1) % sellers.count : neighbour
      members[number].nextSeller = best
      members[number].seller = members[number].handover == Int.max ? best : other
    }
  }
}

extension Member {
  /// Whether the rhythm follows how many lines are asked for; stories that stand on theirs keep it.
  var isStretched: Bool {
    guard !keepsRhythm else { return false }
    switch story {
    case .stable, .overServed, .underServed, .marginSqueeze, .group, .strategic, .tender, .duplicate, .uncosted:
      return true
    default: return false
    }
  }
}

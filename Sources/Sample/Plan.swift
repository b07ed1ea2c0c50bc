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
    var members = Cast(seed: seed, customers: customers, timetable: timetable).members
    stretch = max(250, min(4000, 1_000_000 / max(1, root(permille: lines * 1000 / (customers * 150)))))
    let workingDays = Set(timetable.working).count
    counterLines = hasCounter ? lines * 16 / 40 / workingDays : 0

    let orders = Plan.orders(of: members, seed: seed, stretch: stretch, timetable: timetable)
    let usual = zip(orders, members).reduce(0) { $0 + $1.0 * $1.1.lines } / 16
    let wanted = lines - counterLines * workingDays / 16
    // Of 1000 orders about 15 are followed by a credit note of one line, 60 carry a freight line.
    let extra = orders.reduce(0, +) * 75 / 1000
    lineFactor = max(1, wanted - extra) * 1024 / max(1, usual)
    team = Team(minutes: Plan.minutes(members, orders: orders, lineFactor: lineFactor, months: timetable.months))
    Plan.assign(&members, to: team)
    self.members = members
  }

  /// The mean lines of an order, in sixteenths, at least one line.
  func meanLines(_ member: Member) -> Int { max(16, member.lines * lineFactor / 1024) }

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

  /// Minutes of work a month for each role.
  private static func minutes(
    _ members: [Member], orders: [Int], lineFactor: Int, months: Int
  ) -> [Staff.Role: Int] {
    var minutes: [Staff.Role: Int] = [:]
    for (member, orders) in zip(members, orders) {
      let days = min(member.lastDay, months * 365 / 12) - member.firstDay
      let lines = orders * max(16, member.lines * lineFactor / 1024) / 16
      minutes[.sales, default: 0] += (member.visitsPerYear * 92 + member.callsPerYear * 13) * max(30, days) / 365
      minutes[.desk, default: 0] += orders * 12 + lines * 2 + orders * (member.complaints + 14) * 35 / 1000
      minutes[.driver, default: 0] += (orders * 36 + lines * 2) * (1000 - member.express) / 1000
      minutes[.accounts, default: 0] += orders * 8 + days / 60
    }
    return minutes.mapValues { $0 / months }
  }

  /// Gives each member a seller of its region, the least busy of a team of at most twelve.
  private static func assign(_ members: inout [Member], to team: Team) {
    let sellers = team.pools[.sales] ?? 0..<1
    let byRegion = Place.regions.indices.map { region in
      let own = sellers.filter { team.people[$0].region == region }
      return own.isEmpty ? Array(sellers) : own
    }
    var load = [Int](repeating: 0, count: sellers.upperBound)
    for number in members.indices.sorted(by: { members[$0].rank < members[$1].rank }) {
      let own = byRegion[Place.all[members[number].place].region]
      let teams = (own.count + 11) / 12
      let first = number % teams * own.count / teams
      let last = (number % teams + 1) * own.count / teams
      var best = own[first]
      for seller in own[first..<last] where load[seller] < load[best] { best = seller }
      load[best] += members[number].visitsPerYear * 92 + members[number].callsPerYear * 13
      members[number].seller = best
      let place = own.firstIndex(of: best) ?? 0
      let next = own[(place + 1) % own.count]
      members[number].nextSeller = next == best ? sellers.lowerBound + (best + 1) % sellers.count : next
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

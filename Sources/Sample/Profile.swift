/// What a customer of a certain size is like, and what its story makes of it.
struct Profile {
  private let rank: Int
  private let customers: Int
  private let timetable: Timetable
  private var draws: Draws

  init(seed: UInt64, rank: Int, of customers: Int, timetable: Timetable) {
    self.rank = rank
    self.customers = customers
    self.timetable = timetable
    draws = Draws(seed, .profile, rank)
  }

  /// The customer that lives a story; `occurrence` counts the customers of the same story.
  mutating func member(_ story: Story.Kind, occurrence: Int) -> Member {
    var member = ordinary(story, sector: sector(story, occurrence))
    switch story {
    case .stable: makeStable(&member)
    case .seasonal: makeSeasonal(&member)
    case .growing, .tomorrow, .slowDecline, .suddenDecline: makeMoving(&member)
    case .lost: makeLost(&member, occurrence)
    case .wonBack: makeWonBack(&member)
    case .oneOff, .new, .episodic: makeRare(&member)
    case .toxic, .toxicCategory, .overServed, .underServed: makeCostly(&member, occurrence)
    case .goodInToxic, .underpriced, .expressOnly, .laborious: makeTelling(&member)
    case .marginSqueeze:
      member.discount = 140
      member.yearlyDiscount = 36
    case .group: member.group = occurrence / 3
    case .strategic:
      member.isStrategic = true
      member.isLosing = occurrence % 2 == 0
      if member.isLosing { makeSmall(&member, express: 1000) }
    case .tender: member.discount += 40
    case .duplicate: member.gap = min(member.gap, 75 * 16)
    case .uncosted: break
    }
    return member
  }

  /// Size in thousandths of all customers, 0 the biggest.
  private var place: Int { min(999, rank * 1000 / customers) }

  private mutating func sector(_ story: Story.Kind, _ occurrence: Int) -> Int {
    switch story {
    case .toxicCategory, .goodInToxic: return Sector.toxic
    case .seasonal: return [8, 6, 11][occurrence % 3]
    case .lost where Profile.cause(occurrence) == .sectorDecline: return Sector.declining
    default: break
    }
    // Only customers without a story of their own suffer from the sector's decline.
    var total = 0
    for (number, sector) in Sector.all.enumerated() where number != Sector.declining || story == .stable {
      total += sector.share
    }
    var wanted = draws.below(total)
    for (number, sector) in Sector.all.enumerated() where number != Sector.declining || story == .stable {
      wanted -= sector.share
      if wanted < 0 { return number }
    }
    return 0
  }

  private mutating func ordinary(_ story: Story.Kind, sector: Int) -> Member {
    let exponent = sizeExponent(rank: min(rank, customers - 1), of: customers) + Sector.all[sector].size * 35 / 100
    let gap = 365 * 16 * 1024 / (7 * max(60, powerOfTwo(exponent * 40 / 100)))
    let levels = [(30, 44, 16), (100, 36, 14), (250, 22, 12), (500, 11, 10), (750, 3, 8), (1001, 1, 5)]
    let level = levels.first { place < $0.0 } ?? (1001, 1, 5)
    return Member(
      rank: rank, sector: sector, story: story, season: Sector.all[sector].season, since: 0, firstDay: 0,
      lastDay: timetable.days - 1, gap: max(3 * 16, gap), jitter: draws.within(250, 600),
      lines: max(24, 54 * powerOfTwo(exponent * 20 / 100) / 1024),
      value: 9000 * powerOfTwo(exponent * 42 / 100) / 1024 * draws.bell(250) / 1000,
      discount: max(0, min(200, 30 + exponent * 17 / 1000 + draws.within(-20, 20))),
      place: draws.below(Place.all.count), visitsPerYear: level.1, callsPerYear: level.2)
  }

  private mutating func makeStable(_ member: inout Member) {
    let rhythm = draws.below(100)
    if place > 250, rhythm < 24 {
      let days = rhythm < 10 ? 91 : rhythm < 18 ? 182 : 365
      member.lines = max(32, member.lines * 3 / 2)
      member.gap = days * 16
      member.jitter = 60
      member.keepsRhythm = true
      member.season = .flat
      member.visitsPerYear = min(member.visitsPerYear, 730 / days)
    } else if draws.chance(250) {
      member.firstDay = timetable.starts[draws.within(3, max(3, timetable.months - 18))]
    }
    if place < 400, draws.chance(150) { member.handover = 20 }
  }

  private mutating func makeSeasonal(_ member: inout Member) {
    member.season = member.sector == 8 ? .summerOnly : member.sector == 6 ? .schoolOnly : .christmasOnly
    member.gap = draws.within(15, 22) * 16
    member.jitter = 350
    member.keepsRhythm = true
    member.visitsPerYear = min(member.visitsPerYear, 8)
  }

  private mutating func makeMoving(_ member: inout Member) {
    let last = timetable.months - 1
    member.gap = min(member.gap, draws.within(16, 22) * 16)
    member.jitter = min(member.jitter, 300)
    switch member.story {
    case .growing: member.since = last - draws.within(17, 20)
    case .tomorrow:
      member.since = last - draws.within(16, 20)
      member.value = member.value * 2 / 3
      member.lines = member.lines * 3 / 2
      member.gap = draws.within(30, 38) * 16
      // Small, it pays list prices; nobody looks after it yet.
      member.discount = 0
      member.visitsPerYear = 0
      member.callsPerYear = 4
    case .slowDecline:
      member.since = last - draws.within(18, 21)
      // They pay near list prices and are left to themselves: what they lose is not what is spent on them.
      let isBig = place <= 100
      member.visitsPerYear = min(member.visitsPerYear, isBig ? 18 : 1)
      member.callsPerYear = min(member.callsPerYear, isBig ? 12 : 5)
      if !isBig { member.discount = 0 }
    default: member.since = last - draws.within(8, 11)
    }
  }

  /// Planted causes take turns; half of the losses have none that shows.
  static func cause(_ occurrence: Int) -> Story.Cause {
    let turns: [Story.Cause] = [
      .complaint, .none, .lateDelivery, .none, .priceRise, .sectorDecline, .salespersonChange, .none, .badlyAnswered,
    ]
    return turns[occurrence % turns.count]
  }

  private mutating func makeLost(_ member: inout Member, _ occurrence: Int) {
    member.cause = Profile.cause(occurrence)
    member.since = draws.within(12, max(12, timetable.months - 17))
    member.lastDay = timetable.starts[member.since] + 25
    member.gap = min(member.gap, draws.within(20, 34) * 16)
    member.jitter = min(member.jitter, 350)
    switch member.cause {
    case .badlyAnswered: member.firstDay = timetable.starts[member.since - 3] + draws.within(2, 20)
    case .salespersonChange: member.handover = member.since - 3
    default: break
    }
  }

  private mutating func makeWonBack(_ member: inout Member) {
    member.gap = min(member.gap, draws.within(20, 40) * 16)
    member.pauseFrom = timetable.starts[draws.within(11, 15)]
    member.since = timetable.months - 1 - draws.within(3, 8)
    member.pauseUntil = timetable.starts[member.since] + draws.within(2, 20)
  }

  private mutating func makeRare(_ member: inout Member) {
    let last = timetable.months - 1
    switch member.story {
    case .oneOff:
      member.firstDay = draws.within(20, timetable.starts[last - 14])
      member.lastDay = member.firstDay
      member.since = timetable.monthOfDay[member.firstDay]
    case .new:
      member.since = last - draws.within(2, 10)
      member.firstDay = timetable.starts[member.since] + draws.within(1, 24)
      member.gap = min(member.gap, draws.within(18, 34) * 16)
      member.callsPerYear += 4
    default:
      member.season = .flat
      member.firstDay = draws.within(20, 420)
      member.keepsRhythm = true
    }
    if member.story != .new {
      member.visitsPerYear = 0
      member.callsPerYear = 1
    }
  }

  private mutating func makeCostly(_ member: inout Member, _ occurrence: Int) {
    switch member.story {
    case .toxic:
      member.gap = min(member.gap, 12 * 16)
      if place < Profile.big {
        member.value *= 2
        member.pricing = CostPricing(paidVisits: 500, margin: Run.rebate)
      }
      member.discount = draws.within(300, 345)
      member.visitsPerYear = place < Profile.big ? 60 : draws.within(24, 40)
      member.callsPerYear = 40
      member.express = 650
      member.returns = 140
      member.complaints = 120
    case .toxicCategory:
      member.gap = draws.within(18, 26) * 16
      member.lines = 34
      member.discount = draws.within(150, 240)
      member.visitsPerYear = draws.within(2, 5)
      member.callsPerYear = 16
      member.express = draws.within(120, 600)
      member.returns = 130
      member.complaints = 60
    case .overServed:
      member.visitsPerYear = draws.within(28, 40)
      member.callsPerYear = 24
    default:
      member.visitsPerYear = 1
      member.callsPerYear = 2
      member.discount = 0
    }
  }

  /// The customers whose verdict is told beforehand.
  private mutating func makeTelling(_ member: inout Member) {
    switch member.story {
    case .goodInToxic:
      member.gap = draws.within(18, 26) * 16
      member.lines = 54
      member.value = member.value * 5 / 4
      member.visitsPerYear = 1
      member.callsPerYear = 4
      member.discount = 0
    case .underpriced:
      member.gap = draws.within(20, 28) * 16
      member.value = member.value * 5 / 2
      member.visitsPerYear = 0
      member.callsPerYear = 2
      member.pricing = CostPricing(paidVisits: 1000, margin: -18)
    case .expressOnly: makeSmall(&member, express: 1000)
    default:
      makeSmall(&member, express: 0)
      member.returns = 250
      member.complaints = 500
    }
  }

  /// Small orders, often, from somebody who is never visited.
  private mutating func makeSmall(_ member: inout Member, express: Int) {
    member.season = .flat
    member.gap = draws.within(16, 22) * 16
    member.jitter = 300
    member.lines = 36
    member.value = draws.within(4000, 5000)
    member.discount = draws.within(120, 180)
    member.visitsPerYear = 0
    member.callsPerYear = 2
    member.express = express
  }

  /// The part of the customers, in thousandths, that are among the biggest.
  static let big = 40
}

/// A customer of the sample company: what makes its orders, the same from run to run.
struct Member {
  /// The place by size, 0 the biggest.
  var rank: Int
  var sector: Int
  var story: Story.Kind
  /// How many bigger customers live the same story.
  var occurrence = 0
  var cause = Story.Cause.none
  var season: Season
  /// The month from which the story shows.
  var since: Int
  /// The first and the last day with an order, at the most.
  var firstDay: Int
  var lastDay: Int
  /// Without orders from the first of these days until the second.
  var pauseFrom = Int.max
  var pauseUntil = Int.max
  /// Mean days between orders, in sixteenths, and by how many thousandths a gap strays from it.
  var gap: Int
  var jitter: Int
  /// Whether the rhythm is the story's own, not to be scaled.
  var keepsRhythm = false
  /// Mean lines of an order, in sixteenths.
  var lines: Int
  /// Mean list value of a line, in cents.
  var value: Int
  /// Discount in thousandths, and how much is added to it each year.
  var discount: Int
  var yearlyDiscount = 0
  var place: Int
  var visitsPerYear: Int
  var callsPerYear: Int
  /// Orders in a thousand that are sent by express, returned in part, complained about without a delay.
  var express = 20
  var returns = 12
  var complaints = 6
  /// The seller, and who takes over from `handover` on.
  var seller = 0
  var nextSeller = 0
  var handover = Int.max
  /// The customer whose second record this is.
  var twin: Int?
  /// A number of the group, if any.
  var group: Int?
  var isStrategic = false
  /// Whether it is kept for reasons of the company's own although it loses money.
  var isLosing = false
  /// How its prices follow cost; nothing where they follow the list.
  var pricing: CostPricing?

  /// The seller in a month.
  func seller(in month: Int) -> Int { month >= handover ? nextSeller : seller }

  /// Whether it is lost for this cause.
  func isAbandonedBy(_ cause: Story.Cause) -> Bool { story == .lost && self.cause == cause }

  /// What the member's demand is in a month against its usual one, seasons aside, in thousandths.
  func trend(_ month: Int) -> Int {
    guard !keepsRhythm else { return 1000 }
    let age = max(0, month - since + 1)
    let own: Int
    switch story {
    case .growing: own = min(2800, 1000 + 75 * age)
    case .tomorrow: own = min(4200, 700 + 130 * age)
    case .slowDecline: own = max(220, 1000 - 42 * age)
    case .suddenDecline: own = age > 0 ? 220 : 1000
    default: own = 1000
    }
    let drift = Sector.all[sector].drift
    let market = drift < 0 ? max(300, 1000 + drift * max(0, month - 6)) : 1000 + drift * month
    return own * market / 1000
  }

  /// The day of the first order after `day` once demand has added up to `gap` sixteenths of a usual day.
  ///
  /// Demand runs slower off-season and stands still where the season's rate is zero.
  func nextDay(after day: Int, gap: Int, in timetable: Timetable) -> Int? {
    var day = day
    var rest = gap * 1000
    var month = day < 0 ? 0 : timetable.monthOfDay[min(day, timetable.days - 1)]
    while month < timetable.months {
      let rate = 16 * Season.rates[Int(season.rawValue)][timetable.season(month)] * root(permille: trend(month)) / 1000
      let end = timetable.starts[month + 1] - 1
      if rate > 0, rate * (end - day) >= rest {
        let found = day + max(1, (rest + rate - 1) / rate)
        guard found >= pauseFrom, found < pauseUntil else { return found > lastDay ? nil : found }
        return pauseUntil > lastDay ? nil : pauseUntil
      }
      rest -= rate * (end - day)
      day = end
      month += 1
    }
    return nil
  }

  /// The gap before the nth order, in sixteenths of a usual day.
  func gap(before order: Int, _ draws: inout Draws) -> Int {
    guard story == .episodic else { return max(8, gap * draws.bell(jitter) / 1000) }
    return 16 * (order % 2 == 1 ? draws.within(90, 150) : draws.within(600, 690))
  }
}

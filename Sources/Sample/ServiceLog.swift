import Ledger
import Units

/// What is done for customers, written as it happens; minutes add up per person and month.
final class ServiceLog {
  let writer = ByteWriter()
  private let plan: Plan
  private let wording: Wording
  private var logged: [Int]

  init(_ plan: Plan, _ wording: Wording) {
    self.plan = plan
    self.wording = wording
    logged = Array(repeating: 0, count: plan.team.people.count)
  }

  /// Taking, delivering and, where it goes wrong, mending an order.
  func order(_ number: Int, day: Int, lines: Int) {
    let member = plan.members[number]
    var draws = Draws(plan.seed, .service, number, day)
    write(number, day, .order, minutes: 8 + 2 * lines + draws.below(8), by: desk(number))
    let isExpress = draws.chance(member.express)
    let ending = member.story == .lost && member.lastDay - day <= 150
    let promised = working(day + (isExpress ? 1 : 2))
    let isLate = draws.chance(35) || ending && member.cause == .lateDelivery
    let done = isLate ? working(promised + draws.within(2, 9)) : promised
    if isExpress {
      write(
        number, day, .delivery, cost: draws.within(3500, 8500), promised: promised, done: done, note: "Express")
    } else if lines >= 8, draws.chance(350) {
      write(
        number, day, .delivery, cost: 2500 + 300 * lines + draws.below(1500), promised: promised, done: done,
        note: "Palette par transporteur")
    } else {
      let minutes = 22 + 2 * lines + member.place % 4 * 7 + draws.below(8)
      write(number, day, .delivery, minutes: minutes, by: driver(number), promised: promised, done: done)
    }
    let complains = isLate ? draws.chance(400) : draws.chance(member.complaints)
    if complains || ending && member.cause == .complaint {
      complaint(number, working(done + draws.within(1, 3)), isLate: isLate, &draws)
    }
  }

  private func complaint(_ number: Int, _ day: Int, isLate: Bool, _ draws: inout Draws) {
    let note: StaticString = isLate ? "Livraison en retard" : "Produit non conforme"
    write(number, day, .complaint, minutes: draws.within(20, 45), by: desk(number), note: note)
    guard draws.chance(450) else { return }
    write(number, working(day + 2), .gesture, cost: draws.within(1500, 7000), note: "Geste commercial")
  }

  /// Goods taken back.
  func goodsBack(_ number: Int, day: Int) {
    write(number, day, .return, minutes: 30, by: driver(number))
  }

  /// The month's visits, calls, invoicing, reminders, support and mailings of a customer.
  func month(_ number: Int, _ month: Int, orders: Int) {
    let member = plan.members[number]
    let start = plan.timetable.starts[month]
    let isServed =
      start <= member.lastDay && plan.timetable.starts[month + 1] > member.firstDay
      && !(member.pauseFrom <= start && start < member.pauseUntil)
    guard isServed || orders > 0 else { return }
    var draws = Draws(plan.seed, .service, number, -1 - month)
    let seller = member.seller(in: month)
    for _ in 0..<share(of: member.visitsPerYear, month, number) {
      let minutes = draws.within(52, 78) + 10 + member.place % 3 * 10 + draws.below(16)
      write(number, working(start + draws.below(28)), .visit, minutes: minutes, by: seller)
    }
    for _ in 0..<share(of: member.callsPerYear, month, number &* 7) {
      write(number, working(start + draws.below(28)), .call, minutes: draws.within(8, 18), by: seller)
    }
    let last = plan.timetable.working[plan.timetable.starts[month + 1] - 1]
    if orders > 0 { write(number, last, .admin, minutes: 2 + 6 * orders, by: accounts(number)) }
    if draws.chance(18) { write(number, last, .collection, minutes: draws.within(15, 40), by: accounts(number)) }
    if draws.chance(12) { write(number, last, .support, minutes: draws.within(15, 50), by: desk(number)) }
    if number % 5 == 0, member.lines > 54, month % 3 == number % 3 {
      write(number, working(start + 9), .maintenance, minutes: draws.within(30, 55), by: driver(number))
    }
    if [2, 8].contains(plan.timetable.season(month)) {
      write(number, working(start + 4), .mailing, cost: 140, note: "Catalogue")
    }
  }

  /// Work for nobody in particular: prospecting, rounds, files.
  ///
  /// Leaves each person some hours unlogged.
  func fillUp(_ month: Int) {
    let start = plan.timetable.starts[month]
    for (number, person) in plan.team.people.enumerated() {
      var draws = Draws(plan.seed, .filler, number, month)
      let wanted = person.capacity * draws.within(76, 85) / 100
      var rest = min(wanted - logged[number], person.capacity * 30 / 100)
      if person.role == .sales {
        while rest > 40 {
          let minutes = min(rest, draws.within(60, 95))
          write(nil, working(start + draws.below(28)), .visit, minutes: minutes, by: number, note: "Prospection")
          rest -= minutes
        }
      } else if rest > 0 {
        let last = plan.timetable.working[plan.timetable.starts[month + 1] - 1]
        write(nil, last, .admin, minutes: rest, by: number, note: "Travaux généraux")
      }
      logged[number] = 0
    }
  }

  /// How many of so many events a year fall into a month; over a year they add up to it.
  private func share(of yearly: Int, _ month: Int, _ phase: Int) -> Int {
    let offset = abs(phase) % 12
    return ((month + 1) * yearly + offset) / 12 - (month * yearly + offset) / 12
  }

  private func desk(_ number: Int) -> Int { plan.team.person(.desk, for: number) }
  private func driver(_ number: Int) -> Int { plan.team.person(.driver, for: number) }
  private func accounts(_ number: Int) -> Int { plan.team.person(.accounts, for: number) }

  /// The first working day from a day on, looking past the end of a month.
  private func working(_ day: Int) -> Int {
    var day = day
    while day < plan.timetable.days, plan.timetable.working[day] != day { day += 1 }
    return day
  }

  private func write(
    _ customer: Int?, _ day: Int, _ kind: ServiceKind, minutes: Int? = nil, cost: Int? = nil, by person: Int? = nil,
    promised: Int? = nil, done: Int? = nil, note: StaticString = ""
  ) {
    guard day < plan.timetable.days else { return }
    if let customer { writer.piece(customer, of: wording.codes) }
    writer.byte(59)
    writer.piece(day, of: wording.dates)
    writer.byte(59)
    writer.text(kind.french)
    writer.byte(59)
    if let minutes { writer.number(minutes) }
    writer.byte(59)
    if let cost { writer.cents(cost) }
    writer.byte(59)
    if let person {
      writer.piece(person, of: wording.people)
      logged[person] += minutes ?? 0
    }
    writer.byte(59)
    if let promised { writer.piece(promised, of: wording.dates) }
    writer.byte(59)
    // What is not delivered when the data end has no date yet.
    if let done, done < plan.timetable.days { writer.piece(done, of: wording.dates) }
    writer.byte(59)
    writer.text(note)
    writer.byte(10)
  }
}

extension ServiceKind {
  /// The word for it in the company's file.
  var french: StaticString {
    switch self {
    case .visit: "visite"
    case .call: "appel"
    case .order: "commande"
    case .delivery: "livraison"
    case .complaint: "réclamation"
    case .return: "retour"
    case .support: "assistance"
    case .maintenance: "maintenance"
    case .admin: "administratif"
    case .collection: "relance"
    case .mailing: "mailing"
    case .gesture: "geste"
    }
  }
}

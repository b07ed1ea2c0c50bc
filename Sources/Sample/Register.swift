import Units

/// What customers are called, where they are, and their numbers.
struct Register {
  private let plan: Plan
  private let width: Int
  /// The place of each customer among those of its sector.
  private let places: [Int]

  init(_ plan: Plan) {
    self.plan = plan
    width = max(4, String(plan.members.count).utf8.count)
    var seen = [Int](repeating: 0, count: Sector.all.count)
    places = plan.members.map { member in
      seen[member.sector] += 1
      return seen[member.sector] - 1
    }
  }

  /// The code in the files.
  func code(_ number: Int) -> String { "C" + padded(number + 1, width) }

  /// The company's name; that of a second record is misspelled.
  func name(_ number: Int) -> String {
    let member = plan.members[number]
    if let twin = member.twin { return CompanyNames.misspelled(name(twin), variant: number) }
    return CompanyNames.company(places[number], of: Sector.all[member.sector], city: Place.all[member.place].city)
  }

  /// The name of a group.
  func group(_ number: Int) -> String { "Groupe " + CompanyNames.surname(number * 13 + 260) }

  /// The SIREN; a second record has its original's, or none.
  func siren(_ number: Int) -> String {
    guard let twin = plan.members[number].twin else { return LegalNumbers.siren(number) }
    return number % 2 == 0 ? LegalNumbers.siren(twin) : ""
  }

  /// What happens to a customer.
  func story(_ number: Int) -> Story {
    let member = plan.members[number]
    let since = plan.timetable.first.advanced(by: min(member.since, plan.timetable.months - 1))
    let detail: String
    switch member.story {
    case .stable: detail = rhythm(member)
    case .seasonal: detail = member.season.label
    case .lost: detail = member.cause.rawValue
    case .toxic: detail = member.pricing == nil ? "" : "big"
    case .strategic: detail = member.isLosing ? "losing" : ""
    case .duplicate: detail = member.twin.map(code) ?? ""
    case .group: detail = member.group.map(group) ?? ""
    case .tender: detail = Tender.renewal(number, plan).iso
    default: detail = ""
    }
    return Story(customer: code(number), kind: member.story, since: since, detail: detail)
  }

  private func rhythm(_ member: Member) -> String {
    guard member.keepsRhythm else { return member.gap * plan.stretch <= 45 * 16 * 1000 ? "monthly" : "infrequent" }
    return member.gap < 100 * 16 ? "quarterly" : member.gap < 200 * 16 ? "halfYearly" : "yearly"
  }
}

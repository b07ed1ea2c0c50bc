import Ledger
import Units

/// The rows of the files that are not written day by day.
struct FileRows {
  let plan: Plan
  let register: Register
  let isPlain: Bool

  /// How many rows a file has; nothing for those written day by day.
  func count(_ file: SampleFile) -> Int {
    switch file {
    case .sales, .services: 0
    case .products: plan.catalogue.products.count
    case .customers, .contracts, .stories: plan.members.count
    case .people: plan.team.people.count
    case .prospects: prospects
    case .enquiries: prospects * 2 + plan.members.count
    }
  }

  private var prospects: Int { max(8, plan.members.count * 15 / 100) }
  private var end: Day { plan.timetable.day(plan.timetable.days - 1) }

  /// Writes the nth row of a file, if there is anything to say.
  func write(_ row: Int, of file: SampleFile, to writer: ByteWriter) {
    let fields: [String]
    switch file {
    case .sales, .services: fields = []
    case .products: fields = product(row)
    case .customers: fields = customer(row)
    case .people: fields = person(row)
    case .contracts: fields = contract(row)
    case .prospects: fields = prospect(row)
    case .enquiries: fields = row < prospects * 2 ? enquiry(row) : firstEnquiry(row - prospects * 2)
    case .stories:
      let story = register.story(row)
      fields = [story.customer, story.kind.rawValue, story.since.iso, story.detail]
    }
    guard !fields.isEmpty else { return }
    for (place, field) in fields.enumerated() {
      if place > 0 { writer.byte(isPlain ? 44 : 59) }
      writer.text(field)
    }
    writer.byte(10)
  }

  private func product(_ number: Int) -> [String] {
    let product = plan.catalogue.products[number]
    let now = plan.catalogue.prices(month: plan.timetable.months - 1, since: plan.timetable.first.monthOfYear)
    guard !isPlain else {
      return [
        String(number + 1), product.name, plan.catalogue.rangeName(number),
        euros(now.prices[number], "."), number == plan.catalogue.training ? "" : euros(now.costs[number], "."),
      ]
    }
    let begin = product.since > 0 ? plan.timetable.first.advanced(by: product.since).firstDay.french : ""
    let gone = product.withdrawn.map { plan.timetable.first.advanced(by: $0).firstDay.french } ?? ""
    return [
      Catalogue.code(number), product.name, plan.catalogue.rangeName(number), plan.catalogue.unit(number),
      euros(now.prices[number]), number == plan.catalogue.training ? "" : euros(now.costs[number]), begin, gone,
    ]
  }

  private func person(_ number: Int) -> [String] {
    let person = plan.team.people[number]
    return [
      person.code, person.name, CompanyNames.slug(person.name) + "@sorlac.example", person.role.rawValue,
      euros(person.hours), euros(person.role.costPerHour), person.region.map { Place.regions[$0] } ?? "",
    ]
  }

  private func customer(_ number: Int) -> [String] {
    let member = plan.members[number]
    let sector = Sector.all[member.sector]
    let place = Place.all[member.place]
    var draws = Draws(plan.seed, .name, number)
    let siren = register.siren(number)
    let isPromising = member.story == .tomorrow || member.story == .underServed
    let potential = plan.yearlyRevenue(member) * (isPromising ? 300 : draws.within(105, 190)) / 100
    let size = min(3, max(0, 3 - member.rank * 8 / plan.members.count))
    let judged = draws.chance(600)
    let isOld = member.firstDay == 0
    let since =
      isOld
      ? Day(number: Int32(12_100 + draws.below(7000))).french
      : draws.chance(900) ? plan.timetable.day(plan.timetable.working[member.firstDay]).french : ""
    return [
      register.code(number), register.name(number), member.group.map(register.group) ?? "", sector.category,
      sector.activity, Place.regions[place.region],
      ["1-9", "10-49", "50-249", "250+"][size],
      plan.team.people[member.seller(in: plan.timetable.months - 1)].code,
      judged ? euros(potential / 10_000 * 10_000) : "",
      judged ? end.advanced(by: -draws.within(20, 700)).french : "",
      ["faible", "moyen", "fort"][draws.below(10) < 6 ? 0 : draws.within(1, 2)],
      ["", "faible", "moyen", "fort"][draws.below(4)], ["", "prix", "qualité", "service"][draws.below(4)],
      sector.need, ["gérant", "acheteur", "appel d'offres", "chef de service"][draws.below(4)],
      CompanyNames.person(number + 40), since, siren, siren.isEmpty ? "" : LegalNumbers.vat(siren: siren),
      draws.chance(880) ? "contact@" + CompanyNames.slug(register.name(member.twin ?? number)) + ".example" : "",
      phone(member.twin ?? number, isMobile: member.twin == nil && draws.chance(250)),
      String(draws.within(1, 120)) + " " + Place.streets[draws.below(Place.streets.count)], place.postcode, place.city,
      "France", draws.chance(40) ? "oui" : "non", member.isStrategic ? "oui" : "non",
      member.isStrategic
        ? plan.timetable.first.advanced(by: plan.timetable.months + 2 + number % 8).lastDay.french : "",
      member.isStrategic ? CompanyNames.person(number + 4_000) : "",
    ]
  }

  /// Numbers that the regulator keeps free for fiction.
  private func phone(_ number: Int, isMobile: Bool) -> String {
    let rest = number * 37 % 10_000
    return (isMobile ? "06 39 98 " : "01 99 00 ") + padded(rest / 100, 2) + " " + padded(rest % 100, 2)
  }

  private func contract(_ number: Int) -> [String] {
    let member = plan.members[number]
    let renewal: Day
    let kind: String
    switch member.story {
    case .tender:
      renewal = Tender.renewal(number, plan)
      kind = "appel d'offres"
    case .strategic, .group, .marginSqueeze:
      renewal = plan.timetable.first.advanced(by: plan.timetable.months + 4 + number % 20).lastDay
      kind = "contrat"
    default: return []
    }
    return [
      register.code(number), kind, renewal.month.advanced(by: -35).firstDay.french, renewal.french, "3",
      euros(plan.yearlyRevenue(member) / 100_000 * 100_000), "",
    ]
  }

  private func prospect(_ number: Int) -> [String] {
    var draws = Draws(plan.seed, .prospect, number)
    let sector = draws.chance(60) ? Sector.all[Sector.toxic] : Sector.all[draws.below(9)]
    let place = Place.all[draws.below(Place.all.count)]
    let name = CompanyNames.company(number + 1300, of: sector, city: place.city)
    let sellers = plan.team.pools[.sales] ?? 0..<1
    return [
      "P" + padded(number + 1, 4), name, sector.category, sector.activity, Place.regions[place.region],
      ["1-9", "10-49", "50-249"][draws.below(3)], draws.chance(700) ? euros(draws.within(2, 60) * 100_000) : "",
      ["", "faible", "moyen", "fort"][draws.below(4)], ["", "prix", "qualité", "service"][draws.below(4)],
      draws.chance(700) ? plan.team.people[sellers.lowerBound + draws.below(sellers.count)].code : "",
      ["salon", "recommandation", "site internet", "prospection"][draws.below(4)],
      "contact@" + CompanyNames.slug(name) + ".example", phone(number + 7001, isMobile: false),
    ]
  }

  private func enquiry(_ number: Int) -> [String] {
    var draws = Draws(plan.seed, .prospect, -1 - number)
    let asked = draws.below(plan.timetable.days - 30)
    let isBad = draws.chance(200)
    let delay = isBad ? draws.within(9, 28) : draws.within(0, 2)
    let desk = plan.team.pools[.desk] ?? 0..<1
    let isUnanswered = isBad && draws.chance(400)
    return [
      "P" + padded(number % prospects + 1, 4), plan.timetable.day(asked).french,
      plan.team.people[desk.lowerBound + draws.below(desk.count)].code,
      isUnanswered ? "" : plan.timetable.day(asked + delay).french,
      isUnanswered ? "sans réponse" : isBad ? "perdue" : ["devis", "rendez-vous", "en attente"][draws.below(3)],
      isBad ? "Réponse tardive ou incomplète" : "",
    ]
  }

  /// The enquiry that began a relation which ended soon for it.
  private func firstEnquiry(_ number: Int) -> [String] {
    let member = plan.members[number]
    guard member.isAbandonedBy(.badlyAnswered) else { return [] }
    return [
      register.code(number), plan.timetable.day(member.firstDay - 22).french,
      plan.team.people[plan.team.person(.desk, for: number)].code, plan.timetable.day(member.firstDay - 5).french,
      "commande", "Réponse tardive ou incomplète",
    ]
  }
}

/// An amount of cents as the company writes it.
private func euros(_ cents: Int, _ mark: String = ",") -> String {
  String(cents / 100) + mark + padded(cents % 100, 2)
}

import Ledger
import Matching
import Units

/// A file of invented French companies, in which the truth is known: duplicates written differently, sites of one company,
/// and what looks like a duplicate and is none: sister companies, numbered branches, namesakes, shared switchboards.
struct GeneratedCustomers {
  private(set) var records: [CustomerRecord] = []
  /// The company of each record, by identifier.
  private(set) var company: [ID<Customer>: Int] = [:]

  private var random: SplitMix64
  private var companies = 0
  private var slugs: Set<String> = []
  private let surnames: [String]
  private let fancies: [String]
  private let streets: [String]

  /// Makes a file of about `count` records, of which a part are duplicates of others; the same seed makes the same file.
  init(count: Int, duplicates: Double = 0.05, seed: UInt64) {
    random = SplitMix64(seed: seed)
    var words = SplitMix64(seed: seed &+ 77)
    surnames = Words.surnames + (0..<count / 40).map { _ in Words.invented(syllables: 2...3, &words) }
    fancies = (0..<max(40, count / 12)).map { _ in Words.invented(syllables: 2...4, &words) }
    streets = Words.streets + (0..<max(20, count / 60)).map { _ in Words.invented(syllables: 2...4, &words) }
    while records.count < count {
      let first = makeCompany()
      add(written(first), of: first)
      if chance(0.06) { makeSisters(of: first) }
      if chance(0.02) { makeBranches(of: first) }
      // A duplicate's chance, so that `duplicates` of all records are one.
      while chance(duplicates) { add(rewritten(first), of: first) }
      if chance(0.01) { add(otherSite(of: first), of: first) }
    }
    records.shuffle(using: &random)
  }

  /// A company as it is, before somebody writes it down.
  private struct Company {
    let number: Int
    var name: String
    var form: String
    var siren: String
    var nic: String
    var phone: String
    var domain: String?
    var mail: String
    var street: (number: Int, type: String, name: String)
    var place: (postcode: String, city: String)
  }

  private mutating func makeCompany() -> Company {
    companies += 1
    let surname = pick(surnames)
    let trade = pick(Words.trades)
    let fancy = pick(fancies)
    let place = pick(Words.places)
    let name =
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1, 2: "\(trade) \(surname)"
      case 3: "Établissements \(surname)"
      case 4: "\(surname) et Fils"
      case 5: "\(trade) de la \(pick(Words.things))"
      case 6: "\(fancy) \(trade)"
      case 7: "\(pick(Words.firstNames)) \(surname)"
      default: fancy
      }
    var slug = name.lowercased().filter { $0.isASCII && $0.isLetter }
    // A domain and a mailbox belong to one company.
    if !slugs.insert(slug).inserted { slug += "\(companies)" }
    return Company(
      number: companies, name: name, form: pick(Words.forms), siren: siren(companies), nic: "000\(10 + companies % 89)",
      phone: "0\(Int.random(in: 1...5, using: &random))" + number(digits: 8),
      domain: chance(0.6) ? slug + (chance(0.8) ? ".fr" : ".com") : nil, mail: slug,
      street: (Int.random(in: 1...180, using: &random), pick(Words.streetTypes), pick(streets)), place: place)
  }

  /// Companies of one group: one house, one switchboard, one domain; a number of their own each.
  private mutating func makeSisters(of mother: Company) {
    for suffix in ["Holding", "Immobilier", "Transports", "Services", "Location"].shuffled(using: &random)
      .prefix(Int.random(in: 1...2, using: &random))
    {
      companies += 1
      var sister = mother
      let stem = mother.name.split(separator: " ").last.map(String.init) ?? mother.name
      sister = Company(
        number: companies, name: chance(0.5) ? "\(stem) \(suffix)" : "\(mother.name) \(suffix)",
        form: suffix == "Immobilier" ? "SCI" : mother.form, siren: siren(companies), nic: mother.nic,
        phone: chance(0.6) ? mother.phone : sister.phone.dropLast(2) + number(digits: 2), domain: mother.domain,
        mail: mother.mail, street: mother.street, place: mother.place)
      var record = written(sister)
      // Somebody types the mother's number for the sister.
      if record.siren != nil, chance(0.03) { record = with(record, siren: mother.siren) }
      add(record, of: sister)
    }
  }

  /// Numbered or placed branches that are companies of their own.
  private mutating func makeBranches(of first: Company) {
    let city = first.place.city
    for branch in 2...3 {
      companies += 1
      var other = first
      other = Company(
        number: companies, name: "\(first.name) \(city) \(branch)", form: first.form, siren: siren(companies),
        nic: first.nic,
        phone: "04" + number(digits: 8), domain: first.domain, mail: first.mail,
        street: (Int.random(in: 1...180, using: &random), pick(Words.streetTypes), pick(streets)), place: first.place)
      add(written(other), of: other)
    }
  }

  private mutating func written(_ company: Company) -> CustomerRecord {
    let hasNumber = chance(0.55)
    let name =
      chance(0.5) ? "\(company.name) \(company.form)" : chance(0.3) ? "\(company.form) \(company.name)" : company.name
    let local = pick(["contact", "compta", "accueil", "info", "direction"])
    let email =
      company.domain.map { "\(local)@\($0)" } ?? "\(company.mail)@\(pick(["orange.fr", "gmail.com", "wanadoo.fr"]))"
    return CustomerRecord(
      id: ID(identifier()), name: chance(0.3) ? name.uppercased() : name, siren: hasNumber ? company.siren : nil,
      siret: hasNumber && chance(0.4) ? company.siren + siretEnd(company) : nil,
      vat: chance(0.15) ? "FR" + vatKey(company.siren) + company.siren : nil, email: chance(0.7) ? email : nil,
      phone: chance(0.75) ? spelled(company.phone) : nil,
      addressLines: chance(0.85) ? ["\(company.street.number) \(company.street.type) \(company.street.name)"] : [],
      postcode: chance(0.95) ? company.place.postcode : nil, city: chance(0.95) ? company.place.city : nil,
      country: chance(0.5) ? "FR" : nil, revenue: Cents(Int64.random(in: 0...50_000_000, using: &random)))
  }

  /// The company written down by somebody else: another spelling, another habit, something missing, sometimes out of date.
  private mutating func rewritten(_ company: Company) -> CustomerRecord {
    var other = company
    if chance(0.35) { other.name = slipped(other.name) }
    if chance(0.15) { other.name = other.name.split(separator: " ").reversed().joined(separator: " ") }
    if chance(0.25) { other.name = shortened(other.name) }
    if chance(0.12), let word = other.name.split(separator: " ").max(by: { $0.count < $1.count }) {
      other.name = String(word)
    }
    if chance(0.10) { other.name += " " + company.place.city }
    if chance(0.3) { other.form = pick(Words.forms.filter { $0 != "SCI" }) }
    if chance(0.12) { other.phone = "06" + number(digits: 8) }
    if chance(0.10) {
      other.street = (Int.random(in: 1...180, using: &random), pick(Words.streetTypes), pick(streets))
      if chance(0.5) { other.place = pick(Words.places) }
    } else if chance(0.3) {
      other.street.name = slipped(other.street.name)
    }
    if chance(0.4) { other.street.type = Words.shortTypes[other.street.type] ?? other.street.type }
    return written(other)
  }

  /// Another establishment of the same company.
  private mutating func otherSite(of company: Company) -> CustomerRecord {
    var site = company
    site.place = pick(Words.places)
    site.street = (Int.random(in: 1...180, using: &random), pick(Words.streetTypes), pick(streets))
    site.nic = "000\(10 + (companies + 31) % 89)"
    site.phone = "05" + number(digits: 8)
    site.name += " " + site.place.city
    return written(site)
  }

  private mutating func add(_ record: CustomerRecord, of company: Company) {
    records.append(record)
    self.company[record.id] = company.number
  }

  private func with(_ record: CustomerRecord, siren: String) -> CustomerRecord {
    CustomerRecord(
      id: record.id, name: record.name, siren: siren, siret: nil, vat: nil, email: record.email, phone: record.phone,
      addressLines: record.addressLines, postcode: record.postcode, city: record.city, country: record.country,
      revenue: record.revenue)
  }

  // MARK: Draws

  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
  private mutating func number(digits: Int) -> String {
    (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
  }
  private mutating func identifier() -> String { "C" + String(random.next() >> 20, radix: 36) + "-\(records.count)" }

  private mutating func spelled(_ phone: String) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: phone
    case 1: "+33 " + phone.dropFirst()
    default: stride(from: 0, to: 10, by: 2).map { phone.dropFirst($0).prefix(2) }.joined(separator: ".")
    }
  }

  /// One letter lost, doubled, replaced or swapped.
  private mutating func slipped(_ text: String) -> String {
    var letters = Array(text)
    guard letters.count > 3 else { return text }
    let place = Int.random(in: 1..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters[place] = pick(Array("aeinorstul"))
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }

  private func shortened(_ name: String) -> String {
    name.replacing("Établissements", with: "Ets").replacing(" et ", with: " & ").replacing("Transports", with: "Trsp")
      .replacing("Restaurant", with: "Resto").replacing("Menuiserie", with: "Menuis.").replacing("Garage", with: "Gge")
  }

  private func siren(_ serial: Int) -> String {
    let body = String(String(10_000_000 + serial * 7_919 % 89_000_000).prefix(8))
    return body + luhnDigit(body)
  }

  private func siretEnd(_ company: Company) -> String {
    let nic = String(("0000" + company.nic).suffix(4))
    return nic + luhnDigit(company.siren + nic)
  }

  private func luhnDigit(_ body: String) -> String {
    let sum = body.utf8.reversed().enumerated().reduce(0) { sum, digit in
      let value = (Int(digit.element) - 48) * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return String((10 - sum % 10) % 10)
  }

  private func vatKey(_ siren: String) -> String {
    let key = (12 + 3 * ((Int(siren) ?? 0) % 97)) % 97
    return key < 10 ? "0\(key)" : "\(key)"
  }

  private enum Words {
    static let surnames = list(
      "Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand"
        + " Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc"
        + " Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel"
    )
    static let firstNames = list(
      "Jean Marie Pierre Sophie Paul Claire Luc Anne Hélène Marc Julie Hugo Léa Louis Emma René")
    static let trades = list(
      "Boulangerie Menuiserie Plomberie Garage Restaurant Pharmacie Transports Maçonnerie Électricité Imprimerie Charpente"
        + " Boucherie Coiffure Optique Fleurs Peinture Couverture Serrurerie Carrelage Terrassement Traiteur Librairie"
        + " Chauffage Métallerie Ambulances Paysages Informatique Conseil Formation Nettoyage")
    static let things = list(
      "Gare Mairie Plage Fontaine Poste Forêt Halle Vallée Tour Croix Roseraie Source Rivière Colline")
    static let forms = list("SARL SAS SASU EURL SA SNC SCI SELARL S.A.R.L. S.A.S.")
    static let streetTypes = ["rue", "avenue", "boulevard", "place", "chemin", "impasse", "route", "allée"]
    static let shortTypes = [
      "avenue": "av.", "boulevard": "bd", "place": "pl.", "chemin": "ch.", "route": "rte", "impasse": "imp.",
    ]
    static let streets = [
      "de la République", "Victor Hugo", "des Lilas", "du Général de Gaulle", "Jean Jaurès", "de l'Église", "Pasteur",
      "de la Gare", "Gambetta", "des Écoles", "Jules Ferry", "du Stade", "des Acacias", "de Verdun", "du Moulin",
    ]
    static let places = [
      ("75011", "Paris"), ("75008", "Paris 8e"), ("69003", "Lyon"), ("69007", "Lyon"), ("13006", "Marseille"),
      ("31000", "Toulouse"),
      ("06000", "Nice"), ("44000", "Nantes"), ("67000", "Strasbourg"), ("34000", "Montpellier"), ("33000", "Bordeaux"),
      ("59000", "Lille"), ("35000", "Rennes"), ("51100", "Reims"), ("42000", "Saint-Étienne"), ("76600", "Le Havre"),
      ("38000", "Grenoble"), ("21000", "Dijon"), ("49000", "Angers"), ("30000", "Nîmes"), ("63000", "Clermont-Ferrand"),
      ("29200", "Brest"), ("72000", "Le Mans"), ("80000", "Amiens"), ("13100", "Aix-en-Provence"), ("87000", "Limoges"),
      ("37000", "Tours"), ("57000", "Metz"), ("25000", "Besançon"), ("66000", "Perpignan"), ("45000", "Orléans"),
      ("14000", "Caen"),
      ("68100", "Mulhouse"), ("54000", "Nancy"), ("92100", "Boulogne"), ("74000", "Annecy"), ("86000", "Poitiers"),
      ("64000", "Pau"),
    ].map { (postcode: $0.0, city: $0.1) }

    static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    static func invented(syllables: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
      let starts = [
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "tr", "pl", "ch", "gr", "k", "z",
      ]
      let ends = ["a", "e", "i", "o", "u", "an", "on", "in", "el", "or", "ar", "is", "eau", "ier", "et", "ou", "ix"]
      let text = (0..<Int.random(in: syllables, using: &random)).map { _ in
        starts[Int.random(in: 0..<starts.count, using: &random)] + ends[Int.random(in: 0..<ends.count, using: &random)]
      }.joined()
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }
}

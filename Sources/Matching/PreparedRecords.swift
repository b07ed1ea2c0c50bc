import Ledger
import Units

/// Customers reduced to what is compared, in flat arrays; ordered by identifier, so that the order they came in is forgotten.
struct PreparedRecords: Sendable {
  /// The records, ascending by identifier.
  let records: [CustomerRecord]
  /// The words of all names; those of a record are the bags `names(of:)`.
  private(set) var nameBags = WordBags()
  private var nameStarts: [Int32] = [0]
  /// What a name says besides its words, by bag.
  private(set) var nameSigns: [NameSigns] = []
  /// The names as written, by bag.
  private var writtenNames: [String] = []
  /// The words of the address, a bag a record.
  private(set) var streetBags = WordBags()
  /// The words of the city, a bag a record.
  private(set) var cityBags = WordBags()
  /// The house number.
  private(set) var houseNumbers = ValueTable()
  /// The postcode.
  private(set) var postcodes = ValueTable()
  /// The telephone number.
  private(set) var phones = ValueTable()
  /// The e-mail address.
  private(set) var emails = ValueTable()
  /// The company's domain.
  private(set) var domains = ValueTable()
  /// The official number.
  private(set) var companyNumbers = ValueTable()
  /// The identifier without a known check.
  private(set) var otherIdentifiers = ValueTable()
  /// The country.
  private(set) var countries = ValueTable()
  /// SIREN, SIRET and VAT number, read.
  private(set) var numbers: [CompanyNumber?] = []
  /// The letters of the country that gave the number, as one whole number; 0 without one.
  private(set) var numberCountries: [UInt16] = []

  /// How many.
  var count: Int { records.count }

  /// The bags of a record's names.
  @inline(__always)
  func names(of record: Int) -> Range<Int> { Int(nameStarts[record])..<Int(nameStarts[record + 1]) }

  /// The part of the records that carry an official number.
  var numberedShare: Double { Double(numbers.count { $0 != nil }) / Double(max(1, count)) }

  /// The name of a bag as its record writes it.
  func writtenName(_ bag: Int) -> String { writtenNames[bag] }

  /// Names of a record beyond which none is read.
  private static let mostNames = 6

  /// Prepares some records; of two with one identifier the first is kept.
  init(_ given: [CustomerRecord]) {
    var ordered: [CustomerRecord] = []
    ordered.reserveCapacity(given.count)
    for place in given.indices.sorted(by: { (given[$0].id, $0) < (given[$1].id, $1) })
    where ordered.last?.id != given[place].id { ordered.append(given[place]) }
    records = ordered
    for (place, record) in records.enumerated() { add(record, at: place) }
    nameBags.weigh(customers: count)
    streetBags.weigh(customers: count)
    cityBags.weigh(customers: count)
    weighValues()
  }

  /// How many customers that are not the same hold a value which no other was seen to hold: shared switchboards, accountants'
  /// addresses, mistyped numbers.
  private mutating func weighValues() {
    companyNumbers.weigh(doubt: 0.01)
    otherIdentifiers.weigh(doubt: 0.05)
    phones.weigh(doubt: 0.2)
    emails.weigh(doubt: 0.1)
    domains.weigh(doubt: 0.5)
    houseNumbers.weigh(doubt: 1)
    postcodes.weigh(doubt: 1)
  }

  private mutating func add(_ record: CustomerRecord, at place: Int) {
    var seen: [NameWords] = []
    for name in ([record.name] + record.otherNames).prefix(Self.mostNames) {
      let words = NameWords(name)
      if seen.contains(words) || words.words.isEmpty { continue }
      seen.append(words)
      nameBags.add(words.words, of: place)
      nameSigns.append(NameSigns(words))
      writtenNames.append(name)
    }
    nameStarts.append(Int32(nameSigns.count))
    let country = record.country.flatMap(countryCode)
    let street = StreetAddress(record.addressLines)
    streetBags.add(street.words, of: place)
    cityBags.add(record.city.map(PlaceName.words) ?? [], of: place)
    houseNumbers.add(street.number)
    postcodes.add(record.postcode.flatMap(PlaceName.postcode))
    phones.add(record.phone.flatMap { PhoneNumber($0, country: country)?.digits })
    let email = record.email.flatMap(EmailAddress.init)
    emails.add(email?.text)
    domains.add(email?.domain)
    let number = CompanyNumber(siren: record.siren, siret: record.siret, vat: record.vat)
    numbers.append(number)
    numberCountries.append(number.map { $0.country.utf8.reduce(0) { $0 << 8 | UInt16($1) } } ?? 0)
    companyNumbers.add(number?.key)
    otherIdentifiers.add(record.otherIdentifier.map(compactText))
    countries.add(country)
  }
}

/// What a name says besides its words: numbers, legal form, part in a group, side.
struct NameSigns: Hashable, Sendable {
  let numbers: [String]
  let family: LegalForms.Family
  let roles: [String]
  let sides: [String]
  /// Whether there is nothing to compare.
  let isPlain: Bool

  init(_ name: NameWords) {
    numbers = name.numbers
    family = name.family
    roles = name.roles
    sides = name.sides
    isPlain = numbers.isEmpty && roles.isEmpty && sides.isEmpty && family == .unknown
  }
}

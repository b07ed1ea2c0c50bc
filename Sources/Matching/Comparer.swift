import Units

/// Compares prepared records field by field.
struct Comparer: Sendable {
  let records: PreparedRecords

  /// The most that names and addresses can prove: however many words are shared, a file of n customers cannot show a chance
  /// under a part of one in n.
  private let mostOfName: Double
  private let mostOfStreet: Double

  init(records: PreparedRecords) {
    self.records = records
    let size = Double(max(2, records.count))
    mostOfName = naturalLogarithm(size / 0.05)
    mostOfStreet = naturalLogarithm(size / 0.1)
  }

  /// Compares two records.
  func comparison(_ a: Int, _ b: Int) -> Comparison {
    var result = Comparison()
    compareNumbers(a, b, &result)
    compareIdentifiers(a, b, &result)
    compareNames(a, b, &result)
    compareStreets(a, b, &result)
    comparePlaces(a, b, &result)
    compareContacts(a, b, &result)
    return result
  }

  private func compareNumbers(_ a: Int, _ b: Int, _ result: inout Comparison) {
    let table = records.companyNumbers
    let (first, second) = (table.values[a], table.values[b])
    if first >= 0, second >= 0 {
      if first == second {
        result.set(
          .companyNumber, Comparison.ValueLevel.same.rawValue, evidence: table.worth[Int(first)])
        if let one = records.numbers[a]?.establishment, let other = records.numbers[b]?.establishment, one != other {
          result.signs.insert(.establishment)
        }
      } else if records.numberCountries[a] == records.numberCountries[b] {
        // Numbers of two countries say nothing: a company may have one in each.
        result.set(.companyNumber, Comparison.ValueLevel.differs.rawValue)
      }
    }
    let (home, away) = (records.countries.values[a], records.countries.values[b])
    if home >= 0, away >= 0, home != away { result.signs.insert(.country) }
  }

  private func compareIdentifiers(_ a: Int, _ b: Int, _ result: inout Comparison) {
    let table = records.otherIdentifiers
    let (first, second) = (table.values[a], table.values[b])
    guard first >= 0, second >= 0 else { return }
    if first == second {
      result.set(
        .otherIdentifier, Comparison.IdentifierLevel.same.rawValue, evidence: table.worth[Int(first)])
      return
    }
    let (one, other) = (table.texts[Int(first)], table.texts[Int(second)])
    if min(one.utf8.count, other.utf8.count) >= 6, abs(one.utf8.count - other.utf8.count) <= 1,
      editDistance(one, other) == 1
    {
      // Numbers given out in a row are one digit apart too: of the numbers around, ten for each digit are.
      let chance = naturalLogarithm(Double(10 * one.utf8.count))
      result.set(
        .otherIdentifier, Comparison.IdentifierLevel.near.rawValue,
        evidence: max(0, table.worth[Int(first)] - chance))
    } else {
      result.set(.otherIdentifier, Comparison.IdentifierLevel.differs.rawValue)
    }
  }

  private func compareNames(_ a: Int, _ b: Int, _ result: inout Comparison) {
    var best = WordAlignment()
    var pair: (Int, Int)?
    for one in records.names(of: a) {
      for other in records.names(of: b) {
        let alignment = WordAlignment(one, other, in: records.nameBags)
        if pair == nil || (alignment.likeness, alignment.evidence) > (best.likeness, best.evidence) {
          best = alignment
          pair = (one, other)
        }
      }
    }
    guard let pair else { return }
    result.names = (Int32(pair.0), Int32(pair.1))
    result.set(.name, Self.nameLevel(best).rawValue, evidence: min(best.evidence, mostOfName))
    let (one, other) = (records.nameSigns[pair.0], records.nameSigns[pair.1])
    if one.isPlain && other.isPlain { return }
    if Self.contradict(one.numbers, other.numbers) { result.signs.insert(.numbers) }
    if Self.contradict(one.sides, other.sides) { result.signs.insert(.sides) }
    if one.roles != other.roles { result.signs.insert(.roles) }
    if one.family != other.family, one.family != .unknown, other.family != .unknown { result.signs.insert(.legalForm) }
  }

  private static func nameLevel(_ found: WordAlignment) -> Comparison.NameLevel {
    if found.isSame { return .same }
    if found.isComplete, found.likeness >= 0.65 { return .near }
    if found.isContained, found.cover >= 0.8 { return .contained }
    if found.likeness >= 0.72 { return .close }
    if found.likeness >= 0.5 { return .half }
    return found.likeness >= 0.25 ? .weak : .differs
  }

  /// Whether both name something and neither holds all that the other does.
  private static func contradict(_ one: [String], _ other: [String]) -> Bool {
    guard !one.isEmpty, !other.isEmpty else { return false }
    return !one.allSatisfy(other.contains) && !other.allSatisfy(one.contains)
  }

  private func compareStreets(_ a: Int, _ b: Int, _ result: inout Comparison) {
    let numbers = records.houseNumbers
    let (first, second) = (numbers.values[a], numbers.values[b])
    let hasWords = !records.streetBags.range(a).isEmpty && !records.streetBags.range(b).isEmpty
    guard hasWords || first >= 0 && second >= 0 else { return }
    let found = WordAlignment(a, b, in: records.streetBags)
    let isSame = first >= 0 && first == second
    let differ = first >= 0 && second >= 0 && first != second
    let likeness = max(found.likeness, found.cover >= 0.9 ? 0.75 : 0)
    let level: Comparison.StreetLevel =
      switch (likeness, isSame, differ) {
      case (0.75..., true, _): .same
      case (0.75..., _, false): .streetOnly
      case (0.75..., _, true): .otherNumber
      case (0.4..., true, _): .partly
      case (0.4..., _, _): .weak
      case (_, true, _): .numberOnly
      default: .differs
      }
    let number = isSame ? numbers.worth[Int(first)] : 0
    result.set(.street, level.rawValue, evidence: min(found.evidence + number, mostOfStreet))
  }

  private func comparePlaces(_ a: Int, _ b: Int, _ result: inout Comparison) {
    let codes = records.postcodes
    let (first, second) = (codes.values[a], codes.values[b])
    let hasCodes = first >= 0 && second >= 0
    let hasCities = !records.cityBags.range(a).isEmpty && !records.cityBags.range(b).isEmpty
    guard hasCodes || hasCities else { return }
    let sameCode = hasCodes && first == second
    let nearCode = hasCodes && !sameCode && editDistance(codes.texts[Int(first)], codes.texts[Int(second)]) == 1
    let city = hasCities ? WordAlignment(a, b, in: records.cityBags) : WordAlignment()
    let sameCity = hasCities && max(city.likeness, city.cover) >= 0.8
    let level: Comparison.PlaceLevel =
      if sameCode && sameCity {
        .same
      } else if sameCode {
        hasCities ? .split : .one
      } else if sameCity {
        hasCodes ? (nearCode ? .one : .split) : .one
      } else {
        nearCode ? .near : .differs
      }
    let code = sameCode ? codes.worth[Int(first)] : 0
    result.set(.place, level.rawValue, evidence: max(code, sameCity ? city.evidence : 0))
  }

  private func compareContacts(_ a: Int, _ b: Int, _ result: inout Comparison) {
    let phones = records.phones
    if phones.values[a] >= 0, phones.values[b] >= 0 {
      if phones.values[a] == phones.values[b] {
        result.set(
          .phone, Comparison.ValueLevel.same.rawValue, evidence: phones.worth[Int(phones.values[a])])
      } else {
        result.set(.phone, Comparison.ValueLevel.differs.rawValue)
      }
    }
    let (emails, domains) = (records.emails, records.domains)
    guard emails.values[a] >= 0, emails.values[b] >= 0 else { return }
    if emails.values[a] == emails.values[b] {
      result.set(.email, Comparison.EmailLevel.same.rawValue, evidence: emails.worth[Int(emails.values[a])])
    } else if domains.values[a] >= 0, domains.values[a] == domains.values[b] {
      result.set(
        .email, Comparison.EmailLevel.domain.rawValue, evidence: domains.worth[Int(domains.values[a])])
    } else {
      result.set(.email, Comparison.EmailLevel.differs.rawValue)
    }
  }
}

/// Keys under which records that may be one customer meet, so that no record is compared with all others.
///
/// A key is a number made of a kind and of what the records share; kinds belong to families, of which a pair of records is
/// credited the best key only.
struct BlockKeys {
  /// What a key is made of; keys of one family tell the same thing about a pair.
  enum Family: UInt8, CaseIterable, Sendable {
    /// Official numbers, other identifiers, whole names.
    case identity
    /// Words of the name, and what survives a slip in them.
    case name
    /// Words and number of the address.
    case street
    /// Postcode or city with something else.
    case place
    /// Telephone.
    case phone
    /// E-mail address and domain.
    case email
  }

  /// The keys, with the family and the record of each, in the order of the records.
  private(set) var keys: [UInt64] = []
  private(set) var families: [Family] = []
  private(set) var owners: [Int32] = []

  private let records: PreparedRecords
  /// Names of a record that keys are made of.
  private static let mostNames = 3
  /// Words of a name, and of a street, that keys are made of: the rarest.
  private static let mostWords = 4
  /// Words whose slips of the pen are looked for.
  private static let mostTyped = 2

  /// Makes the keys of all records.
  init(_ records: PreparedRecords) {
    self.records = records
    let expected = records.count * 40
    keys.reserveCapacity(expected)
    families.reserveCapacity(expected)
    owners.reserveCapacity(expected)
    for record in 0..<records.count { add(record) }
  }

  private mutating func add(_ record: Int) {
    let postcode = records.postcodes.values[record]
    let number = records.houseNumbers.values[record]
    let streets = rarest(records.streetBags, bag: record)
    let cities = rarest(records.cityBags, bag: record)
    put(1, records.companyNumbers.values[record], .identity, record)
    put(2, records.phones.values[record], .phone, record)
    put(3, records.emails.values[record], .email, record)
    put(4, records.domains.values[record], .email, record)
    addIdentifier(record)
    for bag in records.names(of: record).prefix(Self.mostNames) {
      let words = rarest(records.nameBags, bag: bag)
      addName(bag, words, record)
      for word in words.prefix(2) {
        let start = beginning(of: word, in: records.nameBags)
        if postcode >= 0 { put(20, UInt64(UInt32(postcode)), start, .place, record) }
        if let city = cities.first { put(21, UInt64(city), start, .place, record) }
        if number >= 0 { put(22, UInt64(UInt32(number)), UInt64(word), .place, record) }
        if let street = streets.first { put(23, beginning(of: street, in: records.streetBags), start, .place, record) }
      }
    }
    addStreet(streets, number: number, postcode: postcode, city: cities.first, record)
  }

  private mutating func addIdentifier(_ record: Int) {
    let value = records.otherIdentifiers.values[record]
    guard value >= 0 else { return }
    put(5, value, .identity, record)
    let text = Array(records.otherIdentifiers.texts[Int(value)].utf8)
    if (6...14).contains(text.count) { addDeletions(of: text, kind: 6, .identity, record) }
  }

  private mutating func addName(_ bag: Int, _ words: [Int32], _ record: Int) {
    var whole: UInt64 = 0
    for place in records.nameBags.range(bag) { whole &+= Self.mixed(UInt64(records.nameBags.words[place]) &+ 1) }
    put(7, whole, 0, .identity, record)
    for (place, word) in words.enumerated() {
      put(8, word, .name, record)
      for other in words[(place + 1)...] { put(9, UInt64(min(word, other)), UInt64(max(word, other)), .name, record) }
    }
    for word in words.prefix(Self.mostTyped) {
      records.nameBags.table.withBytes(of: word) { bytes in
        if bytes.count >= 4, bytes[0] > 0x39 { addDeletions(of: Array(bytes.prefix(16)), kind: 10, .name, record) }
      }
    }
    // Words written together or apart: the letters of the whole name.
    let letters = records.nameBags.range(bag).flatMap { place in
      records.nameBags.table.withBytes(of: records.nameBags.words[place]) { Array($0) }
    }
    put(11, Self.hash(letters), 0, .name, record)
  }

  private mutating func addStreet(_ words: [Int32], number: Int32, postcode: Int32, city: Int32?, _ record: Int) {
    for (place, word) in words.prefix(3).enumerated() {
      put(30, word, .street, record)
      if number >= 0 { put(31, UInt64(UInt32(number)), UInt64(word), .street, record) }
      if postcode >= 0 { put(32, UInt64(UInt32(postcode)), UInt64(word), .place, record) }
      if let city { put(33, UInt64(city), UInt64(word), .place, record) }
      for other in words.prefix(3).dropFirst(place + 1) {
        put(34, UInt64(min(word, other)), UInt64(max(word, other)), .street, record)
      }
    }
    if number >= 0, postcode >= 0 { put(35, UInt64(UInt32(number)), UInt64(UInt32(postcode)), .place, record) }
    if number >= 0, let city { put(36, UInt64(UInt32(number)), UInt64(city), .place, record) }
    if let word = words.first {
      records.streetBags.table.withBytes(of: word) { bytes in
        if bytes.count >= 5, bytes[0] > 0x39 { addDeletions(of: Array(bytes.prefix(16)), kind: 37, .street, record) }
      }
    }
  }

  /// The word and every word that lacks one of its letters: two words one slip apart have one of these in common.
  private mutating func addDeletions(of word: [UInt8], kind: UInt64, _ family: Family, _ record: Int) {
    put(kind, Self.hash(word), 0, family, record)
    for gap in word.indices where gap == 0 || word[gap] != word[gap - 1] {
      put(kind, Self.hash(word, without: gap), 0, family, record)
    }
  }

  private func rarest(_ bags: borrowing WordBags, bag: Int) -> [Int32] {
    let words = bags.range(bag).map { bags.words[$0] }
    guard words.count > 1 else { return words }
    return Array(
      words.sorted { (bags.table.counts[Int($0)], $0) < (bags.table.counts[Int($1)], $1) }.prefix(Self.mostWords))
  }

  /// A word's first three letters as a number.
  private func beginning(of word: Int32, in bags: borrowing WordBags) -> UInt64 {
    bags.table.withBytes(of: word) { bytes in bytes.prefix(3).reduce(UInt64(1)) { $0 << 8 | UInt64($1) } }
  }

  private mutating func put(_ kind: UInt64, _ value: Int32, _ family: Family, _ record: Int) {
    if value >= 0 { put(kind, UInt64(value), 0, family, record) }
  }

  private mutating func put(_ kind: UInt64, _ a: UInt64, _ b: UInt64, _ family: Family, _ record: Int) {
    keys.append(Self.mixed(Self.mixed(a &+ kind &* 0x9E37_79B9_7F4A_7C15) ^ b &* 0xD6E8_FEB8_6659_FD93))
    families.append(family)
    owners.append(Int32(record))
  }

  /// The bits of a number scattered, so that keys fill their range evenly (the last steps of SplitMix64).
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number for some letters (FNV-1a), the same on every run.
  private static func hash(_ bytes: [UInt8], without gap: Int = -1) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in bytes.indices where place != gap { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return hash
  }
}

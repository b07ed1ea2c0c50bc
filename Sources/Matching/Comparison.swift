/// How well the names, addresses and so on of two records agree: a closed scale a field, and what is shared is worth.
struct Comparison: Sendable {
  /// What is compared.
  enum Field: Int, CaseIterable, Sendable {
    case companyNumber, otherIdentifier, name, street, place, phone, email
  }

  /// Levels of names, best first: the same words; the same but for slips; all words of one in the other, which has more; and
  /// then words of their own on both sides, beside much, half, little or nothing in common.
  enum NameLevel: Int, CaseIterable { case same, near, contained, close, half, weak, differs }
  /// Levels of addresses, best first.
  enum StreetLevel: Int, CaseIterable { case same, streetOnly, partly, otherNumber, weak, numberOnly, differs }
  /// Levels of postcode and city, best first.
  enum PlaceLevel: Int, CaseIterable { case same, one, split, near, differs }
  /// Levels of identifiers without a check.
  enum IdentifierLevel: Int, CaseIterable { case same, near, differs }
  /// Levels of phones and official numbers.
  enum ValueLevel: Int, CaseIterable { case same, differs }
  /// Levels of e-mail addresses.
  enum EmailLevel: Int, CaseIterable { case same, domain, differs }

  /// Signs that two records with much in common are two customers.
  struct Signs: OptionSet, Sendable {
    let rawValue: UInt8
    static let numbers = Signs(rawValue: 1)
    static let sides = Signs(rawValue: 2)
    static let roles = Signs(rawValue: 4)
    static let legalForm = Signs(rawValue: 8)
    static let country = Signs(rawValue: 16)
    /// Not against being one company: two establishments of one SIREN.
    static let establishment = Signs(rawValue: 32)
  }

  /// The level of each field, −1 where one of the two says nothing.
  var levels = SIMD8<Int8>(repeating: -1)
  /// −ln of the chance that two other customers share as much, by field.
  var evidence = SIMD8<Float>(repeating: 0)
  /// Signs against.
  var signs: Signs = []
  /// The places of the two names that were likest.
  var names: (Int32, Int32) = (-1, -1)

  /// The level of a field, or nothing where one of the two says nothing.
  func level(_ field: Field) -> Int? { levels[field.rawValue] < 0 ? nil : Int(levels[field.rawValue]) }

  mutating func set(_ field: Field, _ level: Int, evidence value: Double = 0) {
    levels[field.rawValue] = Int8(level)
    evidence[field.rawValue] = Float(value)
  }
}

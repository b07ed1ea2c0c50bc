import Ledger

/// A VAT number of a European country.
///
/// Source: European Commission, VIES, "VAT identification number structure"; the check digits are those each country
/// publishes. France, Belgium, Germany, Italy, Spain, the Netherlands and Luxembourg are checked, others by their form.
struct VATNumber: Hashable, Sendable {
  /// The country's two letters, small; Greece is `el`.
  let country: String
  /// The rest, in small letters and digits.
  let body: String
  /// Whether a check digit proves it.
  let isProven: Bool

  /// Reads a number with its country's letters, or nothing when its form or its check is wrong.
  init?(_ text: String) {
    let compact = compactText(text)
    guard compact.utf8.count >= 4 else { return nil }
    var country = String(compact.prefix(2))
    var body = String(compact.dropFirst(2))
    if compact.hasPrefix("che") { (country, body) = ("ch", Self.swiss(String(compact.dropFirst(3)))) }
    if country == "gr" { country = "el" }
    if country == "be", body.utf8.count == 9 { body = "0" + body }
    if let check = Self.checks[country] {
      guard check(body) else { return nil }
      isProven = true
    } else {
      guard let lengths = Self.lengths[country], lengths.contains(body.utf8.count),
        body.utf8.contains(where: { (0x30...0x39).contains($0) })
      else { return nil }
      isProven = false
    }
    self.country = country
    self.body = body
  }

  /// The SIREN within a French number, where it has one.
  var siren: Siren? { country == "fr" ? Siren(String(body.dropFirst(2))) : nil }

  private static let checks: [String: @Sendable (String) -> Bool] = [
    "fr": french, "be": belgian, "de": german, "it": italian, "es": spanish, "nl": dutch, "lu": luxembourgish,
  ]

  /// Lengths after the country's letters, where no check is made.
  private static let lengths: [String: ClosedRange<Int>] = [
    "at": 9...9, "bg": 9...10, "cy": 9...9, "cz": 8...10, "dk": 8...8, "ee": 9...9, "el": 9...9, "fi": 8...8,
    "hr": 11...11,
    "hu": 8...8, "ie": 8...9, "lt": 9...12, "lv": 11...11, "mt": 8...8, "pl": 10...10, "pt": 9...9, "ro": 2...10,
    "se": 12...12, "si": 8...8, "sk": 10...10, "gb": 9...12, "xi": 9...12, "ch": 9...9, "no": 9...12,
  ]

  private static func swiss(_ rest: String) -> String { asciiDigits(of: rest) }

  /// The key of two digits is (12 + 3·(SIREN mod 97)) mod 97; keys with letters have a rule of their own.
  ///
  /// Monaco's numbers
  /// hold no SIREN.
  private static func french(_ body: String) -> Bool {
    let number = String(body.dropFirst(2))
    guard body.utf8.count == 11, let value = Int(number), number.isNumber else { return false }
    let key = String(body.prefix(2))
    let isMonegasque = number.hasPrefix("000")
    guard isMonegasque || Siren(number) != nil else { return false }
    if key.isNumber { return Int(key) == (12 + 3 * (value % 97)) % 97 }
    let letters = Array("0123456789abcdefghjklmnpqrstuvwxyz")
    let places = key.compactMap { letters.firstIndex(of: $0) }
    guard places.count == 2 else { return false }
    let sum = places[0] < 10 ? places[0] * 24 + places[1] - 10 : places[0] * 34 + places[1] - 100
    return (value + 1 + sum / 11) % 11 == sum % 11
  }

  /// The last two digits are 97 less the remainder of the others by 97.
  private static func belgian(_ body: String) -> Bool {
    guard body.utf8.count == 10, body.hasPrefix("0") || body.hasPrefix("1"), body.isNumber, let value = Int(body) else {
      return false
    }
    return 97 - value / 100 % 97 == value % 100
  }

  private static func german(_ body: String) -> Bool {
    guard body.utf8.count == 9, !body.hasPrefix("0"), let digits = body.digitValues else { return false }
    return CheckDigits.iso7064mod11and10(digits)
  }

  private static func italian(_ body: String) -> Bool {
    guard body.utf8.count == 11, let digits = body.digitValues, digits.contains(where: { $0 != 0 }) else {
      return false
    }
    return CheckDigits.luhn(digits)
  }

  /// Persons: a number modulo 23 gives the letter (a leading X, Y or Z stands for 0, 1, 2).
  ///
  /// Companies: the Luhn sum of
  /// seven digits gives a digit or a letter.
  private static func spanish(_ body: String) -> Bool {
    guard body.utf8.count == 9, let first = body.first, let last = body.last else { return false }
    let middle = String(body.dropFirst().dropLast())
    guard middle.isNumber, let digits = middle.digitValues else { return false }
    if let prefix = first.isWholeNumber ? String(first) : ["x": "0", "y": "1", "z": "2"][first] {
      guard let value = Int(prefix + middle) else { return false }
      return Array("trwagmyfpdxbnjzsqvhlcke")[value % 23] == last
    }
    guard "abcdefghjnpqrsuvwklm".contains(first) else { return false }
    // The check digit that would follow: Luhn's sum doubles from the last of the seven.
    let check = (10 - CheckDigits.luhnSum(digits + [0]) % 10) % 10
    return last == Array("jabcdefghi")[check] || last == Character(String(check))
  }

  /// Nine digits, B and two digits: the ninth digit is proven by the elevens, or the whole by the ninety-sevens.
  private static func dutch(_ body: String) -> Bool {
    let parts = body.split(separator: "b", omittingEmptySubsequences: false).map(String.init)
    guard body.utf8.count == 12, parts.count == 2, parts[0].utf8.count == 9, parts[1].isNumber,
      let digits = parts[0].digitValues
    else { return false }
    let sum = CheckDigits.weighted(digits, by: [9, 8, 7, 6, 5, 4, 3, 2])
    return sum % 11 == digits[8] || CheckDigits.iso7064mod97("nl" + body)
  }

  /// The first six digits modulo 89 are the last two.
  private static func luxembourgish(_ body: String) -> Bool {
    guard body.utf8.count == 8, body.isNumber, let value = Int(body) else { return false }
    return value / 100 % 89 == value % 100
  }
}

import Units

/// The number of a French company, nine digits of which the last proves the others.
///
/// Source: INSEE, "Numéro Siren"; the check is Luhn's (ISO/IEC 7812-1, annex B).
public struct Siren: Hashable, Sendable {
  /// The nine digits.
  public let text: String

  /// Reads a number however it is spaced, or nothing when its check fails.
  public init?(_ text: String) {
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value))
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil: return nil
      default: continue
      }
    }
    guard digits.count == 9, digits.contains(where: { $0 != 0x30 }), Self.passesLuhn(digits) else { return nil }
    self.text = String(decoding: digits, as: UTF8.self)
  }

  /// Whether digits, from the right every second one doubled, sum to a multiple of ten.
  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, byte) in digits.reversed().enumerated() {
      let digit = Int(byte - 0x30) * (place % 2 == 1 ? 2 : 1)
      sum += digit > 9 ? digit - 9 : digit
    }
    return sum % 10 == 0
  }
}

extension Siren: PolicyType {
  typealias Plain = Siren
  var inPolicy: PolicyValue { .text(text) }
  init?(inPolicy value: PolicyValue) { if case .text(let text) = value { self.init(text) } else { return nil } }
}

/// A telephone number in one spelling: the country's code and the national number without its leading 0, where both are known.
struct PhoneNumber: Hashable, Sendable {
  /// The digits, `33123456789` for `01 23 45 67 89`; as dialled where the country is not known.
  let digits: String

  /// Reads a number; nothing under six digits or when all are the same.
  ///
  /// - Parameter country: the customer's country, small letters; ten digits from 01 to 09 are French without one.
  init?(_ text: String, country: String?) {
    let cut = Self.withoutExtension(text)
    var found = asciiDigits(of: String(cut))
    let isInternational = cut.first { !$0.isWhitespace && $0 != "(" } == "+" || found.hasPrefix("00")
    if isInternational {
      if found.hasPrefix("00") { found.removeFirst(2) }
      // « +33 (0)1 23 … » repeats the national 0.
      for code in Self.codes.values where found.hasPrefix(code + "0") && code != "39" {
        found = code + found.dropFirst(code.count + 1)
        break
      }
    } else if found.hasPrefix("0"), let code = Self.codes[country ?? "fr"], country != nil || found.utf8.count == 10 {
      found = code == "39" ? code + found : code + found.dropFirst()
    } else if let code = country.flatMap({ Self.codes[$0] }), code == "34", found.utf8.count == 9 {
      found = code + found
    } else if found.utf8.count == 11, found.hasPrefix("1"), country == nil || country == "us" || country == "ca" {
      // North America: the long-distance 1 is not always dialled.
      found.removeFirst()
    }
    guard found.utf8.count >= 6, Set(found.utf8).count > 1 else { return nil }
    digits = found
  }

  private static let codes = [
    "fr": "33", "be": "32", "de": "49", "it": "39", "es": "34", "nl": "31", "lu": "352", "ch": "41", "gb": "44",
    "at": "43",
    "pt": "351", "ie": "353",
  ]

  /// The number before an extension: « poste 12 », "x12".
  private static func withoutExtension(_ text: String) -> Substring {
    let cut = text.firstIndex {
      $0 == "x" || $0 == "X" || $0 == "p" || $0 == "P" || $0 == "e" || $0 == "E" || $0 == "/"
    }
    guard let cut, asciiDigits(of: String(text[..<cut])).utf8.count >= 6 else { return text[...] }
    return text[..<cut]
  }
}

import Units

/// Numbers that pass the official checks, drawn from a block that starts with 29, where no company is expected.
enum LegalNumbers {
  /// The nine digits of a SIREN whose Luhn check holds.
  ///
  /// Distinct for the first 1,000,000 serial numbers.
  static func siren(_ serial: Int) -> String {
    // 7^5 has no factor in common with 1,000,000: a permutation that hides the order.
    let body = "29" + padded((serial * 16_807 + 314_159) % 1_000_000, 6)
    return body + String(checkDigit(body))
  }

  /// The French VAT number of a SIREN.
  static func vat(siren: String) -> String {
    let rest = siren.utf8.reduce(0) { ($0 * 10 + Int($1) - 48) % 97 }
    return "FR" + padded((12 + 3 * rest) % 97, 2) + siren
  }

  /// The digit that makes the Luhn sum of `body` and itself a multiple of ten.
  private static func checkDigit(_ body: String) -> Int {
    var sum = 0
    for (place, digit) in body.utf8.reversed().enumerated() {
      let value = Int(digit) - 48
      let doubled = place % 2 == 0 ? value * 2 : value
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return (10 - sum % 10) % 10
  }
}

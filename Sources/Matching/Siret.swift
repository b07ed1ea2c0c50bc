import Ledger

/// The number of a French establishment: its company's SIREN and five digits.
///
/// Source: INSEE, "Numéro Siret". Those of La Poste (356 000 000) are proven by a digit sum that is a multiple of five.
struct Siret: Hashable, Sendable {
  /// The fourteen digits.
  let text: String
  /// The company.
  let siren: Siren

  /// La Poste, whose establishments outnumber what Luhn's digit leaves room for.
  private static let laPoste = "356000000"

  /// Reads a number however it is spaced, or nothing when its check fails.
  init?(_ text: String) {
    let found = asciiDigits(of: text)
    guard found.utf8.count == 14, compactText(text) == found, let values = found.digitValues,
      let siren = Siren(String(found.prefix(9)))
    else { return nil }
    let isPost = siren.text == Self.laPoste && values.reduce(0, +) % 5 == 0
    guard CheckDigits.luhn(values) || isPost else { return nil }
    self.text = found
    self.siren = siren
  }
}

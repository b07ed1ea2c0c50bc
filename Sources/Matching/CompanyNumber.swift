import Ledger

/// The official number by which one company is told from another, out of SIREN, SIRET and VAT number.
struct CompanyNumber: Hashable, Sendable {
  /// The country's two small letters and the number: `fr552100554`.
  let key: String
  /// Whether a check digit proves it.
  let isProven: Bool
  /// The establishment, where a SIRET says it.
  let establishment: String?

  /// The number of a record, or nothing without a valid one.
  ///
  /// A SIREN goes before the one within a SIRET or a VAT number.
  init?(siren: String?, siret: String?, vat: String?) {
    let site = siret.flatMap(Siret.init)
    let number = vat.flatMap(VATNumber.init)
    if let found = siren.flatMap(Siren.init) ?? site?.siren ?? number?.siren {
      key = "fr" + found.text
      isProven = true
      // A site of another company than the SIREN's says nothing of this one.
      establishment = site?.siren == found ? site?.text : nil
    } else if let number {
      key = number.country + number.body
      isProven = number.isProven
      establishment = nil
    } else {
      return nil
    }
  }

  /// The country that gave the number.
  var country: Substring { key.prefix(2) }
}

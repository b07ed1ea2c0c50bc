import Ledger
import Testing

@testable import Matching

struct NumberTests {
  @Test(arguments: [
    ("552 100 554", true), ("552100555", false), ("732829320", true), ("000000000", false), ("73282932", false),
    ("73282932A", false),
  ])
  func `a SIREN proves itself by Luhn's digit`(_ text: String, _ valid: Bool) { #expect((Siren(text) != nil) == valid) }

  @Test(arguments: [
    ("732 829 320 00074", true), ("73282932000075", false), ("35600000000048", true),
    // A post office: Luhn fails, the digit sum is a multiple of five.
    ("35600000049837", true), ("35600000049838", false), ("732829320", false),
  ])
  func `a SIRET proves itself by Luhn's digit, a post office by its digit sum`(_ text: String, _ valid: Bool) {
    #expect((Siret(text) != nil) == valid)
  }

  @Test(arguments: [
    ("FR40303265045", true), ("FR 83 404 833 048", true), ("FR84404833048", false), ("FRK7399859412", true),
    ("FR4Z123456782", true),
    ("BE0428759497", true), ("BE428759497", true), ("BE0431150351", false), ("DE136695976", true),
    ("DE136695978", false),
    ("IT00743110157", true), ("IT00743110158", false), ("ESB64717838", true), ("ES54362315K", true),
    ("ESX2482300W", true),
    ("ESB64717839", false), ("ES54362315Z", false), ("NL004495445B01", true), ("NL123456789B90", false),
    ("LU15027442", true),
    ("LU15027443", false), ("ATU13585627", true), ("ATU1358562", false), ("CHE-107.787.577 MWST", true),
    ("GR094259216", true),
    ("XX123456789", false), ("FR", false), ("PL8567346215", true),
  ])
  func `a VAT number has its country's form, and its check digit where we know it`(_ text: String, _ valid: Bool) {
    #expect((VATNumber(text) != nil) == valid, "\(text)")
  }

  @Test func `only checked numbers are proven, and a French one holds the SIREN`() {
    #expect(VATNumber("FR83404833048")?.siren == Siren("404833048"))
    #expect(VATNumber("DE136695976")?.isProven == true)
    #expect(VATNumber("ATU13585627")?.isProven == false)
    #expect(VATNumber("GR094259216")?.country == "el")
  }

  @Test func `SIREN, SIRET and VAT number name one company`() {
    let keys = [
      CompanyNumber(siren: "732829320", siret: nil, vat: nil),
      CompanyNumber(siren: nil, siret: "73282932000074", vat: nil),
      CompanyNumber(siren: "not one", siret: nil, vat: "FR44732829320"),
    ].map { $0?.key }
    #expect(keys == ["fr732829320", "fr732829320", "fr732829320"])
    #expect(CompanyNumber(siren: nil, siret: nil, vat: "BE0428759497")?.key == "be0428759497")
    #expect(CompanyNumber(siren: "", siret: nil, vat: nil) == nil)
  }

  @Test func `a SIRET of another company than the SIREN's is no establishment of it`() {
    #expect(CompanyNumber(siren: "552100554", siret: "73282932000074", vat: nil)?.establishment == nil)
    #expect(CompanyNumber(siren: "732829320", siret: "73282932000074", vat: nil)?.establishment == "73282932000074")
  }
}

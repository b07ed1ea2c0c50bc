import Testing

@testable import Matching

struct ContactTests {
  @Test(
    arguments: [
      ("01 23 45 67 89", nil, "33123456789"), ("+33 (0)1.23.45.67.89", nil, "33123456789"),
      ("0033123456789", "fr", "33123456789"),
      ("02 123 45 67", "be", "3221234567"), ("06 1234 5678", "it", "390612345678"),
      ("1-312-555-0123", nil, "3125550123"),
      ("(312) 555-0123", "us", "3125550123"), ("555-0123", nil, "5550123"), ("912 345 678", "es", "34912345678"),
      ("01 23 45 67 89 poste 12", nil, "33123456789"), ("12", nil, nil), ("000000000", nil, nil), ("néant", nil, nil),
    ] as [(String, String?, String?)])
  func `a telephone number has one spelling`(_ text: String, _ country: String?, _ digits: String?) {
    #expect(PhoneNumber(text, country: country)?.digits == digits)
  }

  @Test func `a mail provider's domain identifies nobody`() {
    #expect(EmailAddress("Contact@Durand-Plomberie.FR")?.domain == "durand-plomberie.fr")
    #expect(EmailAddress("durand@orange.fr")?.domain == nil)
    #expect(EmailAddress("durand@yahoo.co.uk")?.domain == nil)
    #expect(EmailAddress("durand@orange.fr")?.text == "durand@orange.fr")
    #expect(EmailAddress("Durand <a@b.fr>; c@d.fr")?.text == "a@b.fr")
    for wrong in ["", "durand", "a@b", "@b.fr", "a@", "a@b@c.fr"] { #expect(EmailAddress(wrong) == nil) }
  }

  @Test(
    arguments: [
      (["12 bis, av. du Gal de Gaulle"], "12", "avenue general gaulle"),
      (["12 b avenue du Général de Gaulle"], "12", "avenue general gaulle"),
      (["Bât. C", "7146-48 S. Ashland Ave."], "7146", "batiment c south ashland avenue"),
      (["BP 40012", "ZI des Lilas"], nil, "postbox 40012 zoneindustrielle lilas"),
      (["112 E 51st St"], "112", "east 51st street"), (["1, rue X CEDEX 9"], "1", "street x"), ([""], nil, ""),
      (["12"], nil, "12"),
    ] as [([String], String?, String)])
  func `an address is a number and the words of its street`(_ lines: [String], _ number: String?, _ words: String) {
    let address = StreetAddress(lines)
    #expect(address.number == number)
    #expect(address.words.joined(separator: " ") == words)
  }

  @Test func `a city loses what the post adds, a postcode its country`() {
    #expect(PlaceName.words("LYON CEDEX 03") == ["lyon"])
    #expect(PlaceName.words("Paris 8e arrondissement") == ["paris"])
    #expect(PlaceName.words("St-Étienne") == PlaceName.words("SAINT ETIENNE"))
    #expect(PlaceName.postcode("F-69003") == "69003")
    #expect(PlaceName.postcode("SW1A 1AA") == "sw1a1aa")
    #expect(PlaceName.postcode("-") == nil)
    #expect(countryCode("France") == "fr")
    #expect(countryCode("UK") == "gb")
    #expect(countryCode("Atlantis") == nil)
  }
}

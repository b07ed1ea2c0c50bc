import Ledger
import Testing

struct SirenTests {
  @Test(arguments: [
    ("732829320", "732829320"), ("732 829 320", "732829320"), ("732.829.320", "732829320"),
    ("732\u{A0}829\u{202F}320", "732829320"),
  ])
  func `nine digits that prove themselves are a SIREN, however they are spaced`(text: String, digits: String) {
    #expect(Siren(text)?.text == digits)
  }

  @Test(arguments: ["732829321", "000000000", "73282932", "7328293200", "FR732829320", "", "７３２８２９３２０"])
  func `others are none`(text: String) { #expect(Siren(text) == nil) }
}

import Testing
import Units

struct FoldedLettersTests {
  private func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars where !appendFolded(scalar, to: &bytes) { bytes.append(UInt8(ascii: ".")) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Élève", "eleve"), ("ŒUVRE", "oeuvre"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Ærø", "aero"),
    ("Nguyễn", "nguyen"), ("ﬁn", "fin"), ("ＡＢＣ１２", "abc12"), ("İstanbul", "istanbul"), ("Ştefan", "stefan"),
    ("a b-c", "a.b.c"), ("Žižkov", "zizkov"), ("Þór", "thor"), ("Ẽ", "e"), ("ǆ", "."), ("Ω", "."),
  ])
  func `letters lose case and accent`(_ text: String, _ expected: String) { #expect(folded(text) == expected) }

  @Test func `accents that follow their letter are marks`() {
    #expect("e\u{301}".unicodeScalars.map(isCombiningMark) == [false, true])
  }
}

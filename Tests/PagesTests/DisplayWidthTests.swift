import Pages
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("été", 3), ("e\u{301}te\u{301}", 3), ("東京", 4), ("ﾊﾝ", 2), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("❤️", 2), ("1\u{202F}234\u{A0}€", 7), ("a\u{200B}b", 2),
    ("Ｗ", 2), ("שלום", 4), ("…", 1), ("▁▅█", 3), ("l’été à 5 € − ½", 15), ("©️", 2), ("Łódź", 4),
  ])
  func `texts take the cells a terminal gives them`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func `controls are shown, marks of direction go`() {
    #expect(neutralised("a\u{1B}[2Jb\n\u{9B}c\u{202E}d\u{7F}") == "a␛[2Jb␊\u{FFFD}cd␡")
    #expect(neutralised("Café 東京 👍") == "Café 東京 👍")
  }
}

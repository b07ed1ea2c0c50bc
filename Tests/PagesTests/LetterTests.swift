import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct LetterTests {
  private func template(_ text: String) throws -> LetterTemplate { try LetterTemplate(text) }

  private func html(_ letter: Letter) -> String {
    var bytes: [UInt8] = []
    letter.markup.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: Language.allCases) func `the product's own templates use every name there is but none else`(
    language: Language
  ) throws {
    let text = LetterTemplate.shipped(in: language)
    let letter = Letter(try template(text), .named, in: language)
    for name in LetterValues.names where !["isNoticed"].contains(name) {
      #expect(letter.text.contains("[\(name)]"), "\(name)")
    }
    #expect(!letter.text.contains("{") && letter.paragraphs.count > 10)
    #expect(letter.paragraphs.first { $0.place == .heading } != nil)
    #expect(text.contains("{{#isNoticed}}"))
  }

  @Test(arguments: [
    ("a\n{{nobody}}", LetterTemplateFault.unknown("nobody", line: 2)), ("{{{reason}}}", .unknown("{reason", line: 1)),
    ("{{&reason}}", .unknown("&reason", line: 1)), ("{{>end}}", .unknown(">end", line: 1)),
    ("{{=<% %>=}}", .unknown("=<%", line: 1)), ("{{end.upper()}}", .unknown("end.upper()", line: 1)),
    ("\n{{#reason}}x", .open("reason", line: 2)), ("{{#reason}}{{/end}}", .broken(line: 1)),
    ("{{/end}}", .broken(line: 1)), ("{{end", .broken(line: 1)),
  ])
  func `a faulty template is told in one sentence`(text: String, fault: LetterTemplateFault) {
    #expect(throws: fault) { try LetterTemplate(text) }
    for language in Language.allCases {
      #expect(fault.sentence(in: language).hasSuffix("."), "\(fault.sentence(in: language))")
    }
  }

  @Test func `a template that is too long is refused`() {
    #expect(throws: LetterTemplateFault.tooLong) { try LetterTemplate(String(repeating: "x", count: 20_001)) }
  }

  @Test func `a letter is text: nothing of the template or the data becomes markup`() throws {
    let letter = Letter(try template("<script>alert(1)</script> {{end}} & {{! a remark }}\n## <b>"), .named, in: .en)
    let html = html(letter)
    #expect(html.contains("&lt;script&gt;") && !html.contains("<script") && !html.contains("<b>"))
    #expect(html.contains("<span class=\"blank\">[end]</span>") && !html.contains("remark"))
    #expect(letter.blanks == ["end"])
  }

  @Test func `marks put paragraphs where they belong`() throws {
    let letter = Letter(try template(">> A\nB\n\n\n##C\n\nD"), .named, in: .fr)
    #expect(letter.paragraphs.map(\.place) == [.right, .heading, .left])
    #expect(letter.paragraphs[0].lines == [[.text("A")], [.text("B")]])
    #expect(
      letter.text == String(repeating: " ", count: 40) + "A\n" + String(repeating: " ", count: 40) + "B\n\nC\n\nD\n")
  }
}

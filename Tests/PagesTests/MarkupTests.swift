import Pages
import Testing

struct MarkupTests {
  private func html(_ markup: Markup) -> String {
    var bytes: [UInt8] = []
    markup.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `text and attributes are escaped`() {
    let markup = Markup.element(.p, [.title: "\"><script>alert('x')</script>&"]) { "<b>&\"'\u{0}\u{1B}" }
    #expect(
      html(markup) == "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\">"
        + "&lt;b&gt;&amp;&quot;&#39;\u{FFFD}\u{FFFD}</p>")
  }

  @Test func `every character is written as itself, as its entity, or as one that HTML allows`() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected =
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "\t", "\n", "\r": " "
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": "\u{FFFD}"
        default: String(scalar)
        }
      #expect(html(.text("é" + String(scalar) + "🥐" + String(scalar))) == "é" + expected + "🥐" + expected)
    }
  }

  @Test(arguments: ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "vbscript:x"])
  func `a link that could run a script leads nowhere`(link: String) {
    #expect(html(.element(.a, [.href: link]) { "x" }) == "<a href=\"#\">x</a>")
  }

  @Test(arguments: ["#ranking", "/customers/1", "https://example.org/", "mailto:a@example.org"])
  func `an honest link is kept`(link: String) {
    #expect(html(.element(.a, [.href: link]) { "x" }) == "<a href=\"\(link)\">x</a>")
  }

  @Test func `blocks, branches and loops are written in order`() {
    let rows = 2
    let markup = Markup.element(.ul, "list") {
      if rows > 1 { Markup.element(.li) { "many" } } else { Markup.element(.li) { "few" } }
      for row in 0..<rows { Markup.element(.li) { String(row) } }
    }
    #expect(html(markup) == "<ul class=\"list\"><li>many</li><li>0</li><li>1</li></ul>")
    #expect(html(.element(.br)) == "<br>")
  }
}

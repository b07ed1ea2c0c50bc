import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct ComponentTests {
  private func text(_ markup: Markup) -> String {
    var bytes: [UInt8] = []
    markup.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func context(_ language: Language) -> PageContext {
    PageContext(
      voice: Voice(language), company: "Dupont & <fils>", window: nil, months: [], choice: ViewChoice(),
      usualLength: .months(12),
      assets: .init(style: "/a.css", paper: "/p.css", program: "/c.js", htmx: "/h.js", charts: "/e.js"), banners: [],
      token: "t")
  }

  @Test(arguments: ["//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "data:text/html,x"])
  func `no link leads to another site or runs a script`(link: String) {
    #expect(text(.element(.a, [.href: link])).contains("href=\"#\""))
    #expect(text(.element(.form, [.action: link])).contains("action=\"#\""))
  }

  @Test func `names of the data stay names in every component`() {
    let name = "<script>alert(\"1\")</script>'"
    let chart = ChartModel(
      id: "c", .scatter, title: name, x: .init(name), y: .init(name),
      series: [.init(name, .point, points: [.init(1, 1, words: name)])], marks: [.init(1, 1, words: name)],
      table: TableModel(id: "t", caption: name, columns: [.init(name, isName: true)], rows: [[[.name(name)]]]),
      voice: Voice(.fr))
    let form = FormModel(
      action: Link(.style), method: .post,
      fields: [
        .init("f", name, .text(value: name, placeholder: name)),
        .init("c", name, .choice(value: name, options: [.init(name, name)])),
      ],
      buttons: [.init(name)], token: name)
    for markup in [chart.markup, form.markup, Figure(label: name, value: [.name(name)]).markup] {
      #expect(!text(markup).contains("<script"))
      #expect(text(markup).contains("&lt;script&gt;"))
    }
  }

  @Test func `a form that changes something carries its token first`() {
    let form = FormModel(
      action: Link(.newImport), method: .upload,
      fields: [.init("files", "F", .files(accept: ".csv", isMultiple: true))],
      buttons: [.init("Go")], token: "secret")
    let html = text(form.markup)
    let token = html.range(of: "name=\"token\"")?.lowerBound
    let files = html.range(of: "type=\"file\"")?.lowerBound
    #expect(token != nil && files != nil && html.contains("multipart/form-data"))
    if let token, let files { #expect(token < files) }
  }

  @Test func `a progress asks how it goes on only where it is told whom to ask`() {
    #expect(!text(ProgressModel(words: "w", done: 0.5).markup).contains("hx-get"))
    #expect(
      text(ProgressModel(words: "w", done: nil, poll: Link(.action("/progress"))).markup).contains(
        "hx-get=\"/progress\""))
  }

  @Test func `the page of components says everything in both languages`() {
    let (french, english) = (StylePage(context(.fr)), StylePage(context(.en)))
    #expect(french.panels.count == english.panels.count && french.panels.count > 10)
    for (left, right) in zip(french.panels, english.panels) where left.title.plain != "Table" {
      #expect(left.title.plain != right.title.plain, "\(left.id)")
    }
  }

  @Test func `a page names its company, escaped, and loads nothing from elsewhere`() {
    let html = String(decoding: StylePage(context(.fr)).frame(context(.fr)).bytes, as: UTF8.self)
    #expect(html.contains("Dupont &amp; &lt;fils&gt;") && html.contains("<html lang=\"fr\">"))
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<style"))
    #expect(!html.contains("onclick") && html.components(separatedBy: "<script").count == 4)
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
  fileprivate func components(separatedBy text: String) -> [Substring] {
    split(separator: text, omittingEmptySubsequences: false)
  }
}

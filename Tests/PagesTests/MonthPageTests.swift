import Decisions
import Ledger
import Pages
import Portfolio
import Testing
import Units

struct MonthPageTests {
  private func html(_ books: Books, _ policy: Policy, _ language: Language = .fr) -> String {
    String(
      decoding: MonthPage(CompanyAnalysis(books: books, policy: policy), language: language).bytes, as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func `the page needs nothing from outside and runs nothing`(language: Language) {
    let page = html(tradingBooks(), tradingPolicy(), language)
    for forbidden in ["<script", "javascript:", "http://", "https://", "src=", "@import", "<link", "url(//", "onload"] {
      #expect(!page.contains(forbidden))
    }
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test func `hostile names stand as text, isolated from what surrounds them`() {
    let page = html(tradingBooks(), tradingPolicy())
    #expect(page.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"))
    #expect(!page.unicodeScalars.contains("\u{1B}"))
    #expect(page.components(separatedBy: "</style>") == 2)
  }

  @Test(arguments: Language.allCases)
  func `every element that opens closes`(language: Language) {
    for (books, policy) in [
      (tradingBooks(), tradingPolicy()), (TinyBooks(asOf: "2025-12", months: 12, entries: []).books, Policy()),
    ] {
      #expect(unbalanced(html(books, policy, language)) == nil)
    }
  }

  @Test func `each part has its place, its finding and a way to it`() {
    let page = html(tradingBooks(), tradingPolicy())
    for id in ["profitability", "ranking", "bands", "time", "categories", "floors", "stakes", "adequacy", "cleanup"] {
      #expect(page.contains("<section id=\"\(id)\"") && page.contains("href=\"#\(id)\""))
    }
    #expect(page.contains("<title>Courbe de la baleine</title>"))
    #expect(page.contains("role=\"img\""))
  }

  @Test func `what to look at first names the customer, the action and the euros`() {
    let page = html(tradingBooks(), tradingPolicy(), .en)
    #expect(page.contains("Look at this first"))
    #expect(page.contains("Buys nothing any more") || page.contains("less than a year ago"))
    #expect(page.contains("Costs more than it brings"))
  }

  @Test func `without costs the page says what to bring`() {
    let page = html(TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-05-05", 10) } }.books, Policy())
    #expect(page.contains("Apportez le coût direct"))
    #expect(!page.contains("Courbe de la baleine"))
  }

  @Test func `without sales the page says where to begin`() {
    let page = html(TinyBooks(asOf: "2025-12", months: 12, entries: []).books, Policy(), .en)
    #expect(page.contains("<h1>No sale yet</h1>"))
  }

  /// The first element that does not match, or nothing.
  private func unbalanced(_ page: String) -> String? {
    var open: [Substring] = []
    for part in page.split(separator: "<").dropFirst() {
      let tag = part.prefix { $0 != ">" && $0 != " " }
      if ["meta", "br", "col", "!doctype"].contains(tag) { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return String(tag) }
      } else {
        open.append(tag)
      }
    }
    return open.last.map(String.init)
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> Int { ranges(of: mark).count + 1 }
}

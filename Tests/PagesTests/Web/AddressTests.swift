import Ledger
import Pages
import Testing
import Units

struct AddressTests {
  @Test(arguments: ["C0385", "a/b", "?x=1#y", "50 % été", "<script>", "\u{202E}gnp", "+33", "é\u{0}\n"])
  func `any identifier survives its way through an address`(id: String) {
    let path = Address.customer(ID(id)).path
    #expect(path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "<") })
    #expect(path.split(separator: "/").count == 2)
    #expect(percentDecoded(path.dropFirst("/customers/".count)) == id)
  }

  @Test func `a link keeps what is asked, and leaves out what is not`() {
    let link = Link(.report(.ranking), [.init("sort", "-share"), .init("q", ""), .init("is.class", "A & B")])
    #expect(link.href == "/reports/ranking?sort=-share&is.class=A%20%26%20B")
    #expect(link.with(.init("page", "2")).href == "/reports/ranking?sort=-share&is.class=A%20%26%20B&page=2")
    #expect(link.with(.init("is.class", "")).href == "/reports/ranking?sort=-share")
  }

  @Test func `a form's items are read as browsers write them`() {
    #expect(
      formItems("q=caf%C3%A9+noir&is.class=A&empty=&flag")
        == [.init("q", "café noir"), .init("is.class", "A"), .init("empty", ""), .init("flag", "")])
    #expect(formItems("%zz=%4") == [.init("%zz", "%4")])
  }

  @Test func `every page has its label in both languages and its own path`() {
    let pages =
      ReportName.allCases.map { Address.report($0) } + [.dashboard, .customers, .imports, .newImport, .policy]
    #expect(Set(pages.map(\.path)).count == pages.count)
  }
}

import Pages
import Testing
import Units

struct ReportCSVTests {
  private func lines(_ report: ReportDocument) -> [Substring] {
    String(decoding: ReportCSV.bytes(report, in: Voice(.fr)), as: UTF8.self).split(separator: "\r\n")
  }

  @Test func `headers and values are those of JSON`() {
    let lines = lines(smallReport())
    #expect(lines[0] == "rank,name,revenueCents,share,class,since,monthlyRevenueCents,strategic")
    #expect(lines[1] == "1,Hôtellerie du Lac,1234567,0.25,a,2026-10,\"[0,5,10]\",true")
  }

  @Test func `a name that looks like a formula is kept from being one, an unknown is empty`() {
    #expect(lines(smallReport())[2] == "2,'=2+2,334567,,a,2026-10,\"[0,5,10]\",false")
  }

  @Test func `quotes are doubled, and nothing can command a terminal`() {
    let line = lines(smallReport())[3]
    #expect(line.contains("rouge\"\"<script>"))
    #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }

  @Test func `a report without rows writes its figures under dotted names`() {
    let report = ReportDocument(
      name: .adequacy, window: smallReport().window, title: smallReport().title, subtitle: smallReport().subtitle,
      totals: smallReport().totals)
    #expect(
      lines(report) == ["key,value", "customers,3", "gini,0.5", "missing.customers,2", "missing.averageOrderCents,"])
  }

  @Test func `a byte order mark comes first when asked for`() {
    #expect(ReportCSV.bytes(smallReport(), in: Voice(.fr), byteOrderMark: true).prefix(3) == [0xEF, 0xBB, 0xBF])
  }
}

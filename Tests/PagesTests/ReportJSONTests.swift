import Pages
import Testing
import Units

struct ReportJSONTests {
  @Test func `a report has the shape of the contract, in order`() {
    let text = String(decoding: ReportJSON.bytes(smallReport(rows: 2), in: Voice(.en), form: .compact), as: UTF8.self)
    #expect(
      text == """
        {"report":"ranking","asOf":"2026-10","window":{"from":"2025-11","to":"2026-10"},\
        "title":"Two in three customers","how":"Revenue, twelve months",\
        "totals":{"customers":2,"gini":0.5,"missing":{"customers":2,"averageOrderCents":null}},\
        "rows":[{"rank":1,"name":"Hôtellerie du Lac","revenueCents":1234567,"share":0.25,"class":"a",\
        "since":"2026-10","monthlyRevenueCents":[0,5,10],"strategic":true},\
        {"rank":2,"name":"=2+2","revenueCents":334567,"share":null,"class":"a","since":"2026-10",\
        "monthlyRevenueCents":[0,5,10],"strategic":false}],"notes":[]}
        """)
  }

  @Test func `hostile names are escaped and come back unchanged`() {
    let text = String(decoding: ReportJSON.bytes(smallReport(), in: Voice(.fr), form: .compact), as: UTF8.self)
    #expect(text.contains(#""name":"\u001b[31mrouge\u0007\"<script>"#))
    #expect(!text.utf8.contains(0x1B))
  }

  @Test func `pretty and compact differ by spaces alone`() {
    let report = smallReport()
    let pretty = ReportJSON.bytes(report, in: Voice(.fr), form: .pretty)
    let compact = ReportJSON.bytes(report, in: Voice(.fr), form: .compact)
    #expect(withoutLayout(pretty) == withoutLayout(compact))
    #expect(pretty.filter { $0 == 10 }.count > 30)
    #expect(!compact.contains(10))
  }

  @Test func `all reports stand in one envelope`() {
    let one = ReportJSON.bytes(smallReport(), in: Voice(.fr), form: .compact)
    let text = String(decoding: ReportJSON.bytes(joining: [one, one]), as: UTF8.self)
    #expect(text.hasPrefix("{\"reports\":[\n{\"report\":\"ranking\""))
    #expect(text.hasSuffix("}\n]}\n"))
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test func `empty arrays and objects, numbers and nulls are written plainly`() {
    var json = JSONWriter(.pretty)
    json.array { json in
      json.array { _ in }
      json.object { _ in }
      json.value(1e21)
      json.value(3.0)
      json.value(.infinity)
      json.value("a\\b\u{2028}/")
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        [
          [],
          {},
          1e+21,
          3,
          null,
          "a\\\\b\\u2028/"
        ]
        """)
  }

  /// The bytes without the spaces and line ends that stand outside of texts.
  private func withoutLayout(_ bytes: [UInt8]) -> [UInt8] {
    var (inText, escaped) = (false, false)
    return bytes.filter { byte in
      defer {
        if byte == UInt8(ascii: "\""), !escaped { inText.toggle() }
        escaped = byte == UInt8(ascii: "\\") && !escaped
      }
      return inText || (byte != 10 && byte != 32)
    }
  }
}

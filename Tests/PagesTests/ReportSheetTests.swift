import Pages
import Testing
import Units

struct ReportSheetTests {
  @Test func `a sheet holds real numbers and dates under headers with units`() {
    let sheet = ReportSheet(smallReport(), in: Voice(.fr))
    #expect(sheet.name == "Classement")
    #expect(sheet.columns.map(\.title).prefix(4) == ["Rang", "Client", "CA,\u{A0}€", "Part,\u{A0}%"])
    #expect(sheet.columns.map(\.kind).prefix(6) == [.number, .text, .euros, .percent, .text, .date])
    #expect(sheet.count == 3)
    #expect(sheet[0].prefix(4) == [.number(1), .text("Hôtellerie du Lac"), .euros(Cents(1_234_567)), .percent(0.25)])
    #expect(sheet[1][3] == .empty)
    #expect(sheet[0][5] == .date("2026-10-01"))
  }
}

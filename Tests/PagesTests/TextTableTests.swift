import Ledger
import Pages
import Testing
import Units

struct TextTableTests {
  private func table(_ style: TextTable.Style, rows: Int = 5, _ language: Language = .fr) -> TextTable {
    TextTable(smallReport(rows: rows), in: Voice(language), style: style)
  }

  @Test(arguments: [40, 50, 60, 80, 100, 140])
  func `every line of a table takes the same width and none is wider than the terminal`(width: Int) {
    for language in Language.allCases {
      let widths = Set(table(.init(width: width), language).table.map(displayWidth))
      #expect(widths.count == 1)
      #expect(widths.allSatisfy { $0 <= width })
    }
  }

  @Test func `a table as wide as it needs drops nothing`() {
    let text = table(.init(width: nil)).text
    #expect(text.contains("Rang") && text.contains("▁▅█"))
    #expect(!text.contains("Faute de place"))
  }

  @Test func `columns that find no room are dropped, the least needed first, and named`() {
    let text = table(.init(width: 46)).text
    #expect(text.contains("Faute de place, sans\u{A0}:"))
    #expect(text.contains("Mois"))
    #expect(!text.contains("▁"))
  }

  @Test(arguments: Language.allCases) func `a column that holds nothing in the rows shown is left out, and named below`(
    language: Language
  ) {
    func report(_ cells: [ReportCell]) -> ReportDocument {
      ReportDocument(
        name: .ranking, window: Window(asOf: "2026-10", months: 12), title: Phrase(fr: "Deux", en: "Two"),
        subtitle: Phrase(fr: "Un mois", en: "A month"),
        grid: ReportGrid(
          columns: [
            ReportColumn("customer", Phrase(fr: "Code", en: "Code"), .text),
            ReportColumn("why", Phrase(fr: "Pourquoi", en: "Why"), .text),
            ReportColumn("by", Phrase(fr: "Par", en: "By"), .text, .hidden),
          ], rows: ReportRows(cells.enumerated().map { [.text("C\($0)"), $1, .unknown] })))
    }
    func text(_ cells: [ReportCell]) -> String { TextTable(report(cells), in: Voice(language)).text }
    let told = language(fr: "Vide dans ces lignes\u{A0}: Pourquoi.", en: "Empty in these rows: Why.")
    let blank: [ReportCell] = [.unknown, .text(""), .list([])]
    #expect(text(blank).contains(told))
    #expect(TextTable(report(blank), in: Voice(language)).table[0] == "Code")
    // Programs find every column.
    #expect(String(decoding: ReportJSON.bytes(report(blank), in: Voice(language)), as: UTF8.self).contains("\"why\""))
    #expect(!text([.unknown, .integer(0)]).contains(told))
    // Why a figure is not known is something.
    #expect(!text([.unknown(Phrase(fr: "marge inconnue", en: "margin unknown"))]).contains(told))
  }

  @Test func `long tables are cut and say how many rows are left`() {
    #expect(table(.init(rows: 20), rows: 332).text.contains("… et 312\u{A0}autres."))
    #expect(table(.init(rows: 20), rows: 332, .en).text.contains("… and 312 more."))
    #expect(table(.init(rows: 20), rows: 21).table.count == 23)
    #expect(table(.init(rows: nil), rows: 332).table.count == 334)
  }

  @Test func `nothing of the data reaches the terminal as a control`() {
    let text = table(.init(isColored: false)).text
    #expect(!text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("␛[31mrouge␇"))
  }

  @Test func `colour is used only when asked for and does not move anything`() {
    let plain = table(.init(isColored: false)).table
    let colored = table(.init(isColored: true)).table
    #expect(colored.joined().contains("\u{1B}["))
    #expect(colored.map(withoutColour) == plain)
  }

  @Test func `numbers stand at the right, units in the header`() {
    let lines = table(.init(width: nil), rows: 2).table
    #expect(lines[0].contains("CA,\u{A0}€") && lines[0].contains("Part,\u{A0}%"))
    #expect(lines[2].contains(" 12\u{202F}346  "))
    #expect(lines[3].contains("  3\u{202F}346  "))
  }

  private func withoutColour(_ text: String) -> String {
    text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated().map { place, part in
      place == 0 ? part : part.drop { $0 != "m" }.dropFirst()
    }.joined()
  }
}

import Ledger
import Pages
import Portfolio
import Units

/// A page without books, in a language.
func bareContext(_ language: Language = .fr) -> PageContext {
  PageContext(
    voice: Voice(language), company: "", window: nil, months: [], choice: ViewChoice(),
    usualLength: .months(12),
    assets: PageContext.Assets(style: "/s", paper: "/p", program: "/j", htmx: "/h", charts: "/c"), banners: [],
    token: "proof")
}

let hostile = "\"><script>alert(1)</script>\u{202E}\u{1B}[31m"

/// A sales file's reading with the columns a name each.
func salesReading(_ fields: [Field] = [.invoice, .date, .customer, .amount]) -> TableReading {
  TableReading(
    kind: .sales, delimiter: .semicolon, decimalMark: .comma, dateOrder: .dayFirst,
    headers: fields.map(\.rawValue) + ["Libre"],
    columns: fields.enumerated().map { MappedColumn($1, $0) })
}

/// An import of ten rows of which some were set aside.
func importEntry(
  _ id: String = "1", file: String = "ventes.csv", rejected: Int = 2, replaces: [ImportSummary.Replaced] = [],
  completes: String? = nil
) -> ImportEntry {
  ImportEntry(
    ImportSummary(
      id: id, file: file, source: "main", reading: salesReading(),
      rows: .init(all: 10, kept: 10 - rejected, rejected: rejected), dates: "2026-01-02"..."2026-10-30",
      money: .init(
        revenue: Cents(123_456), unattributed: Cents(1000), unattributedLines: 1, waitingForPrice: 0,
        waitingForInvoice: 0), replaces: replaces, completes: completes),
    made: Moment(day: "2026-11-03", hour: 9, minute: 5))
}

/// The text of a page's bytes.
func text(_ frame: PageFrame) -> String { String(decoding: frame.bytes, as: UTF8.self) }

import Ledger
import Pages
import Units

/// A small report with every kind of cell and with hostile names.
func smallReport(rows: Int = 3, notes: [Phrase] = []) -> ReportDocument {
  let names = ["Hôtellerie du Lac", "=2+2", "\u{1B}[31mrouge\u{7}\"<script>\u{202E}", "東京商店", "e\u{301}tage 👩‍👩‍👧 \u{5E9}"]
  return ReportDocument(
    name: .ranking, window: Window(asOf: "2026-10", months: 12),
    title: Phrase(fr: "Deux clients sur trois", en: "Two in three customers"),
    subtitle: Phrase(fr: "Chiffre d'affaires, douze mois", en: "Revenue, twelve months"),
    totals: [
      ReportTotal("customers", .integer(rows), Phrase(fr: "Clients", en: "Customers")),
      ReportTotal("gini", .number(0.5)),
      ReportTotal("missing", .object([.init("customers", .integer(2)), .init("averageOrderCents", .unknown)])),
    ],
    grid: ReportGrid(
      columns: [
        ReportColumn("rank", Phrase(fr: "Rang", en: "Rank"), .integer),
        ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
        ReportColumn("revenueCents", Phrase(fr: "CA", en: "Revenue"), .euros),
        ReportColumn("share", Phrase(fr: "Part", en: "Share"), .percent(digits: 1), .optional(1)),
        ReportColumn("class", Phrase(fr: "Classe", en: "Class"), .text, .optional(2)),
        ReportColumn("since", Phrase(fr: "Depuis", en: "Since"), .month, .optional(3)),
        ReportColumn("monthlyRevenueCents", Phrase(fr: "Mois", en: "Months"), .trend, .optional(4)),
        ReportColumn("strategic", Phrase(fr: "Stratégique", en: "Strategic"), .flag, .hidden),
      ],
      rows: ReportRows(count: rows) { row in
        [
          .integer(row + 1), .text(names[row % names.count]), .cents(Cents(Int64(1_234_567 - 900_000 * row))),
          row == 1 ? .unknown(nil) : .share(0.25), .tag(.init("a", Phrase(fr: "A", en: "A"))), .month("2026-10"),
          .trend([Cents(0), Cents(5), Cents(10)]), .flag(row == 0),
        ]
      }),
    notes: notes)
}

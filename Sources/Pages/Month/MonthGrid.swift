import Ledger
import Portfolio
import Units

/// Each category's mean margin month by month, or its mean revenue where no margin is known.
struct MonthGrid {
  let table: CategoryTable
  /// The last months shown.
  var most = 12

  private var hasMargin: Bool { table.totals.contains { $0.sums.operatingMargin != nil } }
  private var months: [Month] { Array(table.span.months.suffix(most)) }

  /// What the grid shows.
  var title: Phrase {
    hasMargin
      ? Phrase(
        fr: "Marge moyenne par client actif, mois par mois", en: "Mean margin per active customer, month by month")
      : Phrase(
        fr: "Chiffre d'affaires moyen par client actif, mois par mois",
        en: "Mean revenue per active customer, month by month")
  }

  /// What the tints say.
  var how: Phrase {
    Phrase(
      fr: "Teintés : les mois à plus d'un quart au-dessus (↑) ou au-dessous (↓) de la moyenne de la catégorie.",
      en: "Tinted: months more than a quarter above (↑) or below (↓) the category's own mean.")
  }

  /// The grid itself; names and months lead where `category` and `month` say.
  func grid(
    in voice: Voice, category: (String) -> Link? = { _ in nil }, month: (Month) -> Link? = { _ in nil }
  ) -> HeatTable {
    HeatTable(
      caption: title.text(in: voice),
      corner: Phrase(fr: "Catégorie", en: "Category").text(in: voice) + ", " + voice.symbol,
      heads: months.map { linked([.text(head($0, in: voice))], to: month($0)) },
      rows: table.totals.indices.map { place in
        let name = table.totals[place].category
        return HeatTable.Row(
          linked(name.map { [.name($0)] } ?? voice.inline(.noCategory), to: name.flatMap(category)),
          cells(place, in: voice))
      })
  }

  func markup(in voice: Voice) -> Markup {
    .element(.div) {
      Markup.element(.h3) { voice.markup(title) }
      Markup.element(.p, "how") { voice.markup(how) }
      grid(in: voice).markup
    }
  }

  private func head(_ month: Month, in voice: Voice) -> String {
    let name = voice.shortMonthName(month.monthOfYear)
    return months.count > 12 ? name + Mark.noBreak + String(month.year % 100) : name
  }

  private func linked(_ parts: [Inline], to link: Link?) -> [Inline] { link.map { [.link($0, parts)] } ?? parts }

  private func cells(_ place: Int, in voice: Voice) -> [HeatTable.Cell] {
    let count = table.span.count
    let cells = table.rows[place * count..<(place + 1) * count].suffix(months.count)
    let values = cells.map { hasMargin ? $0.sums.meanMargin : $0.sums.meanRevenue }
    let known = values.compactMap { $0 }
    let mean = known.isEmpty ? nil : known.sum.times(1, over: Int64(known.count))
    return values.map { value in
      HeatTable.Cell(
        value.map { voice.inline(.cents($0), under: .meanMargin) } ?? [.text(Mark.unknown)], heat(value, mean: mean))
    }
  }

  /// Months far from the category's own mean stand out: a quarter over or under it.
  private func heat(_ value: Cents?, mean: Cents?) -> HeatTable.Heat {
    guard let value, let mean, mean > .zero else { return value.map { $0 < .zero ? .low : .plain } ?? .plain }
    if value < mean.times(3, over: 4) { return .low }
    return value > mean.times(5, over: 4) ? .high : .plain
  }
}

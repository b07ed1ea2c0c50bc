import Ledger
import Portfolio
import Units

/// The month's four figures, each with a year ago and its last 24 months.
struct KeyFigures {
  let company: CompanyMonths
  let voice: Voice

  /// The figures; `links` says where each leads, in order, on pages that lead anywhere.
  func figures(links: [Link] = []) -> [Figure] {
    [
      figure(
        Phrase(fr: "Chiffre d'affaires", en: "Revenue"), { $0.revenue },
        year: company.lastYear.revenue, before: company.yearBefore?.revenue, link: links.first),
      figure(
        Phrase(fr: "Marge opérationnelle", en: "Operating margin"), { $0.operatingMargin },
        year: company.lastYear.operatingMargin, before: company.yearBefore?.operatingMargin, unknown: .marginUnknown,
        link: links.dropFirst().first),
      customers(link: links.dropFirst(2).first),
      figure(
        Phrase(fr: "Panier moyen", en: "Average order"), { $0.averageOrder },
        year: company.lastYear.averageOrder, before: company.yearBefore?.averageOrder,
        unknown: Phrase(fr: "aucune commande ce mois-ci", en: "no order this month"), link: links.dropFirst(3).first),
    ]
  }

  private func figure(
    _ label: Phrase, _ value: (CompanyMonths.Sums) -> Cents?, year: Cents?, before: Cents?,
    unknown: Phrase = Phrase(fr: "aucune vente ce mois-ci", en: "no sale this month"), link: Link?
  ) -> Figure {
    let now = company.lastMonth.flatMap(value)
    let then = company.sameMonthYearBefore.flatMap(value)
    let change = now.flatMap { now in then.flatMap { then in then > .zero ? Share(now - then, of: then) : nil } }
    return Figure(
      label: label.text(in: voice), value: [.text(now.map { voice.compactEuros($0) } ?? Mark.unknown)],
      context: [
        now == nil ? voice.inline(unknown) : changed(change?.value), year.map { whole($0, before: before) } ?? [],
      ],
      months: picture(label, company.months.map { value($0).map { Double($0.value) } }) {
        voice.compactEuros(Cents(Int64($0)))
      }, link: now == nil ? nil : link)
  }

  private func customers(link: Link?) -> Figure {
    let label = Phrase(fr: "Clients actifs", en: "Active customers")
    let now = company.lastMonth?.activeCustomers ?? 0
    let difference = company.sameMonthYearBefore.map { now - $0.activeCustomers }
    return Figure(
      label: label.text(in: voice), value: [.text(voice.integer(now))],
      context: [
        difference.map { [toned(Double($0), voice.signedInteger($0))] + sameMonth } ?? [],
        voice.inline(
          Phrase(
            fr: "\(company.lastYear.activeCustomers) sur douze mois",
            en: "\(company.lastYear.activeCustomers) over twelve months")),
      ],
      months: picture(label, company.months.map { Double($0.activeCustomers) }) { voice.integer(Int($0)) }, link: link)
  }

  private func changed(_ change: Double?) -> [Inline] {
    guard let change else {
      return voice.inline(Phrase(fr: "pas de mois à comparer", en: "no month to compare with"))
    }
    return [toned(change, voice.percent(change, signed: true))] + sameMonth
  }

  private func toned(_ change: Double, _ words: String) -> Inline {
    .toned(change < 0 ? .bad : .good, [.text((change < 0 ? "▼ " : change > 0 ? "▲ " : "") + words)])
  }

  private var sameMonth: [Inline] {
    guard let month = company.sameMonthYearBefore?.span.first else { return [] }
    return voice.inline(Phrase(fr: " sur \(month)", en: " against \(month)"))
  }

  private func whole(_ year: Cents, before: Cents?) -> [Inline] {
    let total = Phrase(fr: "\(euros: year, .compact) sur douze mois", en: "\(euros: year, .compact) over twelve months")
    guard let before, before > .zero, let change = Share(year - before, of: before) else { return voice.inline(total) }
    return voice.inline(
      total
        + Phrase(
          fr: " (\(percent: change.value, digits: 1, signed: true))",
          en: " (\(percent: change.value, digits: 1, signed: true))"))
  }

  /// The months from the first known on; nothing with fewer than three.
  private func picture(_ label: Phrase, _ values: [Double?], _ say: (Double) -> String) -> Figure.Months? {
    let known = values.compactMap { $0 }
    guard known.count > 2, let first = known.first, let last = known.last else { return nil }
    let months = Phrase(
      fr: " : \(known.count) derniers mois, de \(name: say(first)) à \(name: say(last))",
      en: ": last \(known.count) months, from \(name: say(first)) to \(name: say(last))")
    return Figure.Months(values: known, title: (label + months).text(in: voice))
  }
}

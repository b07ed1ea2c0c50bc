import Ledger
import Portfolio
import Units

/// The month's four figures, each with a year ago and its last 24 months.
struct KeyFigures {
  let company: CompanyMonths
  let voice: Voice

  var markup: Markup {
    .element(.div, "figures") {
      figure(
        Phrase(fr: "Chiffre d'affaires", en: "Revenue"), { $0.revenue },
        year: company.lastYear.revenue, before: company.yearBefore?.revenue)
      figure(
        Phrase(fr: "Marge opérationnelle", en: "Operating margin"), { $0.operatingMargin },
        year: company.lastYear.operatingMargin, before: company.yearBefore?.operatingMargin, unknown: .marginUnknown)
      customers
      figure(
        Phrase(fr: "Panier moyen", en: "Average order"), { $0.averageOrder },
        year: company.lastYear.averageOrder, before: company.yearBefore?.averageOrder,
        unknown: Phrase(fr: "aucune commande ce mois-ci", en: "no order this month"))
    }
  }

  private func figure(
    _ label: Phrase, _ value: (CompanyMonths.Sums) -> Cents?, year: Cents?, before: Cents?,
    unknown: Phrase = Phrase(fr: "aucune vente ce mois-ci", en: "no sale this month")
  ) -> Markup {
    let now = company.lastMonth.flatMap(value)
    let then = company.sameMonthYearBefore.flatMap(value)
    let change = now.flatMap { now in then.flatMap { then in then > .zero ? Share(now - then, of: then) : nil } }
    let series = company.months.map { value($0) }
    return .element(.div) {
      Markup.element(.span) { voice.markup(label) }
      Markup.element(.strong) { now.map { voice.compactEuros($0) } ?? Mark.unknown }
      Markup.element(.em) { now == nil ? [voice.markup(unknown)] : changeMarkup(change?.value) }
      Markup.element(.em) { year.map { [yearMarkup($0, before: before)] } ?? [] }
      picture(label, series.map { $0.map { Double($0.value) } }) { voice.compactEuros(Cents(Int64($0))) }
    }
  }

  private var customers: Markup {
    let label = Phrase(fr: "Clients actifs", en: "Active customers")
    let now = company.lastMonth?.activeCustomers ?? 0
    let difference = company.sameMonthYearBefore.map { now - $0.activeCustomers }
    return .element(.div) {
      Markup.element(.span) { voice.markup(label) }
      Markup.element(.strong) { voice.integer(now) }
      Markup.element(.em) {
        if let difference {
          Markup.element(.span, difference < 0 ? "bad" : "good") {
            arrow(Double(difference)) + voice.signedInteger(difference)
          }
          sameMonth
        }
      }
      Markup.element(.em) {
        voice.markup(
          Phrase(
            fr: "\(company.lastYear.activeCustomers) sur douze mois",
            en: "\(company.lastYear.activeCustomers) over twelve months"))
      }
      picture(label, company.months.map { Double($0.activeCustomers) }) { voice.integer(Int($0)) }
    }
  }

  private func changeMarkup(_ change: Double?) -> [Markup] {
    guard let change else {
      return [voice.markup(Phrase(fr: "pas de mois à comparer", en: "no month to compare with"))]
    }
    return [
      .element(.span, change < 0 ? "bad" : "good") { arrow(change) + voice.percent(change, signed: true) }, sameMonth,
    ]
  }

  private var sameMonth: Markup {
    guard let month = company.sameMonthYearBefore?.span.first else { return .nothing }
    return voice.markup(Phrase(fr: " sur \(month)", en: " against \(month)"))
  }

  private func yearMarkup(_ year: Cents, before: Cents?) -> Markup {
    let total = Phrase(fr: "\(euros: year, .compact) sur douze mois", en: "\(euros: year, .compact) over twelve months")
    guard let before, before > .zero, let change = Share(year - before, of: before) else { return voice.markup(total) }
    return voice.markup(
      total
        + Phrase(
          fr: " (\(percent: change.value, digits: 1, signed: true))",
          en: " (\(percent: change.value, digits: 1, signed: true))"))
  }

  private func arrow(_ change: Double) -> String { change < 0 ? "▼ " : change > 0 ? "▲ " : "" }

  /// The months from the first known on; nothing with fewer than three.
  private func picture(_ label: Phrase, _ values: [Double?], _ say: (Double) -> String) -> Markup {
    let known = values.compactMap { $0 }
    guard known.count > 2, let first = known.first, let last = known.last else { return .nothing }
    let months = Phrase(
      fr: " : \(known.count) derniers mois, de \(name: say(first)) à \(name: say(last))",
      en: ": last \(known.count) months, from \(name: say(first)) to \(name: say(last))")
    return sparkline(known, title: (label + months).text(in: voice))
  }
}

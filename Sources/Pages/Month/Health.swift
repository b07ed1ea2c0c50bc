import Decisions
import Ledger
import Portfolio
import Units

/// The month in a sentence: how the revenue goes, and who costs more than they bring.
struct Health {
  private let analysis: CompanyAnalysis

  init(_ analysis: CompanyAnalysis) { self.analysis = analysis }

  /// Where the year's revenue goes.
  private enum Course { case up, flat, down, unknown }

  private var change: Double? {
    guard let before = analysis.company.yearBefore?.revenue, before > .zero else { return nil }
    return Share(analysis.company.lastYear.revenue - before, of: before)?.value
  }

  private var course: Course {
    guard let change else { return .unknown }
    return change >= 0.01 ? .up : change <= -0.01 ? .down : .flat
  }

  /// The finding.
  var sentence: Phrase { revenue + margin }

  private var revenue: Phrase {
    let year = analysis.company.lastYear.revenue
    let size = abs(change ?? 0)
    return switch course {
    case .up:
      Phrase(
        fr: "Le chiffre d'affaires de douze mois progresse de \(percent: size, digits: 1)",
        en: "Twelve months' revenue is up \(percent: size, digits: 1)")
    case .down:
      Phrase(
        fr: "Le chiffre d'affaires de douze mois recule de \(percent: size, digits: 1)",
        en: "Twelve months' revenue is down \(percent: size, digits: 1)")
    case .flat: Phrase(fr: "Le chiffre d'affaires de douze mois est stable", en: "Twelve months' revenue is steady")
    case .unknown:
      Phrase(fr: "\(euros: year, .compact) de chiffre d'affaires", en: "\(euros: year, .compact) of revenue")
    }
  }

  private var margin: Phrase {
    let report = analysis.profitability
    if report.whale.customers.isEmpty {
      return Phrase(fr: " ; ce que les clients rapportent n'est pas connu", en: "; what customers bring is not known")
    }
    let toxic = report.toxic
    if toxic.customers == 0 {
      return course == .down
        ? Phrase(
          fr: ", mais aucun client ne coûte plus qu'il ne rapporte", en: ", but no customer costs more than it brings")
        : Phrase(
          fr: ", et aucun client ne coûte plus qu'il ne rapporte", en: ", and no customer costs more than it brings")
    }
    let loss = Phrase(
      fr: """
        \(toxic.customers, "client coûte plus qu'il ne rapporte", "clients coûtent plus qu'ils ne rapportent") : \
        \(euros: toxic.margin, .compact)
        """,
      en: """
        \(toxic.customers, "customer costs more than it brings", "customers cost more than they bring"): \
        \(euros: toxic.margin, .compact)
        """)
    return
      (course == .down || course == .unknown ? Phrase(fr: ", et ", en: ", and ") : Phrase(fr: ", mais ", en: ", but "))
      + loss
  }

  /// The month, the customers behind it, and what stayed of last year.
  var context: Phrase {
    let (company, part) = (analysis.company, analysis.reconciliation.window)
    var context = Phrase(
      fr: """
        \(capital: analysis.books.window.asOf). \
        \(company.lastYear.activeCustomers, "client facturé", "clients facturés") sur douze mois
        """,
      en: """
        \(capital: analysis.books.window.asOf). \
        \(company.lastYear.activeCustomers, "customer", "customers") invoiced over twelve months
        """)
    if let share = Share(part.customers, of: part.all), part.unattributed != .zero {
      context =
        context
        + Phrase(
          fr: ", \(percent: share.value, digits: 1) du chiffre d'affaires rattaché à un client",
          en: ", \(percent: share.value, digits: 1) of the revenue attached to a customer")
    }
    context = context + Phrase(fr: ".", en: ".")
    if let health = analysis.life.health {
      context = context + Phrase(fr: " ", en: " ") + health.sentence + Phrase(fr: ".", en: ".")
    }
    if let erosion = analysis.stakes.erosion.value {
      context =
        context
        + Phrase(
          fr: " Du chiffre d'affaires d'avant, \(percent: erosion.grr.value) est resté.",
          en: " Of the revenue before, \(percent: erosion.grr.value) stayed.")
    }
    return context
  }
}

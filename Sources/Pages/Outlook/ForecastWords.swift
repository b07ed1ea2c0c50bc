import Decisions
import Forecast
import Ledger
import Units

extension PurchaseModelKind {
  /// The model's name among those who know it.
  var label: Phrase {
    switch self {
    case .bgnbd: Phrase(fr: "BG/NBD", en: "BG/NBD")
    case .mbgnbd: Phrase(fr: "MBG/NBD", en: "MBG/NBD")
    case .paretonbd: Phrase(fr: "Pareto/NBD", en: "Pareto/NBD")
    }
  }

  var tag: ReportCell.Tag { ReportCell.Tag(rawValue, label) }
}

extension NaiveForecast {
  /// What the rival says.
  var label: Phrase {
    switch self {
    case .sameMonth: Phrase(fr: "le même mois de l'an dernier", en: "the same month last year")
    case .sameMonthWithTrend:
      Phrase(
        fr: "le même mois de l'an dernier, avec la moitié de la tendance",
        en: "the same month last year, with half of the trend")
    }
  }
}

extension RevenueForecast.Method {
  /// What the months are told by, in words.
  var label: Phrase {
    switch self {
    case .model(let kind): Phrase(fr: "le modèle ", en: "the model ") + kind.label
    case .naive(let rival): rival.label
    }
  }

  var tag: ReportCell.Tag {
    switch self {
    case .model: ReportCell.Tag("model", label)
    case .naive: ReportCell.Tag("naive", label)
    }
  }
}

extension OrdersMethod {
  /// The name in JSON.
  var code: String {
    switch self {
    case .model: "model"
    case .lastYearIfActive: "lastYearIfActive"
    case .lastYear: "lastYear"
    }
  }

  /// The model that it asks.
  var model: PurchaseModelKind {
    switch self {
    case .model(let kind), .lastYearIfActive(let kind), .lastYear(let kind): kind
    }
  }

  static let codes = ["model", "lastYearIfActive", "lastYear"]
  /// The name of the rival to all, last year's orders as they were.
  static let naiveCode = "naive"

  /// How orders are told, in words.
  var label: Phrase {
    switch self {
    case .model(let kind): Phrase(fr: "le modèle ", en: "the model ") + kind.label
    case .lastYearIfActive(let kind):
      Phrase(
        fr: "les commandes de l'an dernier × la chance d'être encore actif, selon ",
        en: "last year's orders × the chance of still being active, by ") + kind.label
    case .lastYear(let kind):
      Phrase(
        fr: "les commandes de l'an dernier, et au moins la chance d'en avoir une, selon ",
        en: "last year's orders, and at least the chance of one, by ") + kind.label
    }
  }
}

extension FitRefusal {
  /// The name in JSON.
  var code: String {
    switch self {
    case .tooFewCustomers: "tooFewCustomers"
    case .tooFewRepeaters: "tooFewRepeaters"
    case .noTime: "noTime"
    case .noOptimum: "noOptimum"
    }
  }

  static let codes = ["tooFewCustomers", "tooFewRepeaters", "noTime", "noOptimum"]

  /// Why, in words.
  var words: Phrase { Phrase(fr: "\(words: sentence(in: .fr))", en: "\(words: sentence(in: .en))") }
}

extension NextOrder.Unknown {
  /// Why no order is expected.
  var label: Phrase {
    switch self {
    case .neverOrdered: Phrase(fr: "n'a jamais commandé", en: "never ordered")
    case .lost:
      Phrase(fr: "client perdu : rien n'est attendu sans reconquête", en: "lost: nothing is expected unless won back")
    case .noRhythm: Phrase(fr: "personne n'a commandé deux fois : pas de rythme", en: "nobody ordered twice: no rhythm")
    }
  }
}

extension NextOrder.Basis {
  var code: String {
    switch self {
    case .own: "own"
    case .category: "category"
    case .season: "season"
    }
  }

  static let codes = ["own", "category", "season"]

  /// What the rhythm is told from.
  var label: Phrase {
    switch self {
    case .own(let gaps):
      Phrase(
        fr: "\(gaps, "intervalle", "intervalles") entre ses commandes", en: "\(gaps, "gap", "gaps") between its orders")
    case .category(let gaps):
      Phrase(
        fr: "\(gaps, "intervalle", "intervalles") de sa catégorie, faute des siens",
        en: "\(gaps, "gap", "gaps") of its category, for want of its own")
    case .season(let from, let years):
      Phrase(
        fr: "sa saison, qui commence en \(words: Self.month(from, .fr)), observée sur \(years, "année", "années")",
        en: "its season, which begins in \(words: Self.month(from, .en)), seen in \(years, "year", "years")")
    }
  }

  private static func month(_ number: Int, _ language: Language) -> String {
    Voice(language, currency: "EUR").monthName(number)
  }
}

extension NextOrder {
  /// The rhythm in a few words: « tous les 28 jours (21 à 40) ».
  var rhythm: Phrase {
    usualGap.lowerBound == usualGap.upperBound
      ? Phrase(
        fr: "une commande tous les \(typicalGap, "jour", "jours")", en: "an order every \(typicalGap, "day", "days")")
      : Phrase(
        fr: """
          une commande tous les \(typicalGap, "jour", "jours"), de \(usualGap.lowerBound) à \(usualGap.upperBound) d'ordinaire
          """,
        en: """
          an order every \(typicalGap, "day", "days"), from \(usualGap.lowerBound) to \(usualGap.upperBound) as a rule
          """)
  }

  /// When the order is expected, in words.
  func words(on end: Day) -> Phrase {
    guard let latest else {
      return Phrase(
        fr: "attendue depuis le \(day), plus longtemps que jamais", en: "awaited since \(day), longer than ever before")
    }
    return Phrase(
      fr: "attendue vers le \(day), entre le \(earliest) et le \(latest)",
      en: "expected around \(day), between \(earliest) and \(latest)")
      + (isLate ? Phrase(fr: " ; déjà en retard", en: "; late already") : Phrase(fr: "", en: ""))
  }

  /// How it stands, as a word.
  var tag: ReportCell.Tag {
    latest == nil
      ? ReportCell.Tag("overdue", Phrase(fr: "en retard", en: "overdue"), tone: .bad)
      : isLate
        ? ReportCell.Tag("late", Phrase(fr: "tarde", en: "late"), tone: .bad)
        : ReportCell.Tag("expected", Phrase(fr: "attendue", en: "expected"))
  }
}

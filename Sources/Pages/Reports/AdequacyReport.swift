import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Whether customers and orders are up to the revenue expected.
  static func adequacy(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (adequacy, window) = (analysis.adequacy, analysis.books.window)
    let missing = adequacy.missing.value
    return ReportDocument(
      name: .adequacy, window: window, title: title(adequacy),
      subtitle: .months(window)
        + Phrase(
          fr: "Clients actifs × commandes par client × panier moyen, contre le chiffre d'affaires attendu.",
          en: "Active customers × orders per customer × average order, against the revenue expected."),
      totals: [
        ReportTotal(
          "expectedCents", .cents(adequacy.expected), Phrase(fr: "Chiffre d'affaires attendu", en: "Revenue expected")),
        ReportTotal(
          "actualCents", .cents(adequacy.actual), Phrase(fr: "Chiffre d'affaires obtenu", en: "Revenue obtained")),
        ReportTotal("customers", .integer(adequacy.customers), Phrase(fr: "Clients actifs", en: "Active customers")),
        ReportTotal(
          "ordersPerCustomer", .number(adequacy.ordersPerCustomer?.value),
          Phrase(fr: "Commandes par client", en: "Orders per customer")),
        ReportTotal(
          "averageOrderCents", .cents(adequacy.averageOrder), Phrase(fr: "Panier moyen", en: "Average order")),
        ReportTotal(
          "missing",
          .object([
            .init("customers", .integer(missing?.customers)), .init("orders", .integer(missing?.orders)),
            .init("averageOrderCents", .cents(missing?.averageOrder)),
          ])),
        ReportTotal(
          "monthsBelow", .integer(adequacy.monthsBelow.value),
          adequacy.expected == nil ? nil : Phrase(fr: "Mois de suite en dessous", en: "Months in a row below")),
        ReportTotal(
          "level", adequacy.level.value.map { .tag($0.tag) } ?? .unknown(adequacy.level.reason?.sentence),
          Phrase(fr: "Niveau", en: "Level")),
      ],
      notes: adequacyNotes(adequacy))
  }

  private static func title(_ adequacy: Adequacy) -> Phrase {
    guard let expected = adequacy.expected else {
      return Phrase(
        fr: "Le chiffre d'affaires attendu n'est pas fixé", en: "The revenue expected is not set")
    }
    if adequacy.actual >= expected {
      return Phrase(
        fr: "La base suffit : \(euros: adequacy.actual, .compact) pour \(euros: expected, .compact) attendus",
        en: "The base suffices: \(euros: adequacy.actual, .compact) for \(euros: expected, .compact) expected")
    }
    return Phrase(
      fr: "Il manque \(euros: expected - adequacy.actual, .compact) au chiffre d'affaires attendu",
      en: "\(euros: expected - adequacy.actual, .compact) are missing to the revenue expected")
  }

  private static func adequacyNotes(_ adequacy: Adequacy) -> [Phrase] {
    sentences {
      if let missing = adequacy.missing.value, missing.customers > 0 {
        Phrase(
          fr: """
            L'écart se comble par \(missing.customers, "client de plus", "clients de plus"), ou \
            \(missing.orders, "commande de plus", "commandes de plus"), ou \
            \(euros: missing.averageOrder, .cents) de plus par commande.
            """,
          en: """
            The gap is closed by \(missing.customers, "more customer", "more customers"), or \
            \(missing.orders, "more order", "more orders"), or \(euros: missing.averageOrder, .cents) more on each \
            order.
            """)
      }
      if adequacy.expected == nil {
        Phrase(
          fr: """
            Écrivez le chiffre d'affaires attendu sur douze mois dans policy.yaml (adequacy) : on saura combien de \
            clients manquent.
            """,
          en: """
            Write the revenue expected over twelve months in policy.yaml (adequacy): then we know how many customers \
            are missing.
            """)
      }
      adequacy.level.reason?.sentence
    }
  }
}

extension Adequacy.Level {
  /// The level as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .ok: ReportCell.Tag(rawValue, Phrase(fr: "● suffisant", en: "● sufficient"), tone: .good)
    case .watch: ReportCell.Tag(rawValue, Phrase(fr: "■ à surveiller", en: "■ to watch"))
    case .alarm: ReportCell.Tag(rawValue, Phrase(fr: "▲ alarme", en: "▲ alarm"), tone: .bad)
    case .exempt: ReportCell.Tag(rawValue, Phrase(fr: "jeune entreprise, exemptée", en: "start-up, exempt"))
    case .notSet: ReportCell.Tag(rawValue, Phrase(fr: "non fixé", en: "not set"), tone: .faint)
    }
  }
}

extension Adequacy.Unknown {
  fileprivate var sentence: Phrase {
    switch self {
    case .notSet: Phrase(fr: "Rien d'attendu n'est fixé.", en: "Nothing expected is set.")
    case .noOrders:
      Phrase(fr: "Aucune commande sur la période.", en: "No order in the period.")
    case .underTwelveMonths:
      Phrase(
        fr: "Moins de douze mois de données : on ne peut pas encore dire si l'écart dure.",
        en: "Less than twelve months of data: whether the gap lasts cannot be told yet.")
    }
  }
}

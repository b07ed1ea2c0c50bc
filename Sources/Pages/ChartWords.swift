import Ledger
import Portfolio
import Units

/// Words that charts on the printable page and in the dashboard share.
extension WhaleCurve {
  /// What the peak is called.
  var peakWords: Phrase { Phrase(fr: "sommet : \(euros: peak, .compact)", en: "peak: \(euros: peak, .compact)") }

  /// What the end is called.
  var endWords: Phrase { Phrase(fr: "total : \(euros: total, .compact)", en: "total: \(euros: total, .compact)") }
}

extension Ranking {
  /// What the place is called where the fewest customers reach the share looked for.
  func paretoWords(_ fewest: Int, _ share: Share) -> Phrase {
    Phrase(
      fr: "\(fewest, "client", "clients") : \(percent: share.value)",
      en: "\(fewest, "customer", "customers"): \(percent: share.value)")
  }
}

extension SmallOrders {
  /// What small orders cost, whether there are any or not.
  var title: Phrase {
    smallOrders == 0
      ? Phrase(fr: "Toutes les commandes paient leur traitement", en: "All orders pay for their handling") : finding
  }

  /// How that is found.
  var how: Phrase {
    Phrase(
      fr: "Marge brute de chaque commande contre le coût de son traitement ; \(orders) commandes jugées.",
      en: "Gross margin of each order against the cost of handling it; \(orders) orders judged.")
  }

  /// The columns of those who order small.
  static let columns: [ReportColumn] = [
    .name, ReportColumn("orders", Phrase(fr: "Commandes", en: "Orders"), .integer),
    ReportColumn("small", Phrase(fr: "dont petites", en: "of them small"), .integer),
    ReportColumn("loss", Phrase(fr: "Perte", en: "Loss"), .euros),
  ]

  /// A customer that orders small.
  static func cells(_ row: Row, in books: Books) -> [ReportCell] {
    [books.nameCell(row.customer), .integer(row.orders), .integer(row.smallOrders), .cents(-row.loss)]
  }
}

extension Phrase {
  /// A band by its number.
  static func band(_ number: Int) -> Phrase { Phrase(fr: "Tranche \(number)", en: "Band \(number)") }

  /// A band, or the customers in none.
  static func band(_ number: Int?) -> Phrase {
    number.map { .band($0) } ?? Phrase(fr: "Hors tranche", en: "No band")
  }
}

extension ServiceKind {
  /// The kind as people call it, in the plural.
  var label: Phrase {
    switch self {
    case .visit: Phrase(fr: "Visites", en: "Visits")
    case .call: Phrase(fr: "Appels", en: "Calls")
    case .order: Phrase(fr: "Prise de commandes", en: "Order taking")
    case .delivery: Phrase(fr: "Livraisons", en: "Deliveries")
    case .complaint: Phrase(fr: "Réclamations", en: "Complaints")
    case .return: Phrase(fr: "Retours", en: "Returns")
    case .support: Phrase(fr: "Assistance", en: "Support")
    case .maintenance: Phrase(fr: "Entretien", en: "Maintenance")
    case .admin: Phrase(fr: "Administration", en: "Administration")
    case .collection: Phrase(fr: "Recouvrement", en: "Collection")
    case .mailing: Phrase(fr: "Envois", en: "Mailings")
    case .gesture: Phrase(fr: "Gestes commerciaux", en: "Goodwill gestures")
    }
  }
}

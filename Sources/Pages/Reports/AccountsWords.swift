import Ledger
import Portfolio
import Units

extension LineNature {
  /// What people call it.
  var label: Phrase {
    switch self {
    case .accrual: Phrase(fr: "régularisations de fin de période", en: "period-end accruals")
    case .difference: Phrase(fr: "écarts entre livres et factures", en: "differences between books and invoices")
    case .advance: Phrase(fr: "acomptes", en: "advances")
    case .settling: Phrase(fr: "factures finales", en: "final invoices")
    case .correction: Phrase(fr: "factures rectificatives", en: "corrected invoices")
    case .retail: Phrase(fr: "encaissements sans client", en: "takings without a customer")
    case .otherThirdParty: Phrase(fr: "tiers qui n'est pas client", en: "third party that is no customer")
    case .severalCustomers: Phrase(fr: "plusieurs clients, sans partage", en: "several customers, not to be shared")
    case .unbalancedEntry: Phrase(fr: "écritures déséquilibrées", en: "entries out of balance")
    case .reclassified: Phrase(fr: "reclassements entre comptes", en: "moves between accounts")
    case .noCustomer: Phrase(fr: "écritures sans tiers", en: "entries without a third party")
    }
  }

  /// As a cell.
  var tag: ReportCell.Tag { ReportCell.Tag(rawValue, label) }
}

extension Reconciliation.Stray {
  /// How much, and why.
  var sentence: Phrase {
    let why = nature?.label ?? Phrase(fr: "sans raison connue", en: "for no known reason")
    return Phrase(fr: "Sans client : ", en: "Without a customer: ") + why
      + Phrase(
        fr: ", \(euros: revenue, .cents) (\(lines, "ligne", "lignes")).",
        en: ", \(euros: revenue, .cents) (\(lines, "line", "lines")).")
  }
}

extension BooksAgainstInvoices {
  /// For programs.
  var members: [ReportCell.Member] {
    func group(_ name: String, _ group: Group) -> [ReportCell.Member] {
      [.init(name, .integer(group.count)), .init(name + "Cents", .cents(group.amount))]
    }
    return group("matched", matched) + [.init("byNumber", .integer(byNumber))] + group("differing", differing)
      + group("onlyBooks", onlyBooks) + group("onlyInvoices", onlyInvoices)
  }

  /// What matches and what does not, over the months that both tell.
  var sentence: Phrase {
    let both = Phrase(
      fr: """
        Livres et factures : \(matched.count, "facture rapprochée", "factures rapprochées"), \
        \(euros: matched.amount, .cents)
        """,
      en: """
        Books and invoices: \(matched.count, "invoice matched", "invoices matched"), \(euros: matched.amount, .cents)
        """)
    let differing =
      differing.count == 0
      ? Phrase(fr: ".", en: ".")
      : Phrase(
        fr: """
          , dont \(differing.count, "avec un écart", "avec un écart") ; les écarts font \
          \(euros: differing.amount, .cents) en tout.
          """,
        en: """
          , \(differing.count, "with a difference", "with a difference"); the differences come to \
          \(euros: differing.amount, .cents) in all.
          """)
    let inBooks =
      onlyBooks.count == 0
      ? Phrase(fr: "", en: "")
      : Phrase(
        fr: """
           Dans les seuls livres, sur les mêmes mois : \(onlyBooks.count, "pièce", "pièces"), \
          \(euros: onlyBooks.amount, .cents).
          """,
        en: """
           In the books alone, over the same months: \(onlyBooks.count, "document", "documents"), \
          \(euros: onlyBooks.amount, .cents).
          """)
    let outside =
      onlyInvoices.count == 0
      ? Phrase(fr: "", en: "")
      : Phrase(
        fr: """
           Absent des livres, compté nulle part : \(onlyInvoices.count, "facture", "factures"), \
          \(euros: onlyInvoices.amount, .cents).
          """,
        en: """
           Not in the books, counted nowhere: \(onlyInvoices.count, "invoice", "invoices"), \
          \(euros: onlyInvoices.amount, .cents).
          """)
    return both + differing + inBooks + outside
  }
}

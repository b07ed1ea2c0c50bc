import Units

/// What a line of revenue is: a customer's, a period's, or nobody's.
public enum FECNature: Hashable, Sendable {
  /// A customer's sale, and what ties the line to the customer.
  case sale(FECTie)
  /// Posted at a period's end against invoices or credit notes to come or revenue to defer (418, 4198, 487).
  case accrual
  /// Nobody's, and why.
  case unattributed(FECReason)
}

/// What ties a line of revenue to its customer, from the surest to the least sure.
public enum FECTie: String, CaseIterable, Sendable, Codable {
  /// The customer is the only one of the entry.
  case entry
  /// The line names the customer itself, in an entry without a customer's account.
  case line
  /// Of the entry's customers, only this one's lines have the same piece.
  case piece
  /// Consecutive lines of the entry that balance hold this customer only.
  case block
  /// Only one way of sharing the entry's lines gives every customer the amount that it owes.
  case amounts
  /// One rate of VAT holds for the whole entry, so that what each customer owes says its share without tax; among several
  /// accounts of revenue it is in proportion.
  case rate
}

/// Why a line of revenue is nobody's.
public enum FECReason: String, CaseIterable, Sendable, Codable {
  /// Takings: the entry has cash, bank, cards or a transit account, and no customer.
  case retail
  /// The entry is posted to a third party that is no customer: supplier, staff, group.
  case otherThirdParty
  /// The entry has several customers, or a customer and takings, and its amounts do not say how to share it.
  case severalCustomers
  /// Debits and credits of the entry differ: a line is missing that may be another customer's.
  case unbalancedEntry
  /// The entry only moves revenue between accounts 70.
  case reclassified
  /// The entry has no third party at all.
  case noCustomer
}

extension FECReason {
  /// One sentence for the person.
  public func sentence(in language: Language) -> String {
    switch self {
    case .retail:
      language(
        fr: "Ventes encaissées sans client : caisse, banque ou compte d’attente en contrepartie.",
        en: "Takings without a customer: posted against cash, a bank or a transit account.")
    case .otherThirdParty:
      language(
        fr: "Ventes passées à un tiers qui n’est pas un compte client (fournisseur, salarié, groupe).",
        en: "Sales posted to a third party that is no customer account (supplier, staff, group).")
    case .severalCustomers:
      language(
        fr:
          "Écritures à plusieurs clients, ou à un client et une caisse, que les montants ne permettent pas de partager.",
        en: "Entries with several customers, or a customer and takings, whose amounts do not say how to share them.")
    case .unbalancedEntry:
      language(
        fr: "Écritures déséquilibrées : une ligne manque, qui peut être celle d’un autre client.",
        en: "Entries out of balance: a line is missing, which may be another customer's.")
    case .reclassified:
      language(
        fr: "Reclassements entre comptes de ventes, sans tiers.",
        en: "Revenue moved between sales accounts, without a third party.")
    case .noCustomer:
      language(
        fr: "Écritures sans aucun compte de tiers.",
        en: "Entries without any third party.")
    }
  }
}

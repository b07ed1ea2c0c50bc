import Units

/// What an invoice is for the seller's revenue, by its type code (BT-3).
public enum EInvoiceKind: String, CaseIterable, Sendable {
  case invoice, creditNote, debitNote
  /// Takes the place of the invoice it names.
  case corrected
  /// Bills an advance.
  case prepayment, prepaymentCreditNote
  /// Written by the buyer in the seller's name.
  case selfBilled, selfBilledCreditNote
  /// Its claim was sold to a factor.
  case factored, factoredCreditNote
  /// Bills a part of a whole, a stage of works for instance.
  case partial

  /// The kind of a type code, or nothing for documents that bill nothing.
  ///
  /// Source: UNTDID 1001 as restricted by EN 16931, and the codes 471–473 and 500–503 of the French reform. Left out
  /// of EN 16931's list, because they claim no payment of a delivery: 71 request for payment, 102 tax notification,
  /// 325 pro forma, 553 discrepancy report, 817 claim notification.
  public init?(typeCode: String) {
    switch typeCode {
    case "82", "130", "202", "203", "204", "211", "218", "219", "295", "331", "380", "382", "385", "387", "388", "390",
      "394", "395", "456", "457", "575", "623", "633", "751", "780", "870", "935":
      self = .invoice
    case "81", "83", "262", "296", "308", "381", "420", "458", "532": self = .creditNote
    case "80", "84", "383": self = .debitNote
    case "384", "471", "472", "473": self = .corrected
    case "386", "500": self = .prepayment
    case "503": self = .prepaymentCreditNote
    case "389", "527": self = .selfBilled
    case "261": self = .selfBilledCreditNote
    case "393", "501": self = .factored
    case "396", "502": self = .factoredCreditNote
    case "326", "875", "876", "877": self = .partial
    default: return nil
    }
  }

  /// Whether its amounts, as the document writes them, lower what the buyer owes.
  public var isCredit: Bool {
    switch self {
    case .creditNote, .prepaymentCreditNote, .selfBilledCreditNote, .factoredCreditNote: true
    case .invoice, .debitNote, .corrected, .prepayment, .selfBilled, .factored, .partial: false
    }
  }

  /// What people call such a document.
  public func name(in language: Language) -> String {
    switch self {
    case .invoice: language(fr: "facture", en: "invoice")
    case .creditNote: language(fr: "avoir", en: "credit note")
    case .debitNote: language(fr: "note de débit", en: "debit note")
    case .corrected: language(fr: "facture rectificative", en: "corrected invoice")
    case .prepayment: language(fr: "facture d’acompte", en: "prepayment invoice")
    case .prepaymentCreditNote: language(fr: "avoir d’acompte", en: "credit note of a prepayment")
    case .selfBilled: language(fr: "facture autofacturée", en: "self-billed invoice")
    case .selfBilledCreditNote: language(fr: "avoir autofacturé", en: "self-billed credit note")
    case .factored: language(fr: "facture affacturée", en: "factored invoice")
    case .factoredCreditNote: language(fr: "avoir affacturé", en: "factored credit note")
    case .partial: language(fr: "facture de situation", en: "partial invoice")
    }
  }
}

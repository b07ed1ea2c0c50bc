import Matching
import Units

extension MatchReason {
  /// The reason in a few words.
  var label: Phrase {
    if field == .documents, let count = Int(a) {
      return Phrase(
        fr: "\(count, "facture rapprochée", "factures rapprochées")",
        en: "\(count, "matched invoice", "matched invoices")")
    }
    return Phrase(fr: "\(words: field.name(in: .fr))", en: "\(words: field.name(in: .en))")
      + Phrase(fr: " : ", en: ": ")
      + Phrase(fr: "\(words: agreement.name(in: .fr))", en: "\(words: agreement.name(in: .en))")
  }
}

import Matching
import Units

extension MatchReason {
  /// The reason in a few words.
  var label: Phrase {
    Phrase(fr: "\(words: field.name(in: .fr))", en: "\(words: field.name(in: .en))") + Phrase(fr: " : ", en: ": ")
      + Phrase(fr: "\(words: agreement.name(in: .fr))", en: "\(words: agreement.name(in: .en))")
  }
}

/// What a letter to a customer is for.
enum LetterKind: String, CaseIterable, Sendable {
  /// It ends the relation.
  case ceasing

  /// The kind, as a label.
  var label: Phrase {
    switch self {
    case .ceasing: Phrase(fr: "fin de la relation", en: "end of the relation")
    }
  }
}

/// A language the product speaks to people.
public enum Language: String, CaseIterable, Sendable {
  /// French.
  case fr
  /// English.
  case en
}

/// The spaces and marks that typography asks for, by name: they look alike in source code.
public enum Mark {
  /// The space that does not break a line.
  public static let noBreak = "\u{A0}"
  /// The thin space that does not break a line, between thousands and before ; ! ? % in French.
  public static let thin = "\u{202F}"
  /// The minus sign, as wide as a plus.
  public static let minus = "\u{2212}"
  /// The typographic apostrophe.
  public static let apostrophe = "\u{2019}"
  /// What stands for a quantity that is not known.
  public static let unknown = "–"
}

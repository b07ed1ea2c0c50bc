/// A language people read the product in.
public enum Language: String, CaseIterable, Sendable {
  case fr, en

  /// One of two texts, by language; both are always written, the French one with the spaces its typography wants.
  public func callAsFunction(fr: @autoclosure () -> FrenchText, en: @autoclosure () -> String) -> String {
    self == .fr ? fr().text : en()
  }
}

/// A failed operation that can say what happened, in one clear sentence.
public protocol Explained: Error, Sendable {
  /// What happened and, where it helps, what to do.
  func sentence(in language: Language) -> String
}

/// The identifier of one kind of thing, as its source writes it; the kind keeps two sorts from being mixed up.
public struct ID<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identifier's text, trimmed, never empty in an accepted row.
  public let text: String

  /// Makes an identifier from its text.
  public init(_ text: String) { self.text = text }

  /// The identifier's text.
  public var description: String { text }

  /// Byte order of UTF-8, the same on every platform and in every engine.
  public static func < (left: ID, right: ID) -> Bool { precedes(left.text, right.text) }
}

/// Whether one text comes before another in the byte order of their UTF-8, the order of every sorted output.
public func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

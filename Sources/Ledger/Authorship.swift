/// Who decided something, and when.
public struct Authorship: Hashable, Sendable {
  /// The person, by the name the computer or the person gave.
  public let author: String
  /// The time, in seconds since 1970.
  public let time: Int

  /// Names a person and a time.
  public init(_ author: String, at time: Int) {
    self.author = author
    self.time = time
  }
}

import Units

/// Who decided something, and when.
public struct Authorship: Hashable, Sendable {
  /// The person, by the name the computer or the person gave.
  public let author: String
  /// The time, in seconds since 1970.
  public let time: Int

  /// The day of that time in UTC.
  public var day: Day { Day(number: Int32(time / 86_400)) }

  /// Names a person and a time.
  public init(_ author: String, at time: Int) {
    self.author = author
    self.time = time
  }
}

/// One change, as the audit keeps it.
public struct AuditEntry: Hashable, Sendable {
  /// Who, and when.
  public let made: Authorship
  /// What was done.
  public let action: String
  /// To what.
  public let subject: String
  /// What was there before.
  public let before: String?
  /// What is there since.
  public let after: String?

  /// Describes a change.
  public init(made: Authorship, action: String, subject: String, before: String?, after: String?) {
    self.made = made
    self.action = action
    self.subject = subject
    self.before = before
    self.after = after
  }
}

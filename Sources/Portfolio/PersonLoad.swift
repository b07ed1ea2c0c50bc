import Units

/// The minutes a person logged against those the person can give to customers.
public struct PersonLoad: Hashable, Sendable {
  /// A place in `Books.people`.
  public let person: Int
  /// Minutes served over the span, standard and median minutes of events without minutes included.
  public let logged: Int
  /// Practical capacity over the span, in minutes; nothing when the person's hours are unknown.
  public let capacity: Int?

  /// Logged ÷ capacity; over 1 when more was logged than can be given.
  public var share: Share? { capacity.flatMap { Share(Int64(logged), of: Int64($0)) } }
}

import Units

/// Two customers, in no order.
public struct CustomerPair: Hashable, Comparable, Sendable {
  /// The first by identifier.
  public let a: ID<Customer>
  /// The second by identifier.
  public let b: ID<Customer>

  /// Makes a pair of two customers, in any order.
  public init(_ one: ID<Customer>, _ other: ID<Customer>) {
    a = min(one, other)
    b = max(one, other)
  }

  /// Order by the first identifier, then by the second.
  public static func < (left: CustomerPair, right: CustomerPair) -> Bool { (left.a, left.b) < (right.a, right.b) }
}

/// What a person decided about two customers that look like one.
public struct PairDecision: Hashable, Sendable {
  /// Its place among all decisions on pairs, 1 the first.
  public let number: Int
  /// What was decided.
  public let verdict: Verdict
  /// The customer that is kept; of two that are never the same, the one named first.
  public let kept: ID<Customer>
  /// The other.
  public let other: ID<Customer>
  /// Who decided, and when.
  public let made: Authorship
  /// Who took it back, and when; nothing while it holds.
  public let undone: Authorship?

  /// What is decided about a pair.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Both are one customer.
    case merge
    /// They are two, however alike they look.
    case never
  }

  /// Describes a decision.
  public init(
    number: Int, _ verdict: Verdict, kept: ID<Customer>, other: ID<Customer>, made: Authorship,
    undone: Authorship? = nil
  ) {
    self.number = number
    self.verdict = verdict
    self.kept = kept
    self.other = other
    self.made = made
    self.undone = undone
  }

  /// Whether nobody took it back.
  public var holds: Bool { undone == nil }
  /// The two customers.
  public var pair: CustomerPair { CustomerPair(kept, other) }
}

/// Why something cannot be decided about two customers; nothing was changed.
public enum PairFault: Explained, Hashable {
  /// Both are the same identifier.
  case itself(ID<Customer>)
  /// Merging would make one of two that are said never to be the same.
  case neverTheSame(ID<Customer>, ID<Customer>)
  /// They are one already, by merges that hold.
  case alreadyOne(ID<Customer>, ID<Customer>)
  /// There is no decision on them to take back.
  case noDecision(ID<Customer>, ID<Customer>)
  /// There is no decision at all to take back.
  case nothingDecided

  /// What happened and what to do.
  public func sentence(in language: Language) -> String {
    switch self {
    case .itself(let id):
      language(
        fr: "« \(id) » est donné deux fois : il faut deux clients.",
        en: "“\(id)” is given twice: it takes two customers."
      )
    case .neverTheSame(let first, let second):
      language(
        fr: """
          « \(first) » et « \(second) » ont été déclarés jamais les mêmes : annulez d’abord cette décision \
          (clientele duplicates undo).
          """,
        en: """
          “\(first)” and “\(second)” were said never to be the same: undo that decision first (clientele duplicates undo).
          """)
    case .alreadyOne(let first, let second):
      language(
        fr: "« \(first) » et « \(second) » sont fusionnés : annulez d’abord leur fusion (clientele duplicates undo).",
        en: "“\(first)” and “\(second)” are merged: undo their merge first (clientele duplicates undo).")
    case .noDecision(let first, let second):
      language(
        fr: "Il n’y a pas de décision à annuler sur « \(first) » et « \(second) » (voir clientele duplicates history).",
        en: "There is no decision to undo on “\(first)” and “\(second)” (see clientele duplicates history).")
    case .nothingDecided:
      language(
        fr: "Il n’y a aucune décision sur des doublons à annuler.", en: "There is no decision on duplicates to undo.")
    }
  }
}

import Units

/// A relation that is to be ended, from the first thought to its last day; every step is kept with who took it and when.
///
/// Source: seed 000, « tu oseras envoyer un recommandé ».
public struct CeasingCase: Hashable, Sendable {
  /// Its place among all cases, 1 the first.
  public let number: Int
  /// The customer, by the identifier it was known by.
  public let customer: ID<Customer>
  /// Every step, the oldest first, those that were taken back too; at least one holds.
  public let steps: [Step]
  /// What people know of the relation and want in the letter.
  public let facts: CeasingFacts

  /// How far a case is.
  public enum State: String, CaseIterable, Sendable {
    /// Its file is open; nothing is decided.
    case prepared
    /// It is decided; nothing was sent.
    case decided
    /// The letter was sent.
    case sent
    /// The customer received it: the notice runs.
    case acknowledged
    /// The relation is over.
    case ended
    /// The relation goes on after all.
    case withdrawn

    /// What may follow.
    public var next: [State] {
      switch self {
      case .prepared: [.decided, .withdrawn]
      case .decided: [.sent, .withdrawn]
      // A letter that nobody collects is never acknowledged.
      case .sent: [.acknowledged, .ended, .withdrawn]
      case .acknowledged: [.ended, .withdrawn]
      case .ended, .withdrawn: []
      }
    }

    /// Whether nothing may follow.
    public var isOver: Bool { next.isEmpty }
  }

  /// A step from one state to another.
  public struct Step: Hashable, Sendable {
    /// Its place among all steps of all cases.
    public let number: Int
    /// The state from then on.
    public let state: State
    /// The day on which it happened.
    public let day: Day
    /// A word about it; may be empty.
    public let note: String
    /// Who wrote it, and when.
    public let made: Authorship
    /// Who took it back, and when; nothing while it holds.
    public let undone: Authorship?
    /// The letter as it was when the step was noted, in each language; empty for steps that send none.
    public let letters: [Language: String]

    /// Describes a step.
    public init(
      number: Int, state: State, day: Day, note: String = "", made: Authorship, undone: Authorship? = nil,
      letters: [Language: String] = [:]
    ) {
      self.number = number
      self.state = state
      self.day = day
      self.note = note
      self.made = made
      self.undone = undone
      self.letters = letters
    }
  }

  /// Describes a case.
  /// - Parameter steps: the oldest first, of which one holds at least.
  public init(number: Int, customer: ID<Customer>, steps: [Step], facts: CeasingFacts = CeasingFacts()) {
    precondition(steps.contains { $0.undone == nil }, "a case has a step")
    self.number = number
    self.customer = customer
    self.steps = steps
    self.facts = facts
  }

  /// The steps that hold, the oldest first.
  public var history: [Step] { steps.filter { $0.undone == nil } }
  /// The last step that holds.
  public var last: Step { history[history.count - 1] }
  /// How far it is.
  public var state: State { last.state }
  /// Whether it goes on.
  public var isOpen: Bool { !state.isOver }

  /// The day of a state that the case is in or was in.
  public func day(of state: State) -> Day? { history.last { $0.state == state }?.day }

  /// The letter as it was sent, and on which day; nothing before, nor where no copy was kept.
  public func sentLetter(in language: Language) -> (text: String, day: Day)? {
    history.last { $0.state == .sent }.flatMap { step in step.letters[language].map { ($0, step.day) } }
  }

  /// Whether the notice runs: the letter is on its way or was received, and the relation is not over.
  public var isNoticed: Bool { state == .sent || state == .acknowledged }

  /// Why a step cannot be taken, or nothing.
  public func refusal(of state: State, on day: Day) -> CeasingFault? {
    if !self.state.next.contains(state) { return .notNow(state, after: self.state) }
    // A file may be opened for what was decided and sent long ago.
    guard self.state != .prepared else { return nil }
    return day < last.day ? .before(last.day, self.state) : nil
  }
}

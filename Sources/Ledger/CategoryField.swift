import Units

/// What people say of a category, in words and figures of their own.
public enum CategoryField: String, CaseIterable, Sendable {
  // How its customers need, think and decide.
  case need, thinking, deciding
  // What is invested in it: a skill or an offer, how much, who, for which margin, since when, how far it is.
  case skill, budget, owner, targetRate, started, state
}

/// How far an investment in a category is.
public enum ExpertiseState: String, CaseIterable, Sendable {
  case planned, underway, done, dropped
}

/// What a person wrote of a category.
public struct CategoryEdit: Hashable, Sendable {
  /// Its place among all, 1 the first.
  public let number: Int
  /// The category's name.
  public let category: String
  /// What is said.
  public let field: CategoryField
  /// The value: texts as typed, money in cents, rates in millionths, months as `YYYY-MM`; nothing when it is taken back.
  public let value: String?
  /// Who wrote it, and when.
  public let made: Authorship

  /// Describes an edit.
  public init(number: Int, category: String, field: CategoryField, value: String?, made: Authorship) {
    self.number = number
    self.category = category
    self.field = field
    self.value = value
    self.made = made
  }
}

/// What a field of a category is to become.
public struct CategoryChange: Hashable, Sendable {
  /// The category.
  public let category: String
  /// The field.
  public let field: CategoryField
  /// The value as `CategoryEdit` keeps it; nothing to take back what was written before.
  public let value: String?

  /// Asks for a value.
  public init(_ category: String, _ field: CategoryField, _ value: String?) {
    self.category = category
    self.field = field
    self.value = value
  }
}

/// What is said of each category by now, the newest word of each field.
public struct CategoryNotes: Hashable, Sendable {
  private let newest: [String: [CategoryField: CategoryEdit]]

  /// Nobody said anything.
  public static let none = CategoryNotes([])

  /// - Parameter edits: the oldest first.
  public init(_ edits: [CategoryEdit]) {
    newest = edits.reduce(into: [:]) { $0[$1.category, default: [:]][$1.field] = $1 }
  }

  /// The word on one field; nothing where nobody said any.
  public subscript(category: String, field: CategoryField) -> CategoryEdit? {
    newest[category]?[field].flatMap { $0.value == nil ? nil : $0 }
  }

  /// The text of one field.
  public func text(_ category: String, _ field: CategoryField) -> String? { self[category, field]?.value }

  /// The categories of which something is said, in byte order.
  public var categories: [String] {
    newest.keys.filter { !all(of: $0).isEmpty }.sorted(by: precedes)
  }

  /// Everything that is said of a category, in the order of the fields.
  public func all(of category: String) -> [CategoryEdit] {
    CategoryField.allCases.compactMap { self[category, $0] }
  }

  /// What is invested in a category; nothing without a skill or an offer.
  public func expertise(of category: String) -> Expertise? {
    guard let skill = text(category, .skill) else { return nil }
    return Expertise(
      skill: skill, budget: text(category, .budget).flatMap { Int64($0) }.map { Cents($0) },
      owner: text(category, .owner),
      targetRate: text(category, .targetRate).flatMap { Int64($0) }.map { Rate(millionths: $0) },
      started: text(category, .started).flatMap { Month(iso: $0) },
      state: text(category, .state).flatMap { ExpertiseState(rawValue: $0) } ?? .planned)
  }
}

/// What is invested in a category: the skill or the offer that makes its sales repeatable.
public struct Expertise: Hashable, Sendable {
  /// The skill or the offer.
  public let skill: String
  /// What it may cost.
  public let budget: Cents?
  /// Who answers for it.
  public let owner: String?
  /// The operating margin rate aimed at.
  public let targetRate: Rate?
  /// The first month in which it works.
  public let started: Month?
  /// How far it is.
  public let state: ExpertiseState

  /// Describes an investment.
  public init(
    skill: String, budget: Cents? = nil, owner: String? = nil, targetRate: Rate? = nil, started: Month? = nil,
    state: ExpertiseState = .planned
  ) {
    self.skill = skill
    self.budget = budget
    self.owner = owner
    self.targetRate = targetRate
    self.started = started
    self.state = state
  }
}

import Ledger
import Portfolio
import Units

/// Why somebody who looks like a good customer is none to win.
public enum DoorBar: String, CaseIterable, Sendable {
  /// A rule at the door refuses it, or all of its category.
  case refused
  /// Its category loses money, and nobody ruled that it is taken on conditions.
  case losingCategory
  /// It is taken on conditions, and may be won on them.
  case conditions

  /// Whether it is none to win.
  public var isClosed: Bool { self != .conditions }
}

/// Who is barred at the door: the rules people made, and the categories that lose money.
///
/// Source: docs/methods/notice.md, "the door"; docs/methods/verdicts.md, toxic categories.
struct DoorBars: Sendable {
  private let rules: [DoorRule]
  private let losing: Set<String>

  /// - Parameters:
  ///   - rules: those that hold.
  ///   - losing: the categories that lose money as a whole.
  init(rules: [DoorRule], losing: Set<String>) {
    self.rules = rules
    self.losing = losing
  }

  /// What bars a prospect; nothing for who is welcome.
  ///
  /// Linear in the rules.
  func bar(of prospect: Prospect, category: String?) -> DoorBar? {
    let met = rules.filter { $0.meets(names: [prospect.id.text, prospect.name], category: category) }
    if met.contains(where: { $0.content.ruling == .refused }) { return .refused }
    if !met.isEmpty { return .conditions }
    return category.map { losing.contains($0) } ?? false ? .losingCategory : nil
  }
}

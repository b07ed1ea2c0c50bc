import Ledger
import Portfolio
import Units

/// Enquiries that died right after they were born: by who dealt with them, and by how long the answer took.
///
/// Source: seed 001, « Parfois ils meurent juste après être nés. C'est le cas par exemple si un prospect vous appelle et une
/// personne très incompétente lui répond et traite mal sa demande. » Method: docs/methods/losses.md.
public struct LostEnquiries: Sendable {
  /// What became of some enquiries.
  public struct Sums: Hashable, Sendable {
    /// All of them.
    public var enquiries = 0
    /// Those that led to an order.
    public var won = 0
    /// Those that came to nothing.
    public var lost = 0
    /// Those that nobody answered within the policy's days, or at all.
    public var late = 0
    /// Those among them never answered.
    public var unanswered = 0

    /// The lost ones among those whose outcome is known; nothing where none is.
    public var lostShare: Share? { Share(Int64(lost), of: Int64(won + lost)) }
  }

  /// How long the answer took.
  public enum Wait: Int, CaseIterable, Sendable {
    /// The same day or the next.
    case atOnce
    /// Within the policy's days.
    case inTime
    case late
    case never
  }

  /// By who dealt with them, a place in the books' people; those of nobody known last.
  public let handlers: [(person: Int?, sums: Sums, medianDays: Int?)]
  /// By how long the answer took, in the order of the cases.
  public let waits: [(wait: Wait, sums: Sums)]
  /// All of them.
  public let all: Sums

  /// Counts the enquiries that came up to a month's end.
  ///
  /// O(n log n). One that came in the last of the policy's days and has no answer yet is not counted as unanswered.
  public init(_ enquiries: [Enquiry], asOf: Month, policy: Policy) {
    let limit = policy.losses.answerDays
    let end = asOf.lastDay
    let known = enquiries.filter { $0.asked <= end }
    var byHandler: [Int?: (sums: Sums, days: [Int])] = [:]
    var byWait = [Sums](repeating: Sums(), count: Wait.allCases.count)
    var all = Sums()
    for enquiry in known {
      // An answer after the month's end is not known yet.
      let answered = enquiry.answered.flatMap { $0 <= end ? $0 : nil }
      let days = enquiry.asked.distance(to: answered ?? end)
      let wait: Wait? =
        if answered != nil {
          days <= min(1, limit) ? .atOnce : days <= limit ? .inTime : .late
        } else {
          days > limit ? .never : nil
        }
      all.add(enquiry.outcome, wait)
      byHandler[enquiry.handler, default: (Sums(), [])].sums.add(enquiry.outcome, wait)
      if answered != nil { byHandler[enquiry.handler, default: (Sums(), [])].days.append(days) }
      if let wait { byWait[wait.rawValue].add(enquiry.outcome, wait) }
    }
    handlers = byHandler.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map {
      ($0.key, $0.value.sums, nearestRank(Rate(percent: 50), of: $0.value.days.sorted()))
    }
    waits = Wait.allCases.map { ($0, byWait[$0.rawValue]) }
    self.all = all
  }
}

extension LostEnquiries.Sums {
  fileprivate mutating func add(_ outcome: Enquiry.Outcome?, _ wait: LostEnquiries.Wait?) {
    enquiries += 1
    if outcome == .won { won += 1 }
    if outcome == .lost { lost += 1 }
    if wait == .late || wait == .never { late += 1 }
    if wait == .never { unanswered += 1 }
  }
}

import Ledger
import Portfolio
import Units

/// Who stands in for customers whose prices can only be raised at the risk of losing them.
///
/// Revenue won over W from customers above their floor first replaces what such customers took away; what is left stands in for
/// one customer each. Of the plan of replication each target to win or to develop is named for one.
///
/// Source: seed 003, « Acquisition de clients plus rentables, puis revalorisation des tarifs des clients les moins rentables en
/// sachant qu'on a sécurisé en cas de perte » ; docs/methods/verdicts.md.
public struct Substitutions: Sendable {
  /// Somebody who brought revenue that was not there before.
  public struct Won: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// What it brought over W more than over P.
    public let revenue: Cents
  }

  /// Somebody to win or to develop.
  public struct Candidate: Hashable, Sendable {
    /// Who.
    public let subject: LookAlikes.Subject
    /// An estimate of a year's revenue more.
    public let expected: Cents
  }

  /// What stands in for one customer.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// What it brought over W, and might take away.
    public let atRisk: Cents
    /// What was won elsewhere and stands in for it, at most what is at risk.
    public let secured: Cents
    /// From whom, each with its part of it; the greatest first.
    public let won: [Won]
    /// Whom to win or develop for what is not secured, as many as it takes; the first first.
    public let candidates: [Candidate]

    /// Whether its prices may be raised firmly.
    public var isUnlocked: Bool { secured >= atRisk }
    /// What the candidates may bring.
    public var expected: Cents { candidates.map(\.expected).sum }
  }

  /// Everybody above the floor who brought revenue that was not there before, the greatest first.
  public let won: [Won]
  /// What customers that were above their floor took away over W: won revenue replaces it before it secures anybody.
  public let gone: Cents
  /// Those to substitute, what closes most for each euro at risk first.
  public let rows: [Row]
  private let byCustomer: [Int: Int]

  /// What stands in for a customer; nothing for one whose prices need nobody to.
  public subscript(customer: Int) -> Row? { byCustomer[customer].map { rows[$0] } }

  /// A customer whose prices can only be raised at the risk of losing it: what it lacks to its floor, and what it brought.
  struct Asking: Hashable, Sendable {
    let customer: Int
    let gap: Cents
    let revenue: Cents

    /// gap ÷ revenue, the greater first.
    func precedes(_ other: Asking) -> Bool {
      let (own, others) = (
        Int128(gap.value) * Int128(other.revenue.value), Int128(other.gap.value) * Int128(revenue.value)
      )
      return own == others ? customer < other.customer : own > others
    }
  }

  /// Shares out what was won and whom to win.
  ///
  /// O(n log n), and for each that is not covered linear in what is left, which is told of it.
  /// - Parameters:
  ///   - gone: what good customers took away.
  ///   - targets: whom to win or develop, the first first; each once.
  init(won: [Won], gone: Cents = .zero, asking: [Asking], targets: [Candidate]) {
    self.won = won.sorted { $0.revenue == $1.revenue ? $0.customer < $1.customer : $0.revenue > $1.revenue }
    self.gone = gone
    var (pool, free) = (Pool(Self.left(of: self.won, replacing: gone)), targets[...])
    rows = asking.sorted { $0.precedes($1) }.map { asking in
      let atRisk = asking.revenue
      let parts = pool.take(atRisk)
      let secured = parts.map(\.revenue).sum
      var (candidates, expected) = ([Candidate](), Cents.zero)
      while expected < atRisk - secured, let next = free.first {
        free = free.dropFirst()
        candidates.append(next)
        expected += next.expected
      }
      return Row(customer: asking.customer, atRisk: atRisk, secured: secured, won: parts, candidates: candidates)
    }
    byCustomer = Dictionary(rows.enumerated().map { ($1.customer, $0) }, uniquingKeysWith: { $1 })
  }

  /// What is won beyond what is gone: the smallest replace that first, so that the names of the greatest stay.
  private static func left(of won: [Won], replacing gone: Cents) -> [Won] {
    var (left, gone) = (won, gone)
    while gone > .zero, let last = left.popLast() {
      if last.revenue > gone { left.append(Won(customer: last.customer, revenue: last.revenue - gone)) }
      gone -= min(gone, last.revenue)
    }
    return left
  }

  /// What was won and stands in for nobody yet.
  private struct Pool {
    private let won: [Won]
    private var place = 0
    /// What of the one at `place` stands in for somebody.
    private var used = Cents.zero

    init(_ won: [Won]) { self.won = won }

    /// As much as is at risk; where there is less, nothing is taken away, and what there is is told.
    mutating func take(_ atRisk: Cents) -> [Won] {
      var (rest, missing) = (self, atRisk)
      var parts: [Won] = []
      while missing > .zero, rest.place < won.count {
        let first = won[rest.place]
        let part = min(first.revenue - rest.used, missing)
        parts.append(Won(customer: first.customer, revenue: part))
        missing -= part
        rest.used += part
        if rest.used == first.revenue { (rest.place, rest.used) = (rest.place + 1, .zero) }
      }
      if missing <= .zero { self = rest }
      return parts
    }
  }

  /// What a customer above its floor brought that was not there before; nothing for others.
  static func won(_ row: Verdicts.Row) -> Won? {
    let facts = row.facts
    guard let margin = facts.current.margin, margin >= facts.floorMargin, facts.current.revenue > .zero else {
      return nil
    }
    switch facts.stage {
    case .new, .wonBack, .developing:
      let more = facts.current.revenue - (facts.previous?.revenue ?? .zero)
      return more > .zero ? Won(customer: row.customer, revenue: more) : nil
    default: return nil
    }
  }
}

extension Substitutions {
  /// What a customer that was above its floor takes away since it declines or is lost; zero for others.
  static func gone(_ row: Verdicts.Row) -> Cents {
    let facts = row.facts
    guard facts.stage == .lost || facts.stage == .declining, let previous = facts.previous,
      let margin = previous.margin, margin >= facts.floorMargin(of: previous)
    else { return .zero }
    return max(.zero, previous.revenue - facts.current.revenue)
  }
}

extension Verdicts.Row {
  /// Whether the ladder asks for better customers first, for a relation that goes on.
  public var needsSubstitution: Bool { verdict.value != .cease && ladder.substitution != nil }
}

extension Substitutions {
  /// Whom the plan of replication counts on, category by category, the most attractive first.
  init(_ verdicts: Verdicts, plan: ReplicationPlan) {
    let targets = plan.rows.flatMap { row in
      (row.customers + row.prospects).filter(\.isTarget).map {
        Candidate(subject: $0.row.subject, expected: $0.expected)
      }
    }
    // Whoever lacks something to its own floor is no better customer.
    let better = targets.filter { target in
      if case .customer(let place) = target.subject { verdicts.rows[place].facts.gap == .zero } else { true }
    }
    self.init(verdicts, targets: better)
  }

  /// Those whose prices may be raised firmly, for what they bring was won elsewhere; whom to win does not change that.
  static func unlocked(_ verdicts: Verdicts) -> Set<Int> {
    Set(Substitutions(verdicts, targets: []).rows.filter(\.isUnlocked).map(\.customer))
  }

  private init(_ verdicts: Verdicts, targets: [Candidate]) {
    let asking = verdicts.rows.filter(\.needsSubstitution).map { row in
      Asking(customer: row.customer, gap: row.facts.gap, revenue: row.facts.current.revenue)
    }
    self.init(
      won: verdicts.rows.compactMap(Self.won), gone: verdicts.rows.lazy.map(Self.gone).sum, asking: asking,
      targets: targets)
  }
}

import Ledger
import Units

/// How many customers of a ranking it takes to pay the company's fixed costs, and whose loss alone would undo it.
///
/// Operating margins are cumulated in the order of the ranking. Customers whose margin is unknown are left out and
/// counted; when the known margins do not cover the costs, it cannot be told whether theirs would.
///
/// Source: docs/methods/break-even.md.
public struct BreakEven: Sendable {
  /// Where the fixed costs are covered.
  public struct Point: Hashable, Sendable {
    /// The first rank whose cumulated margin reaches the fixed costs; 0 when there are none to pay.
    public let rank: Int
    /// The sum of the known margins of all customers after that rank; below zero when they cost more than they bring.
    public let afterRank: Cents
    /// Customers after that rank whose margin is unknown.
    public let unknownAfterRank: Int
  }

  /// Why there is no such rank.
  public enum Unknown: Hashable, Sendable {
    /// The policy names no fixed costs.
    case fixedCostsNotSet
    /// No customer's margin is known.
    case noMarginKnown
    /// The known margins do not cover the costs, but so many customers' margins are unknown.
    case marginsUnknown(customers: Int)
    /// All margins are known and their sum stays below the costs at every rank, by so much at the best one.
    case neverCovered(missing: Cents)
  }

  /// A customer whose loss alone takes the company below its fixed costs.
  public struct SingleLoss: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// The margin that would go.
    public let margin: Cents
    /// The result after the loss, below zero.
    public let result: Cents
  }

  /// The fixed costs over W: those of 12 months × months ÷ 12, rounded half away from zero; nothing when not set.
  public let fixedCosts: Cents?
  /// Where they are covered, or why that cannot be said.
  public let point: Knowable<Point, Unknown>
  /// The sum of the known margins.
  public let margin: Cents
  /// That sum less the fixed costs; nothing when these are not set.
  public let result: Cents?
  /// The losses that would take the company below, the biggest margin first; none when it is below already.
  public let singleLosses: [SingleLoss]

  /// Finds the break-even of a ranking, whatever its criterion.
  ///
  /// O(n log n).
  public init(ranking: Ranking, policy: Policy) {
    self.init(
      margins: ranking.rows.map { ($0.customer, $0.margin.operatingMargin) },
      leftOut: ranking.unknownMargins.customers,
      fixedCosts: policy.company.fixedCosts.map { $0.times(Int64(ranking.window.current.count), over: 12) })
  }

  /// Finds the break-even of margins in the order of their ranking; `leftOut` more are unknown.
  init(margins: [(customer: Int, margin: Cents?)], leftOut: Int, fixedCosts: Cents?) {
    self.fixedCosts = fixedCosts
    let known = margins.compactMap { row in row.margin.map { (customer: row.customer, margin: $0) } }
    let margin = known.map(\.margin).sum
    self.margin = margin
    guard let fixedCosts else {
      point = .unknown(.fixedCostsNotSet)
      result = nil
      singleLosses = []
      return
    }
    let result = margin - fixedCosts
    self.result = result
    singleLosses =
      result < .zero
      ? []
      : known.filter { $0.margin > result }.sorted {
        $0.margin == $1.margin ? $0.customer < $1.customer : $0.margin > $1.margin
      }.map { SingleLoss(customer: $0.customer, margin: $0.margin, result: result - $0.margin) }
    var running = Cents.zero
    var best = Cents.zero
    var rank = running >= fixedCosts ? 0 : nil
    for (index, row) in margins.enumerated() where rank == nil {
      running += row.margin ?? .zero
      best = max(best, running)
      if running >= fixedCosts { rank = index + 1 }
    }
    let unknown = margins.count - known.count + leftOut
    if let rank {
      point = .known(
        Point(
          rank: rank, afterRank: margin - running,
          unknownAfterRank: margins.dropFirst(rank).count { $0.margin == nil } + leftOut))
    } else if known.isEmpty {
      point = .unknown(.noMarginKnown)
    } else {
      point = .unknown(
        unknown > 0 ? .marginsUnknown(customers: unknown) : .neverCovered(missing: fixedCosts - best))
    }
  }
}

extension Ranking {
  /// The operating margin of each customer and all before it, in the order of the ranking; unknown margins add nothing.
  public var cumulatedMargins: [Cents] {
    var sum = Cents.zero
    return rows.map {
      sum += $0.margin.operatingMargin ?? .zero
      return sum
    }
  }
}

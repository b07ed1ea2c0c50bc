import Ledger
import Units

/// How much of P's revenue stayed, and the bridge from the revenue of P to that of W, exact to the cent.
///
/// Source: docs/methods/erosion.md; seed 003, "enjeux commerciaux : érosion, volatilité, dépendance aux gros clients,
/// dégradation des marges".
public struct Erosion: Hashable, Sendable {
  /// What happened to the revenue of one customer, or of all, from P to W.
  public struct Bridge: Hashable, Sendable {
    /// Revenue of P.
    public var previous = Cents.zero
    /// Revenue of W from customers that had neither revenue in P nor an order before it.
    public var new = Cents.zero
    /// Revenue of W from customers without revenue in P that had ordered before P.
    public var wonBack = Cents.zero
    /// What customers of P bring more, not below zero.
    public var expansion = Cents.zero
    /// What customers of P bring less, not above zero.
    public var contraction = Cents.zero
    /// The revenue that customers of P no longer bring at all, not above zero.
    public var lost = Cents.zero
    /// Credit notes in P or W of customers that bought nothing there.
    public var corrections = Cents.zero
    /// Revenue of W: the sum of all that stands above.
    public var current = Cents.zero

    /// The bridge of no customer.
    public init() {}
  }

  /// How many customers each part of the bridge is made of.
  public struct Counts: Hashable, Sendable {
    /// Customers with revenue above zero in P.
    public var previous = 0
    /// New in W.
    public var new = 0
    /// Back in W after a P without revenue.
    public var wonBack = 0
    /// Customers of P that bring as much or more.
    public var expansion = 0
    /// Customers of P that bring less.
    public var contraction = 0
    /// Customers of P that bring nothing.
    public var lost = 0

    /// No customers.
    public init() {}
  }

  /// Why erosion cannot be known.
  public enum Unknown: String, CaseIterable, Sendable {
    /// The window is all of history: there is nothing before it.
    case noPreviousMonths
    /// The data begin after P.
    case previousBeforeData
    /// No customer had revenue in P.
    case noPreviousRevenue
  }

  /// Gross revenue retention: Σ min(W, P) ÷ ΣP over the customers with revenue above zero in P.
  public let grr: Share
  /// Net revenue retention: ΣW ÷ ΣP over the same customers.
  public let nrr: Share
  /// All customers' bridge.
  public let bridge: Bridge
  /// The customers behind it.
  public let counts: Counts
  /// Months of P that lie within the data; fewer than P has means that P is only partly known.
  public let previousMonthsKnown: Int

  /// The erosion from P to W, or why it is unknown.
  ///
  /// Linear in the activity.
  public static func of(_ books: Books) -> Knowable<Erosion, Unknown> {
    guard let previous = books.window.previous else { return .unknown(.noPreviousMonths) }
    guard let history = books.history, history.first <= previous.last else { return .unknown(.previousBeforeData) }
    var bridge = Bridge()
    var counts = Counts()
    var (base, stayed, now) = (Cents.zero, Cents.zero, Cents.zero)
    for customer in books.customers.ids.indices {
      let before = books.activity.latest(of: customer, in: previous).revenue
      let after = books.activity.latest(of: customer, in: books.window.current).revenue
      let ordered = books.orders[customer].first.map { $0.month < previous.first } ?? false
      bridge.add(previous: before, current: after, orderedBefore: ordered, counting: &counts)
      if before > .zero {
        base += before
        stayed += min(before, after)
        now += after
      }
    }
    guard let grr = Share(stayed, of: base), let nrr = Share(now, of: base) else {
      return .unknown(.noPreviousRevenue)
    }
    let known = max(history.first, previous.first).distance(to: previous.last) + 1
    return .known(Erosion(grr: grr, nrr: nrr, bridge: bridge, counts: counts, previousMonthsKnown: known))
  }
}

extension Erosion.Bridge {
  /// Adds one customer's P and W.
  mutating func add(
    previous before: Cents, current after: Cents, orderedBefore: Bool, counting counts: inout Erosion.Counts
  ) {
    previous += before
    current += after
    guard before > .zero else {
      corrections -= before
      if after <= .zero {
        corrections += after
      } else if orderedBefore {
        wonBack += after
        counts.wonBack += 1
      } else {
        new += after
        counts.new += 1
      }
      return
    }
    counts.previous += 1
    if after <= .zero {
      lost += after - before
      counts.lost += 1
    } else if after < before {
      contraction += after - before
      counts.contraction += 1
    } else {
      expansion += after - before
      counts.expansion += 1
    }
  }
}

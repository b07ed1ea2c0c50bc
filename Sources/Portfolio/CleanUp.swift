import Ledger
import Units

/// Records proposed for archiving: kept in every total, left out of working lists once a person agrees.
///
/// A record is proposed for one reason only, the first that holds: one-off, dead, empty.
///
/// Source: docs/methods/clean-up.md; seed 001, "un travail de tri"; seed 004, "l'optimisation de la base de données".
public struct CleanUp: Sendable {
  /// Why a record is proposed.
  public enum Reason: String, CaseIterable, Sendable {
    /// One order in the whole history, long ago.
    case oneOff
    /// No order for 24 months, or as long as policy says.
    case dead
    /// In the customer file without any sale line.
    case empty
  }

  /// One record proposed for archiving.
  public struct Proposal: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Why.
    public let reason: Reason
    /// The last order's day; nothing without an order.
    public let lastOrder: Day?
    /// Revenue over all of history.
    public let revenue: Cents
    /// Whether somebody served it in W: a person courts it, look before archiving.
    public let servedInWindow: Bool
  }

  /// The proposals, in the order of the customer file.
  public let proposals: [Proposal]
  /// Records in the customer file.
  public let before: Int

  /// Finds the records to archive.
  ///
  /// O(n log n) in the orders.
  public init(books: Books, policy: Policy, oneOffs: OneOffs) {
    let asOf = books.window.asOf
    before = books.customers.count
    proposals = books.customers.ids.indices.compactMap { customer in
      let cells = books.activity.range(of: customer)
      let lastOrder = books.orders[customer].last?.day
      // A record with lines but no order, such as credit notes alone, lives as long as its last line.
      let lastSign = lastOrder?.month ?? cells.last.map { books.activity.months[$0] }
      let reason: Reason
      if let lastSign {
        if oneOffs.contains(customer) {
          reason = .oneOff
        } else if lastSign.distance(to: asOf) >= policy.oneOff.deadMonths {
          reason = .dead
        } else {
          return nil
        }
      } else {
        reason = .empty
      }
      return Proposal(
        customer: customer, reason: reason, lastOrder: lastOrder,
        revenue: cells.map { books.activity.cells[$0].revenue }.sum,
        servedInWindow: books.services[customer].contains { books.window.current.contains($0.month) })
    }
  }

  /// Records left in working lists when all proposals are accepted.
  public var after: Int { before - proposals.count }

  /// How many records are proposed for a reason.
  public func count(_ reason: Reason) -> Int { proposals.count { $0.reason == reason } }

  /// The revenue over all of history of the records proposed: it stays in every total.
  public var revenue: Cents { proposals.map(\.revenue).sum }
}

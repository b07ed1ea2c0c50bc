import Ledger
import Units

/// How much of the company hangs on its biggest customers by revenue in W, and what losing them would do.
///
/// Source: docs/methods/dependence.md; seed 003, "dépendance aux gros clients".
public struct Dependence: Sendable {
  /// What goes with one customer or with several at once.
  public struct Loss: Hashable, Sendable {
    /// The places of the customers in the customer file, biggest first.
    public let customers: [Int]
    /// The revenue that goes.
    public let revenue: Cents
    /// Its part of the revenue of all customers with revenue above zero.
    public let share: Share
    /// The operating margin that goes; nothing when one of theirs is unknown.
    public let margin: Cents?
    /// The known margins of all customers less the fixed costs, after the loss; nothing when the fixed costs are not
    /// set or one of the margins that go is unknown.
    public let result: Cents?
  }

  /// The loss of each of the ten biggest alone.
  public let single: [Loss]
  /// The loss of the biggest one, five and ten together; fewer when there are fewer customers.
  public let together: [Loss]
  /// Customers with revenue above zero.
  public let customers: Int
  /// Their revenue.
  public let revenue: Cents
  /// The known margins of all customers less the fixed costs over W; nothing when these are not set.
  public let result: Cents?

  /// The part of the biggest one; nothing when nobody has revenue.
  public var top1Share: Share? { shares(1) }
  /// The part of the biggest five.
  public var top5Share: Share? { shares(5) }
  /// The part of the biggest ten.
  public var top10Share: Share? { shares(10) }

  /// Weighs the biggest customers.
  ///
  /// O(n log n).
  /// - Parameter margins: those of W.
  public init(books: Books, policy: Policy, margins: Margins) {
    precondition(margins.span == books.window.current, "margins of W")
    let order = margins.rows.indices.filter { margins.rows[$0].revenue > .zero }.sorted {
      let (left, right) = (margins.rows[$0], margins.rows[$1])
      if left.revenue != right.revenue { return left.revenue > right.revenue }
      let (name, other) = (books.customers.names[$0], books.customers.names[$1])
      return name == other ? $0 < $1 : precedes(name, other)
    }
    let total = order.map { margins.rows[$0].revenue }.sum
    let fixedCosts = policy.company.fixedCosts.map { $0.times(Int64(margins.span.count), over: 12) }
    let known = margins.rows.compactMap(\.operatingMargin)
    let result = known.isEmpty ? nil : fixedCosts.map { known.sum - $0 }
    func loss(_ customers: [Int]) -> Loss? {
      let gone = customers.map { margins.rows[$0] }
      let goneMargins = gone.compactMap(\.operatingMargin)
      let margin = goneMargins.count == gone.count ? goneMargins.sum : nil
      return Share(gone.map(\.revenue).sum, of: total).map { share in
        Loss(
          customers: customers, revenue: gone.map(\.revenue).sum, share: share, margin: margin,
          result: result.flatMap { result in margin.map { result - $0 } })
      }
    }
    single = order.prefix(10).compactMap { loss([$0]) }
    together = [1, 5, 10].filter { $0 == 1 || $0 <= order.count }.compactMap { loss(Array(order.prefix($0))) }
    customers = order.count
    revenue = total
    self.result = result
    concentration = Concentration(of: order.map { margins.rows[$0].revenue })
  }

  private let concentration: Concentration

  private func shares(_ number: Int) -> Share? { concentration.share(ofTop: number) }
}

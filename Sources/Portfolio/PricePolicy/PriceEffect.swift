import Ledger
import Units

/// What a price policy changes for one customer, to the cent.
///
/// List + volume + service + payment = grid; grid + floor = price; price − paid = change of the first year + later.
public struct PriceEffect: Hashable, Sendable {
  /// A place in `PriceGrid.tiers`.
  public let tier: Int
  /// The level of service that its visits and calls come nearest to; nothing where there are no steps.
  public let used: Policy.ServiceLevel?
  /// The level it is priced at: the costliest offered to its tier, not beyond what it uses.
  public let priced: Policy.ServiceLevel?
  /// Days to pay; nothing where no payment tells them.
  public let daysToPay: Int?
  /// What can be compared ÷ all that it bought.
  public let coverage: Share
  /// What it paid in W for what can be compared.
  public let paid: Cents
  /// The same at list prices.
  public let list: Cents
  /// What the discount of its tier takes off: zero or less.
  public let volume: Cents
  /// What its level of service adds.
  public let service: Cents
  /// What its days to pay add or take off.
  public let payment: Cents
  /// What its floor asks beyond the grid: zero or more.
  public let floor: Cents
  /// The most its prices may rise in the first year.
  public let cap: Rate
  /// Its revenue of W.
  public let revenue: Cents
  /// Its gross margin of W.
  public let grossMargin: Cents
  /// Its operating margin of W.
  public let margin: Cents
  /// Whether part of its direct cost is taken as that of its costed lines, or of the company's purchases.
  public let isEstimated: Bool
  /// Whether a contract that runs holds its prices in the first year.
  public internal(set) var isBound = false
  /// What changes each year from the first, summed up, over the policy's years.
  public internal(set) var path: [Cents] = []
  /// In which year it is at its price, 1 the first; nothing beyond the policy's years.
  public internal(set) var years: Int?
  /// The step that prices are rounded to.
  let rounding: Rate
  /// Rebates and commissions, as a part of revenue.
  let rebates: Rate

  /// At the prices of the grid.
  public var grid: Cents { list + volume + service + payment }
  /// What the policy comes to once all is done.
  public var price: Cents { grid + floor }
  /// What changes in the first year, within the caps.
  public var change: Cents { path.first ?? .zero }
  /// What changes once all is done.
  public var wanted: Cents { price - paid }
  /// What the first year leaves to the years after it.
  public var later: Cents { wanted - change }
  /// Change of the first year ÷ what it paid for the goods whose price changes.
  public var rate: Share? { Share(change, of: paid) }
  /// The same once all is done.
  public var wantedRate: Share? { Share(wanted, of: paid) }
  /// Its revenue after the first year, at today's volume.
  public var newRevenue: Cents { revenue + change }
  /// Its operating margin after the first year, at today's volume and cost to serve.
  public var newMargin: Cents { margin + change - change.at(rebates) }
  /// Its operating margin once all is done.
  public var lastMargin: Cents { margin + wanted - wanted.at(rebates) }
  /// Operating margin ÷ revenue after the first year; nothing where the revenue is not above zero.
  public var newRate: Share? { newRevenue > .zero ? Share(newMargin, of: newRevenue) : nil }

  /// The part of the volume that may go before the rise of the first year brings nothing: p ÷ (p + g); nothing where prices do
  /// not rise, or goods are sold below their cost.
  ///
  /// Source: Nagle & Müller, "The Strategy and Tactics of Pricing", 2018, break-even sales analysis.
  public var breakEvenLoss: Share? {
    let gain = change - change.at(rebates)
    return gain > .zero && grossMargin > .zero ? Share(gain, of: gain + grossMargin) : nil
  }

  /// Which way its prices go in the first year.
  public enum Side: String, CaseIterable, Sendable {
    case paysMore, paysLess
    /// By less than the step that prices are rounded to.
    case same
  }

  /// Which way its prices go.
  public var side: Side {
    change == .zero || change.magnitude < paid.at(rounding) ? .same : change > .zero ? .paysMore : .paysLess
  }
}

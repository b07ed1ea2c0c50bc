import Ledger
import Units

/// The customers whose price should be looked at again, why, and by how much.
///
/// Source: docs/methods/revaluation.md; seed 003, "clients dont le prix est à revaloriser".
public struct Revaluation: Sendable {
  /// Why a customer's price should rise, each with the yearly amount that would mend it.
  public enum Reason: Hashable, Sendable {
    /// It pays less than the median of those who buy as much.
    case belowPeers(index: Share, median: Share, gap: Cents)
    /// Its gross margin rate falls year after year: the amount is what the first of the rates would bring more.
    case marginFalling(rates: [Share], gap: Cents)
    /// Its operating margin rate is under its floor.
    case underFloor(rate: Share, floor: Rate, gap: Cents)

    /// What would mend it.
    public var gap: Cents {
      switch self {
      case .belowPeers(_, _, let gap), .marginFalling(_, let gap), .underFloor(_, _, let gap): gap
      }
    }
  }

  /// One customer.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Its revenue of W, above zero.
    public let revenue: Cents
    /// Why, the biggest amount first.
    public let reasons: [Reason]
    /// By how much its prices would rise to mend all; nothing where no price can.
    ///
    /// Of a floor the rise pays rebates, and its own floor, as in the ladder of verdicts; else it is the amount ÷ the revenue.
    public let rise: Share?
    /// The most of it that may be asked in a year.
    public let asked: Rate?

    /// The amount that mends all reasons: they are of the same euros, so that the biggest counts.
    public var gap: Cents { reasons.first?.gap ?? .zero }

    init(_ customer: Int, revenue: Cents, reasons: [Reason], index: Share?, ladder: Policy.Ladder) {
      (self.customer, self.revenue, self.reasons) = (customer, revenue, reasons)
      let rises = reasons.map { reason -> Share? in
        guard case .underFloor(_, let floor, let gap) = reason else { return Share(reason.gap, of: revenue) }
        let kept = keptOfRise(rebates: ladder.rebates, floor: floor)
        return kept > 0 ? Share(gap, of: revenue.times(kept, over: 1_000_000)) : nil
      }
      let known = rises.compactMap { $0 }
      rise = known.count < rises.count ? nil : known.max { $0.isBelow($1) }
      asked = rise.map { rise in
        let (part, whole) = (Int128(rise.part) * 1_000_000, Int128(rise.whole))
        return min(ladder.mostRise(at: index), Rate(millionths: Int64(clamping: (part + whole - 1) / whole)))
      }
    }
  }

  /// The customers, the biggest amount first, equal ones in the order of the customer file.
  public let rows: [Row]
  /// The amounts of all.
  public var gap: Cents { rows.map(\.gap).sum }

  init(
    books: Books, policy: Policy, margins: Margins, index: PriceIndex?, falling: [MarginRateByYear.Fall], floors: Floors
  ) {
    var reasons: [Int: [Reason]] = [:]
    for row in index?.rows ?? [] {
      guard let place = row.place, let own = row.index.value, let median = place.median,
        let gap = place.gap, let share = Share(gap, of: row.compared),
        Int128(share.part) * 1_000_000 >= Int128(policy.prices.leastGap.millionths) * Int128(share.whole),
        gap > .zero
      else { continue }
      reasons[row.customer, default: []].append(.belowPeers(index: own, median: median, gap: gap))
    }
    for fall in falling where fall.lost > .zero {
      reasons[fall.customer, default: []].append(.marginFalling(rates: fall.rates, gap: fall.lost))
    }
    for row in floors.rows {
      guard row.missesMargin, let rate = row.margin.rate, let floor = row.floorRate, let gap = row.marginShortfall
      else { continue }
      reasons[row.customer, default: []].append(.underFloor(rate: rate, floor: floor, gap: gap))
    }
    rows = reasons.compactMap { customer, reasons in
      let revenue = margins.rows[customer].revenue
      return revenue > .zero
        ? Row(
          customer, revenue: revenue, reasons: reasons.sorted { $0.gap > $1.gap },
          index: index?[customer]?.index.value, ladder: policy.ladder) : nil
    }.sorted { $0.gap == $1.gap ? $0.customer < $1.customer : $0.gap > $1.gap }
  }
}

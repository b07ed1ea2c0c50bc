import Ledger
import Units

/// Fits a grid to what comparable customers pay today.
///
/// Discounts are what tiers really get; the list price follows, so that all compared customers together pay what policy
/// wants of today's revenue. A discount that does not leave a tier its cost to serve and its floor is then cut back, never
/// under that of a smaller tier: what this brings comes on top.
///
/// Source: docs/methods/price-policy.md.
struct PriceGridFit: Sendable {
  /// What the fit knows of one comparable customer.
  struct Subject: Hashable, Sendable {
    /// A place among the tiers, 0 the biggest volume.
    let tier: Int
    /// What it paid for what can be compared; above zero.
    let paid: Cents
    /// The same at reference prices; above zero.
    let reference: Cents
    /// 1 + service step + payment step, in millionths; above zero.
    let steps: Int64
    /// What the grid's amount must at least be for it to leave cost to serve and floor, in millionths of a cent, weighed by
    /// `kept`: (1 − v − f) × least amount.
    let needed: Int128
    /// 1 − rebates − floor, in millionths.
    let kept: Int64

    /// Its amount at reference prices with its steps, in millionths of a cent.
    var weight: Int128 { Int128(reference.value) * Int128(steps) }
    /// What it pays ÷ that, in millionths.
    var level: Int64 { Int64(clamping: divided(Int128(paid.value) * 1_000_000_000_000, by: weight)) }
  }

  /// One tier's sums.
  private struct Sums {
    var weight = Int128(0)
    var kept = Int128(0)
    var needed = Int128(0)
  }

  /// The discounts, the biggest tier first.
  let discounts: [Rate]
  /// Where each comes from.
  let reasons: [PriceGrid.DiscountReason]
  /// What each tier leaves beyond cost to serve and floor.
  let left: [Cents]
  /// List price ÷ reference price, in parts per billion.
  let level: Int64

  /// Fits the grid.
  ///
  /// O(n log n).
  /// - Parameter subjects: not empty.
  init(_ subjects: [Subject], tiers: Int, rules: Policy.PricePolicy) {
    precondition(!subjects.isEmpty, "somebody can be compared")
    var sums = [Sums](repeating: Sums(), count: tiers)
    var observed = [[Int64]](repeating: [], count: tiers)
    for subject in subjects {
      sums[subject.tier].weight += subject.weight
      // Both sides in millionths of a cent: (millionths of a cent × millionths) ÷ 10⁶.
      sums[subject.tier].kept += divided(subject.weight * Int128(subject.kept), by: 1_000_000)
      sums[subject.tier].needed += subject.needed
      observed[tiers - 1 - subject.tier].append(subject.level)
    }
    let fitted = VolumeLevels(observed, least: rules.leastMembers)
    let step = max(1, rules.rounding.millionths)
    // From the smallest tier up, as the fit counts.
    let today = fitted.levels.map { Self.discount($0, against: fitted.levels[0], step: step) }
    let wanted = divided(
      Int128(subjects.map(\.paid).sum.value) * Int128(1_000_000 + rules.target.millionths), by: 1_000_000)
    let whole = zip(today, sums.reversed()).reduce(Int128(0)) { sum, pair in
      sum + divided(pair.1.weight * Int128(1_000_000 - pair.0), by: 1_000_000)
    }
    let level = Int64(clamping: divided(wanted * 1_000_000 * 1_000_000_000, by: max(1, whole)))
    var found = today
    for place in found.indices.dropFirst() {
      found[place] = max(found[place - 1], min(today[place], Self.most(sums[tiers - 1 - place], at: level, step: step)))
    }
    self.level = level
    discounts = found.reversed().map { Rate(millionths: $0) }
    left = zip(found.reversed(), sums).map { discount, sums in
      let amount = divided(
        divided(sums.kept * Int128(1_000_000 - discount), by: 1_000_000) * Int128(level), by: 1_000_000_000)
      return Cents(Int64(clamping: divided(amount - sums.needed, by: 1_000_000)))
    }
    reasons = (0..<tiers).map { tier in
      let place = tiers - 1 - tier
      guard place > 0 else { return .list }
      if found[place] < today[place] { return .bounded(today: Rate(millionths: today[place])) }
      let own = fitted.medians[place].map { Self.discount($0, against: fitted.levels[0], step: step) }
      guard let own, observed[place].count >= rules.leastMembers else { return .tooFew(pooled: fitted.pooled[place]) }
      return fitted.pooled[place] > observed[place].count && own != today[place]
        ? .levelled(own: Rate(millionths: own), pooled: fitted.pooled[place])
        : .observed(Rate(millionths: today[place]))
    }
  }

  /// 1 − level ÷ base, down to whole steps, below zero for one that pays more.
  private static func discount(_ level: Int64, against base: Int64, step: Int64) -> Int64 {
    let exact = Int128(1_000_000) - Int128(level) * 1_000_000 / Int128(max(1, base))
    let steps = exact / Int128(step) - (exact < 0 && exact % Int128(step) != 0 ? 1 : 0)
    return Int64(clamping: steps * Int128(step))
  }

  /// The greatest discount that leaves a tier its cost to serve and its floor, down to whole steps; below zero where even the
  /// list price does not.
  private static func most(_ sums: Sums, at level: Int64, step: Int64) -> Int64 {
    let full = divided(sums.kept * Int128(level), by: 1_000_000_000)
    // Nobody to cover, or so high a floor that no price does.
    guard full > 0 else { return sums.needed > 0 ? 0 : 1_000_000 }
    let least = roundedUp(max(0, min(sums.needed, full * 2)) * 1_000_000, by: full)
    return (Int64(clamping: 1_000_000 - least) / step) * step
  }
}

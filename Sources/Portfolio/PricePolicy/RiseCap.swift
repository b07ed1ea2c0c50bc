import Ledger
import Units

/// What stays of a rise of prices beyond rebates and a floor that is a part of the revenue: 1 − v − f, in millionths; zero or
/// below where no price reaches the floor.
///
/// Source: docs/methods/verdicts.md.
public func keptOfRise(rebates: Rate, floor: Rate) -> Int64 { 1_000_000 - rebates.millionths - floor.millionths }

/// The rise of prices that closes a gap: gap ÷ ((1 − v − f)·R), rounded up to a hundredth of a percent; nothing where no price
/// does, or none below a hundred thousand times today's.
///
/// Source: docs/methods/verdicts.md.
public func riseClosing(_ gap: Cents, on revenue: Cents, rebates: Rate, floor: Rate) -> Rate? {
  let kept = Int128(keptOfRise(rebates: rebates, floor: floor)) * Int128(revenue.value)
  guard kept > 0 else { return nil }
  // In hundredths of a percent: gap × 10⁴ ÷ (kept ÷ 10⁶).
  let parts = roundedUp(Int128(gap.value) * 10_000 * 1_000_000, by: kept)
  return parts <= 1_000_000_000 ? Rate(millionths: Int64(parts) * 100) : nil
}

extension Policy.Ladder {
  /// The most that prices of a customer may rise in a year: the cap of all, or for who pays less than others what brings it to
  /// their prices, at most some times that cap.
  ///
  /// Source: docs/methods/verdicts.md.
  /// - Parameter index: its prices ÷ the others'; nothing when unknown.
  public func mostRise(at index: Share?) -> Rate {
    guard let index, index.part > 0, index.whole > index.part else { return priceCap }
    let toOthers = Int64(clamping: Int128(index.whole) * 1_000_000 / Int128(index.part) - 1_000_000)
    let times = Int64(Int128(priceCap.millionths) * Int128(indexFactor.millionths) / 1_000_000)
    return max(priceCap, Rate(millionths: min(toOthers, times)))
  }
}

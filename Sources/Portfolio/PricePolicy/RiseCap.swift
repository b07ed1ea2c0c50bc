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

/// The rise of prices to ask of a customer for its floor.
///
/// Alone where that may be asked; else what is left of the gap once it is served at its level and no more, where that may be;
/// else the most that may be.
///
/// Source: docs/methods/verdicts.md, revaluation.md.
public struct RiseToFloor: Hashable, Sendable {
  /// The rise, as a part of the prices.
  public let rate: Rate
  /// Whether it brings the customer to its floor, the service it counts on given back.
  public let reaches: Bool
  /// Whether it counts on the customer being served at its level and no more.
  public let isWithLeanerService: Bool

  /// Finds the rise.
  /// - Parameters:
  ///   - gap: what the margin lacks to the floor, above zero.
  ///   - excess: what service beyond the level costs.
  ///   - most: the most that may be asked in a year.
  public init(
    closing gap: Cents, excess: Cents, on revenue: Cents, floor: Rate, rebates: Rate, most: Rate
  ) {
    func rise(_ gap: Cents) -> Rate? { riseClosing(gap, on: revenue, rebates: rebates, floor: floor) }
    if let alone = rise(gap), alone <= most {
      (rate, reaches, isWithLeanerService) = (alone, true, false)
    } else if excess > .zero, excess < gap, let rest = rise(gap - excess), rest <= most {
      (rate, reaches, isWithLeanerService) = (rest, true, true)
    } else {
      (rate, reaches, isWithLeanerService) = (most, false, excess > .zero)
    }
  }
}

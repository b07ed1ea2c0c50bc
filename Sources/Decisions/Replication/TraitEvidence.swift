import Units

/// How much a value of a trait speaks for being one of the best customers: how many have it among the best, and among all.
public struct TraitEvidence: Hashable, Sendable {
  /// The trait.
  public let trait: CustomerTrait
  /// Its value.
  public let value: TraitValue
  /// Best customers with the value, and those of whom the trait is known.
  public let (best, bestKnown): (Int, Int)
  /// All customers compared with the value, and those of whom the trait is known.
  public let (all, allKnown): (Int, Int)
  /// Customers like any that are added.
  let smoothing: Int

  /// The part of the best that have the value.
  public var shareOfBest: Share? { Share(Int64(best), of: Int64(bestKnown)) }
  /// The part of all customers compared that have it.
  public var shareOfAll: Share? { Share(Int64(all), of: Int64(allKnown)) }

  /// The part of the best among those with the value, drawn to that among all by some customers like any.
  var part: Double {
    let usual = Double(bestKnown) / Double(allKnown)
    return (Double(best) + Double(smoothing) * usual) / Double(all + smoothing)
  }

  /// The natural logarithm by which the odds of being one of the best change.
  ///
  /// `part` as odds ÷ the odds among all; zero where all or none are the best.
  public var weight: Double {
    guard bestKnown > 0, bestKnown < allKnown else { return 0 }
    let usual = Double(bestKnown) / Double(allKnown)
    return naturalLogarithm(part / (1 - part)) - naturalLogarithm(usual / (1 - usual))
  }

  /// Whether the best have the value more often, or less, than chance alone would let expect: by 1.28 standard deviations.
  ///
  /// Only then is it named as a reason; what is within chance weighs little, and says nothing to people.
  public var isBeyondChance: Bool {
    guard all > 0, bestKnown > 0, bestKnown < allKnown else { return false }
    let usual = Double(bestKnown) / Double(allKnown)
    let distance = Double(best) - Double(all) * usual
    return distance * distance >= 1.28 * 1.28 * Double(all) * usual * (1 - usual)
  }

  /// The same without a customer that has the value and is not one of the best.
  var withoutOne: TraitEvidence {
    TraitEvidence(
      trait: trait, value: value, best: best, bestKnown: bestKnown, all: all - 1, allKnown: allKnown - 1,
      smoothing: smoothing)
  }

  /// Counts.
  public init(
    trait: CustomerTrait, value: TraitValue, best: Int, bestKnown: Int, all: Int, allKnown: Int, smoothing: Int
  ) {
    self.trait = trait
    self.value = value
    (self.best, self.bestKnown) = (best, bestKnown)
    (self.all, self.allKnown) = (all, allKnown)
    self.smoothing = smoothing
  }
}

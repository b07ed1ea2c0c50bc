import RealModule

/// The two ways a history can have come about under Pareto/NBD: the customer is still there at T, or dropped out at some
/// time u between t_x and T.
///
/// ∝ (1 + T/α)^−(r+x) (1 + T/β)^−s + s ∫ (1 + u/α)^−(r+x) (1 + u/β)^−s du ÷ (β + u)
///
/// The published form is a difference of two ₂F₁ that over- or underflow for many repeats and cancel where α ≈ β. The
/// integral has neither fault: its terms are positive, and it is taken by Gauss–Legendre over v = ln(1 + u ÷ min(α, β)),
/// on which the integrand falls almost exponentially, in panels over which it falls by e⁶ at most.
struct SilentDropout {
  let alpha, s, beta: Double

  /// What a history tells: the logarithm of its chance, and averages over both ways it can have come about.
  struct Mixture {
    /// The logarithm of the sum of both ways.
    var log = 0.0
    /// The chance of still being there.
    var alive = 0.0
    /// Means of ln(1 + u/α), u ÷ (α + u), ln(1 + u/β) and u ÷ (β + u); u is T for a customer still there.
    var growthA = 0.0
    var partA = 0.0
    var growthB = 0.0
    var partB = 0.0
    /// The mean of β ÷ (β + u), over those who dropped out.
    var leftB = 0.0
  }

  /// A time with what does not depend on the customer.
  struct Moment {
    let time: Double
    /// ln(1 + t ÷ min(α, β)) and ln(1 + t ÷ max(α, β)).
    let growthLess, growthMore: Double
  }

  func moment(_ time: Double) -> Moment {
    Moment(
      time: time, growthLess: .log(onePlus: time / min(alpha, beta)), growthMore: .log(onePlus: time / max(alpha, beta))
    )
  }

  /// - Parameters:
  ///   - exponent: r + x.
  ///   - first: t_x.
  ///   - last: T.
  func mixture(exponent: Double, from first: Moment, to last: Moment) -> Mixture {
    let isAlphaLess = alpha <= beta
    let (less, more) = isAlphaLess ? (alpha, beta) : (beta, alpha)
    let (lessPower, morePower) = isAlphaLess ? (exponent, s) : (s, exponent)
    let scale = less / more
    let gap = (more - less) / more
    let (startLess, startMore) = (first.growthLess, first.growthMore)
    let (end, endLess, endMore) = (last.time, last.growthLess, last.growthMore)
    /// The slope of the exponent in v, which grows with v, at (min + u) ÷ max.
    func slope(_ grown: Double) -> Double { lessPower + morePower * grown / (grown + gap) }
    let steepest = slope((less + end) / more)
    let still = Double.exp(lessPower * (startLess - endLess) + morePower * (startMore - endMore))
    var total = still
    var means = Mixture(
      alive: still, growthA: still * endLess, partA: still * end / (less + end), growthB: still * endMore,
      partB: still * end / (more + end))
    var v = startLess
    var fallen = 0.0
    // Some sixty panels are the most there can be: 2 in v up to where the integrand falls, then 42 ÷ 6 × e².
    var panels = 0
    while v < endLess, fallen < 42, panels < 1_000 {
      panels += 1
      var length = endLess - v
      var steep = steepest
      if length > 2 || length * steep > 6 {
        let grown = scale * .exp(v)
        length = min(length, 2, 6 / slope(grown))
        length = min(length, 6 / slope(grown * .exp(length)))
        steep = slope(grown * .exp(length))
      }
      if v + length == v {
        // So steep that all lies at the start, where the integral is the integrand ÷ its slope.
        let grown = scale * .exp(v)
        let weight = s / slope(grown) * .exp(-fallen) * (isAlphaLess ? grown / (grown + gap) : 1)
        let (partLess, partMore) = ((grown - scale) / grown, (grown - scale) / (grown + gap))
        total += weight
        means.growthA += weight * v
        means.partA += weight * partLess
        means.growthB += weight * .log(grown + gap)
        means.partB += weight * partMore
        means.leftB += weight * (1 - (isAlphaLess ? partMore : partLess))
        break
      }
      // Six places are exact to 10⁻¹¹ where little happens in a panel.
      let rule = length < 1.6 && length * steep < 2 ? gaussLegendre6 : gaussLegendre10
      for (node, share) in rule {
        let place = v + length * node
        let grown = scale * .exp(place)
        // (more + u) ÷ more.
        let sum = grown + gap
        let growth = Double.log(sum)
        fallen = lessPower * (place - startLess) + morePower * (growth - startMore)
        // du ÷ (β + u) is dv, or dv × (α + u) ÷ (β + u), as β or α is the less.
        let weight = s * share * length * .exp(-fallen) * (isAlphaLess ? grown / sum : 1)
        let partLess = (grown - scale) / grown
        let partMore = (grown - scale) / sum
        total += weight
        means.growthA += weight * place
        means.partA += weight * partLess
        means.growthB += weight * growth
        means.partB += weight * partMore
        means.leftB += weight * (isAlphaLess ? 1 - partMore : 1 - partLess)
      }
      v += length
    }
    means.log = -lessPower * startLess - morePower * startMore + .log(total)
    means.alive /= total
    means.leftB /= total
    let (growthLess, partLess) = (means.growthA / total, means.partA / total)
    let (growthMore, partMore) = (means.growthB / total, means.partB / total)
    (means.growthA, means.partA) = isAlphaLess ? (growthLess, partLess) : (growthMore, partMore)
    (means.growthB, means.partB) = isAlphaLess ? (growthMore, partMore) : (growthLess, partLess)
    return means
  }
}

/// The places and shares of 0…1, of those in 0…1 of a rule over −1…1, which mirror those in −1…0.
private func rule(_ half: [(Double, Double)]) -> [(node: Double, share: Double)] {
  half.reversed().map { (node: 0.5 - $0.0 / 2, share: $0.1 / 2) } + half.map { (node: 0.5 + $0.0 / 2, share: $0.1 / 2) }
}

// Gauss–Legendre of six and of ten places. Source: Abramowitz & Stegun, table 25.4.
private let gaussLegendre6 = rule([
  (0.238_619_186_083_196_909, 0.467_913_934_572_691_047), (0.661_209_386_466_264_514, 0.360_761_573_048_138_608),
  (0.932_469_514_203_152_028, 0.171_324_492_379_170_345),
])
private let gaussLegendre10 = rule([
  (0.148_874_338_981_631_211, 0.295_524_224_714_752_870), (0.433_395_394_129_247_191, 0.269_266_719_309_996_355),
  (0.679_409_568_299_024_406, 0.219_086_362_515_982_044), (0.865_063_366_688_984_511, 0.149_451_349_150_580_593),
  (0.973_906_528_517_171_720, 0.066_671_344_308_688_138),
])

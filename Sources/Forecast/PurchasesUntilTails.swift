import RealModule

/// Purchases of a living customer: Poisson at a gamma(shape, rate) rate, each followed by a coin that ends it all with a
/// beta(a, b) chance.
///
/// The published form, (a + b − 1) ÷ (a − 1) × (1 − … ₂F₁ …), is 0 ÷ 0 at a = 1 and loses all digits near it. The same
/// number without a singularity: chances to buy are negative binomial, and the k-th is taken if k − 1 coins fell well,
/// E[X] = Σ_k NB(k) Σ_{j<k} E[(1 − p)^j]: positive terms only. Source: Fader, Hardie & Lee 2005, equation 9, expanded
/// around p = 1.
struct PurchasesUntilTails {
  let shape, rate, a, b: Double

  /// Chances to buy beyond which the sum over them gives way to an integral over p.
  private static let longestSum = 20_000.0

  /// The purchases to expect in a time, in the unit of `rate`; zero for no time.
  func mean(weeks: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let ratio = min(weeks, PurchaseHistory.mostWeeks) / rate
    // Where the tail of the negative binomial ends: its mean, its deviations, its geometric decay.
    let mean = shape * ratio
    let reach = mean + 12 * (mean * (1 + ratio)).squareRoot() + 40 * (1 + ratio)
    return reach < Self.longestSum ? sum(ratio, reach: Int(reach)) : integral(ratio)
  }

  func sum(_ ratio: Double, reach: Int) -> Double {
    let share = ratio / (1 + ratio)
    // ln NB(0) may lie under the least number there is: the weights start at one and are made to sum to one.
    var (log, weight, weights) = (-shape * .log(onePlus: ratio), 0.0, 0.0)
    let isTiny = log < -700
    if !isTiny { weight = .exp(log) }
    weights = weight
    var (taken, kept, total) = (0.0, 1.0, 0.0)
    for k in 0..<reach {
      let step = (shape + Double(k)) / Double(k + 1) * share
      if isTiny {
        log += .log(step)
        weight = .exp(log)
      } else {
        weight *= step
      }
      taken += kept
      kept *= (b + Double(k)) / (a + b + Double(k))
      total += weight * taken
      weights += weight
    }
    return weights > 0 ? total : taken
  }

  /// E over p of (1 − (1 + p·ratio)^−shape) ÷ p, by the trapezoid rule over a doubly exponential scale of ln(p ÷ (1 − p)).
  func integral(_ ratio: Double) -> Double {
    let middle = Double.log(a / b)
    let width = ((1 / a + 1 / b)).squareRoot()
    var (total, weights) = (0.0, 0.0)
    let height = -a * .log(onePlus: .exp(-middle)) - b * .log(onePlus: .exp(middle))
    for node in -600...600 {
      let u = Double(node) / 50
      let logit = middle + width * .sinh(u)
      // ln p and ln(1 − p), exact at both ends.
      let logP = logit > 0 ? -.log(onePlus: .exp(-logit)) : logit - .log(onePlus: .exp(logit))
      let logQ = logP - logit
      let weight = Double.exp(a * logP + b * logQ - height) * .cosh(u)
      guard weight > 0 else { continue }
      let p = Double.exp(logP)
      let opportunities = shape * .log(onePlus: p * ratio)
      total += weight * (p > 1e-290 ? -.expMinusOne(-opportunities) / p : shape * ratio)
      weights += weight
    }
    return weights > 0 ? total / weights : 0
  }
}

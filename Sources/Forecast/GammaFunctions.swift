import RealModule

/// ψ(x + step) − ψ(x), the derivative of ln Γ(x + step) − ln Γ(x) by either but x, without cancellation for large x.
///
/// Recurrence up to ten, then the asymptotic series. Source: Abramowitz & Stegun, 6.3.5 and 6.3.18.
/// - Precondition: x and step are above zero.
func digammaStep(_ x: Double, by step: Double) -> Double {
  var (low, high, sum) = (x, x + step, 0.0)
  while low < 10 {
    sum += step / (low * high)
    low += 1
    high += 1
  }
  return sum + .log(onePlus: step / low) + digammaTail(high) - digammaTail(low)
}

/// ψ(x) − ln x for x of ten or more.
private func digammaTail(_ x: Double) -> Double {
  let inverse = 1 / (x * x)
  let far = 1 / 252.0 - inverse * (1 / 240.0 - inverse / 132)
  let series = inverse * (1 / 12.0 - inverse * (1 / 120.0 - inverse * far))
  return -1 / (2 * x) - series
}

/// ln B(a, b), without cancellation where one is much larger than the other.
///
/// Source: Abramowitz & Stegun, 6.1.41, 6.2.2; Didonato & Morris 1992.
/// - Precondition: a and b are above zero.
func logBeta(_ a: Double, _ b: Double) -> Double {
  var (x, y) = (min(a, b), max(a, b))
  // B(x, y) = B(x + 1, y) × (x + y) ÷ x, and the same for y, until Stirling's series holds.
  var sum = 0.0
  while x < 10 {
    sum += .log(onePlus: y / x)
    x += 1
  }
  while y < 10 {
    sum += .log(onePlus: x / y)
    y += 1
  }
  let total = x + y
  return sum + 0.918_938_533_204_672_74 - 0.5 * .log(y) - (x - 0.5) * .log(onePlus: y / x)
    - y * .log(onePlus: x / y) + stirlingTail(x) + stirlingTail(y) - stirlingTail(total)
}

/// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x of ten or more.
private func stirlingTail(_ x: Double) -> Double {
  let inverse = 1 / (x * x)
  return (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse * (1 / 1680.0 - inverse / 1188)))) / x
}

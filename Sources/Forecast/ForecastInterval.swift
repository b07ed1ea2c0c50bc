import RealModule
import Units

/// How far around a forecast what comes may lie.
///
/// The spread is that of the company's own year-on-year changes: what the simplest forecast would have missed by. Months near
/// each other err together, so six of them count as one, and few of these make the interval wider (Student's t).
public struct ForecastInterval: Hashable, Sendable {
  /// Months that err together.
  private static let linkedMonths = 6.0
  /// Changes that a spread is told from: fewer count as one, which would bound nothing.
  private static let leastChanges = 12
  /// What a forecast is divided and multiplied by.
  public let factor: Double

  /// The interval that holds a part of what comes; nothing under two years, or with a month that is not above zero.
  /// - Parameter coverage: above 0 and under 1.
  public init?(of amounts: [Double], coverage: Double) {
    let changes = zip(amounts.dropFirst(12), amounts).compactMap { now, then in
      now > 0 && then > 0 ? Double.log(now / then) : nil
    }
    guard changes.count >= Self.leastChanges, changes.count == amounts.count - 12, coverage > 0, coverage < 1 else {
      return nil
    }
    let spread = (changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)).squareRoot()
    let quantile = studentQuantile((1 + coverage) / 2, degrees: Double(changes.count) / Self.linkedMonths)
    factor = .exp(quantile * spread)
  }

  /// The bounds around an amount.
  public func bounds(around amount: Double) -> ClosedRange<Double> {
    let (low, high) = (amount / factor, amount * factor)
    return min(low, high)...max(low, high)
  }
}

/// The quantile of Student's t, by bisection of its distribution function.
///
/// Source: Abramowitz & Stegun, "Handbook of Mathematical Functions", 26.7.1, integrated by Simpson's rule.
func studentQuantile(_ probability: Double, degrees: Double) -> Double {
  precondition(probability > 0.5 && probability < 1 && degrees > 0, "an upper quantile")
  let scale =
    Double.exp(
      Double.logGamma((degrees + 1) / 2) - Double.logGamma(degrees / 2)) / (degrees * .pi).squareRoot()
  func above(_ limit: Double) -> Double {
    let steps = 400
    let width = limit / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let place = Double(step) * width
      let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4.0 : 2.0
      sum += weight * scale * Double.pow(1 + place * place / degrees, -(degrees + 1) / 2)
    }
    return sum * width / 3
  }
  var (low, high) = (0.0, 1.0)
  while above(high) < probability - 0.5, high < 1e6 { high *= 2 }
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if above(middle) < probability - 0.5 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

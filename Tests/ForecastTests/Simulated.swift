import Units

@testable import Forecast

/// Customers drawn from the models' own story, by seed.
struct Simulated {
  private var source: SplitMix64

  init(seed: UInt64) { source = SplitMix64(seed: seed) }

  mutating func uniform() -> Double { Double(source.next() >> 11) * 0x1p-53 + 0x1p-54 }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

  private mutating func exponential(_ rate: Double) -> Double { naturalLogarithm(uniform()) / -rate }

  /// Marsaglia & Tsang 2000.
  mutating func gamma(_ shape: Double) -> Double {
    if shape < 1 { return gamma(shape + 1) * exponentialOf(naturalLogarithm(uniform()) / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      // A normal number, by the polar method.
      let (a, b) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = a * a + b * b
      guard square < 1, square > 0 else { continue }
      let normal = a * (-2 * naturalLogarithm(square) / square).squareRoot()
      let cube = 1 + c * normal
      guard cube > 0 else { continue }
      let v = cube * cube * cube
      if naturalLogarithm(uniform()) < 0.5 * normal * normal + d - d * v + d * naturalLogarithm(v) { return d * v }
    }
  }

  /// A customer of BG/NBD, observed for some weeks, to the day.
  mutating func coinCustomer(_ model: BetaGeometricNBD, weeks: Int) -> PurchaseHistory {
    let rate = gamma(model.r) / model.alpha
    let (x, y) = (gamma(model.a), gamma(model.b))
    let dropout = x / (x + y)
    var (days, time) = ([Day(number: 0)], 0.0)
    while true {
      time += exponential(max(rate, 1e-9))
      if time > Double(weeks) { break }
      days.append(Day(number: Int32(time * 7)))
      if uniform() < dropout { break }
    }
    return checked(PurchaseHistory(days: days, through: Day(number: Int32(weeks * 7))))
  }

  /// A customer of Pareto/NBD.
  mutating func silentCustomer(_ model: ParetoNBD, weeks: Int) -> PurchaseHistory {
    let rate = gamma(model.r) / model.alpha
    let end = min(Double(weeks), exponential(max(gamma(model.s) / model.beta, 1e-9)))
    var (days, time) = ([Day(number: 0)], 0.0)
    while true {
      time += exponential(max(rate, 1e-9))
      if time > end { break }
      days.append(Day(number: Int32(time * 7)))
    }
    return checked(PurchaseHistory(days: days, through: Day(number: Int32(weeks * 7))))
  }

  /// Any history at all, wild ones too.
  mutating func anyHistory() -> PurchaseHistory {
    let age = [0, 1.0 / 7, 3, 37, 100, 1e4, 1e7][whole(0...6)]
    let repeats = age == 0 ? 0 : [0, 1, 2, 7, 30, 400, 5_000][whole(0...6)]
    let recency = repeats == 0 ? 0 : age * [0, 0.1, 0.5, 1][whole(0...3)]
    return checked(PurchaseHistory(repeats: repeats, recency: recency, age: age))
  }

  /// A parameter from 10⁻³ to 10³, or within other powers of ten.
  mutating func parameter(powers: Double = 3) -> Double { exponentialOf((uniform() - 0.5) * powers * 4.6) }
}

/// A history that a test knows to be one.
func checked(_ history: PurchaseHistory?) -> PurchaseHistory {
  guard let history else { preconditionFailure("the test's history contradicts itself") }
  return history
}

/// A spend that a test knows to be one.
func checked(_ spend: SpendHistory?) -> SpendHistory {
  guard let spend else { preconditionFailure("the test's spend is none") }
  return spend
}

func exponentialOf(_ number: Double) -> Double { exponential(number) }

extension Double {
  /// Whether two numbers are the same but for a part.
  func isWithin(_ part: Double, of other: Double) -> Bool { abs(self - other) <= part * Swift.max(1e-300, abs(other)) }
}

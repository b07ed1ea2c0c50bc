import RealModule

/// Purchases without dropout: a Poisson process at rates that are gamma among customers (negative binomial counts).
///
/// The yardstick of dropout, and where the search for the other models begins. Source: Ehrenberg 1959.
struct PoissonGamma: Sendable {
  /// Rates of a shape beyond e^8 differ by one in fifty-five: customers are as good as alike, and sums lose their digits.
  static let mostShape = 8.0
  /// Logarithms of r and α, time in units of the longest age.
  let place: [Double]
  /// Of the histories, time in weeks.
  let logLikelihood: Double

  init(_ columns: SummaryColumns) throws(FitRefusal) {
    let mean = zip(columns.counts, columns.countWeights).reduce(0) { $0 + Double($1.0) * $1.1 } / columns.total
    let age = zip(columns.age, columns.weight).reduce(0) { $0 + columns.times[Int($1.0)] * $1.1 } / columns.total
    let found = [0.5, 5, .exp(Self.mostShape)].compactMap { r in
      Descent(function: PoissonGammaLikelihood(columns: columns), isExact: false).optimum(
        from: [.log(r), .log(r * age / max(mean, 1e-9))])
    }
    guard let best = found.filter(\.isProven).min(by: { $0.value < $1.value }) else { throw .noOptimum }
    place = best.place
    logLikelihood = -best.value * columns.total + columns.unitLogLikelihood
  }
}

/// −LL per customer of Poisson purchases at gamma rates, over ln r and ln α.
private struct PoissonGammaLikelihood: Objective {
  let columns: SummaryColumns
  /// The weights and the repeats of each distinct age.
  private let ageWeights, ageRepeats: [Double]

  init(columns: SummaryColumns) {
    self.columns = columns
    var weights = [Double](repeating: 0, count: columns.times.count)
    var repeats = weights
    for row in columns.weight.indices {
      weights[Int(columns.age[row])] += columns.weight[row]
      repeats[Int(columns.age[row])] += columns.weight[row] * Double(columns.counts[Int(columns.count[row])])
    }
    ageWeights = weights
    ageRepeats = repeats
  }

  var dimension: Int { 2 }
  var mostShape: Double { PoissonGamma.mostShape }

  func value(at place: [Double], slope: inout [Double]) -> Double {
    let (r, alpha) = (Double.exp(place[0]), Double.exp(place[1]))
    let rising = RisingSums(columns.counts, r: r, alpha: alpha)
    var (sum, toR, toAlpha) = (0.0, 0.0, 0.0)
    for index in columns.counts.indices {
      let weight = columns.countWeights[index]
      sum += weight * rising.logs[index]
      toR += weight * rising.reciprocals[index]
      toAlpha -= weight * Double(columns.counts[index])
    }
    for index in columns.times.indices where ageWeights[index] > 0 {
      let exponent = r * ageWeights[index] + ageRepeats[index]
      let time = columns.times[index]
      let growth = Double.log(onePlus: time / alpha)
      sum -= exponent * growth
      toR -= ageWeights[index] * growth
      toAlpha += exponent * time / (alpha + time)
    }
    slope[0] = -toR * r / columns.total
    slope[1] = -toAlpha / columns.total
    return -sum / columns.total
  }
}

/// Σ_{i<x} ln((r + i) ÷ α) and its derivative by r, Σ_{i<x} 1 ÷ (r + i), for each distinct count x.
///
/// Sums rather than differences of log-gammas: exact however large r is.
struct RisingSums {
  private(set) var logs: [Double] = []
  private(set) var reciprocals: [Double] = []

  init(_ counts: [Int], r: Double, alpha: Double) {
    var (log, reciprocal, at) = (0.0, 0.0, 0)
    for count in counts {
      while at < count {
        log += .log((r + Double(at)) / alpha)
        reciprocal += 1 / (r + Double(at))
        at += 1
      }
      logs.append(log)
      reciprocals.append(reciprocal)
    }
  }
}

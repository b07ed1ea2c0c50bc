import RealModule

/// A model of purchases that come at random, at each customer's own rate, until the customer silently drops out.
///
/// Times are in weeks. Every answer is finite for every history.
public protocol PurchaseModel: Hashable, Sendable {
  /// The names of the parameters, in order.
  static var names: [String] { get }
  /// The parameters, in the order of the names, all above zero.
  var parameters: [Double] { get }
  /// The logarithm of the chance of such histories.
  func logLikelihood(of summary: PurchaseSummary) -> Double
  /// The chance that the customer still buys; nothing where the model has no opinion.
  func probabilityAlive(_ history: PurchaseHistory) -> Double?
  /// Purchases to expect of a known customer in the weeks to come.
  func expectedPurchases(of history: PurchaseHistory, weeks: Double) -> Double
  /// Repeat purchases to expect of a new customer in the weeks after the first purchase.
  func expectedPurchases(ofNewWithin weeks: Double) -> Double
  /// The model fitted to customers by maximum likelihood.
  static func fit(_ summary: PurchaseSummary, effort: FitEffort) throws(FitRefusal) -> PurchaseFit<Self>
}

/// How much is done to fit a model.
public enum FitEffort: Hashable, Sendable {
  /// One start, others only if it leads nowhere, and no standard errors: for the many refits of a back-test.
  case quick
  /// Several starts, the best of which is kept, and standard errors.
  case full
}

/// A fitted model and what speaks for it.
public struct PurchaseFit<Model: PurchaseModel>: Hashable, Sendable {
  /// Twice the gain in log-likelihood under which dropout is not proven: the 95 % point of χ² with one degree.
  public static var provenGain: Double { 3.84 }

  /// The model.
  public let model: Model
  /// Of the histories it was fitted to, time in weeks.
  public let logLikelihood: Double
  /// The same of the best model in which nobody ever drops out.
  public let logLikelihoodWithoutDropout: Double
  /// Of each parameter; nothing at a boundary, where there are none, and after a quick fit.
  public let standardErrors: [Double]?
  /// The largest slope left, per customer and logarithm of a parameter.
  public let steepness: Double
  /// The least second derivative, in the same measure: above zero at a true optimum, near zero on a ridge.
  public let leastCurvature: Double
  /// How many starts were tried, and how many came to the same likelihood.
  public let starts, agreeing: Int

  /// Twice what dropout adds to the log-likelihood, never below zero.
  public var dropoutGain: Double { max(0, 2 * (logLikelihood - logLikelihoodWithoutDropout)) }
  /// Whether the data do not prove that customers drop out at all: P(alive) then says little.
  public var isBoundary: Bool { dropoutGain < Self.provenGain }
}

/// What a parameter of a model may be: above zero, and neither so small nor so large that numbers run out.
func isParameter(_ number: Double) -> Bool { (1e-16...1e16).contains(number) }

extension PurchaseModel {
  /// Fits with full effort.
  public static func fit(_ summary: PurchaseSummary) throws(FitRefusal) -> PurchaseFit<Self> {
    try fit(summary, effort: .full)
  }

  /// Searches from each start, proves the best place found and makes the model of it.
  /// - Parameter model: makes a model of the parameters, time in units of the longest age.
  static func fit<Function: Objective>(
    _ function: Function, columns: SummaryColumns, effort: FitEffort, withoutDropout: PoissonGamma, starts: [[Double]],
    timed: [Bool], model: ([Double]) -> Self
  ) throws(FitRefusal) -> PurchaseFit<Self> {
    let descent = Descent(function: function, isExact: effort == .full)
    var found: [Optimum] = []
    for start in starts {
      if let optimum = descent.optimum(from: start), optimum.isProven { found.append(optimum) }
      if effort == .quick, !found.isEmpty { break }
    }
    guard let best = found.min(by: { $0.value < $1.value }) else { throw .noOptimum }
    let parameters = zip(best.place, timed).map { .exp($0) * ($1 ? columns.unit : 1) }
    var errors: [Double]?
    if effort == .full, best.isInterior, let inverse = best.curvature.inverse {
      errors = parameters.indices.map { parameters[$0] * (inverse.rows[$0][$0] / columns.total).squareRoot() }
    }
    return PurchaseFit(
      model: model(parameters), logLikelihood: -best.value * columns.total + columns.unitLogLikelihood,
      logLikelihoodWithoutDropout: withoutDropout.logLikelihood, standardErrors: errors, steepness: best.steepness,
      leastCurvature: best.leastCurvature, starts: effort == .quick ? 1 : starts.count,
      agreeing: found.count { $0.value - best.value < 1e-9 * max(1, abs(best.value)) })
  }
}

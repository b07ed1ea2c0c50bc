import Units

/// How far a forecast was from what came.
public struct ForecastError: Hashable, Sendable {
  /// Weighted absolute percentage error: Σ|forecast − actual| ÷ Σ|actual|.
  public let wape: Double
  /// Σ(forecast − actual) ÷ Σ|actual|: above zero for too much.
  public let bias: Double

  /// Holds a forecast against what came; nothing where nothing came.
  public init?(_ forecast: [Double], actual: [Double]) {
    let whole = actual.reduce(0) { $0 + abs($1) }
    guard whole > 0, forecast.count == actual.count else { return nil }
    wape = zip(forecast, actual).reduce(0) { $0 + abs($1.0 - $1.1) } / whole
    bias = zip(forecast, actual).reduce(0) { $0 + $1.0 - $1.1 } / whole
  }
}

import Ledger
import RealModule
import Units

/// Forecasts made again as of months past, held against what came: the model is used only if it would have been better.
///
/// Source: rolling origin evaluation, Tashman, "Out-of-sample tests of forecasting accuracy", 2000. Method:
/// docs/methods/company-forecast.md.
public struct BackTest: Sendable {
  /// One month in the past at whose end forecasts are made again.
  public struct Origin: Hashable, Sendable {
    /// The last month known then.
    public let month: Month
    /// How many months after it are held out.
    public let heldOut: Int
    /// The model's error; nothing where it could not be fitted.
    public let model: ForecastError?
    /// The rivals' errors; those without enough months are missing.
    public let rivals: [NaiveForecast: ForecastError]
    /// The model's forecast ÷ what came, month by month.
    public let modelRatios: [Double]
  }

  /// The origins, the latest first.
  public let origins: [Origin]
  /// The rival to be beaten: the one with the smaller mean error; nothing where none could be tried.
  public let rival: NaiveForecast?
  /// Whether the model is used.
  public let usesModel: Bool

  /// The mean error of the model over the origins where it and the rival could be tried.
  public var modelWape: Double? { mean { $0.model?.wape } }
  /// The same of the rival.
  public var rivalWape: Double? { rival.flatMap { rival in mean { $0.rivals[rival]?.wape } } }
  /// The model's mean bias.
  public var modelBias: Double? { mean { $0.model?.bias } }

  /// Tries a model on the past.
  /// - Parameter forecast: the model's forecast of some months from what was known; nothing where it cannot be fitted.
  public init(
    _ history: SalesHistory, rule: Policy.Prediction, forecast: (SalesHistory, Int) -> [Double]?
  ) {
    let count = history.months.count
    let heldOut = min(rule.holdOutMonths, count / max(1, rule.holdOutPart))
    let amounts = history.revenue.map { Double($0.value) }
    origins = rule.origins.filter { $0 >= 1 && count - $0 >= 12 && heldOut > 0 }.map { back in
      let known = count - back
      let held = min(heldOut, back)
      let actual = Array(amounts[known..<known + held])
      let past = history.upTo(history.months.last.advanced(by: -back))
      let told = forecast(past, held)
      return Origin(
        month: past.months.last, heldOut: held, model: told.flatMap { ForecastError($0, actual: actual) },
        rivals: NaiveForecast.allCases.reduce(into: [:]) { errors, rival in
          errors[rival] = rival.months(held, after: Array(amounts.prefix(known)), rule: rule).flatMap {
            ForecastError($0, actual: actual)
          }
        },
        modelRatios: told.map { zip($0, actual).compactMap { $0.1 > 0 ? $0.0 / $0.1 : nil } } ?? [])
    }
    var best: (rival: NaiveForecast, error: Double)?
    for rival in NaiveForecast.allCases {
      let errors = origins.compactMap { $0.rivals[rival]?.wape }
      let error = errors.reduce(0, +) / Double(max(1, errors.count))
      if !errors.isEmpty, error < best?.error ?? .infinity { best = (rival, error) }
    }
    rival = best?.rival
    let compared = origins.compactMap { origin -> Bool? in
      guard let model = origin.model?.wape,
        let best = origin.rivals.values.map(\.wape).min()
      else { return nil }
      return model <= best * (1 - rule.leastGain.value)
    }
    usesModel =
      !compared.isEmpty && Double(compared.count { $0 }) >= rule.winningShare.value * Double(compared.count)
  }

  private func mean(_ value: (Origin) -> Double?) -> Double? {
    let known = origins.compactMap(value)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}

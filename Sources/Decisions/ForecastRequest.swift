import Forecast
import Units

/// How predictions are asked for.
public struct ForecastRequest: Hashable, Sendable {
  /// The purchase model; nothing for the one that was nearest on the past.
  public let model: PurchaseModelKind?
  /// The last day to know anything of; nothing for the last of the month looked at.
  public let until: Day?

  /// Asks for a model, or for what was known on a day.
  public init(model: PurchaseModelKind? = nil, until: Day? = nil) {
    self.model = model
    self.until = until
  }

  /// The nearest model, from everything known.
  public static let usual = ForecastRequest()
}

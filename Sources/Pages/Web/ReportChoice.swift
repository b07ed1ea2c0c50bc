import Decisions
import Forecast
import Ledger
import Units

/// What a person asks of a report beyond the months and customers looked at.
public struct ReportChoice: Hashable, Sendable {
  /// What `ranking` ranks by; nothing for the policy's.
  public let criterion: Policy.Criterion?
  /// How `forecast` predicts.
  public let prediction: ForecastRequest

  /// Makes a choice.
  public init(criterion: Policy.Criterion? = nil, prediction: ForecastRequest = .usual) {
    self.criterion = criterion
    self.prediction = prediction
  }

  /// The choice as far as a report reads it.
  public func read(by name: ReportName) -> ReportChoice {
    ReportChoice(
      criterion: name == .ranking ? criterion : nil, prediction: name == .forecast ? prediction : .usual)
  }

  /// The choice as items of an address.
  var items: [Link.Item] {
    [
      Link.Item("by", criterion?.rawValue ?? ""), Link.Item("model", prediction.model?.rawValue ?? ""),
      Link.Item("until", prediction.until?.iso ?? ""),
    ]
  }
}

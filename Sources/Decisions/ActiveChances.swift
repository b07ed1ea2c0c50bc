import Forecast
import Ledger
import Portfolio
import Units

/// The chance that a customer orders in the months to come: of who is lost, as the company's own losses came back; of all
/// others, as the purchase model has it.
///
/// Method: docs/methods/customer-forecast.md.
struct ActiveChances: Sendable {
  private let model: FittedPurchases?
  private let months: Int
  private let curve: ReturnCurve
  private let rule: Policy.WinBack
  /// Months of silence of those that are lost, by customer.
  private let silences: [Int: Int]

  /// Learns from the losses known at the end of some stages.
  init(_ stages: Stages, orders: OrderLog, model: FittedPurchases?, months: Int, rule: Policy.WinBack) {
    self.model = model
    self.months = months
    self.rule = rule
    let episodes = LossEpisode.all(stages, orders: orders)
    curve = ReturnCurve(episodes)
    silences = Dictionary(
      episodes.filter { !$0.hasReturned }.map { ($0.customer, $0.exit) }, uniquingKeysWith: { $1 })
  }

  /// Whether a customer is lost.
  func isLost(_ customer: Int) -> Bool { silences[customer] != nil }

  /// The chance; nothing without a model, but for the lost.
  func chance(of customer: Int, _ history: PurchaseHistory) -> Double? {
    if let silence = silences[customer],
      let back = WinBack.chance(
        curve, silence: silence, within: months, isOfClass: false, losses: curve.losses, rule
      ).value
    {
      return back.value
    }
    return model?.probabilityOfPurchase(of: history, weeks: PurchaseForecast.weeks(of: months))
  }
}

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
  private let curve: ReturnCurve
  private let rule: Policy.WinBack
  private let asksModelAlone: Bool
  /// Months of silence of those that are lost, by customer.
  private let silences: [Int: Int]

  /// Learns from the losses known at the end of some stages.
  /// - Parameter asksModelAlone: whether the model tells of the lost too, as who asks for it by name expects.
  init(
    _ stages: Stages, orders: OrderLog, model: FittedPurchases?, asksModelAlone: Bool = false, rule: Policy.WinBack
  ) {
    self.model = model
    self.asksModelAlone = asksModelAlone && model != nil
    self.rule = rule
    let episodes = LossEpisode.all(stages, orders: orders)
    curve = ReturnCurve(episodes)
    silences = Dictionary(
      episodes.filter { !$0.hasReturned }.map { ($0.customer, $0.exit) }, uniquingKeysWith: { $1 })
  }

  /// Whether a customer is lost.
  func isLost(_ customer: Int) -> Bool { silences[customer] != nil }

  /// The chance of an order within so many days; nothing without a model, but for the lost.
  func chance(of customer: Int, _ history: PurchaseHistory, days: Int) -> Double? {
    if !asksModelAlone, let silence = silences[customer],
      let back = WinBack.chance(
        curve, silence: silence, within: days * 12 / 364, isOfClass: false, losses: curve.losses, rule
      ).value
    {
      return back.value
    }
    return model?.probabilityOfPurchase(of: history, weeks: Double(days) / 7)
  }
}

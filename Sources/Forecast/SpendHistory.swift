/// What the spend model knows of a customer: the number of repeat days and the mean value of one.
public struct SpendHistory: Hashable, Sendable {
  /// Repeat days, above zero.
  public let repeats: Int
  /// The mean value of a repeat day, in the company's currency; zero and below are possible, and no model fits them.
  public let mean: Double

  /// Takes the two numbers, or nothing without repeats or when the mean is no number under 10¹⁵; under 10⁻⁹ it is zero.
  public init?(repeats: Int, mean: Double) {
    guard (1...PurchaseHistory.mostRepeats).contains(repeats), mean.magnitude < 1e15 else { return nil }
    self.repeats = repeats
    self.mean = mean.magnitude < 1e-9 ? 0 : mean
  }
}

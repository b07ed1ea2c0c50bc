import RealModule

extension PurchaseModel {
  /// Weeks in a mean month of the Gregorian calendar.
  public static var weeksPerMonth: Double { 365.2425 / 12 / 7 }

  /// What a customer is worth from today on: purchases to expect month by month × value of one, each month discounted
  /// from its middle.
  ///
  /// Σ_{k = 1…months} (E[Y(k)] − E[Y(k − 1)]) × value ÷ (1 + rate)^((k − ½) ÷ 12). Nothing is added for what comes after.
  /// - Parameters:
  ///   - valuePerPurchase: any currency; a margin may be negative, and so then is the worth.
  ///   - yearlyRate: 0.1 is ten per cent a year; above −1.
  /// - Source: Fader, Hardie & Lee, RFM and CLV, 2005, which discounts continuously and to infinity.
  public func residualValue(
    of history: PurchaseHistory, valuePerPurchase: Double, months: Int, yearlyRate: Double
  ) -> Double {
    discounted(months: months, yearlyRate: yearlyRate) { expectedPurchases(of: history, weeks: $0) }
      * valuePerPurchase
  }

  /// The same of a new customer, from its first purchase on, which itself is not counted.
  public func residualValue(ofNewWithin months: Int, valuePerPurchase: Double, yearlyRate: Double) -> Double {
    discounted(months: months, yearlyRate: yearlyRate) { expectedPurchases(ofNewWithin: $0) } * valuePerPurchase
  }

  private func discounted(months: Int, yearlyRate: Double, purchases: (Double) -> Double) -> Double {
    precondition(yearlyRate > -1 && yearlyRate.isFinite, "a rate is above −100 %")
    var (sum, before) = (0.0, 0.0)
    for month in stride(from: 1, through: months, by: 1) {
      let until = purchases(Double(month) * Self.weeksPerMonth)
      sum += (until - before) * .pow(1 + yearlyRate, -(Double(month) - 0.5) / 12)
      before = until
    }
    return sum
  }
}

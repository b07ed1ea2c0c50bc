import Units

/// The least revenue whose gross margin pays a cost and still leaves the floor: cost ÷ (gross rate − floor).
///
/// The same figure is the minimum order when the cost is an order's handling, the least yearly revenue when it is the
/// service a customer is entitled to, and the revenue at which a customer reaches the floor when it is its own cost.
public enum LeastRevenue {
  /// Why there is none.
  public enum Refusal: String, Hashable, Sendable {
    /// The cost that it has to pay is unknown.
    case costUnknown
    /// The gross rate is unknown: no costed revenue, or none above zero.
    case grossRateUnknown
    /// The gross rate does not exceed the floor: no revenue ever pays the cost.
    case grossRateTooLow
    /// The gross rate exceeds the floor by so little that no imaginable revenue pays the cost.
    case outOfReach
  }

  /// The revenue, rounded up to the cent, that pays `cost` where `grossMargin` was made on `revenue`.
  ///
  /// Zero when there is nothing to pay.
  /// - Parameter floor: the operating margin rate that must be left.
  public static func paying(
    _ cost: Cents?, grossMargin: Cents?, on revenue: Cents, floor: Rate
  ) -> Knowable<Cents, Refusal> {
    guard let cost else { return .unknown(.costUnknown) }
    guard let grossMargin, revenue > .zero else { return .unknown(.grossRateUnknown) }
    // (gross rate − floor) × revenue, in millionths of a cent.
    let left = Int128(grossMargin.value) * 1_000_000 - Int128(floor.millionths) * Int128(revenue.value)
    guard left > 0 else { return .unknown(.grossRateTooLow) }
    let (whole, overflow) = (Int128(max(0, cost.value)) * Int128(revenue.value))
      .multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, let amount = Int64(exactly: roundedUp(whole, by: left)) else { return .unknown(.outOfReach) }
    return .known(Cents(amount))
  }
}

/// a ÷ b rounded up, b > 0.
func roundedUp(_ a: Int128, by b: Int128) -> Int128 {
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  return remainder > 0 ? quotient + 1 : quotient
}

extension Cents {
  /// The least whole cents that are not less than the amount at a rate.
  public func roundedUp(at rate: Rate) -> Cents {
    Cents(Int64(Portfolio.roundedUp(Int128(value) * Int128(rate.millionths), by: 1_000_000)))
  }
}

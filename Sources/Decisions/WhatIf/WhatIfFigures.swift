import Units

/// What a company, a customer or a step brings and costs over W, or a difference of such.
public struct WhatIfFigures: Hashable, Sendable, AdditiveArithmetic {
  /// Net invoicing.
  public var revenue: Cents
  /// Revenue less direct cost.
  public var grossMargin: Cents
  /// What services cost.
  public var serviceCost: Cents
  /// What waiting for money and losing it cost.
  public var paymentCost: Cents
  /// Service cost that is no longer spent on anybody and yet stays to be paid.
  public var stranded: Cents

  /// Services, waiting and losses together.
  public var costToServe: Cents { serviceCost + paymentCost }
  /// Gross margin less the cost to serve, less what is stranded.
  public var operatingMargin: Cents { grossMargin - costToServe - stranded }

  /// Nothing.
  public static let zero = WhatIfFigures()

  /// Takes the figures.
  public init(
    revenue: Cents = .zero, grossMargin: Cents = .zero, serviceCost: Cents = .zero, paymentCost: Cents = .zero,
    stranded: Cents = .zero
  ) {
    self.revenue = revenue
    self.grossMargin = grossMargin
    self.serviceCost = serviceCost
    self.paymentCost = paymentCost
    self.stranded = stranded
  }

  /// The sum, figure by figure.
  public static func + (left: WhatIfFigures, right: WhatIfFigures) -> WhatIfFigures {
    WhatIfFigures(
      revenue: left.revenue + right.revenue, grossMargin: left.grossMargin + right.grossMargin,
      serviceCost: left.serviceCost + right.serviceCost, paymentCost: left.paymentCost + right.paymentCost,
      stranded: left.stranded + right.stranded)
  }

  /// The difference, figure by figure.
  public static func - (left: WhatIfFigures, right: WhatIfFigures) -> WhatIfFigures {
    WhatIfFigures(
      revenue: left.revenue - right.revenue, grossMargin: left.grossMargin - right.grossMargin,
      serviceCost: left.serviceCost - right.serviceCost, paymentCost: left.paymentCost - right.paymentCost,
      stranded: left.stranded - right.stranded)
  }

  /// Each figure at a rate, rounded once to the cent.
  func at(_ rate: Rate) -> WhatIfFigures {
    WhatIfFigures(
      revenue: revenue.at(rate), grossMargin: grossMargin.at(rate), serviceCost: serviceCost.at(rate),
      paymentCost: paymentCost.at(rate), stranded: stranded.at(rate))
  }
}

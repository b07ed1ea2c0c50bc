import Ledger
import Units

/// What a grid is made from, of one comparable customer.
struct PriceSubject: Sendable {
  /// The place in the customer file.
  let customer: Int
  /// A place among the bands, 0 the biggest.
  let tier: Int
  /// What can be compared ÷ all that it bought.
  let coverage: Share
  /// What it bought that has a reference price.
  let purchases: [ReferencePrices.Purchase]
  /// Its margin of W.
  let margin: CustomerMargin
  /// Its gross margin, known or estimated.
  let grossMargin: Cents
  let isEstimated: Bool
  /// Its floor of margin; zero where none is set or it is too young to be tested.
  let floor: Rate
  /// Whether a floor is set and it is old enough for it.
  let isTested: Bool
  /// The service it uses; nothing where there are no steps.
  let use: ServiceSteps.Use?

  /// What it paid for all of it.
  var paid: Cents { purchases.map(\.paid).sum }
  /// The same at reference prices.
  var reference: Cents { purchases.map(\.reference).sum }
  /// Gross margin less what serving it costs.
  var operatingMargin: Cents { grossMargin - margin.costToServe }
}

/// Reads the comparable customers out of the analyses.
struct PriceSubjects: Sendable {
  let policy: Policy
  let sales: ProductSales
  let references: ReferencePrices
  let bands: Bands
  let allotment: ServiceAllotment
  let service: Knowable<ServiceSteps, ServiceSteps.Unknown>
  let payment: Knowable<Rate, PriceGrid.PaymentUnknown>
  /// Months of W.
  let months: Int
  private let pocket: PocketSales
  private let portfolio: PortfolioAnalysis
  private let tested: Set<Int>

  init(_ portfolio: PortfolioAnalysis, sales: ProductSales, pocket: PocketSales) {
    policy = portfolio.policy
    self.sales = sales
    self.pocket = pocket
    self.portfolio = portfolio
    references = ReferencePrices(pocket, sales: sales, policy: policy)
    (bands, allotment) = (portfolio.bandTable.bands, portfolio.bandTable.allotment)
    service = ServiceSteps.of(portfolio.margins.costs, promises: portfolio.promises, policy: policy)
    let payments = portfolio.margins.costs.payments
    payment =
      payments.total.daysToPay == nil
      ? .unknown(.noDays) : policy.costs.financingRate.map { .known($0) } ?? .unknown(.noRate)
    months = portfolio.books.window.current.count
    tested = Set(portfolio.floors.testedCustomers)
  }

  /// A customer's revenue of W.
  func revenue(of customer: Int) -> Cents { portfolio.margins.rows[customer].revenue }

  /// One customer, or why it cannot be compared.
  func subject(_ customer: Int) -> Knowable<PriceSubject, PricePolicy.Unknown> {
    let margin = portfolio.margins.rows[customer]
    guard margin.revenue > .zero, let tier = bands.place[customer] else { return .unknown(.noRevenue) }
    let purchases = references.purchases[customer]
    guard let coverage = coverage(of: customer, purchases.map(\.paid).sum), isEnough(coverage) else {
      return .unknown(references.articles.isEmpty ? .nothingCompared : .tooLittleCompared)
    }
    let cell = portfolio.books.activity.latest(of: customer, in: portfolio.books.window.current)
    guard
      let gross = margin.grossMargin
        ?? GrossMargin(
          cell, minimumCostedShare: policy.prices.leastCoverage, purchases: portfolio.margins.purchaseRate.value)?
        .amount
    else { return .unknown(.tooLittleCosted) }
    let floor = policy.floors.floor(of: portfolio.categories[customer]).rate
    let isTested = floor != nil && tested.contains(customer)
    return .known(
      PriceSubject(
        customer: customer, tier: tier, coverage: coverage, purchases: purchases, margin: margin, grossMargin: gross,
        isEstimated: margin.grossMargin == nil || margin.isEstimated,
        floor: isTested ? floor ?? Rate(percent: 0) : Rate(percent: 0), isTested: isTested,
        use: service.value?.use(of: customer)))
  }

  /// What has a reference price ÷ all that was bought.
  private func coverage(of customer: Int, _ compared: Cents) -> Share? {
    let bought = pocket.cells[pocket.offsets[customer]..<pocket.offsets[customer + 1]].lazy
      .filter { $0.quantity > 0 }.map(\.revenue).sum
    let whole = bought + max(.zero, pocket.rest[customer].charges)
    return whole > .zero && compared > .zero ? Share(min(compared, whole), of: whole) : nil
  }

  private func isEnough(_ coverage: Share) -> Bool {
    Int128(coverage.part) * 1_000_000 >= Int128(policy.prices.leastCoverage.millionths) * Int128(coverage.whole)
  }
}

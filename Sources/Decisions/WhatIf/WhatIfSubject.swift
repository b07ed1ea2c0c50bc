import Ledger
import Portfolio
import Units

/// What has to be known of one customer to try steps on it.
struct WhatIfSubject: Hashable, Sendable {
  /// A place in the customer file.
  let customer: Int
  /// What it brings and costs, nothing stranded yet; nothing where its margin is unknown.
  var figures: WhatIfFigures?
  /// All its services; `stranded` is what would stay if it left.
  var services = ServicePart()
  /// Its visits.
  var visits = ServicePart()
  /// Its calls.
  var calls = ServicePart()
  /// The handling of its orders: order, delivery and admin services.
  var handling = ServicePart()
  /// The months of W that its level's promise covers.
  var promisedMonths = 12
  /// The amounts of its orders of W.
  var orders: [Cents] = []

  init(customer: Int) { self.customer = customer }

  /// The services that handle orders, as in `SmallOrders`.
  static let handlingKinds: Set<ServiceKind> = [.order, .delivery, .admin]
}

/// Reads the customers that steps are tried on, each when it is asked for.
struct SubjectReader: Sendable {
  private let portfolio: PortfolioAnalysis
  private let verdicts: Verdicts
  private let stranded: StrandedCost
  private let months: [Int: Int]

  init(_ portfolio: PortfolioAnalysis, verdicts: Verdicts, plan: CallPlan?) {
    self.portfolio = portfolio
    self.verdicts = verdicts
    stranded = StrandedCost(portfolio.margins.costs, policy: portfolio.policy, plan: plan)
    months = Dictionary(portfolio.promises.rows.map { ($0.customer, $0.months) }, uniquingKeysWith: { $1 })
  }

  /// What is known of one.
  func subject(_ customer: Int) -> WhatIfSubject {
    let (costs, span) = (portfolio.margins.costs, portfolio.margins.span)
    var subject = WhatIfSubject(customer: customer)
    subject.figures = verdicts.rows[customer].facts.current.figures
    subject.services = part(customer, Set(ServiceKind.allCases))
    subject.visits = stranded.part(of: customer, in: costs, [.visit])
    subject.calls = stranded.part(of: customer, in: costs, [.call])
    subject.handling = stranded.part(of: customer, in: costs, WhatIfSubject.handlingKinds)
    subject.promisedMonths = months[customer] ?? span.count
    subject.orders = portfolio.books.orders[customer].filter { span.contains($0.month) }.map(\.revenue)
    return subject
  }

  /// The minutes of all the services of one.
  func minutes(_ customer: Int) -> PoolMinutes { part(customer, Set(ServiceKind.allCases)).minutes }

  private func part(_ customer: Int, _ kinds: Set<ServiceKind>) -> ServicePart {
    stranded.part(of: customer, in: portfolio.margins.costs, kinds)
  }
}

extension VerdictFacts.Year {
  /// The year as figures to try steps on; nothing where the margin is unknown.
  var figures: WhatIfFigures? {
    grossMargin.map {
      WhatIfFigures(revenue: revenue, grossMargin: $0, serviceCost: serviceCost, paymentCost: paymentCost)
    }
  }
}

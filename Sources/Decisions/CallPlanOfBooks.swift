import Ledger
import Portfolio
import Units

extension CallPlan {
  /// Why there is no plan.
  public enum Refusal: String, CaseIterable, Sendable {
    /// No visit or call of a salesperson to an own customer was logged in W.
    case noSalesTime
    /// The customer file names nobody's salesperson.
    case noSalesperson
    /// Nobody's margin is known.
    case noMargin
  }

  /// The plan of a company's W, or why there is none.
  ///
  /// Customers without a salesperson, and those that W brought neither revenue nor a visit or call, are not planned.
  public static func of(_ portfolio: PortfolioAnalysis) -> Knowable<CallPlan, Refusal> {
    let book = CallBook(portfolio)
    guard !book.accounts.isEmpty else { return .unknown(.noSalesperson) }
    guard book.accounts.contains(where: { $0.minutes > 0 }) else { return .unknown(.noSalesTime) }
    guard book.accounts.contains(where: { $0.margin != nil }) else { return .unknown(.noMargin) }
    return .known(CallPlan(accounts: book.accounts, sellers: book.sellers, terms: book.terms))
  }
}

/// What the analyses know that calls are planned on.
struct CallBook {
  let accounts: [CallAccount]
  let sellers: [CallSeller]
  let terms: CallPlan.Terms

  init(_ portfolio: PortfolioAnalysis) {
    let (books, policy) = (portfolio.books, portfolio.policy)
    let months = books.window.current.count
    let minutes = KindMinutes(books: books, policy: policy)
    let time = SalesTime(books: books, costs: portfolio.margins.costs)
    let ids = Array(Set(books.customers.details.values.compactMap(\.salesperson))).sorted()
    let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let levels = CallLevels(portfolio, minutes: minutes)
    let standIns = StandIns(time: time, bands: portfolio.bandTable.bands)
    let guarded = Set(portfolio.tomorrow.rows.map(\.customer))
    accounts = books.customers.ids.indices.compactMap { customer in
      guard let details = books.customers.details[customer],
        let seller = details.salesperson.flatMap({ places[$0] })
      else { return nil }
      let margin = portfolio.margins.rows[customer]
      guard margin.revenue > .zero || time.minutes[customer] > 0 else { return nil }
      let potential = details.potential(at: books.window.asOf, rule: policy.growth)?.potential
      return CallAccount(
        customer: customer, seller: seller, minutes: time.minutes[customer],
        margin: margin.operatingMargin.map { $0 + time.costs[customer] },
        potential: potential.flatMap { potential in
          margin.grossMargin.flatMap { gross in
            margin.revenue > .zero
              ? potential.times(Int64(months), over: 12).times(gross.value, over: margin.revenue.value) : nil
          }
        }, standIn: standIns[customer], level: levels.level(of: customer),
        limits: levels.limits(of: customer, today: time.minutes[customer]), dueToday: levels.dueToday(of: customer),
        isGuarded: guarded.contains(customer), region: details.region, above: levels.above(customer))
    }
    var own = [Int](repeating: 0, count: ids.count)
    for account in accounts { own[account.seller] += account.minutes }
    let persons = Dictionary(uniqueKeysWithValues: books.people.enumerated().map { ($1.id, $0) })
    let loads = portfolio.margins.costs.people
    sellers = ids.enumerated().map { place, id in
      let person = persons[id]
      return CallSeller(
        id: id, person: person, capacity: person.flatMap { loads[$0].capacity },
        taken: person.map { max(0, loads[$0].logged - own[place]) } ?? 0,
        region: person.flatMap { books.people[$0].region })
    }
    terms = CallPlan.Terms(rule: policy.effort, visitMinutes: minutes.visit, months: months)
  }
}

/// How long a visit and a call take.
struct KindMinutes {
  let visit: Int
  let call: Int

  /// The rule of the kind, else what the log shows, else the rule of planning.
  init(books: Books, policy: Policy) {
    func minutes(_ kind: ServiceKind, else other: Int) -> Int {
      max(1, policy.costs.kinds[kind]?.standardMinutes ?? books.services.medianMinutes[kind] ?? other)
    }
    visit = minutes(.visit, else: policy.effort.visitMinutes)
    call = minutes(.call, else: policy.effort.callMinutes)
  }
}

/// The visits and calls that customers were given in W by their own salesperson.
private struct SalesTime {
  /// Minutes, by place.
  var minutes: [Int]
  /// What they cost, by place.
  var costs: [Cents]

  init(books: Books, costs: CostToServe) {
    minutes = Array(repeating: 0, count: books.customers.count)
    self.costs = Array(repeating: .zero, count: books.customers.count)
    guard costs.knowledge == .fully || costs.knowledge == .partly else { return }
    for (customer, details) in books.customers.details {
      guard let salesperson = details.salesperson else { continue }
      for cell in costs.cells(of: customer) where cell.kind == .visit || cell.kind == .call {
        guard let person = cell.person, books.people[person].id == salesperson else { continue }
        minutes[customer] += cell.minutes
        self.costs[customer] += cell.cost
      }
    }
  }
}

/// The least and the most that levels allow.
private struct CallLevels {
  private let portfolio: PortfolioAnalysis
  private let minutes: KindMinutes
  private let promises: [Int: ServicePromises.Row]
  private let underFloor: Set<Int>

  init(_ portfolio: PortfolioAnalysis, minutes: KindMinutes) {
    self.portfolio = portfolio
    self.minutes = minutes
    promises = Dictionary(uniqueKeysWithValues: portfolio.promises.rows.map { ($0.customer, $0) })
    underFloor = Set(portfolio.floors.rows.filter(\.missesMargin).map(\.customer))
  }

  func level(of customer: Int) -> Policy.ServiceLevel? { portfolio.bandTable.allotment.levels[customer] }

  /// Over all of W: what the level promises, and what it allows; a customer in no band is promised nothing, and one below its
  /// margin floor gets no more than today.
  func limits(of customer: Int, today: Int) -> ClosedRange<Int> {
    let fewest = level(of: customer).map(least) ?? 0
    let most = underFloor.contains(customer) ? min(today, most(of: customer)) : most(of: customer)
    return fewest...max(fewest, most)
  }

  /// The level above a customer's own; nothing for one below its margin floor.
  func above(_ customer: Int) -> CallAccount.Above? {
    guard !underFloor.contains(customer), let level = level(of: customer)?.above else { return nil }
    let fewest = least(on: level)
    return CallAccount.Above(level, limits: fewest...max(fewest, most(on: level)))
  }

  /// The same over the months of W that it was a customer, each visit and call whole.
  func dueToday(of customer: Int) -> ClosedRange<Int> {
    let promise = promises[customer]
    let least = promise.map { $0.promisedVisits * minutes.visit + $0.promisedCalls * minutes.call } ?? 0
    return least...max(least, most(of: customer))
  }

  /// What a level promises over all of W.
  private func least(on level: Policy.ServiceLevel) -> Int {
    guard let promise = portfolio.policy.service.catalogue[level] else { return 0 }
    let year = promise.visits * minutes.visit + promise.calls * minutes.call
    return (year * portfolio.books.window.current.count + 6) / 12
  }

  private func most(of customer: Int) -> Int { most(on: level(of: customer) ?? .automated) }

  private func most(on level: Policy.ServiceLevel) -> Int {
    let hours = portfolio.policy.effort.mostHours[level] ?? 0
    return hours * 60 * portfolio.books.window.current.count / 12
  }
}

/// Minutes that stand in for a customer's own where it was given none: the median of those of its band that were given some,
/// else of everybody.
private struct StandIns {
  private let place: [Int?]
  private let medians: [Int?]
  private let everybody: Int

  init(time: SalesTime, bands: Bands) {
    func median(_ customers: some Sequence<Int>) -> Int? {
      let given = customers.map { time.minutes[$0] }.filter { $0 > 0 }.sorted()
      return given.isEmpty ? nil : given[given.count / 2]
    }
    place = bands.place
    medians = bands.rows.map { median($0.members) }
    everybody = median(time.minutes.indices) ?? HourSplit.step
  }

  subscript(customer: Int) -> Int { place[customer].flatMap { medians[$0] } ?? everybody }
}

import Ledger
import Units

/// How many hours of visits and calls each customer is to get, so that a salesperson's hours bring most.
///
/// Whole quarters of an hour; nobody below the promise of its level, nobody above what it allows; no salesperson over capacity
/// unless what is promised and kept alone is. Times and amounts are those of W.
///
/// Source: Lodish, "CALLPLAN: an interactive salesman's call planning system", *Management Science* 18(4), 1971; seed 002.
/// Method: docs/methods/call-planning.md.
public struct CallPlan: Sendable {
  /// What planning rests on beside customers and salespeople.
  public struct Terms: Hashable, Sendable {
    /// The rules.
    public let rule: Policy.Effort
    /// Minutes of a visit.
    public let visitMinutes: Int
    /// The months planned, those of W.
    public let months: Int

    /// Makes terms.
    public init(rule: Policy.Effort, visitMinutes: Int, months: Int = 12) {
      precondition(visitMinutes > 0 && months > 0, "a visit takes time, and so does a plan")
      self.rule = rule
      self.visitMinutes = visitMinutes
      self.months = months
    }

    /// The way to visits of so many minutes.
    func travel(_ minutes: Int) -> Cents {
      rule.travelPerVisit?.times(Int64(minutes), over: Int64(visitMinutes)) ?? .zero
    }

    /// The cents of travel that a minute brings with it.
    var travelPerMinute: Double { Double(rule.travelPerVisit?.value ?? 0) / Double(visitMinutes) }
  }

  /// One customer's line.
  public struct Row: Hashable, Sendable {
    /// What is known of it.
    public let account: CallAccount
    /// Minutes planned.
    public let planned: Int
    /// What they bring beyond today's, ways included; nothing where the margin is unknown.
    public let gain: Cents?
    /// The fewest minutes it could be planned: its level's, or today's where these are kept.
    public let least: Int

    /// A place in the customer file.
    public var customer: Int { account.customer }
    /// Minutes more than today, below zero for fewer.
    public var change: Int { planned - account.minutes }
  }

  /// One salesperson's hours.
  public struct Load: Hashable, Sendable {
    /// Who.
    public let seller: CallSeller
    /// Customers planned.
    public let customers: Int
    /// Minutes that can be planned: capacity less what is taken, or today's where the capacity is unknown.
    public let plannable: Int
    /// Minutes of visits and calls today.
    public let today: Int
    /// Minutes planned.
    public let planned: Int
    /// What the plan brings beyond today.
    public let gain: Cents
    /// What moving today's minutes about would bring alone; nothing where what is promised and kept takes more.
    public let gainByMoving: Cents?
    /// What one more hour would bring; nothing where what is promised and kept takes more than there is.
    public let nextHour: Cents?

    /// Whether what is promised and kept alone takes more than there is.
    public var isOverPromised: Bool { planned > plannable }
    /// Minutes that no customer can use.
    public var spare: Int { max(0, plannable - planned) }
  }

  /// A line for each customer, those of one salesperson together, in the order of the customer file.
  public let rows: [Row]
  /// A line for each salesperson, in the order they were given.
  public let loads: [Load]
  /// Who gives hours to whom under one salesperson, those that gain most first.
  public let moves: [CallMove]
  /// Customers who would earn more with a salesperson of their region that has hours to spare; the plan itself leaves them.
  public let reassignments: [CallReassignment]
  /// What the plan rests on.
  public let terms: Terms
  private let teams: [CallTeam]
  private let upgradesOnce = Once<[ServiceUpgrade]>()

  /// Plans the hours.
  ///
  /// O((n + capacity) · log n) for each salesperson.
  /// - Parameter accounts: each of a seller among `sellers`; no customer twice.
  public init(accounts: [CallAccount], sellers: [CallSeller], terms: Terms) {
    var own = [[CallAccount]](repeating: [], count: sellers.count)
    for account in accounts { own[account.seller].append(account) }
    let teams = zip(sellers, own).map { seller, accounts in
      CallTeam(seller, accounts.sorted { $0.customer < $1.customer }, terms)
    }
    rows = teams.flatMap(\.rows)
    loads = teams.map(\.load)
    moves = teams.flatMap { CallMove.all($0.rows) }.sorted {
      $0.gain == $1.gain ? $0.order < $1.order : $0.gain > $1.gain
    }
    reassignments = CallReassignment.best(teams)
    self.terms = terms
    self.teams = teams
  }

  /// Customers for whom the level above their own would bring more; the plan itself keeps to the levels.
  ///
  /// Weighed when first asked for: each plans a salesperson's hours anew.
  public var upgrades: [ServiceUpgrade] { upgradesOnce { ServiceUpgrade.best(teams) } }

  /// What the plan brings beyond today.
  public var gain: Cents { loads.map(\.gain).sum }
  /// What moving today's minutes about would bring alone; nothing where what is promised and kept takes more for anybody.
  public var gainByMoving: Cents? {
    let parts = loads.compactMap(\.gainByMoving)
    return parts.count == loads.count ? parts.sum : nil
  }
  /// What one hour more of each salesperson would bring, by place in the books' people; nothing where what is promised and
  /// kept takes more than there is: an hour more is wanted there, but nobody knows its worth.
  var nextHours: [Int: Cents] {
    Dictionary(loads.compactMap { load in load.seller.person.flatMap { person in load.nextHour.map { (person, $0) } } })
    { $1 }
  }
  /// Minutes that can be planned.
  public var plannable: Int { loads.reduce(0) { $0 + $1.plannable } }
  /// Minutes of visits and calls today.
  public var today: Int { loads.reduce(0) { $0 + $1.today } }
  /// Minutes planned.
  public var planned: Int { loads.reduce(0) { $0 + $1.planned } }

  /// How many customers are served so today.
  public func customers(_ standing: CallAccount.Standing) -> Int { rows.count { $0.account.standing == standing } }

  /// Minutes as visits, to the nearest.
  public func visits(_ minutes: Int) -> Int { (minutes + terms.visitMinutes / 2) / terms.visitMinutes }
}

/// One salesperson with the customers, and how the hours are best shared.
struct CallTeam {
  let seller: CallSeller
  let accounts: [CallAccount]
  let terms: CallPlan.Terms
  let plannable: Int
  let shares: [HourSplit.Share]
  let split: HourSplit

  init(_ seller: CallSeller, _ accounts: [CallAccount], _ terms: CallPlan.Terms) {
    let today = accounts.reduce(0) { $0 + $1.minutes }
    let plannable = seller.capacity.map { max(0, $0 - seller.taken) } ?? today
    shares = accounts.map { Self.share(of: $0, terms.rule) }
    split = HourSplit(shares, capacity: plannable, travel: terms.travelPerMinute)
    self.seller = seller
    self.accounts = accounts
    self.terms = terms
    self.plannable = plannable
  }

  /// The limits of a customer in steps: the fewest rounded up, the most rounded down but never below.
  private static func share(of account: CallAccount, _ rule: Policy.Effort) -> HourSplit.Share {
    let step = HourSplit.step
    func up(_ minutes: Int) -> Int { (minutes + step - 1) / step * step }
    let least = up(account.limits.lowerBound)
    let most = max(least, account.limits.upperBound / step * step)
    switch account.basis {
    case .curve:
      let kept = account.isGuarded ? min(most, max(least, up(account.minutes))) : least
      return HourSplit.Share(curve: account.curve(rule), least: kept, most: most)
    case .nothingToEarn: return HourSplit.Share(curve: nil, least: least, most: least)
    case .marginUnknown:
      let kept = max(least, up(account.minutes))
      return HourSplit.Share(curve: nil, least: kept, most: kept)
    }
  }

  var rows: [CallPlan.Row] {
    accounts.indices.map { place in
      let planned = split.minutes[place]
      return CallPlan.Row(
        account: accounts[place], planned: planned, gain: gain(of: place, at: planned), least: shares[place].least)
    }
  }

  /// What a customer brings beyond today with so many minutes.
  func gain(of place: Int, at minutes: Int) -> Cents? {
    let account = accounts[place]
    guard let margin = account.margin else { return nil }
    let response = shares[place].curve.map { $0.margin(at: minutes) - margin } ?? .zero
    return response - terms.travel(minutes - account.minutes)
  }

  /// What all bring beyond today.
  var gain: Cents { gain(split) }

  private func gain(_ split: HourSplit) -> Cents {
    accounts.indices.map { gain(of: $0, at: split.minutes[$0]) ?? .zero }.sum
  }

  var load: CallPlan.Load {
    let today = accounts.reduce(0) { $0 + $1.minutes }
    let moved = HourSplit(shares, capacity: today, travel: terms.travelPerMinute)
    return CallPlan.Load(
      seller: seller, customers: accounts.count, plannable: plannable, today: today, planned: split.used,
      gain: gain, gainByMoving: moved.used > today ? nil : gain(moved),
      nextHour: split.used > plannable ? nil : Cents(Int64(split.nextHour.rounded())))
  }
}

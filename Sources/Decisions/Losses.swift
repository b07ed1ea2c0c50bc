import Ledger
import Portfolio
import Units

/// Why customers were lost or decline: by which way, and whose doing it presumably was.
///
/// Source: seed 001, « Dans le parcours client, essayez de déterminer ce qui a précipité leur mort. Facteur externe, leur
/// environnement ou un facteur interne : un collaborateur, un prix mal adapté ? ». Method: docs/methods/losses.md.
public struct Losses: Sendable {
  /// One customer's post-mortem.
  public struct Row: Hashable, Sendable {
    /// Its stage, lost or declining, with the figures.
    public let reading: StageReading
    /// Since when it is in that stage.
    public let since: Month
    /// The way it took.
    public let path: LossPath
    /// Where the cause presumably lies.
    public let cause: LossCause
    /// What speaks for it, the strongest first; empty where nothing was found.
    public let evidence: [LossSignal]
    /// Who sold to it last, a place in the books' people.
    public let salesperson: Int?
    /// What it paid in its last months ÷ the same at the prices of before, whether that was a signal or not.
    public let priceRise: Share?
    /// Its orders' revenue of the twelve months up to its last order: what is lost, or at risk, a year.
    public let revenue: Cents

    /// The customer, by place.
    public var customer: Int { reading.customer }
  }

  /// The month looked at.
  public let month: Month
  /// Lost and declining customers, the most revenue first, then in the order of the customer file.
  public let rows: [Row]
  /// Relations that the company ended itself: nothing has to be found out about them.
  public let ceased: Int
  private let places: [Int: Int]

  /// Looks into the losses and declines as of a month, the last of the books.
  ///
  /// O(n log n) in the customers, linear in their orders and services.
  public init(
    _ stages: Stages, _ source: StageSource, books: Books, policy: Policy, categories: CategoryOf,
    facts: LossFacts = LossFacts()
  ) {
    let month = source.months.last
    self.month = month
    let reasons = (0..<stages.customers).map { stages.reason(of: $0, at: month) }
    ceased = reasons.count { $0 == .ceased }
    let looked = reasons.indices.filter { customer in
      guard let reason = reasons[customer], reason != .ceased else { return false }
      return reason.stage == .lost || reason.stage == .declining
    }
    var signals = LossSignals(
      books: books, months: source.months, facts: facts, categories: categories, policy: policy)
    rows = source.readings(of: looked, at: month).map { reading in
      let customer = reading.customer
      let last = reading.silence.lastOrder.month
      let evidence = signals.signals(of: customer, reading: reading)
      let year = MonthSpan(last.advanced(by: -11), last)
      return Row(
        reading: reading, since: stages.stay(of: customer, at: month)?.since ?? month,
        path: LossPath(
          reading, course: stages.course(of: customer), months: source.months, orders: source.orders[customer],
          policy: policy),
        cause: LossCause(evidence, ratio: reading.stage == .lost ? nil : reading.comparison?.ratio),
        evidence: evidence, salesperson: signals.salesperson(of: customer, upTo: last),
        priceRise: signals.ownRise(of: customer, upTo: last),
        revenue: source.orders[customer].lazy.filter { year.contains($0.month) }.map(\.revenue).sum)
    }.sorted { $0.revenue == $1.revenue ? $0.customer < $1.customer : $0.revenue > $1.revenue }
    places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.customer, $0) })
  }

  /// A customer's row; nothing for one that is neither lost nor declining.
  public func row(of customer: Int) -> Row? { places[customer].map { rows[$0] } }

  /// How many customers a cause, or a way, took, and the revenue a year that went with them.
  public func sum(stage: Stage, where fits: (Row) -> Bool) -> (customers: Int, revenue: Cents) {
    rows.reduce(into: (0, .zero)) { sum, row in
      if row.reading.stage == stage, fits(row) {
        sum.0 += 1
        sum.1 += row.revenue
      }
    }
  }
}

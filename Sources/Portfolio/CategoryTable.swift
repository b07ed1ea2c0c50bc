import Ledger
import Units

/// The report `categories`: mean revenue and mean operating margin per category, month by month.
///
/// The rows of a month sum to the company's customers: those in no category are a group of their own, the lines of
/// nobody known stay outside. A margin pools the customers whose margin over the span is known; its coverage is shown.
///
/// Source: seed 000, « Pour chacune de ces catégories, commence à mesurer la marge moyenne opérationnelle, mois par
/// mois. Fais de même sur le chiffre d'affaire moyen ». Method: docs/methods/categories.md.
public struct CategoryTable: Sendable {
  /// What a category's customers brought over some months.
  public struct Sums: Hashable, Sendable {
    /// Customers with an order in the months, each counted once.
    public internal(set) var active = 0
    /// Net invoicing of all its customers.
    public internal(set) var revenue = Cents.zero
    /// Active customers whose margin is known.
    public internal(set) var knownActive = 0
    /// The revenue of the customers whose margin is known.
    public internal(set) var knownRevenue = Cents.zero
    /// The operating margin of those customers; nothing when nobody's is known.
    public internal(set) var operatingMargin: Cents?
    /// Service minutes.
    public internal(set) var minutes = 0

    /// Operating margin ÷ revenue over the customers whose margin is known; nothing unless that revenue is positive.
    public var rate: Share? { knownRevenue > .zero ? operatingMargin.flatMap { Share($0, of: knownRevenue) } : nil }
    /// Revenue for each active customer; nothing without one.
    public var meanRevenue: Cents? { active > 0 ? revenue.times(1, over: Int64(active)) : nil }
    /// Operating margin for each active customer whose margin is known; nothing without one.
    public var meanMargin: Cents? {
      knownActive > 0 ? operatingMargin.map { $0.times(1, over: Int64(knownActive)) } : nil
    }
    /// The part of the revenue whose margin is known; nothing unless the revenue is positive.
    public var coverage: Share? { revenue > .zero ? Share(knownRevenue, of: revenue) : nil }

    mutating func add(revenue: Cents, operatingMargin: Cents?, minutes: Int, isActive: Bool) {
      active += isActive ? 1 : 0
      self.revenue += revenue
      self.minutes += minutes
      guard let operatingMargin else { return }
      knownActive += isActive ? 1 : 0
      knownRevenue += revenue
      self.operatingMargin = (self.operatingMargin ?? .zero) + operatingMargin
    }
  }

  /// One category's month.
  public struct Row: Hashable, Sendable {
    /// The category; nothing for the customers in none.
    public let category: String?
    /// The month.
    public let month: Month
    /// What it brought.
    public let sums: Sums
  }

  /// One category over all months.
  public struct Total: Hashable, Sendable {
    /// The category; nothing for the customers in none.
    public let category: String?
    /// Its customers in the file, active or not.
    public let members: Int
    /// What they brought.
    public let sums: Sums
  }

  /// The months looked at.
  public let span: MonthSpan
  /// Every category × every month: categories as people read them, customers in none last, months ascending.
  public let rows: [Row]
  /// Every category over the span, in the same order.
  public let totals: [Total]

  /// Adds up a span, linear in its activity.
  ///
  /// The group of customers in no category has rows only when there are such customers.
  public init(books: Books, categories: CategoryOf, margins: MonthlyMargins) {
    let span = margins.whole.span
    let groups = categories.names.count + 1
    var cells = [Sums](repeating: Sums(), count: groups * span.count)
    var totals = [Sums](repeating: Sums(), count: groups)
    var members = [Int](repeating: 0, count: groups)
    for customer in 0..<books.customers.count {
      let group = categories.place(of: customer) ?? categories.names.count
      let whole = margins.whole.rows[customer]
      members[group] += 1
      totals[group].add(
        revenue: whole.revenue, operatingMargin: whole.operatingMargin, minutes: whole.minutes,
        isActive: whole.orders > 0)
      margins.forEachMonth(of: customer) { month in
        cells[group * span.count + span.first.distance(to: month.month)].add(
          revenue: month.revenue, operatingMargin: month.operatingMargin, minutes: month.minutes,
          isActive: month.orders > 0)
      }
    }
    let shown = (0..<groups).filter { members[$0] > 0 }
    func name(_ group: Int) -> String? { group < categories.names.count ? categories.names[group] : nil }
    self.span = span
    rows = shown.flatMap { group in
      span.months.enumerated().map { place, month in
        Row(category: name(group), month: month, sums: cells[group * span.count + place])
      }
    }
    self.totals = shown.map { Total(category: name($0), members: members[$0], sums: totals[$0]) }
  }
}

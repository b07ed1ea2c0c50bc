import Ledger
import Units

/// Margin rates over rolling years that end at `asOf`, and the customers whose rate falls year after year.
///
/// The rate that falls is the gross one: it moves with prices and costs, not with how well services are logged.
///
/// Source: docs/methods/margin-rate-by-year.md; seed 003, "dégradation des marges".
public struct MarginRateByYear: Sendable {
  /// The company's margins over twelve months, of the customers whose margin is known.
  public struct Year: Hashable, Sendable {
    /// The twelve months.
    public let span: MonthSpan
    /// The revenue of all customers.
    public let revenue: Cents
    /// The revenue of those whose margin is known.
    public let knownRevenue: Cents
    /// Their gross margin; nothing when nobody's is known.
    public let grossMargin: Cents?
    /// Their operating margin; nothing when nobody's is known.
    public let operatingMargin: Cents?

    /// Gross margin ÷ the revenue it was made on; nothing when unknown or when that revenue is not above zero.
    public var grossRate: Share? { rate(grossMargin) }
    /// Operating margin ÷ the revenue it was made on; nothing when unknown or when that revenue is not above zero.
    public var operatingRate: Share? { rate(operatingMargin) }

    private func rate(_ margin: Cents?) -> Share? {
      knownRevenue > .zero ? margin.flatMap { Share($0, of: knownRevenue) } : nil
    }
  }

  /// A customer whose gross margin rate fell as many years running as policy asks, two by default.
  public struct Fall: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// The gross margin rates, oldest first: one more than the years of fall.
    public let rates: [Share]
    /// What the margin of the last year would be more at the first of these rates.
    public let lost: Cents
  }

  /// The rolling years that lie wholly within the data, oldest first.
  public let years: [Year]
  /// The customers whose rate falls, the biggest loss first, equal losses in the order of the customer file.
  public let falling: [Fall]
  /// Every customer's gross rate in the last of these years.
  public let customers: MarginRatesOfCustomers

  /// Measures the years.
  ///
  /// Linear in the activity, for each year.
  public init(books: Books, policy: Policy) {
    let margins = books.rollingYears.reversed().filter(books.covers).map {
      Margins(books: books, policy: policy, span: $0)
    }
    years = margins.map { Year($0) }
    customers = MarginRatesOfCustomers(margins.reversed())
    let falls = max(1, policy.growth.marginFallYears)
    let last = margins.suffix(falls + 1)
    falling =
      last.count <= falls
      ? []
      : books.customers.ids.indices.compactMap { Fall(customer: $0, rows: last.map(\.rows), in: $0) }
        .sorted { $0.lost == $1.lost ? $0.customer < $1.customer : $0.lost > $1.lost }
  }
}

extension MarginRateByYear.Year {
  fileprivate init(_ margins: Margins) {
    let known = margins.rows.filter { $0.grossMargin != nil && $0.lines > 0 }
    span = margins.span
    revenue = margins.rows.map(\.revenue).sum
    knownRevenue = known.map(\.revenue).sum
    grossMargin = known.isEmpty ? nil : known.compactMap(\.grossMargin).sum
    operatingMargin = known.isEmpty ? nil : known.compactMap(\.operatingMargin).sum
  }
}

extension MarginRateByYear.Fall {
  /// Nothing unless each year's rate is known and below the one before.
  fileprivate init?(customer: Int, rows: [[CustomerMargin]], in place: Int) {
    let rates = rows.compactMap { $0[place].grossRate }
    guard rates.count == rows.count, let first = rates.first, let last = rates.last,
      zip(rates, rates.dropFirst()).allSatisfy({ $1.isBelow($0) }),
      // Negative costs can make a rate so high that its amount is beyond all money.
      let kept = Int64(exactly: divided(Int128(first.part) * Int128(last.whole), by: Int128(first.whole)))
    else { return nil }
    self.customer = customer
    self.rates = rates
    lost = Cents(kept) - Cents(last.part)
  }
}

extension CustomerMargin {
  /// Gross margin ÷ revenue; nothing when unknown or when the revenue is not above zero.
  var grossRate: Share? { revenue > .zero ? grossMargin.flatMap { Share($0, of: revenue) } : nil }
}

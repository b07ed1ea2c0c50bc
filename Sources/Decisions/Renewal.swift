import Ledger
import Portfolio
import Units

/// How much revenue erosion will take, and how many new customers replace it, of which band.
///
/// Source: seed 002, « les clients de demain, ceux qui viendront se substituer aux anciens qui […] disparaîtront dans une
/// érosion naturelle ». Method: docs/methods/renewal.md.
public struct Renewal: Sendable {
  /// How many customers of a band it takes.
  public struct Row: Hashable, Sendable {
    /// The band's number.
    public let band: Int
    /// Its customers.
    public let customers: Int
    /// Their mean revenue over twelve months.
    public let meanRevenue: Cents
    /// New customers of this size that make erosion good.
    public let needed: Int
    /// Customers of this band whose first order lies within the last twelve months, where the data show it.
    public let newcomers: Int
  }

  /// What new customers brought in their first twelve months: those who began in the twelve months before W.
  public struct Newcomers: Hashable, Sendable {
    /// How many.
    public let customers: Int
    /// Their mean revenue in their first twelve months.
    public let meanRevenue: Cents
    /// How many of them it takes.
    public let needed: Int
  }

  /// The months that erosion is looked ahead for.
  public let months: Int
  /// What is expected to go, if as large a part goes as went last.
  public let expected: Cents
  /// The part of P's revenue that went by W: 1 − GRR.
  public let eroded: Share
  /// The revenue it is taken of: that of all customers with revenue above zero in W.
  public let revenue: Cents
  /// Months of P that the data hold; fewer than W has make the erosion less sure.
  public let previousMonthsKnown: Int
  /// By band, the biggest customers' first.
  public let rows: [Row]
  /// At the size of the last newcomers; nothing where nobody began then, or the data do not show it.
  public let newcomers: Newcomers?

  /// The renewal needed, or why erosion is not known.
  ///
  /// Linear in the activity.
  public static func of(_ books: Books, policy: Policy, bands: Bands) -> Knowable<Renewal, Erosion.Unknown> {
    switch Erosion.of(books) {
    case .unknown(let reason): .unknown(reason)
    case .known(let erosion): .known(Renewal(books: books, policy: policy, bands: bands, erosion: erosion))
    }
  }

  private init(books: Books, policy: Policy, bands: Bands, erosion: Erosion) {
    let window = books.window
    let length = Int64(window.current.count)
    months = policy.prediction.renewalMonths
    revenue = bands.revenue
    eroded = Share(erosion.grr.whole - erosion.grr.part, of: erosion.grr.whole) ?? erosion.grr
    previousMonthsKnown = erosion.previousMonthsKnown
    // The part goes within as many months as W has.
    let expected = bands.revenue.times(eroded.part, over: eroded.whole).times(Int64(months), over: length)
    self.expected = expected
    func needed(_ size: Cents) -> Int {
      let oneYear = size.times(Int64(policy.prediction.renewalMonths), over: 12)
      guard expected > .zero, oneYear > .zero else { return 0 }
      return Int((expected.value + oneYear.value - 1) / oneYear.value)
    }
    let begun = books.customers.ids.indices.map { Beginning(of: $0, in: books)?.month }
    let lastYear = MonthSpan(window.asOf.advanced(by: -11), window.asOf)
    rows = bands.rows.map { band in
      let mean = band.revenue.times(12, over: length * Int64(band.members.count))
      return Row(
        band: band.number, customers: band.members.count, meanRevenue: mean, needed: needed(mean),
        newcomers: band.members.count { begun[$0].map(lastYear.contains) ?? false })
    }
    let before = MonthSpan(window.asOf.advanced(by: -23), window.asOf.advanced(by: -12))
    let firstYears = begun.enumerated().compactMap { customer, month -> Cents? in
      guard let month, before.contains(month) else { return nil }
      return books.activity.total(of: customer, in: MonthSpan(month, month.advanced(by: 11))).revenue
    }
    let mean = firstYears.isEmpty ? nil : firstYears.sum.times(1, over: Int64(firstYears.count))
    newcomers = mean.map { Newcomers(customers: firstYears.count, meanRevenue: $0, needed: needed($0)) }
  }
}

import Ledger
import Units

/// The report `bands`: what each band brings, the effort it takes and the effort allotted to it.
///
/// Source: docs/methods/bands.md.
public struct BandTable: Sendable {
  /// One band's line.
  public struct Row: Hashable, Sendable {
    /// The band.
    public let band: Band
    /// Its part of the revenue of all bands.
    public let revenueShare: Share?
    /// The operating margin of its customers whose margin is known; nothing when nobody's is.
    public let margin: Cents?
    /// The revenue of the customers whose margin is known.
    public let knownRevenue: Cents
    /// Service minutes its customers were given in W.
    public let minutes: Int
    /// Its part of the minutes given to all customers in W; nothing when none were logged.
    public let effortShare: Share?
    /// Minutes allotted to the band, over its customers: part ÷ whole minutes for each.
    public let allottedPerCustomer: Share
    /// Minutes given, over its customers.
    public let actualPerCustomer: Share
    /// How its customers are served.
    public let level: Policy.ServiceLevel
  }

  /// A line for each band with customers.
  public let rows: [Row]
  /// The bands themselves, with the empty ones and the customers outside.
  public let bands: Bands
  /// The allotment behind the lines.
  public let allotment: ServiceAllotment
  /// Minutes given in W to customers in no band: served without revenue.
  public let minutesOutside: Int
  /// Minutes given in W to nobody known: in no share.
  public let unattributedMinutes: Int

  /// The bands of W.
  /// - Parameter margins: those of W.
  public init(books: Books, policy: Policy, margins: Margins) {
    let bands = Bands(books: books, policy: policy)
    let allotment = ServiceAllotment(books: books, policy: policy, bands: bands, margins: margins)
    let allMinutes = margins.rows.reduce(0) { $0 + $1.minutes }
    var inside = 0
    rows = zip(bands.rows, allotment.bands).compactMap { band, part -> Row? in
      let rows = band.members.map { margins.rows[$0] }
      let minutes = rows.reduce(0) { $0 + $1.minutes }
      inside += minutes
      let known = rows.filter { $0.operatingMargin != nil }
      let customers = Int64(rows.count)
      guard let allotted = Share(Int64(part.placed), of: customers), let actual = Share(Int64(minutes), of: customers)
      else { return nil }
      return Row(
        band: band, revenueShare: Share(band.revenue, of: bands.revenue),
        margin: known.isEmpty ? nil : known.compactMap(\.operatingMargin).sum, knownRevenue: known.map(\.revenue).sum,
        minutes: minutes, effortShare: Share(Int64(minutes), of: Int64(allMinutes)), allottedPerCustomer: allotted,
        actualPerCustomer: actual, level: part.level)
    }
    self.bands = bands
    self.allotment = allotment
    minutesOutside = allMinutes - inside
    unattributedMinutes = margins.unattributed.minutes
  }
}

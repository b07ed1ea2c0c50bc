import Ledger
import Units

/// Which customers to cherish, to reprice, to develop, which are at risk, which are over-served: each list with its
/// reasons and what a year of it is worth.
///
/// Source: seed 003, "Savez-vous qui sont vos clients à « chouchouter », ceux dont il faut revaloriser les tarifs, ceux
/// dont le potentiel reste à développer, ou ceux qui risquent de vous quitter ? Grevez-vous la rentabilité de certains par
/// des coûts commerciaux inadaptés ?" Method: docs/methods/customer-lists.md.
public struct CustomerLists: Sendable {
  /// The five questions.
  public enum Kind: String, CaseIterable, Sendable { case cherish, reprice, develop, atRisk, overServed }

  /// Why a customer is on a list.
  public enum Reason: Hashable, Sendable {
    /// It brings that margin, at that rate.
    case brings(margin: Cents, rate: Share?)
    /// Its prices raised by that part would bring it to its floor.
    case underFloor(raise: Rate)
    /// Its gross margin rate fell for so many years in a row.
    case fallingRate(years: Int, from: Share, to: Share)
    /// It could buy that much a year, and bought that much.
    case potential(Cents, judged: Day, bought: Cents)
    /// Its revenue grew by more than noise.
    case growth(from: Cents, to: Cents)
    /// Its revenue fell by more than noise; to nothing when it stopped.
    case fell(from: Cents, to: Cents)
    /// It was given that many minutes, and its level allots that many.
    case served(minutes: Int, allotted: Int)
  }

  /// One customer on a list.
  public struct Entry: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// Why it is there.
    public let reason: Reason
    /// What a year of it is worth in margin; nothing where that is not known.
    public let stake: Cents?
  }

  private let lists: [Kind: [Entry]]

  /// Draws up the lists.
  ///
  /// Linear in the customers and their orders, but for the sorting.
  public init(_ analysis: PortfolioAnalysis) {
    lists = [
      .cherish: Self.cherish(analysis), .reprice: Self.reprice(analysis), .develop: Self.develop(analysis),
      .atRisk: Self.atRisk(analysis), .overServed: Self.overServed(analysis),
    ].mapValues { entries in
      // What is not known comes after what is.
      entries.sorted {
        let (left, right) = ($0.stake?.value ?? .min, $1.stake?.value ?? .min)
        return left == right ? $0.customer < $1.customer : left > right
      }
    }
  }

  /// A list, the most at stake first.
  public subscript(kind: Kind) -> [Entry] { lists[kind] ?? [] }

  /// The fewest customers that make half of the whale curve's peak, but for those under a floor.
  private static func cherish(_ analysis: PortfolioAnalysis) -> [Entry] {
    let whale = analysis.profitability.whale
    let under = Set(analysis.floors.rows.map(\.customer))
    var before = Cents.zero
    var entries: [Entry] = []
    for (place, customer) in whale.customers.prefix(whale.peakCustomers).enumerated() {
      guard before.value * 2 < whale.peak.value else { break }
      before = whale.cumulated[place]
      let row = analysis.margins.rows[customer]
      guard !under.contains(customer), let margin = row.operatingMargin else { continue }
      entries.append(Entry(customer: customer, reason: .brings(margin: margin, rate: row.rate), stake: margin))
    }
    return entries
  }

  /// Under the margin floor where prices would do and leaner service would not; then those whose rates fall.
  private static func reprice(_ analysis: PortfolioAnalysis) -> [Entry] {
    let under = analysis.floors.rows.compactMap { row -> Entry? in
      guard row.missesMargin, case .reprice(let raise)? = row.remedies.first,
        raise <= analysis.policy.ladder.lastOfferCap
      else { return nil }
      return Entry(customer: row.customer, reason: .underFloor(raise: raise), stake: row.marginShortfall)
    }
    let named = Set(under.map(\.customer))
    let falling = analysis.stakes.marginRates.falling.compactMap { fall -> Entry? in
      guard !named.contains(fall.customer), let first = fall.rates.first, let last = fall.rates.last else { return nil }
      return Entry(
        customer: fall.customer, reason: .fallingRate(years: fall.rates.count - 1, from: first, to: last),
        stake: fall.lost)
    }
    return under + falling
  }

  /// Tomorrow's customers whose potential is known, at their own gross rate; then those that just grow.
  private static func develop(_ analysis: PortfolioAnalysis) -> [Entry] {
    analysis.tomorrow.rows.compactMap { row -> Entry? in
      let margin = analysis.margins.rows[row.customer]
      for case .headroom(let potential, let judged, let bought) in row.reasons {
        let gross = margin.grossMargin.flatMap { $0 > .zero && margin.revenue > .zero ? $0 : nil }
        return Entry(
          customer: row.customer, reason: .potential(potential, judged: judged, bought: bought),
          stake: gross.map { (potential - bought).times($0.value, over: margin.revenue.value) })
      }
      for case .growth(let change) in row.reasons {
        return Entry(
          customer: row.customer, reason: .growth(from: change.previous, to: change.current), stake: nil)
      }
      return nil
    }
  }

  /// Those whose revenue fell by more than noise.
  private static func atRisk(_ analysis: PortfolioAnalysis) -> [Entry] {
    let (books, rule) = (analysis.books, analysis.policy.growth)
    return books.customers.ids.indices.compactMap { customer -> Entry? in
      guard let change = YearOnYear(orders: books.orders[customer], asOf: books.window.asOf, rule: rule),
        change.passesGate, change.current < change.previous
      else { return nil }
      let lost = analysis.previousMargins?.rows[customer].operatingMargin.flatMap { before in
        analysis.margins.rows[customer].operatingMargin.map { before - $0 }
      }
      return Entry(
        customer: customer, reason: .fell(from: change.previous, to: change.current),
        stake: lost.flatMap { $0 > .zero ? $0 : nil })
    }
  }

  /// More time than their level and their margin justify; worth what the time beyond the level costs.
  private static func overServed(_ analysis: PortfolioAnalysis) -> [Entry] {
    analysis.time.rows.compactMap { row -> Entry? in
      let minutes = row.yield.minutes
      guard [.notJustified, .aboveLevel, .withoutRevenue].contains(row.judgement), minutes > 0 else { return nil }
      let allotted = row.allotted ?? 0
      let cost = analysis.margins.rows[row.customer].serviceCost
      let beyond = max(0, minutes - allotted)
      guard beyond > 0 else { return nil }
      return Entry(
        customer: row.customer, reason: .served(minutes: minutes, allotted: allotted),
        stake: cost.times(Int64(beyond), over: Int64(minutes)))
    }
  }
}

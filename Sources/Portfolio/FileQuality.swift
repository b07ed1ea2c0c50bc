import Ledger
import Units

/// How complete and how fresh the customer file is, and what to ask for first.
///
/// Source: docs/methods/customer-file.md; seed 004, "l'optimisation de la base de données".
public struct FileQuality: Sendable {
  /// One customer's record.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// What it bought in W.
    public let revenue: Cents
    /// Weight of the fields that are known ÷ weight of those that count; nothing when none counts.
    public let completeness: Share?
    /// Weight of the fields known lately enough ÷ weight of those whose age is known; nothing when there is none.
    public let freshness: Share?
    /// The fields that count and are not known, in the order they are asked for.
    public let missing: [Field]
    /// The fields that count and were said too long ago.
    public let stale: [Field]
  }

  /// All records, those first of which most is missing where most is bought.
  public let rows: [Row]
  private let places: [Int]
  /// How many records lack each field that counts, in the order they are asked for.
  public let lacking: [(field: Field, customers: Int)]
  /// Completeness of all records, each by what it buys; nothing when nothing counts or nobody buys.
  public let completeness: Double?
  /// The plain mean of all records; nothing when nothing counts or there is none.
  public let meanCompleteness: Double?
  /// Weight of what is fresh ÷ weight of what has an age, over all records.
  public let freshness: Share?

  /// Looks at every record.
  ///
  /// O(n log n) in the customers.
  public init(books: Books, facts: CustomerFacts, policy: Policy, margins: Margins) {
    let counted = policy.file.counted
    let whole = counted.reduce(0) { $0 + $1.weight }
    let asOf = books.window.asOf
    var lacking = counted.map { (field: $0.field, customers: 0) }
    var (fresh, aged) = (0, 0)
    let rows = books.customers.ids.indices.map { customer -> Row in
      var (known, freshHere, agedHere) = (0, 0, 0)
      var (missing, stale): ([Field], [Field]) = ([], [])
      for (place, entry) in counted.enumerated() {
        guard let fact = facts[entry.field, customer] else {
          missing.append(entry.field)
          lacking[place].customers += 1
          continue
        }
        known += entry.weight
        guard let month = facts.month(of: fact.origin) else { continue }
        agedHere += entry.weight
        if month.distance(to: asOf) >= policy.file.staleMonths {
          stale.append(entry.field)
        } else {
          freshHere += entry.weight
        }
      }
      fresh += freshHere
      aged += agedHere
      return Row(
        customer: customer, revenue: margins.rows[customer].revenue,
        completeness: Share(Int64(known), of: Int64(whole)), freshness: Share(Int64(freshHere), of: Int64(agedHere)),
        missing: missing, stale: stale)
    }
    self.lacking = lacking
    freshness = Share(Int64(fresh), of: Int64(aged))
    let known = rows.compactMap { row in row.completeness.map { (revenue: max(.zero, row.revenue), share: $0.value) } }
    let revenue = known.reduce(0.0) { $0 + Double($1.revenue.value) }
    completeness =
      revenue > 0 ? known.reduce(0.0) { $0 + Double($1.revenue.value) * $1.share } / revenue : nil
    meanCompleteness = known.isEmpty ? nil : known.reduce(0.0) { $0 + $1.share } / Double(known.count)
    let sorted = rows.sorted { left, right in
      let (first, second) = (left.gap, right.gap)
      if first != second { return first > second }
      if left.revenue != right.revenue { return left.revenue > right.revenue }
      let names = (books.customers.names[left.customer], books.customers.names[right.customer])
      return names.0 == names.1 ? left.customer < right.customer : precedes(names.0, names.1)
    }
    var places = [Int](repeating: 0, count: sorted.count)
    for (place, row) in sorted.enumerated() { places[row.customer] = place }
    self.places = places
    self.rows = sorted
  }

  /// One customer's record.
  public func row(of customer: Int) -> Row { rows[places[customer]] }

  /// Records of which nothing is missing.
  public var complete: Int { rows.count { $0.missing.isEmpty } }
}

extension FileQuality.Row {
  /// Revenue × the weight that is missing: what tells which record to complete first.
  fileprivate var gap: Int64 {
    guard let completeness else { return 0 }
    let (gap, isTooMuch) = max(0, revenue.value).multipliedReportingOverflow(
      by: completeness.whole - completeness.part)
    return isTooMuch ? .max : gap
  }
}

extension CustomerFacts {
  /// The month in which a value was said; nothing for names that sale lines carry.
  func month(of origin: FactOrigin) -> Month? { time(of: origin).map { Day(secondsSince1970: $0).month } }
}

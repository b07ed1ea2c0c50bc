import Ledger
import Units

/// What each customer weighed in every twelve months that end at `asOf`, back to the beginning of the data.
///
/// Made once for all customers: a customer's own years are then read without looking at the others.
///
/// Source: docs/methods/customer-sheet.md; seed 003, "connaître le poids de chaque client dans votre chiffre
/// d'affaires, et son évolution".
public struct CustomerYears: Sendable {
  /// Twelve months of all customers.
  struct Year: Sendable {
    let span: MonthSpan
    /// Whether the data cover all twelve months.
    let isWhole: Bool
    /// The revenues above zero, together.
    let revenue: Cents
    /// Customers with revenue above zero.
    let customers: Int
    /// The rank of each customer by revenue, 0 for those without revenue above zero.
    let ranks: [Int32]
    let grossMargins: [Cents?]
    let operatingMargins: [Cents?]
  }

  /// The newest first.
  let years: [Year]
  /// The margins month by month of the newest three years, the newest first.
  let recent: [MonthlyMargins]

  /// Years whose months are kept.
  static let yearsInMonths = 3

  /// Weighs every year.
  ///
  /// O(n log n) for each year of history.
  /// - Parameter known: margins that are reckoned already; those whose span is a year are not reckoned again.
  init(books: Books, policy: Policy, known: [MonthlyMargins]) {
    var recent: [MonthlyMargins] = []
    years = books.rollingYears.enumerated().map { place, span in
      let margins =
        known.first { $0.whole.span == span } ?? MonthlyMargins(books: books, policy: policy, span: span)
      if place < CustomerYears.yearsInMonths { recent.append(margins) }
      return Year(margins.whole, books: books)
    }
    self.recent = recent
  }
}

extension CustomerYears.Year {
  fileprivate init(_ margins: Margins, books: Books) {
    let positive = margins.rows.indices.filter { margins.rows[$0].revenue > .zero }
    var ranks = [Int32](repeating: 0, count: margins.rows.count)
    for (place, entry) in ranked(positive, by: .revenue, in: margins, books: books).enumerated() {
      ranks[entry.customer] = Int32(place + 1)
    }
    span = margins.span
    isWhole = books.covers(span)
    revenue = positive.map { margins.rows[$0].revenue }.sum
    customers = positive.count
    self.ranks = ranks
    grossMargins = margins.rows.map(\.grossMargin)
    operatingMargins = margins.rows.map(\.operatingMargin)
  }
}

extension Books {
  /// The twelve months up to `asOf`, the twelve before, and so on back to the first sale line, the newest first; the data may begin within the last of them.
  var rollingYears: [MonthSpan] {
    let asOf = window.asOf
    let first = min(history?.first ?? asOf, asOf)
    return (0...first.distance(to: asOf) / 12).map {
      MonthSpan(asOf.advanced(by: -12 * $0 - 11), asOf.advanced(by: -12 * $0))
    }
  }

  /// Whether the data begin before the months, or with them.
  func covers(_ span: MonthSpan) -> Bool { history.map { $0.first <= span.first } ?? false }
}

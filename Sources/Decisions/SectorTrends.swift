import Ledger
import Portfolio
import Units

/// How the customers of each sector go, so that one that falls can be told from one that falls with its sector.
///
/// The sector is that of the customer file; a customer without one is held against its category.
struct SectorTrends {
  private let books: Books
  private let months: MonthSpan
  private let rule: Policy.Losses
  private let names: [String]
  /// The sector of each customer, a place in `names`.
  private let places: [Int?]
  private let members: [[Int]]
  /// Revenue up to and without each month, one more at the end, by sector.
  private let sums: [[Cents]]
  /// The customers of a sector that bought in the twelve months before those up to a month, counted once.
  private var buyers: [Compared: Int] = [:]

  private struct Compared: Hashable {
    let sector: Int
    let end: Month
  }

  init(books: Books, months: MonthSpan, categories: CategoryOf, rule: Policy.Losses) {
    self.books = books
    self.months = months
    self.rule = rule
    let sectors = books.customers.ids.indices.map { books.customers.details[$0]?.sector ?? categories[$0] }
    names = Set(sectors.compactMap { $0 }).sorted(by: precedes)
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    places = sectors.map { $0.flatMap { numbers[$0] } }
    var members = [[Int]](repeating: [], count: names.count)
    var sums = [[Cents]](repeating: Array(repeating: .zero, count: months.count + 1), count: names.count)
    for (customer, place) in places.enumerated() {
      guard let place else { continue }
      members[place].append(customer)
      for cell in books.activity.range(of: customer) where months.contains(books.activity.months[cell]) {
        sums[place][months.first.distance(to: books.activity.months[cell]) + 1] += books.activity.cells[cell].revenue
      }
    }
    for place in sums.indices {
      for month in 1..<sums[place].count { sums[place][month] += sums[place][month - 1] }
    }
    self.members = members
    self.sums = sums
  }

  /// The fall of the other customers of a customer's sector in the twelve months up to one, against the twelve before.
  ///
  /// Where the data do not reach back as far, the first twelve months that can be compared stand in, if the month is one of
  /// them. Nothing where the others did not fall, are too few, or no months can be compared. Linear in the sector's customers where it is asked for the first time.
  mutating func fall(around customer: Int, at month: Month) -> LossSignal? {
    let end = max(month, months.first.advanced(by: 23))
    let current = MonthSpan(end.advanced(by: -11), end)
    let previous = MonthSpan(end.advanced(by: -23), end.advanced(by: -12))
    guard let place = places[customer], current.contains(month), months.contains(end) else { return nil }
    func others(_ span: MonthSpan) -> Cents {
      let first = months.first.distance(to: span.first)
      return sums[place][first + span.count] - sums[place][first]
        - books.activity.total(of: customer, in: span).revenue
    }
    let (now, before) = (others(current), others(previous))
    guard before > .zero, let ratio = Share(now, of: before), ratio.isAtMost(rule.sectorRatio) else { return nil }
    let all = buyers[Compared(sector: place, end: end)] ?? members[place].count { hasBought($0, in: previous) }
    buyers[Compared(sector: place, end: end)] = all
    let counted = all - (hasBought(customer, in: previous) ? 1 : 0)
    guard counted >= rule.sectorMembers else { return nil }
    return .sectorFall(sector: names[place], current: now, previous: before, members: counted)
  }

  private func hasBought(_ customer: Int, in span: MonthSpan) -> Bool {
    books.activity.total(of: customer, in: span).revenue > .zero
  }
}

import Ledger
import Units

/// The way of all customers from what they pay to their prices, year by year.
///
/// A price rises within its customer's cap and falls within that of all; falls are paid by rises: together, in each year, they
/// take no more than what rises have brought beyond what policy wants of the whole. Who has a running contract keeps its prices
/// in the first year.
///
/// Source: docs/methods/price-policy.md.
struct PricePaths {
  /// One customer's prices.
  struct Subject: Hashable {
    /// What it pays; above zero.
    let paid: Cents
    /// Where it is to be.
    let price: Cents
    /// The most its prices rise in the first year.
    let cap: Rate
    /// Whether a contract holds its prices in the first year.
    var isBound = false
  }

  /// For each customer what changes each year from the first, summed up.
  let changes: [[Cents]]
  /// For each customer in which year it is at its price, to the step that prices are rounded to, 1 the first; nothing beyond
  /// the last.
  let years: [Int?]

  /// Walks the years.
  ///
  /// Linear in the customers, for each year.
  init(_ subjects: [Subject], policy: Policy) {
    let (rules, later) = (policy.pricePolicy, policy.ladder.priceCap)
    let least = subjects.map(\.paid).sum.at(Rate(millionths: 1_000_000 + rules.target.millionths))
    var now = subjects.map(\.paid)
    var changes = [[Cents]](repeating: [], count: subjects.count)
    var years = [Int?](repeating: nil, count: subjects.count)
    for year in 1...max(1, rules.mostYears) {
      let wanted = zip(subjects, now).map { $0.price - $1 }
      // Caps are kept to the cent: what does not fill one is left out.
      let moves = subjects.map { year > 1 || !$0.isBound }
      let rises = subjects.indices.map { place in
        moves[place]
          ? max(.zero, min(wanted[place], now[place].part(year == 1 ? subjects[place].cap : later))) : .zero
      }
      let falls = subjects.indices.map { place in
        moves[place] ? max(.zero, min(-wanted[place], now[place].part(rules.fallCap))) : .zero
      }
      let all = falls.sum
      let paid = max(.zero, min(all, now.sum + rises.sum - least))
      for place in subjects.indices {
        let fall =
          all == .zero
          ? .zero : Cents(Int64(Int128(falls[place].value) * Int128(paid.value) / Int128(all.value)))
        now[place] += rises[place] - fall
        changes[place].append(now[place] - subjects[place].paid)
        let left = (subjects[place].price - now[place]).magnitude
        if years[place] == nil, left <= subjects[place].paid.part(rules.rounding) { years[place] = year }
      }
    }
    self.changes = changes
    self.years = years
  }
}

extension Cents {
  /// The amount at a rate, the fraction of a cent left out.
  fileprivate func part(_ rate: Rate) -> Cents {
    Cents(Int64(clamping: Int128(value) * Int128(rate.millionths) / 1_000_000))
  }
}

import Ledger
import Units

/// A homogeneous group of customers by revenue, to which about the same resources go as to every other.
public struct Band: Hashable, Sendable {
  /// Its number, 1 for the biggest customers; empty bands leave gaps in the numbers.
  public let number: Int
  /// Places of its customers in the customer file, biggest first, equal revenues in the order of the file.
  public let members: [Int]
  /// The revenue of its smallest customer.
  public let from: Cents
  /// The revenue of its biggest customer.
  public let to: Cents
  /// The revenue of all its customers.
  public let revenue: Cents
}

/// The customers with revenue in W, cut into bands from the biggest to the smallest; equal revenues stay together.
///
/// Source: seed 002, « un classement en hit-parade, des plus gros aux plus petits, puis […] des groupes homogènes,
/// tranche de chiffre d'affaires par tranche de chiffre d'affaires ». Method: docs/methods/bands.md.
public struct Bands: Sendable {
  /// The bands that have customers, the biggest customers' first.
  public let rows: [Band]
  /// How they were cut.
  public let method: Policy.BandMethod
  /// How many bands were asked for.
  public let asked: Int
  /// Numbers of the bands asked for that hold nobody: left out of `rows`, to be said.
  public let empty: [Int]
  /// For each customer of the file the place of its band in `rows`; nothing without revenue in W.
  public let place: [Int?]
  /// Customers with a negative revenue in W, credit notes beyond invoices: they are in no band.
  public let negativeCustomers: Int
  /// The revenue of those customers, so that bands + this = the revenue of all customers.
  public let negativeRevenue: Cents

  /// The bands of W.
  public init(books: Books, policy: Policy) {
    let span = books.window.current
    self.init(
      revenues: (0..<books.customers.count).map { books.activity.total(of: $0, in: span).revenue }, rule: policy.bands)
  }

  /// The bands of a list of revenues, one for each customer of the file.
  ///
  /// O(n log n); natural breaks O(k·n·log n).
  /// - Parameter rule: a number of bands counts as 1 at least and 1,000 at most; `bounds` are amounts over the same months as `revenues`.
  public init(revenues: [Cents], rule: Policy.Bands) {
    let order = revenues.indices.filter { revenues[$0] > .zero }.sorted {
      revenues[$0] == revenues[$1] ? $0 < $1 : revenues[$0] > revenues[$1]
    }
    let sorted = order.map { revenues[$0] }
    let numbers: [Int]
    switch rule.method {
    case .equalRevenue:
      asked = min(max(1, rule.count), 1_000)
      numbers = equalRevenueNumbers(sorted, count: asked)
    case .bounds:
      let bounds = Set(rule.bounds.filter { $0 > .zero }).sorted(by: >)
      asked = bounds.count + 1
      numbers = sorted.map { revenue in 1 + bounds.prefix { $0 > revenue }.count }
    case .naturalBreaks:
      asked = min(max(1, rule.count), 1_000)
      numbers = naturalBreakNumbers(sorted, count: asked)
    }
    method = rule.method

    var rows: [Band] = []
    var place = [Int?](repeating: nil, count: revenues.count)
    var start = 0
    while start < order.count {
      let end = numbers[start...].firstIndex { $0 != numbers[start] } ?? order.count
      let members = Array(order[start..<end])
      for member in members { place[member] = rows.count }
      rows.append(
        Band(
          number: numbers[start], members: members, from: sorted[end - 1], to: sorted[start],
          revenue: sorted[start..<end].sum))
      start = end
    }
    self.rows = rows
    self.place = place
    let used = Set(rows.map(\.number))
    empty = rows.isEmpty ? [] : (1...asked).filter { !used.contains($0) }
    let negative = revenues.filter { $0 < .zero }
    negativeCustomers = negative.count
    negativeRevenue = negative.sum
  }

  /// The revenue of all bands.
  public var revenue: Cents { rows.map(\.revenue).sum }

  /// How many customers the bands hold.
  public var customers: Int { rows.reduce(0) { $0 + $1.members.count } }

  /// The band of a customer; nothing without revenue in W.
  public func band(of customer: Int) -> Band? { place[customer].map { rows[$0] } }

  /// The last bands, in which tomorrow's customers are looked for: never the first, however few there are.
  public func small(_ count: Int) -> [Band] { Array(rows.dropFirst().suffix(max(0, count))) }
}

/// 1 + ⌊count · cumulated before ÷ total⌋ for revenues sorted from the biggest, all positive, ties together.
private func equalRevenueNumbers(_ sorted: [Cents], count: Int) -> [Int] {
  let total = Int128(sorted.sum.value)
  var numbers: [Int] = []
  numbers.reserveCapacity(sorted.count)
  var before = Int128(0)
  for (index, revenue) in sorted.enumerated() {
    if index > 0, sorted[index - 1] == revenue, let same = numbers.last {
      numbers.append(same)
    } else {
      numbers.append(1 + Int(Int128(count) * before / total))
    }
    before += Int128(revenue.value)
  }
  return numbers
}

/// Band numbers from the natural breaks of the logarithms of revenues sorted from the biggest, all positive.
private func naturalBreakNumbers(_ sorted: [Cents], count: Int) -> [Int] {
  guard !sorted.isEmpty else { return [] }
  var values: [Double] = []
  var weights: [Int] = []
  for revenue in sorted {
    let value = naturalLogarithm(Double(revenue.value))
    if let last = values.last, value >= last {
      weights[weights.count - 1] += 1
    } else {
      values.append(value)
      weights.append(1)
    }
  }
  let breaks = NaturalBreaks(values: values.reversed(), weights: weights.reversed(), count: count)
  var numbers: [Int] = []
  for (index, weight) in weights.enumerated() {
    let number = breaks.count - breaks.group(of: values.count - 1 - index)
    numbers += repeatElement(number, count: weight)
  }
  return numbers
}

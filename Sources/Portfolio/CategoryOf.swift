import Ledger
import Units

/// The category each customer is in: the first policy rule that holds, else the customer file's word, else none.
///
/// A rule holds for the customers it names by hand, and for those of whom all its other lists hold; a range holds when
/// it makes at least half of the customer's revenue in W. A rule without any list holds for nobody.
///
/// Source: seed 000, "Segmente ton porte-feuille clients en regroupant tes clients par catégorie".
public struct CategoryOf: Sendable {
  /// The categories that have a customer at least, in the order in which people read.
  public let names: [String]
  /// How many customers each rule of the policy takes, in the policy's order.
  public let taken: [Int]
  private let places: [Int32]
  private let renamed: [String: String]

  /// Sorts the customers into categories.
  ///
  /// Linear in the customers, their ranges and the policy's rules.
  public init(books: Books, policy: Policy) {
    let rules = policy.categories.map { Rule($0, books: books) }
    let needsRevenue = rules.contains { !$0.ranges.isEmpty }
    var found: [String: Int32] = [:]
    var labels: [String] = []
    var taken = [Int](repeating: 0, count: rules.count)
    var raw = [Int32](repeating: -1, count: books.customers.count)
    for customer in 0..<books.customers.count {
      let details = books.customers.details[customer]
      let revenue = needsRevenue ? books.activity.total(of: customer, in: books.window.current).revenue : .zero
      let place = rules.firstIndex { $0.holds(for: customer, details, revenue: revenue, in: books.ranges) }
      if let place { taken[place] += 1 }
      guard let name = place.map({ rules[$0].name }) ?? details?.category, !name.isEmpty else { continue }
      if let place = found[name] {
        raw[customer] = place
      } else {
        raw[customer] = Int32(labels.count)
        found[name] = Int32(labels.count)
        labels.append(name)
      }
    }
    let sorted = labels.indices.sorted { readsBefore(labels[$0], labels[$1]) }
    var place = [Int32](repeating: -1, count: labels.count)
    for (new, old) in sorted.enumerated() { place[old] = Int32(new) }
    self.taken = taken
    names = sorted.map { labels[$0] }
    places = raw.map { $0 < 0 ? -1 : place[Int($0)] }
    // What a rule asks beside the word, prospects cannot show.
    renamed = policy.categories.reversed().reduce(into: [:]) { renamed, rule in
      for label in rule.labels { renamed[label] = rule.name }
    }
  }

  /// The place in `names` of one customer's category, or nothing when it is in none.
  public func place(of customer: Int) -> Int? { places[customer] < 0 ? nil : Int(places[customer]) }

  /// The category of a prospect: the policy's name for its file's word, or that word.
  public func name(ofProspect prospect: Prospect) -> String? {
    prospect.category.flatMap { $0.isEmpty ? nil : renamed[$0] ?? $0 }
  }

  /// One customer's category, or nothing when it is in none.
  public subscript(customer: Int) -> String? { place(of: customer).map { names[$0] } }
}

/// A policy rule with its lists made fast to ask.
private struct Rule {
  let name: String
  let hand: Set<Int>
  let sectors: Set<String>
  let regions: Set<String>
  let sizes: Set<String>
  let ranges: Set<Int>
  let labels: Set<String>
  let lists: Bool

  init(_ rule: Policy.CategoryRule, books: Books) {
    name = rule.name
    hand = Set(rule.customers.compactMap { books.customers.index(of: ID($0)) })
    sectors = Set(rule.sectors)
    regions = Set(rule.regions)
    sizes = Set(rule.sizes)
    let wanted = Set(rule.ranges)
    ranges = Set(books.ranges.names.indices.filter { wanted.contains(books.ranges.names[$0]) })
    labels = Set(rule.labels)
    lists = !(sectors.isEmpty && regions.isEmpty && sizes.isEmpty && wanted.isEmpty && labels.isEmpty)
    needsRange = !wanted.isEmpty
  }

  private let needsRange: Bool

  func holds(for customer: Int, _ details: Customer?, revenue: Cents, in use: RangeUse) -> Bool {
    if hand.contains(customer) { return true }
    guard lists, has(details?.sector, in: sectors), has(details?.region, in: regions), has(details?.size, in: sizes),
      has(details?.category, in: labels)
    else { return false }
    guard needsRange else { return true }
    return revenue > .zero
      && use[customer].contains { ranges.contains($0.range) && Int128($0.current.value) * 2 >= Int128(revenue.value) }
  }

  private func has(_ value: String?, in list: Set<String>) -> Bool {
    list.isEmpty || value.map(list.contains) ?? false
  }
}

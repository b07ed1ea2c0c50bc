import Units

/// A customer as the customer file describes it; every value is unknown until a source says it.
public struct Customer: Hashable, Sendable {
  /// The group of companies it belongs to.
  public var group: String?
  /// Its category as the file says; the policy's rules come first.
  public var category: String?
  /// Its line of business.
  public var sector: String?
  /// Where it is.
  public var region: String?
  /// How big it is, in the file's own words.
  public var size: String?
  /// Who looks after it.
  public var salesperson: ID<Person>?
  /// What the customer could buy in a year, and when that was judged.
  public var potential: Cents?
  /// When the potential was judged.
  public var potentialDate: Day?
  /// The risk of losing it, in the file's own words.
  public var risk: String?
  /// Customer since, as the customer file says.
  public var since: Day?
  /// Whether the company keeps it for reasons of its own.
  public var strategic: Bool
  /// Who answers for that.
  public var sponsor: String?
  /// Until when.
  public var strategicUntil: Day?
  /// How much it wants what is sold, in the file's own words.
  public var interest: String?
  /// What it values and how it works, in the file's own words.
  public var culture: String?

  /// Makes a customer of whom nothing is known.
  public init(
    group: String? = nil, category: String? = nil, sector: String? = nil, region: String? = nil, size: String? = nil,
    salesperson: ID<Person>? = nil, potential: Cents? = nil, potentialDate: Day? = nil, risk: String? = nil,
    since: Day? = nil, strategic: Bool = false
  ) {
    self.group = group
    self.category = category
    self.sector = sector
    self.region = region
    self.size = size
    self.salesperson = salesperson
    self.potential = potential
    self.potentialDate = potentialDate
    self.risk = risk
    self.since = since
    self.strategic = strategic
  }
}

/// All customers, those that bought and those the customer file names, sorted by identifier.
public struct CustomerFile: Sendable {
  /// The identifiers, ascending.
  public let ids: [ID<Customer>]
  /// The names; the identifier's text where no source gives one.
  public let names: [String]
  /// What is known of customers beyond their name, by place.
  public let details: [Int: Customer]
  /// Which customers are one.
  public let unification: Unification
  /// The identifiers that were merged into a customer, ascending, by place.
  public let merged: [Int: [ID<Customer>]]
  /// The other names of customers that others were merged into, by place.
  public let otherNames: [Int: [String]]
  /// What counts as one customer.
  public let scope: CustomerScope

  /// Makes the file.
  /// - Parameter ids: ascending, without repeats, none of them merged; `names` has as many.
  public init(
    ids: [ID<Customer>], names: [String], details: [Int: Customer] = [:], unification: Unification = .none,
    otherNames: [Int: [String]] = [:], scope: CustomerScope = .company
  ) {
    precondition(ids.count == names.count, "a name for each customer")
    self.ids = ids
    self.names = names
    self.details = details
    self.unification = unification
    self.otherNames = otherNames
    self.scope = scope
    merged = unification.merged.reduce(into: [:]) { merged, entry in
      if let place = place(of: entry.key, in: ids) { merged[place] = entry.value }
    }
  }

  /// How many customers.
  public var count: Int { ids.count }

  /// The place of a customer, or nothing; that of a merged one is the place of the one that is kept.
  ///
  /// O(log n).
  public func index(of id: ID<Customer>) -> Int? { place(of: unification[id], in: ids) }
}

/// Where an identifier stands among ascending ones.
private func place(of id: ID<Customer>, in ids: [ID<Customer>]) -> Int? {
  var (low, high) = (0, ids.count)
  while low < high {
    let middle = (low + high) / 2
    if ids[middle] < id { low = middle + 1 } else { high = middle }
  }
  return low < ids.count && ids[low] == id ? low : nil
}

/// Somebody who serves customers, with what an hour costs.
public struct Person: Hashable, Sendable {
  /// The identifier, as services and sales name the person.
  public let id: ID<Person>
  /// The name.
  public let name: String
  /// The pool of cost the person belongs to; people without a role share one.
  public let role: String?
  /// Paid hours a month, in minutes; nothing when unknown.
  public let minutesPerMonth: Int?
  /// The full cost of a paid hour; nothing when unknown.
  public let costPerHour: Cents?
  /// The region the person serves.
  public let region: String?

  /// Makes a person.
  public init(
    id: ID<Person>, name: String, role: String? = nil, minutesPerMonth: Int? = nil, costPerHour: Cents? = nil,
    region: String? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.minutesPerMonth = minutesPerMonth
    self.costPerHour = costPerHour
    self.region = region
  }
}

/// A company that is not a customer yet.
public struct Prospect: Hashable, Sendable {
  /// The identifier.
  public let id: ID<Prospect>
  /// The name.
  public let name: String
  /// The category it would be in.
  public let category: String?
  /// Its line of business.
  public let sector: String?
  /// Where it is.
  public let region: String?
  /// How big it is, in the file's own words.
  public let size: String?
  /// What it could buy in a year.
  public let potential: Cents?
  /// How much it wants what is sold, in the file's own words.
  public let interest: String?
  /// What it values and how it works, in the file's own words.
  public let culture: String?
  /// Who looks after it.
  public let salesperson: ID<Person>?
  /// Where it comes from: a fair, a recommendation.
  public let source: String?

  /// Makes a prospect.
  public init(
    id: ID<Prospect>, name: String, category: String? = nil, sector: String? = nil, region: String? = nil,
    size: String? = nil, potential: Cents? = nil, interest: String? = nil, culture: String? = nil,
    salesperson: ID<Person>? = nil, source: String? = nil
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.sector = sector
    self.region = region
    self.size = size
    self.potential = potential
    self.interest = interest
    self.culture = culture
    self.salesperson = salesperson
    self.source = source
  }
}

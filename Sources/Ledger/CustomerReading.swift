import Units

/// What counts as one customer.
public enum CustomerScope: String, CaseIterable, Sendable {
  /// Each customer by itself.
  case company
  /// All customers of a group together; those of no group by themselves.
  case group
}

/// How the customer file is read: what people decided, which sources are trusted first, and what counts as one customer.
public struct CustomerReading: Sendable {
  /// Which customers are one.
  public let unification: Unification
  /// What people wrote into the file, by customer.
  public let edits: [ID<Customer>: [Field: FieldEdit]]
  /// Sources whose word counts before that of others, the most trusted first.
  public let trusted: [String]
  /// What counts as one customer.
  public let scope: CustomerScope

  /// The file as the sources write it.
  public static let plain = CustomerReading(.none)

  /// Reads the file by what people decided.
  public init(_ judgements: Judgements, trusted: [String] = [], scope: CustomerScope = .company) {
    unification = judgements.unification
    edits = judgements.edits(by: unification)
    self.trusted = trusted
    self.scope = scope
  }

  /// How much a source is trusted: 0 where the rules do not name it, more the sooner they do.
  public func trust(in source: String) -> Int {
    trusted.firstIndex(of: source).map { trusted.count - $0 } ?? 0
  }

  private init(
    unification: Unification, edits: [ID<Customer>: [Field: FieldEdit]], trusted: [String], scope: CustomerScope
  ) {
    self.unification = unification
    self.edits = edits
    self.trusted = trusted
    self.scope = scope
  }

  /// The same with each member of a group leading to its group.
  /// - Parameter groups: the group of each customer that has one.
  public func grouped(_ groups: [ID<Customer>: ID<Customer>]) -> CustomerReading {
    let further = unification.followed(by: groups)
    var grouped: [ID<Customer>: [Field: FieldEdit]] = [:]
    for (customer, fields) in edits {
      grouped[further[customer], default: [:]].merge(fields) { $0.number > $1.number ? $0 : $1 }
    }
    return CustomerReading(unification: further, edits: grouped, trusted: trusted, scope: scope)
  }
}

extension CustomerFile {
  /// The file with what people wrote into it.
  public func edited(_ edits: [ID<Customer>: [Field: FieldEdit]]) -> CustomerFile {
    guard !edits.isEmpty else { return self }
    var (names, details) = (names, details)
    for (id, fields) in edits {
      guard let place = index(of: id) else { continue }
      var customer = details[place] ?? Customer()
      for (field, edit) in fields {
        guard let value = edit.value else { continue }
        if field == .name {
          names[place] = value.isEmpty ? ids[place].text : value
        } else {
          customer.set(field, to: value)
        }
      }
      details[place] = customer
    }
    return CustomerFile(
      ids: ids, names: names, details: details, unification: unification, otherNames: otherNames, scope: scope)
  }
}

extension Customer {
  /// Sets a field to a value as the ledger writes it; empty for none.
  ///
  /// Fields that no analysis reads are left alone.
  fileprivate mutating func set(_ field: Field, to value: String) {
    let text = value.isEmpty ? nil : value
    switch field {
    case .group: group = text
    case .category: category = text
    case .sector: sector = text
    case .region: region = text
    case .size: size = text
    case .salesperson: salesperson = text.map { ID($0) }
    case .potential: potential = text.flatMap { Int64($0) }.map { Cents($0) }
    case .potentialDate: potentialDate = text.flatMap { Day(iso: $0) }
    case .risk: risk = text
    case .since: since = text.flatMap { Day(iso: $0) }
    case .strategic: strategic = text == "true"
    case .strategicUntil: strategicUntil = text.flatMap { Day(iso: $0) }
    case .sponsor: sponsor = text
    default: break
    }
  }
}

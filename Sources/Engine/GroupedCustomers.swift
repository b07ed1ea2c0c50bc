import ADBC
import Ledger
import Units

/// The groups that customers belong to, as the customer file and people say.
///
/// A group that bears the identifier of a customer is that customer with its subsidiaries.
struct GroupedCustomers {
  /// The group of each customer that has one.
  let groups: [ID<Customer>: ID<Customer>]
  private let names: [ID<Customer>: String]
  private let sums: [ID<Customer>: Sum]

  /// What counts of all members together, not of the newest word on one of them.
  private struct Sum {
    var potential: Cents?
    var since: Day?
    var isStrategic = false
  }

  /// Reads the table `customers`, made for each customer by itself.
  init(on engine: DuckDBEngine, _ reading: CustomerReading) throws(EngineError) {
    let file = try Self.file(on: engine, reading)
    var groups: [ID<Customer>: ID<Customer>] = [:]
    for (place, id) in file.ids.enumerated() {
      if let group = file.details[place]?.group { groups[id] = reading.unification[ID(group)] }
    }
    let direct = groups
    for id in direct.keys { groups[id] = Self.top(of: id, direct) }
    self.groups = groups
    var names: [ID<Customer>: String] = [:]
    for group in groups.values where names[group] == nil {
      names[group] = file.index(of: group).map { file.names[$0] } ?? group.text
    }
    self.names = names
    var sums: [ID<Customer>: Sum] = [:]
    for (place, id) in file.ids.enumerated() {
      // A parent belongs to its group without saying so.
      guard let group = groups[id] ?? (names[id] == nil ? nil : id), let details = file.details[place] else { continue }
      var sum = sums[group] ?? Sum()
      if let potential = details.potential { sum.potential = (sum.potential ?? .zero) + potential }
      if let since = details.since { sum.since = min(sum.since ?? since, since) }
      sum.isStrategic = sum.isStrategic || details.strategic
      sums[group] = sum
    }
    self.sums = sums
  }

  /// The group above all others that a customer belongs to; of groups that belong to each other, the first by identifier.
  private static func top(of id: ID<Customer>, _ groups: [ID<Customer>: ID<Customer>]) -> ID<Customer> {
    var way = [id]
    while let next = groups[way[way.count - 1]] {
      if let turn = way.firstIndex(of: next) { return way[turn...].min() ?? next }
      way.append(next)
    }
    return way[way.count - 1]
  }

  private static func file(on engine: DuckDBEngine, _ reading: CustomerReading) throws(EngineError) -> CustomerFile {
    var known: [ID<Customer>: (name: String?, details: Customer)] = [:]
    for id in reading.edits.keys { known[id] = (nil, Customer()) }
    let rows = try engine.rows(
      .analysing,
      """
      select "customer", "name", "group", "potential", "since", coalesce("strategic", false) from customers
      """)
    for row in rows {
      guard let id = row[0].text else { continue }
      let details = Customer(
        group: row[2].text, potential: row[3].whole.map { Cents($0) }, since: row[4].day,
        strategic: row[5].flag ?? false)
      known[ID(id)] = (row[1].text, details)
    }
    let ids = known.keys.sorted()
    return CustomerFile(
      ids: ids, names: ids.map { known[$0]?.name ?? $0.text },
      details: ids.indices.reduce(into: [:]) { $0[$1] = known[ids[$1]]?.details },
      unification: reading.unification
    ).edited(reading.edits)
  }

  /// A customer file in which each group stands as one customer under its name.
  func named(_ file: CustomerFile) -> CustomerFile {
    var (fileNames, details) = (file.names, file.details)
    for (group, name) in names {
      guard let place = file.index(of: group) else { continue }
      fileNames[place] = name
      var customer = details[place] ?? Customer()
      customer.group = name
      customer.potential = sums[group]?.potential
      customer.since = sums[group]?.since
      customer.strategic = sums[group]?.isStrategic ?? false
      details[place] = customer
    }
    return CustomerFile(
      ids: file.ids, names: fileNames, details: details, unification: file.unification, otherNames: file.otherNames,
      scope: .group)
  }
}

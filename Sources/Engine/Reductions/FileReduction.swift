import ADBC
import Ledger
import Units

/// The files people keep: customers, people and prospects, the newest value of every field.
enum FileReduction {
  /// All customers, those that bought and those the customer file names.
  /// - Parameter allNames: the query that gives every name of those that are merged, and takes a day if lines give names.
  static func customers(
    on engine: DuckDBEngine, namedByLines: Bool, unification: Unification, allNames: String, upTo last: Month
  ) throws(EngineError) -> CustomerFile {
    var ids: [ID<Customer>] = []
    var names: [String] = []
    var details: [Int: Customer] = [:]
    let lineNames =
      namedByLines
      ? """
      left join (select "customer", arg_max(customer_name, ("date", customer_name)) as name from invoice_text
        where customer_name is not null and "date" <= cast(? as date) group by "customer") n on n."customer" = c.customer
      """ : ""
    try engine.each(
      .analysing,
      """
      select c.customer, coalesce(f."name"\(namedByLines ? ", n.name" : ""), c.customer),
        f."customer" is not null,
        f."group", f."category", f."sector", f."region", f."size", f."salesperson", f."risk",
        f."potential", f."potentialDate", f."since", coalesce(f."strategic", false),
        f."strategicUntil", f."sponsor", f."interest", f."culture"
      from customer_list c left join customers f on f."customer" = c.customer \(lineNames)
      order by c.place
      """, namedByLines ? [.date(last.lastDay.number)] : []
    ) { batch in
      let id = try batch[0].texts
      let name = try batch[1].texts
      let described = try batch[2].bools
      let texts = try (3..<10).map { try batch[$0].texts }
      let potential = try batch[10].int64s
      let potentialDate = try batch[11].dates
      let since = try batch[12].dates
      let strategic = try batch[13].bools
      let strategicUntil = try batch[14].dates
      let sponsor = try batch[15].texts
      let interest = try batch[16].texts
      let culture = try batch[17].texts
      for row in 0..<batch.count {
        if described[row] {
          var customer = Customer(
            group: texts[0].string(at: row), category: texts[1].string(at: row), sector: texts[2].string(at: row),
            region: texts[3].string(at: row), size: texts[4].string(at: row),
            salesperson: texts[5].string(at: row).map { ID($0) },
            potential: potential.value(at: row).map { Cents($0) },
            potentialDate: potentialDate.value(at: row).map { Day(number: $0) }, risk: texts[6].string(at: row),
            since: since.value(at: row).map { Day(number: $0) }, strategic: strategic[row])
          customer.strategicUntil = strategicUntil.value(at: row).map { Day(number: $0) }
          customer.sponsor = sponsor.string(at: row)
          customer.interest = interest.string(at: row)
          customer.culture = culture.string(at: row)
          details[ids.count] = customer
        }
        ids.append(ID(id.string(at: row) ?? ""))
        names.append(name.string(at: row) ?? "")
      }
    }
    let file = CustomerFile(ids: ids, names: names, details: details, unification: unification)
    guard !unification.isEmpty else { return file }
    let found = try engine.rows(.analysing, allNames, namedByLines ? [.date(last.lastDay.number)] : [])
    var others: [Int: [String]] = [:]
    for row in found {
      guard let id = row[0].text, let name = row[1].text, let place = file.index(of: ID(id)), names[place] != name
      else { continue }
      others[place, default: []].append(name)
    }
    return CustomerFile(ids: ids, names: names, details: details, unification: unification, otherNames: others)
  }

  /// Everybody who serves customers, by identifier.
  static func people(on engine: DuckDBEngine) throws(EngineError) -> [Person] {
    try engine.rows(
      .analysing,
      """
      select "salesperson", "name", "role", "hoursPerMonth", "costPerHour", "region" from people order by "salesperson"
      """
    ).compactMap { row in
      guard let id = row[0].text else { return nil }
      return Person(
        id: ID(id), name: row[1].text ?? id, role: row[2].text,
        minutesPerMonth: row[3].whole.map { Int(multiplied($0, by: 60, over: 1_000_000)) },
        costPerHour: row[4].whole.map { Cents($0) }, region: row[5].text)
    }
  }

  /// Companies that are not customers yet, by identifier.
  static func prospects(on engine: DuckDBEngine) throws(EngineError) -> [Prospect] {
    try engine.rows(
      .analysing,
      """
      select "prospect", "name", "category", "sector", "region", "size", "potential", "interest", "culture",
        "salesperson", "source"
      from prospects order by "prospect"
      """
    ).compactMap { row in
      guard let id = row[0].text else { return nil }
      return Prospect(
        id: ID(id), name: row[1].text ?? id, category: row[2].text, sector: row[3].text, region: row[4].text,
        size: row[5].text, potential: row[6].whole.map { Cents($0) }, interest: row[7].text, culture: row[8].text,
        salesperson: row[9].text.map { ID($0) }, source: row[10].text)
    }
  }
}

import Decisions
import Ledger
import Portfolio
import Units

/// All customers as a table, the biggest first, and what is needed to search it: made once for some months.
public struct CustomerList: Sendable {
  /// The places in the customer file, in the order of the rows.
  public let order: [Int]
  /// Names and codes, in the order of the rows.
  public let names: NameIndex
  /// The rows.
  let grid: ReportGrid
  /// Customers with an invoice line in W.
  let active: Int
  /// Customers that never ordered.
  let silent: Int
  private let counts: Counts

  /// The customers that a name or a code may mean, by place in the file: the one that goes by it exactly, else all that hold it.
  ///
  /// Linear in the customers' names.
  public func places(named text: String) -> [Int] {
    let found = names.all(text)
    let exact = found.filter { names.isExact($0, text) }
    return (exact.count == 1 ? exact : found).map { order[$0] }
  }

  /// How many customers have each value by which they can be looked at alone.
  private struct Counts: Sendable {
    var categories: [String: Int] = [:]
    var salespeople: [ID<Person>: Int] = [:]
    var bands: [Int: Int] = [:]
    var classes: [String: Int] = [:]
    var stages: [Stage: Int] = [:]
  }

  /// Makes the list.
  ///
  /// Linear in the customers, once they are in order.
  public init(_ analysis: CompanyAnalysis) {
    let books = analysis.books
    let order = analysis.customersByWeight
    self.order = order
    let file = books.customers
    names = NameIndex(
      order.lazy.map { place in
        // A customer is found by what it was called before a merge too.
        [file.names[place], file.ids[place].text] + file.otherNames[place, default: []]
          + file.merged[place, default: []].map(\.text)
      })
    active = analysis.margins.rows.count { $0.lines > 0 }
    silent = order.count { books.orders[$0].isEmpty }
    let (stages, month) = (analysis.life.stages, books.window.asOf)
    var counts = Counts()
    for customer in order {
      if let category = analysis.categories[customer] { counts.categories[category, default: 0] += 1 }
      if let person = books.customers.details[customer]?.salesperson { counts.salespeople[person, default: 0] += 1 }
      if let band = analysis.bandTable.bands.band(of: customer) { counts.bands[band.number, default: 0] += 1 }
      if let stage = stages?.stage(of: customer, at: month) { counts.stages[stage, default: 0] += 1 }
      if let row = analysis.rankingRow(of: customer) { counts.classes[row.abc.letter, default: 0] += 1 }
    }
    self.counts = counts
    // Before the data begin nothing is known, not even that it was nothing.
    let hasPrevious =
      books.window.previous.map { previous in books.history.map { $0.first <= previous.last } ?? false } ?? false
    grid = ReportGrid(
      columns: CustomerList.columns,
      rows: ReportRows(count: order.count) { place in
        let customer = order[place]
        let margin = analysis.margins.rows[customer]
        let person = books.customers.details[customer]?.salesperson
        return [
          books.nameCell(customer), books.idCell(customer), .text(analysis.categories[customer]),
          analysis.rankingRow(of: customer).map { .tag($0.abc.tag) } ?? .unknown,
          stages?.stage(of: customer, at: month).map { .tag($0.tag) } ?? .unknown,
          analysis.life.verdicts.rows[customer].verdictCell,
          .integer(analysis.bandTable.bands.band(of: customer)?.number), .cents(margin.revenue),
          .cents(hasPrevious ? analysis.previousMargins?.rows[customer].revenue : nil),
          .cents(margin.operatingMargin, else: .marginUnknown),
          books.orders[customer].last.map { .day($0.day) } ?? .unknown(Phrase(fr: "jamais", en: "never")),
          person.map { .tag(.init($0.text, Phrase(name: books.name(of: $0)))) } ?? .unknown,
        ]
      })
  }

  private static let columns: [ReportColumn] = [
    .name, ReportColumn("customer", ReportColumn.customer.title, .text, .optional(5)), .category,
    ReportColumn("class", Phrase(fr: "Classe", en: "Class"), .text, .optional(6)),
    ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text, .optional(4)),
    ReportColumn("verdict", Phrase(fr: "Verdict", en: "Verdict"), .text, .optional(2)),
    ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .integer, .optional(7)), .revenue(),
    ReportColumn("previousRevenueCents", Phrase(fr: "Avant", en: "Before"), .euros, .optional(3)),
    .operatingMargin(.optional(1)),
    ReportColumn("lastOrder", Phrase(fr: "Dernière commande", en: "Last order"), .day, .optional(2)),
    ReportColumn("salesperson", Phrase(fr: "Commercial", en: "Salesperson"), .text, .optional(8)),
  ]

  /// The places of the rows that a request asks for, in its order.
  ///
  /// Names and codes are searched in one pass; what is sorted or looked at alone makes the rows left once.
  public func places(for request: TableRequest, in voice: Voice) -> [Int] {
    let found = request.text.isEmpty ? Array(order.indices) : names.all(request.text)
    guard request.sort != nil || !request.only.isEmpty else { return found }
    let rest = TableRequest(sort: request.sort, isDescending: request.isDescending, only: request.only)
    return grid.places(for: rest, in: voice, among: found)
  }

  /// Values shown of a facet at most.
  private static let mostValues = 12

  /// Values by which customers can be looked at alone, the most frequent where there are many.
  public func facets(_ analysis: CompanyAnalysis, in voice: Voice) -> [ReportFacet] {
    let books = analysis.books
    let texts = { (counts: [String: Int]) in
      counts.sorted { readsBefore($0.key, $1.key) }.map { (code: $0.key, label: $0.key, count: $0.value) }
    }
    return [
      facet("category", texts(counts.categories), in: voice), facet("class", texts(counts.classes), in: voice),
      facet("stage", stageValues(in: voice), in: voice),
      facet("verdict", verdictValues(analysis, in: voice), in: voice),
      facet(
        "band",
        counts.bands.sorted { $0.key < $1.key }.map { (String($0.key), voice.integer($0.key), $0.value) }, in: voice),
      facet(
        "salesperson",
        counts.salespeople.map { (code: $0.key.text, label: books.name(of: $0.key), count: $0.value) }
          .sorted { $0.label == $1.label ? precedes($0.code, $1.code) : readsBefore($0.label, $1.label) }, in: voice),
    ].compactMap { $0 }
  }

  /// The verdicts, told when somebody looks: they take longer than the list.
  private func verdictValues(
    _ analysis: CompanyAnalysis, in voice: Voice
  ) -> [(code: String, label: String, count: Int)] {
    let rows = analysis.life.verdicts.rows
    var sums: [Verdict: Int] = [:]
    for customer in order {
      if let verdict = rows[customer].verdict.value { sums[verdict, default: 0] += 1 }
    }
    return Verdict.allCases.compactMap { verdict in
      sums[verdict].map { (verdict.rawValue, verdict.label.text(in: voice), $0) }
    }
  }

  /// The stages by the word that programs know: those won back are new.
  private func stageValues(in voice: Voice) -> [(code: String, label: String, count: Int)] {
    let sums = Dictionary(counts.stages.map { ($0.key.name, $0.value) }, uniquingKeysWith: +)
    return Stage.reading.filter { $0 != .wonBack }.compactMap { stage in
      sums[stage.name].map { (stage.name, stage.plural.text(in: voice), $0) }
    }
  }

  private func facet(_ key: String, _ values: [(code: String, label: String, count: Int)], in voice: Voice)
    -> ReportFacet?
  {
    guard values.count > 1, let column = grid.columns.first(where: { $0.key == key }) else { return nil }
    let least = values.map(\.count).sorted(by: >).prefix(CustomerList.mostValues).last ?? 0
    return ReportFacet(
      key: key, label: column.title.text(in: voice),
      values: values.filter { $0.count >= least }.prefix(CustomerList.mostValues).map {
        ReportFacet.Value(
          code: $0.code, label: $0.label, count: $0.count, isName: key == "category" || key == "salesperson")
      })
  }
}

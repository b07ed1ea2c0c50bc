import Decisions
import Desk
import Ledger
import Pages
import Portfolio
import Units

/// What the pages show at one moment: a snapshot, and what was worked out of it on the way, forgotten with it.
final class ShownBooks: Sendable {
  let snapshot: BookSnapshot
  private let documents = Recent<DocumentKey, ReportDocument>(most: 64)
  private let pages = Recent<PageKey, WrittenContent>(most: 128)
  private let windows = Recent<ViewChoice, CompanyAnalysis>(most: 4)
  private let orders = Recent<OrderKey, [Int]>(most: 64)
  private let charts = Recent<ReportKey, ReportCharts>(most: 32)
  private let facets = Recent<ReportKey, [ReportFacet]>(most: 64)
  private let answers = Recent<String, ApiAnswer>(most: 32)
  private let lists = Recent<ViewChoice, CustomerList>(most: 4)
  private let customerPlaces = Recent<CustomerKey, [Int]>(most: 32)
  private let customerFacets = Recent<FacetChoice, [ReportFacet]>(most: 8)

  private struct CustomerKey: Hashable {
    let choice: ViewChoice
    let request: TableRequest
    let language: Language
  }
  private struct FacetChoice: Hashable {
    let choice: ViewChoice
    let language: Language
  }
  private struct DocumentKey: Hashable {
    let name: ReportName
    let choice: ViewChoice
    let asked: ReportChoice
  }
  /// What was asked, in which language: with the books, all that a page's content hangs on.
  private struct PageKey: Hashable {
    let path: String
    let items: [Link.Item]
    let language: Language
  }
  private struct OrderKey: Hashable {
    let report: ReportKey
    let request: TableRequest
  }
  /// A report in one language, over some months, as it is asked for.
  struct ReportKey: Hashable {
    let name: ReportName
    let choice: ViewChoice
    let asked: ReportChoice
    let language: Language
  }

  init(_ snapshot: BookSnapshot) { self.snapshot = snapshot }

  /// The analyses of the months and customers asked for.
  func portfolio(_ choice: ViewChoice) async throws -> CompanyAnalysis {
    let usual = snapshot.policy.usualLength
    guard choice.asOf != nil || choice.length ?? usual != usual || choice.scope != .company else {
      return snapshot.portfolio
    }
    return try await windows.offloaded(choice) { [snapshot] in
      try snapshot.portfolio(asOf: choice.asOf, length: choice.length, per: choice.scope)
    }
  }

  /// A report: its title, figures and notes go over all customers.
  func document(_ key: ReportKey, _ portfolio: CompanyAnalysis) async throws -> ReportDocument {
    try await documents.offloaded(DocumentKey(name: key.name, choice: key.choice, asked: key.asked)) {
      [snapshot] in
      if key.name.readsProducts { try snapshot.readPrices(of: portfolio) }
      return portfolio.report(key.name, by: key.asked.criterion, predicting: key.asked.prediction)
    }
  }

  /// A page's content, written once for all who ask the same.
  ///
  /// Only for content that hangs on nothing but the books and what is asked: no token, no work going on.
  func content(
    of ask: Ask, made: @escaping @Sendable () async throws -> WrittenContent
  ) async throws -> WrittenContent {
    try await pages.value(PageKey(path: ask.path, items: ask.items, language: ask.language), made)
  }

  /// The places of a report's rows as a person asked for them.
  func places(_ document: ReportDocument, _ request: TableRequest, _ key: ReportKey, voice: Voice) async throws -> [Int]
  {
    let order = request.order
    if order == TableRequest() { return Array(document.webGrid.rows.indices) }
    return try await orders.offloaded(OrderKey(report: key, request: order)) {
      document.webGrid.places(for: order, in: voice)
    }
  }

  /// A report's panels.
  func charts(_ key: ReportKey, _ portfolio: CompanyAnalysis, context: PageContext) async throws -> ReportCharts {
    try await charts.offloaded(key) { [snapshot] in
      // The document may be older than the analyses at hand.
      if key.name.readsProducts { try snapshot.readPrices(of: portfolio) }
      return ReportCharts(key.name, analysis: portfolio, choice: key.asked, context: context)
    }
  }

  /// An answer of the API, by what tells it from others.
  func answer(_ key: String, _ make: @escaping @Sendable () throws -> ApiAnswer) async throws -> ApiAnswer {
    if let known = answers[key] { return known }
    let made = try await offload { try make() }
    // All that are kept together stay below 128 MB.
    if made.size <= 4 << 20 { answers[key] = made }
    return made
  }

  /// The columns by which a report's rows can be looked at alone.
  func facets(_ document: ReportDocument, _ key: ReportKey, voice: Voice) async throws -> [ReportFacet] {
    try await facets.offloaded(key) { ReportFacet.all(of: document, in: voice) }
  }
}

/// Customers and their sheets.
extension ShownBooks {
  /// All customers over some months; what their sheets share is made with them.
  func customers(_ choice: ViewChoice, _ portfolio: CompanyAnalysis) async throws -> CustomerList {
    let choice = portfolio === snapshot.portfolio ? ViewChoice() : choice
    return try await lists.offloaded(choice) { Self.customers(portfolio) }
  }

  private static func customers(_ portfolio: CompanyAnalysis) -> CustomerList {
    portfolio.prepareSheets()
    return CustomerList(portfolio)
  }

  /// Makes the usual months' customers before anybody asks.
  func warmCustomers() { lists[ViewChoice()] = Self.customers(snapshot.portfolio) }

  /// The places in the list of customers that a person asked for.
  func places(
    _ list: CustomerList, _ request: TableRequest, _ choice: ViewChoice, voice: Voice
  ) async throws -> [Int] {
    let key = CustomerKey(choice: choice, request: request.order, language: voice.language)
    return try await customerPlaces.offloaded(key) { list.places(for: key.request, in: voice) }
  }

  /// The values by which customers can be looked at alone.
  func facets(
    _ list: CustomerList, _ portfolio: CompanyAnalysis, _ choice: ViewChoice, voice: Voice
  ) -> [ReportFacet] {
    customerFacets.value(FacetChoice(choice: choice, language: voice.language)) { list.facets(portfolio, in: voice) }
  }
}

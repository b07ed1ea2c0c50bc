import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// Customers: all of them, the search while typing, one on its sheet, and the invoice lines behind any figure.
struct CustomerRoutes: Sendable {
  let maker: PageMaker

  /// Lines that a file is made of at most.
  static let mostLinesInFile = 200_000

  func add(to router: Router<BasicRequestContext>) {
    router.get("/customers") { request, _ in try await customers(Ask(request)) }
    router.get("/customers/{id}") { request, context in
      try await customer(Ask(request), ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
    router.get("/find") { request, _ in try await find(Ask(request)) }
    router.get("/lines") { request, _ in try await lines(Ask(request)) }
    router.get("/lines.csv") { request, _ in try await linesFile(Ask(request)) }
  }

  private func customers(_ ask: Ask) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    let context = maker.context(ask, portfolio: portfolio)
    let list = try await shown.customers(ask.choice, portfolio)
    let content = try await shown.content(of: ask) {
      // The list shows verdicts, whose steps know what others pay.
      try await offload { try shown.snapshot.readPrices(of: portfolio) }
      return CustomersPage(
        list, window: portfolio.books.window, request: ask.table,
        places: try await shown.places(list, ask.table, ask.choice, voice: context.voice),
        facets: shown.facets(list, portfolio, ask.choice, voice: context.voice), context: context
      ).frame(context).written
    }
    return maker.response(content.frame(context, address: .customers), ask)
  }

  private func customer(_ ask: Ask, _ id: ID<Customer>) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    let list = try await shown.customers(ask.choice, portfolio)
    guard let place = portfolio.books.customers.index(of: id) else {
      throw missing(id, list, portfolio, latest: shown.snapshot.portfolio)
    }
    let context = maker.context(ask, portfolio: portfolio)
    let content = try await shown.content(of: ask) {
      // The steps of its verdict know what others pay.
      try await offload { try shown.snapshot.readPrices(of: portfolio) }
      return CustomerSheetPage(
        of: place, in: portfolio, ceasing: shown.snapshot.judgements.ceasing(of: id), context: context
      ).frame(context).written
    }
    return maker.response(content.frame(context, address: .customer(id)), ask)
  }

  /// Why there is no sheet: nobody goes by that identifier, or not yet at the month looked at.
  private func missing(
    _ id: ID<Customer>, _ list: CustomerList, _ portfolio: CompanyAnalysis, latest: CompanyAnalysis
  ) -> ServerError {
    if let place = latest.books.customers.index(of: id) {
      return .notYetCustomer(name: latest.books.customers.names[place], asOf: portfolio.books.window.asOf)
    }
    return .noSuchCustomer(UnknownCustomer(id.text, list: list, books: portfolio.books))
  }

  private func find(_ ask: Ask) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    let text = ask["q"] ?? ""
    let list = try await shown.customers(ask.choice, portfolio)
    let bytes =
      text.allSatisfy(\.isWhitespace)
      ? FindResults.nothing
      : FindResults(text, list: list, analysis: portfolio, context: maker.context(ask, portfolio: portfolio)).fragment
    return .html(bytes)
  }

  private func lines(_ ask: Ask) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    let (filter, request) = try asked(ask, shown.snapshot, portfolio)
    let number = ask.table.page
    let page = try await read(
      shown.snapshot, request, per: ask.choice.scope, offset: (number - 1) * LinesPage.pageSize,
      limit: LinesPage.pageSize)
    let context = maker.context(ask, portfolio: portfolio)
    let model = LinesPage(
      page, filter: filter, request: ask.table, books: portfolio.books,
      sources: shown.snapshot.sources.mapValues { LinesPage.Source(id: $0.id, file: $0.file) }, context: context)
    return maker.response(model.frame(context), ask)
  }

  private func linesFile(_ ask: Ask) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    let (_, request) = try asked(ask, shown.snapshot, portfolio)
    let page = try await read(
      shown.snapshot, request, per: ask.choice.scope, offset: 0, limit: CustomerRoutes.mostLinesInFile)
    guard page.count == page.lines.count else { throw ServerError.tooManyLines(most: CustomerRoutes.mostLinesInFile) }
    let voice = Voice(ask.language)
    let files = shown.snapshot.files
    let bytes = try await offload {
      ReportCSV.bytes(ReportGrid.lines(page.lines, books: portfolio.books, file: files), in: voice)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"lines.csv\""],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Which lines are asked for, as the page says it and as the ledger takes it.
  private func asked(
    _ ask: Ask, _ snapshot: BookSnapshot, _ portfolio: CompanyAnalysis
  ) throws(ServerError) -> (LineFilter, LineRequest) {
    let filter: LineFilter
    do { filter = try LineFilter(items: ask.items, history: portfolio.books.history) } catch {
      switch error {
      case .notUnderstood(let text): throw .badRequest(text)
      }
    }
    var request = LineRequest(
      filter.whose, span: filter.span, day: filter.day, range: filter.range, invoice: filter.invoice,
      sort: ask.table.sort.flatMap(LineRequest.SortKey.init(rawValue:)), isDescending: ask.table.isDescending)
    if let id = filter.importID {
      guard let found = snapshot.sources.first(where: { $0.value.id == id }) else { throw .noSuchImport(id) }
      request.importSequence = found.key
    }
    return (filter, request)
  }

  /// Reads lines where nobody waits for it.
  private func read(
    _ snapshot: BookSnapshot, _ request: LineRequest, per scope: CustomerScope, offset: Int, limit: Int
  ) async throws -> LinePage {
    var request = request
    request.offset = offset
    request.limit = limit
    return try await offload { [request] in try snapshot.lines(request, per: scope) }
  }
}

import Decisions
import Desk
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// The reports and what stands behind them, for programs.
struct ApiRoutes: Sendable {
  let maker: PageMaker
  private let tags = ApiTags()

  init(maker: PageMaker) { self.maker = maker }

  func add(to router: Router<BasicRequestContext>) {
    let api = router.group("/api/v1")
    api.get("reports") { request, _ in try reports(request) }
    api.get("reports/{name}") { request, context in try await report(request, context.parameters.get("name") ?? "") }
    api.get("customers") { request, _ in try await customers(request) }
    api.get("customers/{id}") { request, context in
      try await customer(request, id: context.parameters.get("id") ?? "")
    }
    api.get("customers/{id}/lines") { request, context in
      try await lines(request, id: context.parameters.get("id") ?? "")
    }
    api.get("categories") { request, _ in
      try await books(request, ApiAsk(request, .categories)) { _, portfolio, voice in
        ApiAnswer(ListDocument.categories(portfolio).json(in: voice) + [0x0A])
      }
    }
    api.get("prospects") { request, _ in
      try await books(request, ApiAsk(request, .prospects)) { _, portfolio, voice in
        ApiAnswer(ListDocument.prospects(portfolio).json(in: voice) + [0x0A])
      }
    }
    api.get("whatif") { request, _ in
      try await books(request, ApiAsk(request, .whatIf), readsProducts: true) { ask, portfolio, voice in
        let tried = try TriedScenario(ask.scenario(.steps), in: portfolio)
        let other = ask[.against] == nil ? nil : try TriedScenario(ask.scenario(.against), in: portfolio)
        return ApiAnswer(ListDocument.whatIf(tried, against: other, in: portfolio).json(in: voice) + [0x0A])
      }
    }
    api.get("offers") { request, _ in
      try await decisions(request, .offers) { known, portfolio, _ in
        .offers(known.standingOffers + known.offers.filter(\.isWithdrawn), customers: portfolio.books.customers)
      }
    }
    api.get("ceasing") { request, _ in
      try await decisions(request, .ceasing) { known, portfolio, snapshot in
        .ceasing(portfolio.ceasingEntries(known, commitments: try snapshot.commitments(known), today: .today))
      }
    }
    api.get("letters") { request, _ in
      try await decisions(request, .letters) { known, portfolio, _ in
        .letters(portfolio.letterEntries(known), today: .today)
      }
    }
    api.get("door") { request, _ in
      try await decisions(request, .door) { known, portfolio, _ in
        .door(known.standingDoor, toxic: portfolio.toxicCategories)
      }
    }
    api.get("imports") { request, _ in try await imports(request) }
    api.get("status") { request, _ in try status(request) }
    api.get("health") { request, _ in
      _ = try ApiAsk(request, .health)
      return ApiAnswer(StateJSON.health).response()
    }
    api.get("openapi.json") { request, _ in
      let ask = try ApiAsk(request, .description)
      return tagged(request, ask) { ApiAnswer(OpenAPIDocument.bytes) }
    }
  }

  private func reports(_ request: Request) throws -> Response {
    let ask = try ApiAsk(request, .reports)
    return tagged(request, ask) { ApiAnswer(APIJSON.reports(in: Voice(ask.language))) }
  }

  private func report(_ request: Request, _ name: String) async throws -> Response {
    if name == "all" {
      return try await books(request, ApiAsk(request, .allReports), readsProducts: true) { ask, portfolio, voice in
        ApiAnswer(ReportFiles.json(of: portfolio, by: ask.criterion, in: voice))
      }
    }
    guard let name = ReportName(rawValue: name) else { throw ServerError.noSuchReport(String(name.prefix(80))) }
    let settings = maker.office.settings
    return try await books(request, ApiAsk(request, .report(name)), readsProducts: name.readsProducts) {
      ask, portfolio, voice in
      let document = portfolio.report(name, by: ask.criterion, predicting: ask.forecast)
      func file(_ bytes: [UInt8], _ type: String) -> ApiAnswer {
        let name = DownloadName(
          company: portfolio.policy.company.name, document: document, ending: ask.format.rawValue, in: voice)
        return ApiAnswer(bytes, type: type, disposition: name.disposition)
      }
      switch ask.format {
      case .json: return ApiAnswer(ReportFiles.json(document, in: voice))
      case .csv:
        return file(
          ReportCSV.bytes(document, in: voice, byteOrderMark: true), "text/csv; charset=utf-8; header=present")
      case .xlsx:
        return file(
          try Workbook.bytes(of: ReportSheet(document, in: voice), settings: settings),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      }
    }
  }

  private func customers(_ request: Request) async throws -> Response {
    try await books(request, ApiAsk(request, .customers)) { ask, portfolio, voice in
      ApiAnswer(
        APIJSON.customers(
          portfolio, by: ask.criterion, holding: ask[.q] ?? "", offset: ask.number(.offset), limit: ask.number(.limit),
          in: voice))
    }
  }

  private func customer(_ request: Request, id: String) async throws -> Response {
    try await books(request, ApiAsk(request, .customer, id: id), readsProducts: true) { ask, portfolio, voice in
      let id = ask[.id] ?? ""
      guard let place = portfolio.books.customers.index(of: ID(id)) else { throw DeskError.noSuchCustomer(id) }
      return ApiAnswer(SheetDocument(of: place, in: portfolio).json(in: voice) + [0x0A])
    }
  }

  /// What people decided, as the books shown know it.
  private func decisions(
    _ request: Request, _ operation: APIOperation,
    _ make: @escaping @Sendable (Judgements, CompanyAnalysis, BookSnapshot) throws -> ListDocument
  ) async throws -> Response {
    let snapshot = try shown().snapshot
    // What is proposed hangs on the day, and so does the date of a letter.
    return try await books(
      request, ApiAsk(request, operation), readsProducts: operation == .ceasing,
      on: operation == .ceasing || operation == .letters ? .today : nil
    ) { _, portfolio, voice in
      ApiAnswer(try make(snapshot.judgements, portfolio, snapshot).json(in: voice) + [0x0A])
    }
  }

  private func lines(_ request: Request, id: String) async throws -> Response {
    let ask = try ApiAsk(request, .customerLines, id: id)
    let span = try ask.span()
    let shown = try shown()
    let id = ask[.id] ?? ""
    let customer = id == "-" ? nil : ID<Customer>(id)
    let choice = ask.choice
    if let customer, try await shown.portfolio(choice).books.customers.index(of: customer) == nil {
      throw DeskError.noSuchCustomer(id)
    }
    let tag = tags.tag(request, ask, of: shown.snapshot.revision.text)
    if ApiTags.has(tag, request) { return ApiAnswer.same(tag: tag) }
    return try await offload { [snapshot = shown.snapshot] in
      let wanted = LineRequest(
        customer.map { .customer($0) } ?? .nobody, span: span, range: ask[.range].map { .named($0) },
        offset: ask.number(.offset),
        limit: ask.number(.limit))
      return ApiAnswer(LineJSON.bytes(try snapshot.lines(wanted, per: choice.scope), of: wanted, files: snapshot.files))
    }.response(tag: tag)
  }

  private func imports(_ request: Request) async throws -> Response {
    let ask = try ApiAsk(request, .imports)
    let workspace = maker.office.workspace
    // The revision is taken first: at worst a newer list goes under an older tag and is asked for once more.
    let (revision, outcomes) = try await offload {
      (WorkspaceRevision(of: workspace), try workspace.imports().map { ImportOutcome(kept: $0, in: workspace) })
    }
    return tagged(request, ask, of: revision.text) { ApiAnswer(ImportJSON.bytes(outcomes, in: ask.language)) }
  }

  private func status(_ request: Request) throws -> Response {
    let ask = try ApiAsk(request, .status)
    return ApiAnswer(StateJSON.bytes(maker.office.now, in: ask.language)).response()
  }

  /// What is shown now.
  /// - Throws: why nothing is.
  private func shown() throws -> ShownBooks {
    let state = maker.office.now
    guard let shown = state.shown else { throw state.fault ?? ServerError.analysing }
    return shown
  }

  /// An answer made of the books, unless the asker has it.
  private func books(
    _ request: Request, _ ask: ApiAsk, readsProducts: Bool = false, on day: Day? = nil,
    _ make: @escaping @Sendable (ApiAsk, CompanyAnalysis, Voice) throws -> ApiAnswer
  ) async throws -> Response {
    let shown = try shown()
    let tag = tags.tag(request, ask, of: shown.snapshot.revision.text + (day.map { $0.iso } ?? ""))
    if ApiTags.has(tag, request) { return ApiAnswer.same(tag: tag) }
    let portfolio = try await shown.portfolio(ask.choice)
    let voice = Voice(ask.language, currency: portfolio.policy.company.currency)
    return try await shown.answer(tag) { [snapshot = shown.snapshot] in
      if readsProducts { try snapshot.readPrices(of: portfolio) }
      return try make(ask, portfolio, voice)
    }.response(tag: tag)
  }

  /// An answer made at once, unless the asker has it.
  private func tagged(
    _ request: Request, _ ask: ApiAsk, of revision: String = "", _ make: () -> ApiAnswer
  ) -> Response {
    let tag = tags.tag(request, ask, of: revision)
    return ApiTags.has(tag, request) ? ApiAnswer.same(tag: tag) : make().response(tag: tag)
  }
}

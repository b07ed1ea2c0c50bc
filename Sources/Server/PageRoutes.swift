import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// The pages that only show.
struct PageRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/") { request, _ in try await dashboard(Ask(request)) }
    router.get(RouterPath(VerdictSummary.address.path)) { request, _ in try await verdicts(Ask(request)) }
    router.get("/reports/{name}") { request, context in
      try await report(Ask(request), context.parameters.get("name") ?? "")
    }
    router.get("/style") { request, _ in
      let ask = try Ask(request)
      let context = maker.context(ask)
      return maker.response(StylePage(context).frame(context), ask)
    }
    router.get("/progress") { request, _ in progress(try Ask(request)) }
    router.get("/language") { request, _ in language(try Ask(request)) }
    router.get(RouterPath(PageAssets.iconPath)) { _, _ in icon }
    router.get("/assets/{name}") { _, context in try asset(context.parameters.get("name") ?? "") }
  }

  private func dashboard(_ ask: Ask) async throws -> Response {
    guard maker.office.now.shown != nil else {
      if maker.office.isStarting { return maker.starting(ask) }
      return maker.response(WelcomePage(maker.context(ask, portfolio: nil)).frame, ask)
    }
    let (shown, portfolio) = try await maker.shown(ask)
    let context = maker.context(ask, portfolio: portfolio)
    let content = try await shown.content(of: ask) {
      try await offload { Dashboard(portfolio, context: context).frame(context).written }
    }
    return maker.response(content.frame(context, address: .dashboard), ask)
  }

  /// The dashboard's verdicts alone.
  private func verdicts(_ ask: Ask) async throws -> Response {
    let (_, portfolio) = try await maker.shown(ask)
    let context = maker.context(ask, portfolio: portfolio)
    return .html(try await offload { VerdictSummary(portfolio, context: context).fragment })
  }

  private func report(_ ask: Ask, _ text: String) async throws -> Response {
    guard let name = ReportName(rawValue: text) else { throw ServerError.noSuchPage }
    let (shown, portfolio) = try await maker.shown(ask)
    let context = maker.context(ask, portfolio: portfolio)
    let key = ShownBooks.ReportKey(
      name: name, choice: ask.choice, asked: ask.report.read(by: name), language: ask.language)
    let content = try await shown.content(of: ask) {
      let document = try await shown.document(key, portfolio)
      return ReportPage(
        document, charts: try await shown.charts(key, portfolio, context: context), request: ask.table,
        places: try await shown.places(document, ask.table, key, voice: context.voice),
        facets: try await shown.facets(document, key, voice: context.voice), choice: key.asked, context: context
      ).frame(context, address: .report(name)).written
    }
    return maker.response(content.frame(context, address: .report(name)), ask)
  }

  /// How far the work behind the pages is; a page in place of it once it is done.
  private func progress(_ ask: Ask) -> Response {
    if let work = maker.office.now.work, !work.isTrial {
      return .html(work.progress(in: Voice(ask.language)).fragment)
    }
    var response = Response.html([])
    response.headers[.hxRefresh] = "true"
    return response
  }

  private func language(_ ask: Ask) -> Response {
    let back = ask["back"].map { $0.hasPrefix("/") && !$0.hasPrefix("//") ? $0 : "/" } ?? "/"
    var response = Response(status: .seeOther, headers: [.location: back])
    if let language = ask["to"].flatMap(Language.init(rawValue:)) {
      response.setCookie(
        Cookie(name: "lang", value: language.rawValue, maxAge: 31_536_000, path: "/", sameSite: .lax))
    }
    return response
  }

  private var icon: Response {
    Response(
      status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: "public, max-age=86400"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: PageAssets.icon)))
  }

  private func asset(_ name: String) throws -> Response {
    guard let asset = maker.assets[name] else { throw ServerError.noSuchPage }
    return Response(
      status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
      body: ResponseBody(byteBuffer: asset.bytes))
  }
}

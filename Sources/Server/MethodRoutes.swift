import Decisions
import Hummingbird
import Pages
import Portfolio

/// The pages that say how reports are computed.
struct MethodRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/methods/{name}") { request, context in
      try await method(Ask(request), context.parameters.get("name") ?? "")
    }
  }

  private func method(_ ask: Ask, _ text: String) async throws -> Response {
    guard let name = ReportName(rawValue: text) else { throw ServerError.noSuchPage }
    let (_, portfolio) = try await maker.shown(ask)
    let context = maker.context(ask, portfolio: portfolio)
    return maker.response(MethodPage(name, policy: portfolio.policy, context: context).frame(context), ask)
  }
}

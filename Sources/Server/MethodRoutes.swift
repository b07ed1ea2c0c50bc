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
    guard let shown = maker.office.now.shown else { throw maker.office.now.fault ?? ServerError.notReady }
    let portfolio = try await shown.portfolio(ask.choice)
    let context = maker.context(ask, portfolio: portfolio)
    return maker.response(MethodPage(name, policy: portfolio.policy, context: context).frame(context), ask)
  }
}

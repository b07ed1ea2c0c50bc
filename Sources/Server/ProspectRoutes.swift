import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Units

/// Somebody who is no customer yet.
struct ProspectRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/prospects/{id}") { request, context in
      try await prospect(Ask(request), ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
  }

  private func prospect(_ ask: Ask, _ id: ID<Prospect>) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    guard let place = portfolio.books.prospects.firstIndex(where: { $0.id == id }) else {
      throw ServerError.noSuchProspect(id.text)
    }
    let context = maker.context(ask, portfolio: portfolio)
    let rules = shown.snapshot.judgements.standingDoor
    let content = try await shown.content(of: ask) {
      try await offload {
        // The plan it may be in rests on verdicts, whose steps know what others pay.
        try shown.snapshot.readPrices(of: portfolio)
        return ProspectPage(of: place, in: portfolio, rules: rules, context: context).frame(context).written
      }
    }
    return maker.response(content.frame(context, address: .prospect(id)), ask)
  }
}

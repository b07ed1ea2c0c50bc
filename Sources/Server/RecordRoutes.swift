import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// A customer's record: where each value comes from, and a person's corrections.
struct RecordRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/customers/{id}/record") { request, context in
      try await record(Ask(request), ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
    router.post("/customers/{id}/record") { request, context in
      try await write(request, ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
  }

  private func record(_ ask: Ask, _ id: ID<Customer>) async throws -> Response {
    try await page(ask, id, field: try ask["field"].map { try FieldText.field($0) })
  }

  /// - Parameter refused: what was typed that cannot be taken, and why.
  private func page(
    _ ask: Ask, _ id: ID<Customer>, field: Field?, refused: (typed: String, sentence: String)? = nil
  ) async throws -> Response {
    let portfolio = try await maker.shown(ask).0.portfolio(ask.choice.perCompany)
    guard let place = portfolio.books.customers.index(of: id) else { throw DeskError.noSuchCustomer(id.text) }
    let context = maker.context(ask, portfolio: portfolio)
    let page = RecordPage(portfolio.sheet(of: place), field: field, refused: refused, context: context)
    return maker.response(page.frame(context), ask, status: refused == nil ? .ok : .unprocessableContent)
  }

  private func write(_ request: Request, _ id: ID<Customer>) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let (shown, _) = try await maker.shown(ask)
    guard shown.snapshot.portfolio.books.customers.index(of: id) != nil else { throw DeskError.noSuchCustomer(id.text) }
    let change: FieldChange
    switch form["do"] {
    case "set":
      let field = try FieldText.field(form["field"] ?? "")
      let typed = form["value"] ?? ""
      do {
        change = FieldChange(id, field, try FieldText.value(of: field, typed, policy: shown.snapshot.policy))
      } catch {
        return try await page(ask, id, field: field, refused: (typed, error.sentence(in: ask.language)))
      }
    case "unset": change = FieldChange(id, try FieldText.field(form["taken"] ?? ""), nil)
    default: throw ServerError.badRequest("do")
    }
    let made = Authorship.now()
    let count = try await maker.office.decide { try $0.write([change], by: made).count }
    return .see(
      Link(.record(id), [Link.Item("written", String(count)), Link.Item("field", change.field.rawValue)]))
  }
}

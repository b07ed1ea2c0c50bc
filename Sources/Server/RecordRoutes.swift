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
    let (_, portfolio) = try await maker.shown(ask)
    guard let place = portfolio.books.customers.index(of: id) else { throw DeskError.noSuchCustomer(id.text) }
    let context = maker.context(ask, portfolio: portfolio)
    let field = try ask["field"].map { try FieldText.field($0) }
    let page = RecordPage(portfolio.sheet(of: place), field: field, context: context)
    return maker.response(page.frame(context), ask)
  }

  private func write(_ request: Request, _ id: ID<Customer>) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let (shown, portfolio) = try await maker.shown(ask)
    guard portfolio.books.customers.index(of: id) != nil else { throw DeskError.noSuchCustomer(id.text) }
    let change: FieldChange
    switch form["do"] {
    case "set":
      let field = try FieldText.field(form["field"] ?? "")
      change = FieldChange(
        id, field, try FieldText.value(of: field, form["value"] ?? "", policy: shown.snapshot.policy))
    case "unset": change = FieldChange(id, try FieldText.field(form["taken"] ?? ""), nil)
    default: throw ServerError.badRequest("do")
    }
    let made = Authorship.now()
    let count = try await maker.office.decide { try $0.write([change], by: made).count }
    return .see(
      Link(.record(id), [Link.Item("written", String(count)), Link.Item("field", change.field.rawValue)]))
  }
}

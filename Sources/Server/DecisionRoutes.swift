import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Units

/// What a person decides in place of a customer's verdict.
struct DecisionRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/customers/{id}/decision") { request, context in
      try await page(Ask(request), ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
    router.post("/customers/{id}/decision") { request, context in
      try await decide(request, ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
  }

  private func page(
    _ ask: Ask, _ id: ID<Customer>, refused: DecisionPage.Refused? = nil
  ) async throws -> Response {
    let (shown, _) = try await maker.shown(ask)
    let portfolio = try await shown.portfolio(ask.choice.perCompany)
    guard let place = portfolio.books.customers.index(of: id) else { throw DeskError.noSuchCustomer(id.text) }
    let context = maker.context(ask, portfolio: portfolio)
    let workspace = maker.office.workspace
    let page = try await offload {
      try shown.snapshot.readPrices(of: portfolio)
      let judgements = try workspace.judgements()
      // A decision on who was merged since is one on who is kept.
      let own = judgements.verdicts.filter { judgements.unification[$0.customer] == id }
      return DecisionPage(of: place, in: portfolio, decisions: own, refused: refused, context: context)
    }
    return maker.response(page.frame(context), ask, status: refused == nil ? .ok : .unprocessableContent)
  }

  private func decide(_ request: Request, _ id: ID<Customer>) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let (shown, _) = try await maker.shown(ask)
    guard shown.snapshot.portfolio.books.customers.index(of: id) != nil else { throw DeskError.noSuchCustomer(id.text) }
    var choice: VerdictDecision.Choice?
    switch form["do"] {
    case "undo": break
    case "decide":
      let (word, why, until) = (form["verdict"] ?? "", form["why"] ?? "", form["until"] ?? "")
      guard let verdict = Verdict(rawValue: word) else { throw ServerError.badRequest(word) }
      guard let day = Day(iso: until), !why.allSatisfy(\.isWhitespace) else {
        return try await page(
          ask, id,
          refused: .init(
            verdict: word, why: why, until: until,
            sentence: ask.language(
              fr: "Une décision a sa raison et son dernier jour.", en: "A decision has its reason and its last day.")))
      }
      guard day >= .today else {
        return try await page(
          ask, id,
          refused: .init(
            verdict: word, why: why, until: until,
            sentence: ask.language(
              fr: "Ce dernier jour est déjà passé : la décision ne tiendrait pas.",
              en: "That last day has passed already: the decision would not hold.")))
      }
      choice = VerdictDecision.Choice(verdict, why: String(why.prefix(500)), until: day)
    default: throw ServerError.badRequest("do")
    }
    let made = Authorship.now()
    let isNew = try await maker.office.decide { [choice] in try $0.judge(id, choice, by: made) }
    return .see(Link(.decision(id), [Link.Item("judged", isNew ? "1" : "0")]))
  }
}

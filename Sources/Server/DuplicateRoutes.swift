import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Matching
import Pages
import Units

/// Customers that are there twice: the pairs, two side by side, and what a person decides.
struct DuplicateRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/duplicates") { request, _ in try await list(Ask(request)) }
    router.post("/duplicates") { request, _ in try await decide(request) }
    router.get("/duplicates/pair") { request, _ in try await pair(Ask(request)) }
  }

  private var office: Office { maker.office }

  /// What was found, and what is decided by now.
  private func found(_ ask: Ask) async throws -> (CustomerDuplicates, Judgements) {
    let (shown, _) = try await maker.shown(ask)
    let judgements = try await offload { [workspace = office.workspace] in try workspace.judgements() }
    return (try await office.found.duplicates(of: shown.snapshot, now: judgements), judgements)
  }

  private func list(_ ask: Ask) async throws -> Response {
    let (duplicates, judgements) = try await found(ask)
    let (pairs, certain) = duplicates.open(after: judgements)
    let context = maker.context(ask)
    let page = DuplicatesPage(
      pairs, certain: certain.count, customers: duplicates.customers, decisions: judgements.pairs,
      page: ask.table.page, context: context)
    return maker.response(page.frame(context), ask)
  }

  private func pair(_ ask: Ask) async throws -> Response {
    let (duplicates, judgements) = try await found(ask)
    guard let a = ask["a"].map({ ID<Customer>($0) }), let b = ask["b"].map({ ID<Customer>($0) }), a != b else {
      throw ServerError.noSuchPage
    }
    for id in [a, b] where duplicates.customers.index(of: id) == nil { throw DeskError.noSuchCustomer(id.text) }
    let context = maker.context(ask)
    let wanted = CustomerPair(a, b)
    let page = PairPage(
      PairPage.Content(
        a, b, pair: duplicates.pairs.first { CustomerPair($0.a, $0.b) == wanted },
        decision: judgements.last(on: wanted),
        facts: duplicates.facts, revenues: duplicates.revenues), context: context)
    return maker.response(
      page.frame(context, items: [Link.Item("a", a.text), Link.Item("b", b.text)]), ask)
  }

  private func decide(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let made = Authorship.now()
    let done: Link.Item
    switch form["do"] {
    case "certain":
      let (duplicates, judgements) = try await found(ask)
      let certain = duplicates.open(after: judgements).certain
      let count = try await office.decide { try $0.merge(certain, by: made).count }
      done = Link.Item("merged", String(count))
    case let verb?:
      guard let a = form["a"].map({ ID<Customer>($0) }), let b = form["b"].map({ ID<Customer>($0) }) else {
        throw ServerError.badRequest("a, b")
      }
      switch verb {
      case "merge":
        let (duplicates, _) = try await found(ask)
        for id in [a, b] where duplicates.customers.index(of: id) == nil { throw DeskError.noSuchCustomer(id.text) }
        let count = try await office.decide { try $0.merge([(kept: a, other: b)], by: made).count }
        done = Link.Item("merged", String(count))
      case "never":
        _ = try await office.decide { try $0.part(a, b, by: made) }
        done = Link.Item("parted", "1")
      case "undo":
        _ = try await office.decide { try $0.undo((a, b), by: made) }
        done = Link.Item("undone", "1")
      default: throw ServerError.badRequest(verb)
      }
    case nil: throw ServerError.badRequest("do")
    }
    return .see(Link(.duplicates, [done]))
  }
}

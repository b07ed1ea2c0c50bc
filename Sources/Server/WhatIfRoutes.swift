import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// Steps tried on customers, and drafts of plans kept of them.
struct WhatIfRoutes: Sendable {
  let maker: PageMaker

  /// Lines that a scenario has at most.
  private static let mostLines = 200

  func add(to router: Router<BasicRequestContext>) {
    router.get("/whatif") { request, _ in try await tried(Ask(request)) }
    router.post("/whatif") { request, _ in try await decide(request) }
  }

  private func tried(_ ask: Ask) async throws -> Response {
    let (shown, portfolio) = try await maker.shown(ask)
    let asked = try WhatIfRoutes.asked(ask.items)
    let form = WhatIfForm { ask[$0] }
    if !form.kind.isEmpty {
      do {
        let line = try await line(form, shown, portfolio, ask)
        return .see(Link(.whatIf, ask.choice.items + asked.adding(line, toOther: form.isOther).items))
      } catch let fault as any Explained {
        let sentence = fault.sentence(in: ask.language)
        return try await page(
          .init(asked.scenario, against: asked.other, refused: (form, sentence, WhatIfForm.piece(of: fault))), ask,
          shown, portfolio,
          status: .unprocessableContent)
      }
    }
    return try await page(asked, ask, shown, portfolio)
  }

  private func page(
    _ asked: WhatIfPage.Asked, _ ask: Ask, _ shown: ShownBooks, _ portfolio: CompanyAnalysis,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let context = maker.context(ask, portfolio: portfolio)
    let workspace = maker.office.workspace
    let page = try await offload {
      // The verdicts know what others pay.
      try shown.snapshot.readPrices(of: portfolio)
      return try WhatIfPage(asked, drafts: try workspace.drafts(), in: portfolio, context: context)
    }
    return maker.response(page.frame(context), ask, status: status)
  }

  /// The line that a form asks for.
  private func line(
    _ form: WhatIfForm, _ shown: ShownBooks, _ portfolio: CompanyAnalysis, _ ask: Ask
  ) async throws -> WhatIfLine {
    let step = try form.step()
    if !form.group.isEmpty { return WhatIfLine(step, on: [WhatIfGroup(form.group)]) }
    let books = portfolio.books
    if books.customers.index(of: ID(form.who)) != nil { return WhatIfLine(step, on: [.customer(ID(form.who))]) }
    let list = try await shown.customers(ask.choice, portfolio)
    let found = list.places(named: form.who)
    guard found.count == 1 else { throw UnknownCustomer(form.who, list: list, books: books) }
    return WhatIfLine(step, on: [.customer(books.customers.ids[found[0]])])
  }

  /// The scenarios in an address.
  /// - Throws: `WhatIfLine.Fault`, or `ServerError.badRequest` for more lines than a page can bear.
  static func asked(_ items: [Link.Item]) throws -> WhatIfPage.Asked {
    func lines(_ name: String) throws -> [WhatIfLine] {
      let texts = items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
      guard texts.count <= mostLines else { throw ServerError.badRequest(name) }
      return try texts.map { try WhatIfLine($0) }
    }
    let other = try lines("other")
    let begins = items.contains { $0.name == "against" && !$0.value.isEmpty }
    return .init(
      WhatIfScenario(try lines("step")), against: other.isEmpty && !begins ? nil : WhatIfScenario(other),
      who: items.first { $0.name == "who" }?.value ?? "")
  }

  private func decide(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let made = Authorship.now()
    switch form["do"] {
    case "keep":
      let asked = try WhatIfRoutes.asked(form.answers)
      let items = form.answers.filter { !["do", "name"].contains($0.name) }
      let scope = try Ask.choice(form.answers)
      guard let shown = maker.office.now.shown else { throw ServerError.notReady }
      let portfolio = try await shown.portfolio(scope)
      let name = form["name"].map { String($0.prefix(120)) }.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      let voice = Voice(ask.language)
      let draft = try await offload {
        try shown.snapshot.readPrices(of: portfolio)
        let tried = try TriedScenario(asked.scenario, in: portfolio)
        return PlanDraft(
          name: name ?? tried.nameInstead(in: voice, of: portfolio.books.customers), tried.result,
          customers: portfolio.books.customers)
      }
      let lines = asked.scenario.lines.map(\.text)
      let month = portfolio.books.window.asOf
      _ = try await maker.office.decide { try $0.keep(draft, lines: lines, month: month, by: made) }
      return .see(Link(.whatIf, items + [Link.Item("draft", "kept")], fragment: "drafts"))
    case "drop":
      guard let number = form["draft"].flatMap({ Int($0) }) else { throw ServerError.badRequest("draft") }
      _ = try await maker.office.decide { try $0.dropDraft(number, by: made) }
      return .see(Link(.whatIf, [Link.Item("draft", "dropped")]))
    default: throw ServerError.badRequest("do")
    }
  }
}

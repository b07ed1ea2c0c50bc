import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// The categories: made by hand, by rule or out of a suggestion, renamed, described, invested in.
struct CategoryRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/categories") { request, _ in
      let ask = try Ask(request)
      return try await list(ask, CategoriesPage.Typed(search: ask["q"] ?? ""))
    }
    router.post("/categories") { request, _ in try await make(request) }
    router.get("/categories/{name}") { request, context in
      try await category(Ask(request), percentDecoded(context.parameters.get("name") ?? ""))
    }
    router.post("/categories/{name}") { request, context in
      try await write(request, percentDecoded(context.parameters.get("name") ?? ""))
    }
  }

  private func list(_ ask: Ask, _ typed: CategoriesPage.Typed) async throws -> Response {
    let (_, portfolio) = try await maker.shown(ask)
    let context = maker.context(ask, portfolio: portfolio)
    let workspace = maker.office.workspace
    let page = await offloaded {
      // A file that cannot be read is told elsewhere; the rules known are shown then.
      CategoriesPage(portfolio, policy: try? PolicyFile.policy(of: workspace), typed: typed, context: context)
    }
    return maker.response(page.frame(context), ask, status: typed.problem == nil ? .ok : .unprocessableContent)
  }

  private func make(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    if form["do"] == "remove" { return try await remove(form, ask) }
    let (shown, _) = try await maker.shown(ask)
    let rule: Policy.CategoryRule
    do {
      rule = try await offload { try Self.rule(form, shown.snapshot.portfolio) }
    } catch let fault as CategoryTextFault {
      let answers = Dictionary(form.answers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      return try await list(
        ask, CategoriesPage.Typed(search: ask["q"] ?? "", answers: answers, problem: fault.sentence(in: ask.language)))
    }
    let made = Authorship.now()
    try await maker.office.decide { try $0.add(rule, by: made) }
    let meets = try await offload { [portfolio = shown.snapshot.portfolio] in portfolio.meetsSomebody(rule) }
    return .see(
      meets ? Link(.category(rule.name)) : Link(.categories, [Link.Item("categoryRule", "nobody")], fragment: "rules"))
  }

  private func remove(_ form: SentForm, _ ask: Ask) async throws -> Response {
    guard let (place, name) = CategoriesPage.rule(coded: form["rule"] ?? "") else {
      throw ServerError.badRequest("rule")
    }
    let made = Authorship.now()
    do {
      try await maker.office.decide { try $0.removeCategoryRule(place, of: name, by: made) }
    } catch let fault as CategoryTextFault {
      return try await list(
        ask, CategoriesPage.Typed(problem: fault.sentence(in: ask.language), isOfRules: true))
    }
    return .see(Link(.categories, [Link.Item("categoryRule", "removed")]))
  }

  /// The rule that a form asks for.
  private static func rule(_ form: SentForm, _ portfolio: CompanyAnalysis) throws -> Policy.CategoryRule {
    let name = try portfolio.joined(category: form["name"] ?? "")
    switch form["do"] {
    case "accept":
      let proposals = portfolio.suggestions.proposals.value ?? []
      guard let place = form["place"].flatMap({ Int($0) }), proposals.indices.contains(place - 1),
        portfolio.books.customers.ids[proposals[place - 1].typical].text == form["typical"]
      else { throw CategoryTextFault.proposalsChanged }
      if let known = proposals[place - 1].accepted(by: portfolio.policy, in: portfolio.books.customers) {
        throw CategoryTextFault.accepted(known)
      }
      return proposals[place - 1].rule(named: name, in: portfolio.books.customers)
    case "make":
      func values(_ key: String) -> [String] {
        (form[key] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
          .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
      }
      let picked = form.answers.filter { $0.name.hasPrefix("c.") }.map { String($0.name.dropFirst(2)) }
      for id in picked where portfolio.books.customers.index(of: ID(id)) == nil { throw DeskError.noSuchCustomer(id) }
      let rule = Policy.CategoryRule(
        name: name, customers: picked, sectors: values("sectors"), regions: values("regions"), sizes: values("sizes"),
        ranges: values("ranges"))
      guard rule != Policy.CategoryRule(name: name) else { throw CategoryTextFault.nobody }
      return rule
    default: throw ServerError.badRequest("do")
    }
  }

  private func category(
    _ ask: Ask, _ name: String, refused: (field: String, typed: [String: String], sentence: String)? = nil
  ) async throws -> Response {
    let (_, portfolio) = try await maker.shown(ask)
    guard portfolio.knows(category: name) else { throw CategoryTextFault.noSuchCategory(name) }
    let context = maker.context(ask, portfolio: portfolio)
    let written = Dictionary(
      portfolio.life.categoryNotes.all(of: name).map { ($0.field, CategoryText.typed($0.field, $0.value ?? "")) },
      uniquingKeysWith: { first, _ in first })
    let page = await offloaded { CategoryPage(name, portfolio, written: written, refused: refused, context: context) }
    return maker.response(page.frame(context), ask, status: refused == nil ? .ok : .unprocessableContent)
  }

  private func write(_ request: Request, _ name: String) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let (shown, _) = try await maker.shown(ask)
    let portfolio = shown.snapshot.portfolio
    guard portfolio.knows(category: name) else { throw CategoryTextFault.noSuchCategory(name) }
    let typed = Dictionary(form.answers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let made = Authorship.now()
    let fields: [CategoryField]
    switch form["do"] {
    case "describe": fields = [.need, .thinking, .deciding]
    case "invest": fields = [.skill, .budget, .owner, .targetRate, .started, .state]
    case "rename":
      do {
        let new = try portfolio.checked(newName: form["to"] ?? "", of: name)
        let isWord = portfolio.isWordOfFiles(name)
        try await maker.office.decide { try $0.rename(name, to: new, isWordOfFiles: isWord, by: made) }
        return .see(Link(.category(new)))
      } catch let fault as CategoryTextFault {
        return try await category(ask, name, refused: ("to", typed, fault.sentence(in: ask.language)))
      }
    default: throw ServerError.badRequest("do")
    }
    var changes: [CategoryChange] = []
    for field in fields {
      do {
        changes.append(
          CategoryChange(
            name, field, try CategoryText.value(of: field, typed[field.rawValue] ?? "", policy: shown.snapshot.policy)))
      } catch {
        return try await category(ask, name, refused: (field.rawValue, typed, error.sentence(in: ask.language)))
      }
    }
    let wanted = changes
    _ = try await maker.office.decide { try $0.describe(wanted, by: made) }
    return .see(Link(.category(name)))
  }
}

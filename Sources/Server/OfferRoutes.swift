import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// Price rises, last offers, and who is refused at the door.
struct OfferRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/offers") { request, _ in
      let ask = try Ask(request)
      return try await offers(
        ask,
        OffersPage.Asked(
          customer: ask["customer"] ?? "",
          kind: ask["kind"].flatMap(PriceOffer.Kind.init(rawValue:)) ?? .rise,
          offer: ask["offer"].flatMap { Int($0) }))
    }
    router.post("/offers") { request, _ in try await writeOffer(request) }
    router.get("/door") { request, _ in try await door(Ask(request)) }
    router.post("/door") { request, _ in try await writeRule(request) }
  }

  private var office: Office { maker.office }

  private func judgements() async throws -> Judgements {
    try await offload { [workspace = office.workspace] in try workspace.judgements() }
  }

  // MARK: - Offers

  private func offers(_ ask: Ask, _ asked: OffersPage.Asked, status: HTTPResponse.Status = .ok) async throws -> Response
  {
    let (shown, portfolio) = try await maker.shown(ask)
    let judgements = try await judgements()
    let context = maker.context(ask, portfolio: portfolio)
    let page = try await offload { [snapshot = shown.snapshot] in
      // What may be asked of a customer depends on what others pay.
      try snapshot.readPrices(of: portfolio)
      let customers = portfolio.books.customers
      return OffersPage(
        judgements.standingOffers + judgements.offers.filter(\.isWithdrawn), customers: customers,
        policy: portfolio.policy, asked: asked,
        proposed: customers.index(of: ID(asked.customer)).flatMap { portfolio.proposedRise(of: $0, asked.kind) },
        belowCost: portfolio.soldBelowCost, noticed: judgements.noticed(in: customers), today: .today, context: context)
    }
    return maker.response(page.frame(context), ask, status: status)
  }

  private func writeOffer(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let (customer, number) = (form["customer"] ?? "", form["offer"].flatMap { Int($0) })
    let kind = form["kind"].flatMap(PriceOffer.Kind.init(rawValue:)) ?? .rise
    let made = Authorship.now()
    do {
      switch form["do"] {
      case "log":
        let id = try await named(customer, ask)
        guard let day = Day(typed: form["day"] ?? "") else { throw ServerError.badRequest(form["day"] ?? "day") }
        let terms = try PriceOffer.Terms(
          kind, asked: Rate(typedPercent: form["asked"] ?? "") ?? Rate(millionths: 0), on: day,
          outcome: try outcome(form),
          note: String((form["note"] ?? "").prefix(200)))
        _ = try await office.decide { try $0.offer(terms, to: id, today: .today, by: made) }
      case "answer":
        guard let number else { throw ServerError.badRequest("offer") }
        let outcome = try outcome(form)
        _ = try await office.decide { try $0.answer(number, outcome, by: made) }
      case "withdraw":
        guard let number else { throw ServerError.badRequest("offer") }
        _ = try await office.decide { try $0.answer(number, nil, isWithdrawn: true, by: made) }
      default: throw ServerError.badRequest("do")
      }
    } catch let fault as any Explained where fault is CeasingFault || fault is DeskError || fault is UnknownCustomer {
      return try await offers(
        ask,
        OffersPage.Asked(
          customer: customer, kind: kind, rate: form["asked"] ?? "", offer: number,
          refusal: fault.sentence(in: ask.language)),
        status: .unprocessableContent)
    }
    return .see(Link(.offers, [Link.Item("offered", "1")]))
  }

  /// The customer that a code or a name means.
  /// - Throws: `UnknownCustomer` where none or several do, `CeasingFault.noName` for nobody.
  private func named(_ text: String, _ ask: Ask) async throws -> ID<Customer> {
    guard !text.allSatisfy(\.isWhitespace) else { throw CeasingFault.noName }
    let (shown, _) = try await maker.shown(ask)
    let portfolio = shown.snapshot.portfolio
    let customers = portfolio.books.customers
    if let place = customers.index(of: ID(text)) { return customers.ids[place] }
    let list = try await shown.customers(ViewChoice(), portfolio)
    let found = list.places(named: text)
    guard found.count == 1 else { throw UnknownCustomer(text, list: list, books: portfolio.books) }
    return customers.ids[found[0]]
  }

  private func outcome(_ form: SentForm) throws -> PriceOffer.Outcome {
    let code = form["outcome"] ?? "asked"
    let part = Rate(typedPercent: form["part"] ?? "") ?? Rate(millionths: 0)
    guard let outcome = PriceOffer.Outcome(code: code, part: part) else { throw ServerError.badRequest(code) }
    return outcome
  }

  // MARK: - The door

  private func door(_ ask: Ask, refused: String? = nil) async throws -> Response {
    let (_, portfolio) = try await maker.shown(ask)
    let rules = try await judgements().standingDoor
    let context = maker.context(ask, portfolio: portfolio)
    let (name, category) = (ask["name"] ?? "", ask["category"] ?? "")
    let buyer = ask["buyer"].flatMap(Buyer.init(rawValue:)) ?? .business
    let isEmpty = (name + category).allSatisfy(\.isWhitespace)
    let question =
      isEmpty
      ? nil
      : DoorPage.Question(
        name: name, category: category, buyer: buyer, mayBeAbuse: ask["abuse"] == "true",
        isCategoryUnknown: portfolio.isUnknown(category: category),
        answer: portfolio.doorCheck(name, category: category, buyer: buyer, mayBeAbuse: ask["abuse"] == "true", rules))
    let known = portfolio.books.prospects.compactMap { prospect in
      portfolio.doorCheck(of: prospect, rules).rules.first
        .map { (name: prospect.name, rule: $0) }
    }
    let page = DoorPage(
      rules, question: question, isEmpty: isEmpty && ask["buyer"] != nil, known: known,
      toxic: portfolio.toxicCategories, terms: portfolio.doorTerms, refused: refused,
      context: context)
    return maker.response(page.frame(context), ask, status: refused == nil ? .ok : .unprocessableContent)
  }

  private func writeRule(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let made = Authorship.now()
    do {
      switch form["do"] {
      case "rule":
        guard let subject = DoorRule.Subject(code: form["subject"] ?? "", name: form["name"] ?? ""),
          let ruling = form["ruling"].flatMap(DoorRule.Ruling.init(rawValue:))
        else { throw ServerError.badRequest("subject, ruling") }
        let ground = try DoorGround(
          typed: form["ground"] ?? "", figure: form["figure"] ?? "", least: form["least"] ?? "", subject: subject)
        let content = try DoorRule.Content(
          subject, ruling, ground: ground, note: String((form["note"] ?? "").prefix(200)))
        _ = try await office.decide { try $0.rule(content, by: made) }
      case "undo":
        guard let number = form["rule"].flatMap({ Int($0) }) else { throw ServerError.badRequest("rule") }
        _ = try await office.decide { try $0.undoRule(number, by: made) }
      default: throw ServerError.badRequest("do")
      }
    } catch let fault as CeasingFault { return try await door(ask, refused: fault.sentence(in: ask.language)) }
    return .see(Link(.door, [Link.Item("ruled", form["do"] ?? "")]))
  }
}

import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// Relations that are to be ended: their cases, their letters, and the text of these.
struct CeasingRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/ceasing") { request, _ in try await cases(Ask(request)) }
    router.get("/customers/{id}/ceasing") { request, context in
      try await page(Ask(request), ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
    router.post("/customers/{id}/ceasing") { request, context in
      try await write(request, ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
    router.get("/customers/{id}/letter") { request, context in
      try await letter(Ask(request), ID(percentDecoded(context.parameters.get("id") ?? "")))
    }
    router.get("/letters/template") { request, _ in
      let ask = try Ask(request)
      return template(ask, language: letterLanguage(ask["letter"], ask))
    }
    router.post("/letters/template") { request, _ in try await writeTemplate(request) }
  }

  private var office: Office { maker.office }

  /// What is known of a relation now: the books shown, and what was decided by this moment.
  private struct Known {
    let file: CeasingFile
    let known: CeasingCase?
    let portfolio: CompanyAnalysis
    let place: Int
  }

  private func judgements() async throws -> Judgements {
    try await offload { [workspace = office.workspace] in try workspace.judgements() }
  }

  /// - Parameter day: where the notice of a letter that was not sent yet begins.
  private func known(_ ask: Ask, _ id: ID<Customer>, on day: Day = .today) async throws -> Known {
    let (shown, _) = try await maker.shown(ask)
    let portfolio = try await shown.portfolio(ask.choice.perCompany)
    guard let place = portfolio.books.customers.index(of: id) else { throw DeskError.noSuchCustomer(id.text) }
    let judgements = try await judgements()
    let commitments = try await offload { [snapshot = shown.snapshot] in
      try snapshot.readPrices(of: portfolio)
      return try snapshot.commitments(to: id)
    }
    return Known(
      file: portfolio.ceasingFile(of: place, judgements, commitments: commitments, today: day),
      known: judgements.ceasing(of: id), portfolio: portfolio, place: place)
  }

  private func page(
    _ ask: Ask, _ id: ID<Customer>, refused: CeasingPage.Refused? = nil
  ) async throws -> Response {
    let known = try await known(ask, id)
    let context = maker.context(ask, portfolio: known.portfolio)
    let page = CeasingPage(
      known.file, case: known.known, proposed: known.portfolio.proposedRise(of: known.place, .lastOffer), today: .today,
      refused: refused, context: context)
    return maker.response(page.frame(context), ask, status: refused == nil ? .ok : .unprocessableContent)
  }

  private func write(_ request: Request, _ id: ID<Customer>) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    guard try await maker.shown(ask).0.snapshot.portfolio.books.customers.index(of: id) != nil else {
      throw DeskError.noSuchCustomer(id.text)
    }
    let made = Authorship.now()
    let verb = form["do"] ?? ""
    do {
      switch verb {
      case "prepared": _ = try await office.decide { try $0.openCeasing(id, on: .today, by: made) }
      case "undo": _ = try await office.decide { try $0.undoCeasing(id, by: made) }
      case "facts", "letter": return try await describe(id, form, ask, isOfLetter: verb == "letter", by: made)
      default:
        guard let state = CeasingCase.State(rawValue: verb) else { throw ServerError.badRequest(verb) }
        guard let day = Day(typed: form["day"] ?? "") else { throw ServerError.badRequest(form["day"] ?? "day") }
        // The letter of an earlier day names the end as of that day.
        let known = try await known(ask, id, on: state == .sent ? min(day, .today) : .today)
        let note = try known.file.note(
          for: state, on: day, today: .today, of: known.known, words: String((form["note"] ?? "").prefix(200)),
          in: ask.language
        ) { form[$0.code] == "true" }
        let letters = try Letter.kept(
          at: state, on: day, known.portfolio, of: known.place, file: known.file, known: known.known,
          template: office.workspace.letterTemplate)
        _ = try await office.decide {
          try $0.advanceCeasing(id, to: state, on: day, note: note, letters: letters, by: made)
        }
      }
    } catch let fault as any Explained where fault is CeasingFault || fault is LetterTemplateFault {
      return try await page(ask, id, refused: CeasingPage.Refused(fault.sentence(in: ask.language)))
    }
    return .see(Link(.ceasing(id), [Link.Item("stepped", verb)]))
  }

  /// Keeps what was typed into one of the two forms of facts, all of it or nothing.
  private func describe(
    _ id: ID<Customer>, _ form: SentForm, _ ask: Ask, isOfLetter: Bool, by made: Authorship
  ) async throws -> Response {
    let facts = CeasingFact.allCases.filter { $0.isOfLetter == isOfLetter }
    var values: [(fact: CeasingFact, value: String?)] = []
    for fact in facts {
      do { values.append((fact, try fact.value(of: form[fact.rawValue] ?? "", today: .today))) } catch {
        let typed = facts.reduce(into: [:]) { $0[$1] = form[$1.rawValue] ?? "" }
        return try await page(
          ask, id, refused: CeasingPage.Refused(error.sentence(in: ask.language), typed: typed, fact: fact))
      }
    }
    let count = try await office.decide { [values] in try $0.describeCeasing(id, values, by: made).count }
    return isOfLetter
      ? .see(Link(.letter(id), [Link.Item("letter", ask.language.rawValue), Link.Item("kept", String(count))]))
      : .see(Link(.ceasing(id), [Link.Item("kept", String(count))]))
  }

  private func letter(_ ask: Ask, _ id: ID<Customer>) async throws -> Response {
    let known = try await known(ask, id)
    let context = maker.context(ask, portfolio: known.portfolio)
    let language = letterLanguage(ask["letter"], ask)
    let page = LetterPage(
      Letter.written(
        known.portfolio, of: known.place, file: known.file, known: known.known,
        template: office.workspace.letterTemplate(in: language), today: .today, in: language),
      in: language, to: known.file, case: known.known, company: known.portfolio.policy.company, context: context)
    return maker.response(page.frame(context), ask)
  }

  private func letterLanguage(_ text: String?, _ ask: Ask) -> Language {
    text.flatMap(Language.init(rawValue:)) ?? ask.language
  }

  private func template(
    _ ask: Ask, language: Language, typed: String? = nil, status: HTTPResponse.Status = .ok
  ) -> Response {
    let written = office.workspace.letterTemplate(in: language)
    let context = maker.context(ask)
    let page = LetterTemplatePage(
      typed ?? written ?? LetterTemplate.shipped(in: language), in: language, isShipped: written == nil,
      file: office.workspace.letterTemplateFile(in: language), context: context)
    return maker.response(page.frame(context), ask, status: status)
  }

  private func writeTemplate(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let language = letterLanguage(form["letter"], ask)
    let text = (form["text"] ?? "").replacing("\r\n", with: "\n")
    let workspace = office.workspace
    switch form["do"] {
    case "preview": return template(ask, language: language, typed: text)
    case "keep":
      do { _ = try LetterTemplate(text) } catch {
        return template(ask, language: language, typed: text, status: .unprocessableContent)
      }
      try await offload { try workspace.writeLetterTemplate(text, in: language) }
    case "reset": try await offload { try workspace.writeLetterTemplate(nil, in: language) }
    default: throw ServerError.badRequest("do")
    }
    return .see(
      Link(.letterTemplate, [Link.Item("letter", language.rawValue), Link.Item("template", form["do"] ?? "")]))
  }

  private func cases(_ ask: Ask) async throws -> Response {
    let (shown, _) = try await maker.shown(ask)
    let portfolio = try await shown.portfolio(ask.choice.perCompany)
    let context = maker.context(ask, portfolio: portfolio)
    let judgements = try await judgements()
    let page = try await offload { [snapshot = shown.snapshot] in
      try snapshot.readPrices(of: portfolio)
      return CasesPage(
        portfolio.ceasingEntries(judgements, commitments: try snapshot.commitments(judgements), today: .today),
        waiting: portfolio.ceasingWaiting(judgements), today: .today, context: context)
    }
    return maker.response(page.frame(context), ask)
  }
}

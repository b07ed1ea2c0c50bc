import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions
@testable import Pages

struct CeasingPagesTests {
  private static let today: Day = Month(year: 2026, month: 1).firstDay.advanced(by: 14)
  private let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())

  private func context(_ language: Language) -> PageContext { pageContext(language, window: analysis.books.window) }

  private func place(_ id: String) -> Int {
    guard let place = analysis.books.customers.index(of: ID(id)) else { preconditionFailure("no customer \(id)") }
    return place
  }

  private func steps(_ states: [CeasingCase.State], _ facts: [CeasingFact: String] = [:], of id: String) -> CeasingCase
  {
    CeasingCase(
      number: 1, customer: ID(id),
      steps: states.enumerated().map { place, state in
        CeasingCase.Step(
          number: place + 1, state: state, day: Self.today.advanced(by: place), note: hostile,
          made: Authorship("Anne", at: 1))
      }, facts: CeasingFacts(facts))
  }

  private func offer(_ id: String, _ kind: PriceOffer.Kind, _ outcome: PriceOffer.Outcome) throws -> PriceOffer {
    PriceOffer(
      number: 1, customer: ID(id),
      terms: try PriceOffer.Terms(kind, asked: Rate(percent: 12), on: Self.today, outcome: outcome, note: hostile),
      made: Authorship("Anne", at: 1))
  }

  private func file(_ id: String, _ judgements: Judgements, _ commitments: Commitments = .unknown) -> CeasingFile {
    analysis.ceasingFile(of: place(id), judgements, commitments: commitments, today: Self.today)
  }

  @Test(arguments: Language.allCases)
  func `a case shows its notice, the last offer first, and counsel, in every state`(language: Language) throws {
    let contract = Commitments.Contract(
      isTender: true, start: Self.today, renewal: Self.today.advanced(by: 400), noticeMonths: 3, value: nil)
    let told = Commitments(contracts: [contract], open: [.init(.delivery, promised: Self.today)])
    let ways: [[CeasingCase.State]] = [
      [], [.prepared], [.prepared, .decided], [.prepared, .decided, .sent],
      [.prepared, .decided, .sent, .acknowledged],
      [.prepared, .decided, .sent, .ended], [.prepared, .withdrawn],
    ]
    for states in ways {
      for id in ["B1", "B2", "Z1"] {
        let cases = states.isEmpty ? [] : [steps(states, of: id)]
        let known = Judgements(offers: [try offer(id, .lastOffer, .refused)], ceasing: cases)
        let page = CeasingPage(
          file(id, known, states.count == 2 ? told : .unknown), case: known.ceasing(of: ID(id)), today: Self.today,
          context: context(language))
        let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
        isWellWritten(html, language)
        #expect(html.contains(language(fr: "votre conseil", en: "Have counsel check")))
        #expect(
          html.contains("L442-1")
            && html.contains(language(fr: "dernière offre a été refusée", en: "last offer was refused")))
        let isOpen = cases.first?.isOpen ?? false
        #expect(html.contains("value=\"prepared\"") == !isOpen)
        #expect(html.contains("name=\"usualMonths\"") == isOpen)
        #expect(html.contains("name=\"token\""))
      }
    }
  }

  @Test func `what cannot be taken stands where it was typed, with why`() {
    let known = Judgements(ceasing: [steps([.prepared], of: "B1")])
    let page = CeasingPage(
      file("B1", known), case: known.ceasing(of: ID("B1")), today: Self.today,
      refused: CeasingPage.Refused("No day.", typed: [.since: "soon", .usualMonths: "3"], fact: .since),
      context: context(.en))
    let html = String(decoding: page.frame(context(.en)).bytes, as: UTF8.self)
    #expect(html.contains("value=\"soon\" aria-invalid=\"true\"") && html.contains("name=\"usualMonths\" value=\"3\""))
    #expect(html.contains("role=\"alert\">No day."))
  }

  @Test func `a page says when no last offer was made, and when the end is too soon`() {
    let known = Judgements(ceasing: [steps([.prepared], [.endDay: "2026-01-20", .since: "2020-01-01"], of: "B1")])
    let html = String(
      decoding: CeasingPage(
        file("B1", known), case: known.ceasing(of: ID("B1")), today: Self.today, context: context(.en)
      ).frame(context(.en)).bytes, as: UTF8.self)
    #expect(html.contains("No last offer is noted: it comes first."))
    #expect(html.contains("The last day that was written is before 15\u{A0}August\u{A0}2026"))
    #expect(html.contains("/offers?customer=B1&amp;kind=lastOffer#log"))
  }

  @Test func `an offer that waits leads to its answer, and a notice that runs says until when`() throws {
    let facts: [CeasingFact: String] = [.since: "2020-01-01"]
    let known = Judgements(
      offers: [try offer("B1", .lastOffer, .asked)],
      ceasing: [steps([.prepared, .decided, .sent], facts, of: "B1")])
    let relation = file("B1", known)
    let html = String(
      decoding: CeasingPage(relation, case: known.ceasing(of: ID("B1")), today: Self.today, context: context(.en))
        .frame(context(.en)).bytes, as: UTF8.self)
    #expect(html.contains("/offers?offer=1#answer") && !html.contains("kind=lastOffer#log"))
    let end = try #require(relation.end)
    #expect(html.contains("The notice runs until \(Voice(.en).day(end))"))
  }

  @Test(arguments: Language.allCases) func `cases that are open and verdicts without one are counted apart`(
    language: Language
  ) {
    let known = steps([.prepared], of: "B1")
    let waiting = CasesPage.Waiting(id: ID("B2"), name: "B2", atStake: .euros(1), why: Phrase(fr: "x", en: "x"))
    let page = CasesPage(
      [CasesPage.Entry(known, id: ID("B1"), name: "B1", end: nil)], waiting: [waiting], today: Self.today,
      context: context(language))
    #expect(
      page.title.plain
        == language(
          fr: "1\u{A0}dossier ouvert, 1\u{A0}verdict de cesser sans dossier",
          en: "1\u{A0}case is open, 1\u{A0}verdict says cease without a case"))
  }

  @Test(arguments: Language.allCases) func `a letter says what is known, and leaves blanks for the rest`(
    language: Language
  )
    throws
  {
    let facts: [CeasingFact: String] = [
      .since: "2018-09-05", .recipient: hostile + "\n1 rue Basse", .place: "Lyon", .signatory: "Anne Durand",
      .reason: "Vos commandes\nbaissent.",
    ]
    let known = Judgements(ceasing: [steps([.prepared, .decided, .sent], facts, of: "B1")])
    let relation = file("B1", known)
    let letter = Letter.written(
      analysis, of: place("B1"), file: relation, known: known.ceasing(of: ID("B1")), template: nil, today: Self.today,
      in: language)
    let page = LetterPage(
      letter, in: language, to: relation, case: known.ceasing(of: ID("B1")), company: analysis.policy.company,
      context: context(.fr))
    let html = String(decoding: page.frame(context(.fr)).bytes, as: UTF8.self)
    isWellWritten(html, .fr)
    let text = try letter.get().text
    for words in language == .fr
      ? ["depuis le 5\u{A0}septembre\u{A0}2018", "Lyon, le 17\u{A0}janvier\u{A0}2026", "préavis de 8\u{A0}mois"]
      : ["since 5\u{A0}September\u{A0}2018", "Lyon, 17\u{A0}January\u{A0}2026", "a notice of 8\u{A0}months"]
    { #expect(text.contains(words), "\(words) in \(text)") }
    #expect(text.contains("Vos commandes\nbaissent.") && text.contains("Anne Durand"))
    #expect(try letter.get().blanks.count == 2)
    #expect(html.contains("<article class=\"letter\" lang=\"\(language.rawValue)\">"))
    // What is asked is named as the letter names it, not in the page's language.
    let asked = language(fr: "À remplir\u{A0}:", en: "To be filled in:")
    #expect(try letter.get().asked?.hasPrefix(asked) == true)
    #expect(html.contains("<p lang=\"\(language.rawValue)\">" + asked))
    #expect(html.contains("<code>company.address</code>") && html.contains("<code>company.signatoryRole</code>"))
  }

  @Test(arguments: Language.allCases)
  func `what the rules say of the company is in every letter, unless the case says else`(language: Language) throws {
    var policy = tradingPolicy()
    policy.company.name = "Négoce SA"
    policy.company.address = [hostile, "69001 Lyon"]
    policy.company.place = "Lyon"
    policy.company.signatory = "Anne Durand"
    policy.company.signatoryRole = "Gérante"
    func letter(_ facts: [CeasingFact: String]) throws -> Letter {
      let analysis = CompanyAnalysis(books: tradingBooks(), policy: policy)
      let known = Judgements(ceasing: [
        steps([.prepared], facts.merging([.recipient: "Z\n2 rue Haute", .since: "2018-09-05"]) { $1 }, of: "B1")
      ])
      return try Letter.written(
        analysis, of: place("B1"),
        file: analysis.ceasingFile(of: place("B1"), known, commitments: .unknown, today: Self.today),
        known: known.ceasing(of: ID("B1")), template: nil, today: Self.today, in: language
      ).get()
    }
    let whole = try letter([:])
    #expect(whole.blanks.isEmpty && whole.asked == nil, "\(whole.blanks)")
    #expect(whole.paragraphs[0].lines.count == 3 && whole.paragraphs[0].lines[2] == [.text("69001 Lyon")])
    #expect(whole.text.contains("Anne Durand") && whole.text.contains("Gérante"))
    let own = try letter([.signatory: "Paul Petit", .place: "Vienne"])
    #expect(own.text.contains("Paul Petit") && own.text.contains("Vienne,") && !own.text.contains("Durand"))
    policy.company.name = ""
    #expect(try letter([:]).blanks == [language(fr: "votre société", en: "your company")])
  }

  @Test(arguments: Language.allCases) func `a letter that was sent stays as it was, whatever is written since`(
    language: Language
  ) throws {
    let facts: [CeasingFact: String] = [
      .since: "2018-09-05", .recipient: hostile + "\n>> 1 rue Basse", .signatory: "Anne Durand",
    ]
    let open = Judgements(ceasing: [steps([.prepared, .decided], facts, of: "B1")])
    let day = Self.today.advanced(by: 2)
    let letters = try Letter.kept(
      at: .sent, on: day, analysis, of: place("B1"),
      file: analysis.ceasingFile(of: place("B1"), open, commitments: .unknown, today: day),
      known: open.ceasing(of: ID("B1")), template: { _ in nil })
    #expect(letters.count == 2)
    #expect(
      try Letter.kept(
        at: .decided, on: day, analysis, of: place("B1"), file: file("B1", open), known: open.ceasing(of: ID("B1")),
        template: { _ in nil }
      ).isEmpty)
    let before = try #require(open.ceasing(of: ID("B1")))
    let sent = CeasingCase(
      number: 1, customer: ID("B1"),
      steps: before.steps + [
        CeasingCase.Step(number: 3, state: .sent, day: day, made: Authorship("Anne", at: 1), letters: letters)
      ], facts: CeasingFacts([.since: "2018-09-05", .endDay: "2026-02-01", .reason: "New reason"]))
    func written(_ known: CeasingCase, _ template: String?) throws -> Letter {
      let judgements = Judgements(ceasing: [known])
      return try Letter.written(
        analysis, of: place("B1"), file: file("B1", judgements), known: known, template: template, today: Self.today,
        in: language
      ).get()
    }
    let plain = CeasingCase(
      number: 1, customer: ID("B1"),
      steps: before.steps + [
        CeasingCase.Step(number: 3, state: .sent, day: day, made: Authorship("Anne", at: 1))
      ], facts: before.facts)
    // The copy is the letter itself, paragraph by paragraph, and neither facts nor templates change it any more.
    #expect(try written(sent, "Other {{reason}}") == written(plain, nil))
    let relation = file("B1", Judgements(ceasing: [sent]))
    #expect(relation.isShort)
    let page = LetterPage(
      .success(try written(sent, nil)), in: language, to: relation, case: sent, company: analysis.policy.company,
      context: context(language))
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, language)
    #expect(
      page.notes[0].plain.hasPrefix(
        language(
          fr: "Telle qu’envoyée le 17\u{A0}janvier\u{A0}2026.", en: "As it was sent on 17\u{A0}January\u{A0}2026.")))
    #expect(page.warning.plain.contains(language(fr: "fin du préavis proposé", en: "the end of the notice proposed")))
    #expect(!html.contains("New reason") && !html.contains(language(fr: "À remplir", en: "To be filled in")))
    let list = ListDocument.letters(analysis.letterEntries(Judgements(ceasing: [sent])), today: Self.today)
    let json = String(decoding: list.json(in: Voice(language)), as: UTF8.self)
    #expect(json.contains("\"asSent\": true") && json.contains("17\u{A0}janvier\u{A0}2026"))
    #expect(!json.contains("\"text\": null"))
    let case1 = CeasingPage(relation, case: sent, today: Self.today, context: context(language))
    let text = String(decoding: case1.frame(context(language)).bytes, as: UTF8.self)
    #expect(text.contains(language(fr: "est gardée telle quelle", en: "is kept as it was")))
  }

  @Test(arguments: Language.allCases) func `a short last day is ticked before the letter is noted as sent`(
    language: Language
  ) {
    let facts: [CeasingFact: String] = [.endDay: "2026-01-20", .since: "2025-06-01"]
    let known = Judgements(ceasing: [steps([.prepared, .decided], facts, of: "B1")])
    let html = String(
      decoding: CeasingPage(
        file("B1", known), case: known.ceasing(of: ID("B1")), today: Self.today, context: context(language)
      ).frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, language)
    #expect(html.contains("name=\"withoutOffer\"") && html.contains("name=\"shortNotice\""))
    // B1 is there since the data begin: a later first day is told, and does not count.
    #expect(
      html.contains(
        language(fr: "les factures remontent à janvier\u{A0}2023", en: "invoices go back to January\u{A0}2023")))
  }

  @Test func `a letter names no beginning that invoices contradict`() throws {
    let known = Judgements(ceasing: [steps([.prepared], [.since: "2025-06-01"], of: "B1")])
    let text = try Letter.written(
      analysis, of: place("B1"), file: file("B1", known), known: known.ceasing(of: ID("B1")), template: nil,
      today: Self.today, in: .en
    ).get().text
    #expect(!text.contains("June\u{A0}2025") && text.contains("January\u{A0}2023"))
  }

  @Test(arguments: Language.allCases) func `a rise asked while a notice runs is warned`(language: Language) throws {
    let offers = [try offer("B2", .rise, .asked)]
    func html(_ noticed: [ID<Customer>: Day]) -> String {
      let page = OffersPage(
        offers, customers: analysis.books.customers, policy: analysis.policy,
        asked: OffersPage.Asked(customer: "B2"), noticed: noticed, today: Self.today, context: context(language))
      return String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    }
    let words = language(
      fr: "conditions d’avant valent pendant le préavis", en: "prior conditions hold during the notice")
    #expect(html([ID("B2"): Self.today]).components(words) == 2)
    // One of before the letter was not asked during the notice; the next one would be.
    #expect(html([ID("B2"): Self.today.advanced(by: 1)]).components(words) == 1)
    #expect(html([:]).components(words) == 0)
    let sent = steps([.prepared, .decided, .sent], of: "B2")
    #expect(Judgements(ceasing: [sent]).noticed(in: analysis.books.customers) == [ID("B2"): Self.today.advanced(by: 2)])
    let over = steps([.prepared, .decided, .sent, .ended], of: "B2")
    #expect(Judgements(ceasing: [over]).noticed(in: analysis.books.customers).isEmpty)
  }

  @Test func `a letter never states a beginning that may be earlier, nor a notice that is to be asked for`() throws {
    let relation = file("B1", .none)
    let text = try Letter.written(
      analysis, of: place("B1"), file: relation, known: nil, template: nil, today: Self.today, in: .en
    ).get().text
    #expect(text.contains("since [beginning of the relation, January\u{A0}2023 at the latest]"))
    #expect(text.contains("[length of the notice, at least 4\u{A0}months]") && text.contains("[last day]"))
    let excused = Judgements(ceasing: [steps([.prepared], [.excuse: "seriousNonPerformance"], of: "B1")])
    let short = try Letter.written(
      analysis, of: place("B1"), file: file("B1", excused), known: excused.ceasing(of: ID("B1")), template: nil,
      today: Self.today, in: .en
    ).get().text
    #expect(short.contains("[what happened, with its dates]") && !short.contains("L442-1"))
  }

  @Test(arguments: Language.allCases) func `the diary holds every date, and what is to come`(language: Language) {
    let known = Judgements(ceasing: [
      steps([.prepared, .decided, .sent], [.since: "2018-09-05"], of: "B1")
    ])
    let entries = analysis.ceasingEntries(known, commitments: [:], today: Self.today)
    let page = CasesPage(entries, today: Self.today, context: context(language))
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, language)
    #expect(page.title.plain.contains(language(fr: "finit le 17\u{A0}septembre", en: "ends on 17\u{A0}September")))
    guard case .table(let diary)? = page.panels.last?.parts.first else { Issue.record("no diary"); return }
    #expect(diary.rows.count == 4 && diary.rows[3][0].plain.contains("2026"))
    #expect(CasesPage([], today: Self.today, context: context(language)).panels.count == 1)
  }

  @Test(arguments: Language.allCases) func `letters are those of cases that go on, and those that were sent`(
    language: Language
  ) throws {
    let known = Judgements(ceasing: [
      steps([.prepared, .decided, .sent, .ended], of: "B1"), steps([.prepared, .withdrawn], of: "B2"),
      steps([.prepared], of: "Z1"), steps([.prepared], of: "gone"),
    ])
    let list = ListDocument.letters(analysis.letterEntries(known), today: Self.today)
    #expect(
      list.title.text(in: Voice(language))
        == language(fr: "2\u{A0}lettres, dont 1\u{A0}envoyée", en: "2\u{A0}letters, of which 1 sent"))
    let rows = list.grid.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(list.grid.columns.map(\.key), row))
    }
    #expect(rows.map { $0["customer"] } == [.text("Z1"), .text("B1")])
    #expect(rows.map { $0["sent"] } == [.flag(false), .flag(true)])
    // Until it is sent a letter bears today's date, then that of its sending.
    #expect(rows.map { $0["date"] } == [.day(Self.today), .day(Self.today.advanced(by: 2))])
    let pages = Language.allCases.map { language in
      ReportCell.object([
        .init("language", .text(language.rawValue)),
        .init("address", .text("/customers/B1/letter?letter=" + language.rawValue)), .init("text", .text(nil)),
      ])
    }
    #expect(rows[1]["documents"] == .list(pages))
    // Begun anew: the letter that pages show is that of the newer case.
    let again = Judgements(ceasing: known.ceasing + [steps([.prepared, .decided], of: "B1")])
    #expect(analysis.letterEntries(again).map(\.known.state) == [.decided, .prepared])
  }

  @Test(arguments: Language.allCases) func `verdicts that say cease wait for a case, each with its link`(
    language: Language
  ) {
    let waiting = CasesPage.Waiting(
      id: ID("B1"), name: hostile, atStake: Cents(52_100), why: Phrase(fr: "Coûte.", en: "Costs."))
    let page = CasesPage([], waiting: [waiting], today: Self.today, context: context(language))
    #expect(
      page.title.plain
        == language(
          fr: "1\u{A0}verdict dit de cesser\u{202F}; aucun dossier n'est ouvert",
          en: "1\u{A0}verdict says cease; no case is open"
        ).replacing("'", with: language == .fr ? "’" : "'"))
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, language)
    #expect(html.contains("/customers/B1/ceasing") && page.panels.map(\.id) == ["waiting"])
    // A case that goes on is not waited for, whatever the verdict.
    let open = Judgements(ceasing: [steps([.prepared], of: "B1")])
    #expect(analysis.ceasingWaiting(open).allSatisfy { $0.id != ID("B1") })
    // A relation that was ended is not waited for, one that goes on after all is.
    let told = analysis.ceasingWaiting(.none).map(\.id)
    for id in told {
      let ended = Judgements(ceasing: [steps([.prepared, .decided, .sent, .ended], of: id.text)])
      #expect(analysis.ceasingWaiting(ended).map(\.id) == told.filter { $0 != id })
      let withdrawn = Judgements(ceasing: [steps([.prepared, .withdrawn], of: id.text)])
      #expect(analysis.ceasingWaiting(withdrawn).map(\.id) == told)
    }
    #expect(
      analysis.ceasingWaiting(.none).count == analysis.life.verdicts.rows.count { $0.verdict.value == .cease })
  }

  @Test(arguments: PriceOffer.Kind.allCases) func `a proposed rise stays within what may be asked`(
    kind: PriceOffer.Kind
  ) {
    let policy = analysis.policy
    for row in analysis.life.verdicts.rows {
      let proposed = analysis.proposedRise(of: row.customer, kind)
      #expect((proposed == nil) == row.ladder.isEmpty)
      guard let proposed else { continue }
      // It says what it is served at only where the ladder saves on service.
      let isLeaner = row.ladder.contains { $0.leaner != nil }
      #expect(proposed.level == nil || isLeaner)
      for language in Language.allCases {
        let words = proposed.asLastOffer.text(in: Voice(language))
        #expect(
          words.contains(language(fr: "Servi à son niveau", en: "Served at its level")) == (proposed.level != nil))
      }
      let most = Rate(
        millionths: policy.ladder.priceCap.millionths * policy.ladder.indexFactor.millionths / 1_000_000)
      #expect(proposed.rate <= max(most, kind == .lastOffer ? policy.ladder.lastOfferCap : policy.ladder.priceCap))
      #expect(proposed.rate > Rate(millionths: 0))
    }
  }

  @Test(arguments: Language.allCases) func `offers tell what became of them, and warn of a steep one`(
    language: Language
  )
    throws
  {
    let offers = [try offer("B2", .lastOffer, .partly(Rate(percent: 3))), try offer("gone", .rise, .asked)]
    let page = OffersPage(
      offers, customers: analysis.books.customers, policy: analysis.policy,
      asked: OffersPage.Asked(customer: hostile, offer: 1, refusal: "No."), today: Self.today,
      context: context(language))
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, language)
    #expect(
      page.title.plain
        == language(
          fr: "2\u{A0}hausses demandées\u{A0}: 1 en partie, 1 sans réponse",
          en: "2\u{A0}price rises asked: 1 in part, 1 without an answer"))
    #expect(html.contains(language(fr: "à annoncer", en: "to be warned")))
    #expect(page.panels.map(\.id) == ["offers", "log", "answer"])
  }

  @Test(arguments: Language.allCases) func `a template is edited beside what it gives`(language: Language) {
    let page = LetterTemplatePage(
      "A\n\n{{end}} </textarea><script>alert(1)</script>", in: language, isShipped: false, file: "/w/t",
      context: context(language))
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, .en)
    #expect(html.contains("A\n\n{{end}} &lt;/textarea&gt;") && page.preview?.blanks == ["end"])
    let faulty = LetterTemplatePage("{{x}}", in: language, isShipped: true, file: "/w/t", context: context(language))
    #expect(faulty.preview == nil && faulty.fault.plain.contains("x"))
  }

  @Test func `a sheet leads to the case, and its ladder warns of steep steps`() throws {
    let page = CustomerSheetPage(of: place("B2"), in: analysis, context: context(.en))
    let html = String(decoding: page.frame(context(.en)).bytes, as: UTF8.self)
    #expect(html.contains("/customers/B2/ceasing\">End this relation…"))
    #expect(html.contains("/reports/pricepolicy?is.customer=B2#rows"))
    let row = analysis.life.verdicts.rows[place("B2")]
    let warned = SheetDocument.warnings(of: place("B2"), in: analysis).map { $0.text(in: Voice(.en)) }
    // Better customers are to be won first: the firm rise that follows is told of, not the most that may be asked today.
    let rises = row.ladder.compactMap { if case .reprice(let price) = $0 { price } else { nil } }
    let (rise, firm) = (try #require(rises.first), try #require(row.ladder.firmRise?.price))
    #expect(firm.asked > rise.asked && analysis.notice(before: .reprice(rise), of: place("B2")) == nil)
    #expect(analysis.notice(beforeRise: firm.asked, of: place("B2")) != nil)
    #expect(warned.last == Phrase.haveCounselCheck.text(in: Voice(.en)))
    let told = Voice(.en).percent(firm.asked.value, digits: firm.asked.digits)
    #expect(warned.contains { $0.contains("A rise of \(told) is told in writing, as an end is") }, "\(warned)")
    let open = CustomerSheetPage(
      of: place("B2"), in: analysis, ceasing: steps([.prepared, .decided], of: "B2"), context: context(.en))
    #expect(String(decoding: open.frame(context(.en)).bytes, as: UTF8.self).contains("Case of ending: decided"))
    #expect(SheetDocument.warnings(of: place("B1"), in: analysis).isEmpty)
  }
}

/// Holds what a person reads of a page, without its markup, against what it must not show.
func isWellWritten(_ html: String, _ language: Language) {
  #expect(!html.contains("<script>alert") && !html.contains("\u{1B}"))
  guard language == .fr else { return }
  var text = ""
  var isTag = false
  for character in html {
    if character == "<" { isTag = true }
    if !isTag { text.append(character) }
    if character == ">" { isTag = false }
  }
  for wrong in [" ;", " ?", " !", "« ", " »", " €"] {
    #expect(
      !text.contains(wrong), "\(wrong): \(text.firstRange(of: wrong).map { text[..<$0.upperBound].suffix(60) } ?? "")"
    )
  }
}

extension String {
  /// How often some words stand in it.
  fileprivate func components(_ words: String) -> Int { ranges(of: words).count }
}

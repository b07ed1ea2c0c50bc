import Testing
import Units

@testable import Ledger

struct CeasingTests {
  private let today: Day = Month(year: 2026, month: 3).firstDay

  private func offer(
    _ number: Int, _ customer: String, _ kind: PriceOffer.Kind, _ outcome: PriceOffer.Outcome, day: Int = 0,
    isWithdrawn: Bool = false
  ) throws -> PriceOffer {
    PriceOffer(
      number: number, customer: ID(customer),
      terms: try PriceOffer.Terms(kind, asked: Rate(percent: 8), on: today.advanced(by: day), outcome: outcome),
      isWithdrawn: isWithdrawn, made: Authorship("Anne", at: 1))
  }

  private func step(_ number: Int, _ state: CeasingCase.State, day: Int, isUndone: Bool = false) -> CeasingCase.Step {
    CeasingCase.Step(
      number: number, state: state, day: today.advanced(by: day), made: Authorship("Anne", at: number),
      undone: isUndone ? Authorship("Anne", at: 99) : nil)
  }

  @Test func `the newest answered offer tells whether a last one is refused`() throws {
    func refused(_ offers: PriceOffer...) -> Set<ID<Customer>> { Judgements(offers: offers).refusedLastOffers }
    #expect(try refused(offer(1, "A", .lastOffer, .refused)) == [ID("A")])
    #expect(try refused(offer(1, "A", .rise, .refused)).isEmpty)
    #expect(try refused(offer(1, "A", .lastOffer, .partly(Rate(percent: 3)))).isEmpty)
    #expect(try refused(offer(1, "A", .lastOffer, .refused), offer(2, "A", .rise, .asked, day: 9)) == [ID("A")])
    #expect(try refused(offer(1, "A", .lastOffer, .refused), offer(2, "A", .rise, .accepted, day: 9)).isEmpty)
    #expect(try refused(offer(1, "A", .lastOffer, .refused, day: 9), offer(2, "A", .rise, .accepted)) == [ID("A")])
    #expect(try refused(offer(1, "A", .lastOffer, .refused, isWithdrawn: true)).isEmpty)
  }

  @Test func `an offer speaks for the customer that is kept of those that became one`() throws {
    let merge = PairDecision(number: 1, .merge, kept: ID("A"), other: ID("B"), made: Authorship("Anne", at: 1))
    let known = Judgements(pairs: [merge], offers: [try offer(1, "B", .lastOffer, .refused)])
    #expect(known.refusedLastOffers == [ID("A")] && known.offers(to: ID("A")).count == 1)
  }

  @Test func `a rise and the part of it that is granted are held to their bounds`() {
    for percent: Int64 in [0, -3, 1_001] {
      #expect(throws: CeasingFault.noRise(Rate(percent: percent))) {
        try PriceOffer.Terms(.rise, asked: Rate(percent: percent), on: today)
      }
    }
    for part: Int64 in [0, 4, 9] {
      #expect(throws: CeasingFault.noPart(Rate(percent: part), of: Rate(percent: 4))) {
        try PriceOffer.Terms(.rise, asked: Rate(percent: 4), on: today, outcome: .partly(Rate(percent: part)))
      }
    }
    for code in PriceOffer.Outcome.codes {
      #expect(PriceOffer.Outcome(code: code, part: Rate(percent: 1))?.code == code)
    }
    #expect(PriceOffer.Outcome(code: "partly", part: nil) == nil && PriceOffer.Outcome(code: "no", part: nil) == nil)
  }

  @Test func `a case goes step by step, never back in time, and ends`() {
    let sent = CeasingCase(
      number: 1, customer: ID("A"),
      steps: [step(1, .prepared, day: 0), step(2, .decided, day: 2), step(3, .sent, day: 3)])
    #expect(sent.state == .sent && sent.isOpen && sent.day(of: .decided) == today.advanced(by: 2))
    #expect(sent.refusal(of: .acknowledged, on: today.advanced(by: 3)) == nil)
    #expect(sent.refusal(of: .decided, on: today.advanced(by: 9)) == .notNow(.decided, after: .sent))
    #expect(sent.refusal(of: .ended, on: today) == .before(today.advanced(by: 3), .sent))
    let back = CeasingCase(
      number: 1, customer: ID("A"), steps: [step(1, .prepared, day: 0), step(2, .decided, day: 2, isUndone: true)])
    #expect(back.state == .prepared && back.day(of: .decided) == nil)
    for state in CeasingCase.State.allCases {
      #expect(state.isOver == state.next.isEmpty && !state.next.contains(state))
    }
  }

  @Test func `a relation is over from its last day until another case begins`() {
    let ended = CeasingCase(
      number: 1, customer: ID("A"),
      steps: [step(1, .prepared, day: 0), step(2, .sent, day: 1), step(3, .ended, day: 40)])
    let again = CeasingCase(number: 2, customer: ID("A"), steps: [step(4, .prepared, day: 400)])
    #expect(Judgements(ceasing: [ended]).endedOn == [ID("A"): today.advanced(by: 40)])
    #expect(Judgements(ceasing: [ended, again]).endedOn.isEmpty)
    #expect(Judgements(ceasing: [ended, again]).openCeasing(of: ID("A")) == again)
    #expect(Judgements(ceasing: [ended]).openCeasing(of: ID("A")) == nil)
  }

  @Test func `what people write is read as people write it, or refused`() throws {
    #expect(try CeasingFact.since.value(of: " 05/09/2018 ", today: today) == "2018-09-05")
    #expect(try CeasingFact.since.value(of: "2018-09-05", today: today) == "2018-09-05")
    #expect(try CeasingFact.dependence.value(of: "12,5 %", today: today) == "125000")
    #expect(try CeasingFact.recipient.value(of: "M. Durand\r\n1 rue Basse\n", today: today) == "M. Durand\n1 rue Basse")
    #expect(try CeasingFact.usualMonths.value(of: "", today: today) == nil)
    let wrong: [(CeasingFact, String)] = [
      (.since, "31/02/2020"), (.since, "soon"), (.dependence, "101"), (.dependence, "-1"), (.dependence, "1e1"),
      (.tendersWon, "-1"), (.usualMonths, "3.5"), (.buyer, "friend"), (.place, "a\nb"),
      (.reason, String(repeating: "x", count: 2_001)),
    ]
    for (fact, text) in wrong {
      #expect(throws: CeasingFault.self, "\(fact) \(text)") { try fact.value(of: text, today: today) }
    }
  }

  @Test func `a relation that is to be ended began before today`() throws {
    #expect(try CeasingFact.since.value(of: today.iso, today: today) == today.iso)
    let later = today.advanced(by: 1)
    #expect(throws: CeasingFault.notBegun(later)) { try CeasingFact.since.value(of: later.iso, today: today) }
    // Its end, and that of a contract, may be to come.
    #expect(try CeasingFact.endDay.value(of: later.iso, today: today) == later.iso)
    #expect(try CeasingFact.fixedTerm.value(of: later.iso, today: today) == later.iso)
  }

  @Test(arguments: Language.allCases) func `what is refused is told in words, with days written out`(language: Language)
  {
    let first = Month(year: 2031, month: 1).firstDay
    let faults: [CeasingFault] = [
      .badValue(.usualMonths, "-3"), .badValue(.excuse, "x"), .inFuture(first), .offerInFuture(first), .notBegun(first),
      .before(first, .sent), .noGround("marginUnderFloor"),
      .unconfirmed(.shortNotice(lastDay: first, proposed: first.advanced(by: 148))),
      .unconfirmed(.agreedEarlier(lastDay: first)),
    ]
    for fault in faults {
      let sentence = fault.sentence(in: language)
      #expect(!sentence.contains("2031-01-01") && !sentence.contains("01/01/2031") && !sentence.contains("usualMonths"))
    }
    let day = language(fr: "1er\u{A0}janvier\u{A0}2031", en: "1\u{A0}January\u{A0}2031")
    #expect(faults[2].sentence(in: language).contains(day) && faults[7].sentence(in: language).contains(day))
    #expect(
      faults[0].sentence(in: language).hasPrefix(
        language(fr: "Préavis du contrat ou de l’usage, en mois", en: "Notice of the contract or usage, in months")))
    // A ground goes by its name; its code stands behind, for the command line.
    #expect(
      faults[6].sentence(in: language).contains(language(fr: "marge sous le plancher", en: "margin under the floor")))
    for fact in CeasingFact.allCases { #expect(!fact.word(in: language).isEmpty) }
  }

  @Test func `the letter that was sent is known until the step is taken back`() {
    let letters: [Language: String] = [.fr: "Madame", .en: "Dear"]
    func known(_ undone: Authorship?) -> CeasingCase {
      CeasingCase(
        number: 1, customer: ID("A"),
        steps: [
          step(1, .prepared, day: 0),
          CeasingCase.Step(
            number: 2, state: .sent, day: today, made: Authorship("Anne", at: 2), undone: undone, letters: letters),
        ])
    }
    #expect(known(nil).sentLetter(in: .fr)?.text == "Madame" && known(nil).sentLetter(in: .en)?.day == today)
    #expect(known(nil).isNoticed && known(Authorship("Anne", at: 3)).sentLetter(in: .fr) == nil)
  }

  @Test func `percents are read exactly`() {
    #expect(Rate(typedPercent: "4,35") == Rate(millionths: 43_500))
    #expect(Rate(typedPercent: "4.5 %") == Rate(millionths: 45_000))
    #expect(Rate(typedPercent: "12") == Rate(percent: 12))
    for text in ["", "%", ",5", "4,", "4,12345", "1 2 x", "--1", "9999999"] {
      #expect(Rate(typedPercent: text) == nil, "\(text)")
    }
  }

  @Test func `somebody is known at the door whatever the case, the accents and the punctuation`() throws {
    func rule(_ subject: DoorRule.Subject) throws -> DoorRule {
      DoorRule(
        number: 1, content: try DoorRule.Content(subject, .refused, ground: .noCapacity),
        made: Authorship("Anne", at: 1))
    }
    let company = try rule(.company("Épicerie du Marché"))
    #expect(company.meets(names: ["C9", "EPICERIE  DU MARCHE."], category: nil))
    #expect(!company.meets(names: ["Épicerie du Port"], category: "Épicerie du Marché"))
    #expect(try rule(.category("Marchés forains")).meets(names: [], category: "marches forains"))
    #expect(try !rule(.company("…")).meets(names: ["!"], category: nil))
    #expect(try rule(.company("東京")).meets(names: ["東京"], category: nil))
    #expect(try !rule(.company("東京")).meets(names: ["大阪"], category: nil))
    #expect(throws: CeasingFault.noName) { try DoorRule.Content(.category(" "), .refused, ground: .noCapacity) }
  }

  @Test func `a ground is read with its figures, or refused`() throws {
    func ground(_ code: String, _ figure: String = "", _ least: String = "") throws -> DoorGround {
      try DoorGround(typed: code, figure: figure, least: least, subject: .company("A"))
    }
    #expect(try ground("unpaid", "1 200,50 €") == .unpaid(Cents(120_050)))
    #expect(try ground("ordersTooSmall", "40", "150.5") == .ordersTooSmall(order: Cents(4_000), least: Cents(15_050)))
    #expect(
      try ground("marginUnderFloor", "2", "8 %") == .marginUnderFloor(rate: Rate(percent: 2), floor: Rate(percent: 8)))
    #expect(try ground("toxicCategory", "Inns") == .toxicCategory("Inns"))
    #expect(
      try DoorGround(typed: "toxicCategory", figure: "", least: "", subject: .category("Inns"))
        == .toxicCategory("Inns"))
    let wrong = [
      ("unpaid", "", ""), ("unpaid", "0", ""), ("unpaid", "-5", ""), ("ordersTooSmall", "150", "40"),
      ("marginUnderFloor", "9", "8"), ("toxicCategory", "", ""), ("religion", "1", "2"), ("", "", ""),
    ]
    for (code, figure, least) in wrong {
      #expect(throws: CeasingFault.noGround(code)) { try ground(code, figure, least) }
    }
  }
}

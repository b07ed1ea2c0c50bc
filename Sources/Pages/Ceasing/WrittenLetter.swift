import Decisions
import Ledger
import Portfolio
import Units

extension Letter {
  /// The letter to a customer: as it was sent where that was kept, else by the template that a person wrote or the product's
  /// own.
  /// - Parameters:
  ///   - place: in the customer file.
  ///   - template: what a person wrote; nothing for the product's own.
  ///   - today: the letter's date until it is sent.
  public static func written(
    _ analysis: CompanyAnalysis, of place: Int, file: CeasingFile, known: CeasingCase?, template: String?, today: Day,
    in language: Language
  ) -> Result<Letter, LetterTemplateFault> {
    if let sent = known?.sentLetter(in: language) { return .success(Letter(kept: sent.text, in: language)) }
    do throws(LetterTemplateFault) {
      let template = try LetterTemplate(template ?? LetterTemplate.shipped(in: language))
      let voice = Voice(language, currency: analysis.policy.company.currency)
      let values = LetterValues(
        file, facts: known?.facts ?? CeasingFacts(), address: analysis.sheet(of: place).address,
        company: analysis.policy.company, day: known?.day(of: .sent) ?? today, in: voice)
      return .success(Letter(template, values, in: language))
    } catch { return .failure(error) }
  }

  /// What a step keeps: the letter in each language where it is sent, nothing for other steps.
  /// - Parameters:
  ///   - file: as of the day of the step.
  ///   - template: what a person wrote in a language; nothing for the product's own.
  /// - Throws: `LetterTemplateFault`, for a template that cannot be filled in.
  public static func kept(
    at state: CeasingCase.State, on day: Day, _ analysis: CompanyAnalysis, of place: Int, file: CeasingFile,
    known: CeasingCase?, template: (Language) -> String?
  ) throws(LetterTemplateFault) -> [Language: String] {
    guard state == .sent else { return [:] }
    var letters: [Language: String] = [:]
    for language in Language.allCases {
      letters[language] = try written(
        analysis, of: place, file: file, known: known, template: template(language), today: day, in: language
      ).get().kept
    }
    return letters
  }
}

extension CustomerSheet {
  /// Where letters go, line by line, as far as the record tells; empty where it does not.
  fileprivate var address: [String] {
    func value(_ field: Field) -> String? {
      record.first { $0.field == field }.flatMap { $0.fact.value.isEmpty ? nil : $0.fact.value }
    }
    let town = [value(.postcode), value(.city)].compactMap { $0 }.joined(separator: " ")
    // A letter within France names no country.
    let country = value(.country).flatMap { ["france", "fr"].contains($0.lowercased()) ? nil : $0 }
    let lines = [value(.address), town.isEmpty ? nil : town, country].compactMap { $0 }
    return value(.address) == nil && town.isEmpty ? [] : lines
  }
}

extension CompanyAnalysis {
  /// Customers whose verdict says cease, of whom no case is open and whose relation was not ended, the most at stake first.
  public func ceasingWaiting(_ judgements: Judgements) -> [CasesPage.Waiting] {
    life.verdicts.rows.filter { row in
      guard row.verdict.value == .cease else { return false }
      let known = judgements.ceasing(of: books.customers.ids[row.customer])
      return known.map { !$0.isOpen && $0.state != .ended } ?? true
    }
    .byStake.map { row in
      CasesPage.Waiting(
        id: books.customers.ids[row.customer], name: books.customers.names[row.customer], atStake: row.atStake,
        why: sentence(of: row))
    }
  }

  /// Every case with what the books say of it, the newest first.
  /// - Parameter commitments: what binds to the customers of the cases that go on.
  public func ceasingEntries(
    _ judgements: Judgements, commitments: [ID<Customer>: Commitments], today: Day
  ) -> [CasesPage.Entry] {
    judgements.ceasing.reversed().map { known in
      guard let place = books.customers.index(of: known.customer) else {
        return CasesPage.Entry(known, id: known.customer, name: known.customer.text, end: known.facts.day(.endDay))
      }
      let id = books.customers.ids[place]
      // Notice runs by the newest case of a customer; earlier ones are over.
      let file =
        known.isOpen
        ? ceasingFile(of: place, judgements, commitments: commitments[id] ?? .unknown, today: today) : nil
      return CasesPage.Entry(known, id: id, name: books.customers.names[place], end: file?.end)
    }
  }
  /// The cases that have a letter, the newest first: those that go on, and those that are over once it was sent.
  ///
  /// Of several cases of a customer only that whose letter pages show.
  public func letterEntries(_ judgements: Judgements) -> [CasesPage.Entry] {
    judgements.ceasing.reversed().compactMap { known in
      guard known.isOpen || known.day(of: .sent) != nil, judgements.ceasing(of: known.customer) == known,
        let place = books.customers.index(of: known.customer)
      else { return nil }
      return CasesPage.Entry(known, id: books.customers.ids[place], name: books.customers.names[place], end: nil)
    }
  }
}

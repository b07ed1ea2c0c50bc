import Decisions
import Engine
import Foundation
import Ledger
import Store
import Units

/// Ends of relations, offers and the door, as people decide them.
extension Workspace {
  /// Logs a price rise or a last offer.
  /// - Parameter today: no offer was made later.
  /// - Returns: its number.
  /// - Throws: `CeasingFault` for a rise beyond all that may be asked or a day to come, `DeskError.locked` or `StoreError`; nothing is changed
  ///   then.
  @discardableResult
  public func offer(
    _ terms: PriceOffer.Terms, to customer: ID<Customer>, today: Day, by made: Authorship
  ) throws -> Int {
    guard terms.day <= today else { throw CeasingFault.offerInFuture(terms.day) }
    guard terms.asked <= PriceOffer.Terms.mostAsked else { throw CeasingFault.steepRise(terms.asked) }
    return try deciding("offers") { try $0.offer(terms, to: customer, by: made) }
  }

  /// Writes what became of an offer, takes it out of the log, or puts it back.
  /// - Parameter outcome: nothing leaves it as it is.
  /// - Returns: whether that was not so before.
  /// - Throws: `CeasingFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func answer(
    _ number: Int, _ outcome: PriceOffer.Outcome?, isWithdrawn: Bool = false, by made: Authorship
  ) throws -> Bool {
    try deciding("offers") { try $0.answer(number, outcome, isWithdrawn: isWithdrawn, by: made) }
  }

  /// Opens the case of a relation that may be ended.
  /// - Throws: `CeasingFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  public func openCeasing(_ customer: ID<Customer>, on day: Day, by made: Authorship) throws {
    try deciding("ceasing") { try $0.openCeasing(customer, on: day, by: made) }
  }

  /// Takes the next step of a case.
  /// - Parameter letters: the letter as it is sent, in each language; the step keeps it.
  /// - Throws: `CeasingFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  public func advanceCeasing(
    _ customer: ID<Customer>, to state: CeasingCase.State, on day: Day, note: String = "",
    letters: [Language: String] = [:], by made: Authorship
  ) throws {
    try deciding("ceasing") {
      try $0.advanceCeasing(customer, to: state, on: day, note: note, letters: letters, by: made)
    }
  }

  /// Takes the last step of a case back.
  /// - Returns: the state that was taken back.
  /// - Throws: `CeasingFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func undoCeasing(_ customer: ID<Customer>, by made: Authorship) throws -> CeasingCase.State {
    try deciding("ceasing") { try $0.undoCeasing(customer, by: made) }
  }

  /// Writes what people know of a relation and want in its letter.
  /// - Returns: what was not so before.
  /// - Throws: `CeasingFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func describeCeasing(
    _ customer: ID<Customer>, _ values: [(fact: CeasingFact, value: String?)], by made: Authorship
  ) throws -> [CeasingFact] {
    try deciding("ceasing") { try $0.describeCeasing(customer, values, by: made) }
  }

  /// Rules at the door.
  /// - Returns: whether that did not hold before.
  /// - Throws: `DeskError.locked` or `StoreError`; nothing is changed then.
  @discardableResult
  public func rule(_ content: DoorRule.Content, by made: Authorship) throws -> Bool {
    try deciding("door") { try $0.rule(content, by: made) }
  }

  /// Takes a rule at the door back.
  /// - Throws: `CeasingFault`, `DeskError.locked` or `StoreError`; nothing is changed then.
  public func undoRule(_ number: Int, by made: Authorship) throws {
    try deciding("door") { try $0.undoRule(number, by: made) }
  }
}

/// The letters' templates, files that people may edit: a workspace without one uses the product's own.
extension Workspace {
  /// Where the template of a language is, when a person wrote one.
  public func letterTemplateFile(in language: Language) -> String {
    root + "/templates/ceasing.\(language.rawValue).mustache"
  }

  /// The template that a person wrote; nothing where nobody did, or the file cannot be read as text.
  public func letterTemplate(in language: Language) -> String? {
    try? String(contentsOfFile: letterTemplateFile(in: language), encoding: .utf8)
  }

  /// Writes a template, or goes back to the product's own.
  /// - Parameter text: nothing for the product's own.
  /// - Throws: `DeskError.locked` or `DeskError.cannotWrite`; nothing is changed then.
  public func writeLetterTemplate(_ text: String?, in language: Language) throws {
    let lock = try WorkspaceLock(self, purpose: "templates")
    defer { withExtendedLifetime(lock) {} }
    let path = letterTemplateFile(in: language)
    guard let text else {
      guard FileManager.default.fileExists(atPath: path) else { return }
      do { try FileManager.default.removeItem(atPath: path) } catch {
        throw DeskError.cannotWrite(path, reason: systemReason(error))
      }
      return
    }
    try makeFolder(root + "/templates")
    try writeDurably(Array(text.utf8), to: path)
  }
}

extension Day {
  /// The day by the machine's clock, in universal time.
  public static var today: Day { Day(secondsSince1970: Authorship.now().time) }
}

extension Analysis {
  /// What binds the company to a customer yet.
  /// - Throws: `EngineError`.
  public func commitments(to customer: ID<Customer>) throws -> Commitments { try reader.commitments(to: customer) }
}

extension BookSnapshot {
  /// What binds the company yet to the customers of whom a case goes on.
  /// - Throws: `EngineError`.
  public func commitments(_ judgements: Judgements) throws -> [ID<Customer>: Commitments] {
    let customers = portfolio.books.customers
    var found: [ID<Customer>: Commitments] = [:]
    for one in judgements.ceasing where one.isOpen {
      guard let place = customers.index(of: one.customer) else { continue }
      found[customers.ids[place]] = try commitments(to: one.customer)
    }
    return found
  }

  /// What binds the company to a customer yet.
  /// - Throws: `EngineError`.
  public func commitments(to customer: ID<Customer>) throws -> Commitments {
    try reading(per: .company) { try $0.commitments(to: customer) }
  }
}

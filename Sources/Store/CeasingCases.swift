import GRDB
import Ledger
import Units

/// Relations that are to be ended: their steps, of which each can be taken back, and what people wrote of them.
extension JudgementStore {
  /// Opens a case.
  /// - Throws: `CeasingFault.alreadyOpen`, or `StoreError`.
  public func openCeasing(_ customer: ID<Customer>, on day: Day, by made: Authorship) throws {
    try change { database in
      guard try Self.judgements(in: database).openCeasing(of: customer) == nil else {
        throw CeasingFault.alreadyOpen(customer)
      }
      let number = (try Int.fetchOne(database, sql: "select max(ceasing) from ceasingStep") ?? 0) + 1
      try step(number, customer, .prepared, on: day, note: "", by: made, after: nil, in: database)
    }
  }

  /// Takes the next step of a customer's case.
  /// - Parameter letters: the letter as it is sent, in each language; the step keeps it.
  /// - Throws: `CeasingFault` for a step that does not follow, or `StoreError`.
  public func advanceCeasing(
    _ customer: ID<Customer>, to state: CeasingCase.State, on day: Day, note: String = "",
    letters: [Language: String] = [:], by made: Authorship
  ) throws {
    try change { database in
      guard let known = try Self.judgements(in: database).ceasing(of: customer) else {
        throw CeasingFault.noCase(customer)
      }
      if let refusal = known.refusal(of: state, on: day) { throw refusal }
      let number = try step(
        known.number, known.customer, state, on: day, note: note, by: made, after: known, in: database)
      for language in Language.allCases {
        guard let text = letters[language] else { continue }
        try database.execute(
          sql: "insert into ceasingLetter (step, language, text) values (?, ?, ?)",
          arguments: [number, language.rawValue, text])
      }
    }
  }

  /// Takes the last step back; the first takes the whole case back with it, as withdrawn.
  /// - Returns: the state that was taken back.
  /// - Throws: `CeasingFault` where there is none to take back, or `StoreError`.
  @discardableResult
  public func undoCeasing(_ customer: ID<Customer>, by made: Authorship) throws -> CeasingCase.State {
    try change { database in
      guard let known = try Self.judgements(in: database).ceasing(of: customer), known.history.count > 1 else {
        throw CeasingFault.nothingToUndo(customer)
      }
      let last = known.last
      try database.execute(
        sql: "update ceasingStep set undoneBy = ?, undoneTime = ? where id = ?",
        arguments: [made.author, made.time, last.number])
      try note(
        "ceasing", of: subject(known), before: words(last.state, last.day, last.note),
        after: known.history.dropLast().last.map { words($0.state, $0.day, $0.note) }, by: made, in: database)
      return last.state
    }
  }

  /// Writes what people know of the relation and want in the letter; nothing takes a value away.
  /// - Returns: what was not so before.
  /// - Throws: `CeasingFault.noCase`, or `StoreError`.
  @discardableResult
  public func describeCeasing(
    _ customer: ID<Customer>, _ values: [(fact: CeasingFact, value: String?)], by made: Authorship
  ) throws -> [CeasingFact] {
    try change { database in
      guard let known = try Self.judgements(in: database).openCeasing(of: customer) else {
        throw CeasingFault.noCase(customer)
      }
      var written: [CeasingFact] = []
      for (fact, value) in values where known.facts[fact] != value {
        try database.execute(
          sql: "insert into ceasingFact (ceasing, fact, value, author, time) values (?, ?, ?, ?, ?)",
          arguments: [known.number, fact.rawValue, value, made.author, made.time])
        try note(
          "ceasingFact", of: "\(subject(known)) | \(fact.rawValue)", before: known.facts[fact], after: value, by: made,
          in: database)
        written.append(fact)
      }
      return written
    }
  }

  /// - Returns: the step's place among all.
  @discardableResult
  private func step(
    _ number: Int, _ customer: ID<Customer>, _ state: CeasingCase.State, on day: Day, note word: String,
    by made: Authorship, after before: CeasingCase?, in database: Database
  ) throws -> Int64 {
    try database.execute(
      sql: "insert into ceasingStep (ceasing, customer, state, day, note, author, time) values (?, ?, ?, ?, ?, ?, ?)",
      arguments: [number, customer.text, state.rawValue, Int64(day.number), word, made.author, made.time])
    let place = database.lastInsertedRowID
    try note(
      "ceasing", of: "\(customer) | \(number)", before: before.map { words($0.state, $0.last.day, $0.last.note) },
      after: words(state, day, word), by: made, in: database)
    return place
  }

  /// Every case, by number.
  static func ceasing(in database: Database) throws -> [CeasingCase] {
    var facts: [Int: [CeasingFact: String]] = [:]
    for row in try Row.fetchAll(database, sql: "select * from ceasingFact order by id") {
      guard let fact = CeasingFact(rawValue: row["fact"]) else { continue }
      facts[row["ceasing"], default: [:]][fact] = row["value"] as String?
    }
    var letters: [Int: [Language: String]] = [:]
    // A file of before that nobody has decided in since keeps no letters.
    let kept =
      try database.tableExists("ceasingLetter") ? Row.fetchAll(database, sql: "select * from ceasingLetter") : []
    for row in kept {
      guard let language = Language(rawValue: row["language"]) else { continue }
      letters[row["step"], default: [:]][language] = row["text"] as String
    }
    var customers: [Int: ID<Customer>] = [:]
    var steps: [Int: [CeasingCase.Step]] = [:]
    for row in try Row.fetchAll(database, sql: "select * from ceasingStep order by id") {
      guard let state = CeasingCase.State(rawValue: row["state"]) else { continue }
      let (number, undoneBy): (Int, String?) = (row["ceasing"], row["undoneBy"])
      customers[number] = ID(row["customer"])
      steps[number, default: []].append(
        CeasingCase.Step(
          number: row["id"], state: state, day: Day(number: row["day"]), note: row["note"],
          made: Authorship(row["author"], at: row["time"]),
          undone: undoneBy.map { Authorship($0, at: row["undoneTime"]) }, letters: letters[row["id"]] ?? [:]))
    }
    return steps.keys.sorted().compactMap { number in
      guard let customer = customers[number], let steps = steps[number] else { return nil }
      return CeasingCase(
        number: number, customer: customer, steps: steps, facts: CeasingFacts(facts[number] ?? [:]))
    }
  }

  private func subject(_ one: CeasingCase) -> String { "\(one.customer) | \(one.number)" }

  private func words(_ state: CeasingCase.State, _ day: Day, _ note: String) -> String {
    "\(state.rawValue) | \(day.iso)" + (note.isEmpty ? "" : " | \(note)")
  }
}

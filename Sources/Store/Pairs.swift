import GRDB
import Ledger
import Units

/// Decisions on pairs of customers: each is checked against those that hold, in the transaction that writes it.
extension JudgementStore {
  /// Merges pairs of customers, the first of each is kept; all of them or none.
  ///
  /// What is one already stays so.
  /// - Returns: the pairs that were not one before.
  /// - Throws: `PairFault` for a merge that a decision forbids, or `StoreError`.
  @discardableResult
  public func merge(
    _ pairs: [(kept: ID<Customer>, other: ID<Customer>)], by made: Authorship
  ) throws -> [(kept: ID<Customer>, other: ID<Customer>)] {
    try change { database in
      var merged: [(kept: ID<Customer>, other: ID<Customer>)] = []
      var book = MergeBook(try Self.judgements(in: database).pairs)
      for pair in pairs where try book.merge(pair.kept, with: pair.other) {
        try decide(.merge, pair.kept, pair.other, by: made, in: database)
        merged.append(pair)
      }
      return merged
    }
  }

  /// Says that two customers are never the same.
  /// - Returns: whether that was not said before.
  /// - Throws: `PairFault` for two that are merged, or `StoreError`.
  @discardableResult
  public func part(_ first: ID<Customer>, _ second: ID<Customer>, by made: Authorship) throws -> Bool {
    try change { database in
      let known = try Self.judgements(in: database)
      if let refusal = known.refusal(parting: first, from: second) { throw refusal }
      guard !known.never.contains(CustomerPair(first, second)) else { return false }
      try decide(.never, first, second, by: made, in: database)
      return true
    }
  }

  /// Takes back the newest decision that holds, on a pair or of all.
  /// - Returns: what was taken back.
  /// - Throws: `PairFault` when there is none, or `StoreError`.
  @discardableResult
  public func undo(_ pair: (ID<Customer>, ID<Customer>)?, by made: Authorship) throws -> PairDecision {
    try change { database in
      let known = try Self.judgements(in: database)
      guard let decision = known.last(on: pair.map { CustomerPair($0.0, $0.1) }) else {
        throw pair.map { PairFault.noDecision($0.0, $0.1) } ?? .nothingDecided
      }
      try database.execute(
        sql: "update pairDecision set undoneBy = ?, undoneTime = ? where id = ?",
        arguments: [made.author, made.time, decision.number])
      try note(
        "undo", of: "\(decision.kept) | \(decision.other)", before: decision.verdict.rawValue, after: nil, by: made,
        in: database)
      return decision
    }
  }

  private func decide(
    _ verdict: PairDecision.Verdict, _ kept: ID<Customer>, _ other: ID<Customer>, by made: Authorship,
    in database: Database
  ) throws {
    try database.execute(
      sql: "insert into pairDecision (verdict, kept, other, author, time) values (?, ?, ?, ?, ?)",
      arguments: [verdict.rawValue, kept.text, other.text, made.author, made.time])
    try note(
      verdict.rawValue, of: "\(kept) | \(other)", before: nil, after: verdict.rawValue, by: made, in: database)
  }
}

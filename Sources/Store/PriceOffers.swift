import GRDB
import Ledger
import Units

/// The log of price rises and last offers; each change only adds a row.
extension JudgementStore {
  /// Logs an offer.
  /// - Returns: its number.
  /// - Throws: `StoreError`.
  @discardableResult
  public func offer(_ terms: PriceOffer.Terms, to customer: ID<Customer>, by made: Authorship) throws -> Int {
    try change { database in
      let number = (try Int.fetchOne(database, sql: "select max(offer) from priceOffer") ?? 0) + 1
      try write(PriceOffer(number: number, customer: customer, terms: terms, made: made), in: database)
      try note("offer", of: subject(number, customer), before: nil, after: words(terms, false), by: made, in: database)
      return number
    }
  }

  /// Writes what became of an offer, takes it out of the log, or puts it back.
  /// - Returns: whether that was not so before.
  /// - Throws: `CeasingFault` for an offer that is not there or an outcome that cannot be, or `StoreError`.
  @discardableResult
  public func answer(
    _ number: Int, _ outcome: PriceOffer.Outcome?, isWithdrawn: Bool = false, by made: Authorship
  ) throws -> Bool {
    try change { database in
      guard let before = try Self.offers(in: database).first(where: { $0.number == number }) else {
        throw CeasingFault.noOffer(number)
      }
      let terms = try outcome.map { try before.terms.with($0) } ?? before.terms
      guard terms != before.terms || isWithdrawn != before.isWithdrawn else { return false }
      let after = PriceOffer(
        number: number, customer: before.customer, terms: terms, isWithdrawn: isWithdrawn, made: made)
      try write(after, in: database)
      try note(
        "offer", of: subject(number, before.customer), before: words(before.terms, before.isWithdrawn),
        after: words(terms, isWithdrawn), by: made, in: database)
      return true
    }
  }

  private func write(_ offer: PriceOffer, in database: Database) throws {
    let terms = offer.terms
    try database.execute(
      sql: """
        insert into priceOffer
          (offer, customer, kind, asked, day, outcome, granted, note, withdrawn, author, time)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        offer.number, offer.customer.text, terms.kind.rawValue, terms.asked.millionths, Int64(terms.day.number),
        terms.outcome.code, terms.outcome.part?.millionths, terms.note, offer.isWithdrawn ? 1 : 0, offer.made.author,
        offer.made.time,
      ])
  }

  /// Every offer as it stands now, by number.
  static func offers(in database: Database) throws -> [PriceOffer] {
    try Row.fetchAll(
      database,
      sql: "select * from priceOffer where id in (select max(id) from priceOffer group by offer) order by offer"
    ).compactMap { row in
      guard let kind = PriceOffer.Kind(rawValue: row["kind"]),
        let outcome = PriceOffer.Outcome(
          code: row["outcome"], part: (row["granted"] as Int64?).map { Rate(millionths: $0) }),
        let terms = try? PriceOffer.Terms(
          kind, asked: Rate(millionths: row["asked"]), on: Day(number: row["day"]), outcome: outcome, note: row["note"])
      else { return nil }
      return PriceOffer(
        number: row["offer"], customer: ID(row["customer"]), terms: terms, isWithdrawn: row["withdrawn"] == 1,
        made: Authorship(row["author"], at: row["time"]))
    }
  }

  private func subject(_ number: Int, _ customer: ID<Customer>) -> String { "\(customer) | \(number)" }

  private func words(_ terms: PriceOffer.Terms, _ isWithdrawn: Bool) -> String {
    let part = terms.outcome.part.map { " \($0.millionths)" } ?? ""
    return
      "\(terms.kind.rawValue) | \(terms.asked.millionths) | \(terms.day.iso) | \(terms.outcome.code)\(part)"
      + (isWithdrawn ? " | withdrawn" : "") + (terms.note.isEmpty ? "" : " | \(terms.note)")
  }
}

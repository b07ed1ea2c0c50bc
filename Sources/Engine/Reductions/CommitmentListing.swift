import ADBC
import Ledger
import Units

extension LedgerReader {
  /// The places of the customers with a contract that runs on a day; nothing where no file tells of contracts.
  func secured(on day: Day) throws(EngineError) -> Set<Int>? {
    guard let query = relations.running else { return nil }
    return Set(try engine.rows(.analysing, query, [.date(day.number)]).compactMap { $0[0].whole.map { Int($0) } })
  }

  /// What binds the company to a customer yet.
  public func commitments(to customer: ID<Customer>) throws(EngineError) -> Commitments {
    let id = Value.text(relations.reading.unification[customer].text)
    var contracts: [Commitments.Contract]?
    if let query = relations.contractsOfOne {
      contracts = try engine.rows(.analysing, query, [id]).map { row in
        Commitments.Contract(
          isTender: row[0].text == "tender", start: row[1].day, renewal: row[2].day,
          noticeMonths: row[3].whole.map { Int($0) }, value: row[4].whole.map { Cents($0) })
      }
    }
    guard relations.knowsPromises else { return Commitments(contracts: contracts, open: nil) }
    let open = try engine.rows(
      .analysing,
      """
      select "kind", "promised", "note" from services
      where "customer" = ? and "promised" is not null and "done" is null
      order by "promised", "kind", "note"
      """, [id]
    ).compactMap { row -> Commitments.Promise? in
      guard let kind = row[0].text.flatMap(ServiceKind.init(rawValue:)), let day = row[1].day else { return nil }
      return Commitments.Promise(kind, promised: day, note: row[2].text)
    }
    return Commitments(contracts: contracts, open: open)
  }
}

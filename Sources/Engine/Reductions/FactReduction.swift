import ADBC
import Ledger
import Units

extension LedgerReader {
  /// Everything that files and people say of the customers of some books, field by field.
  ///
  /// Reads all customer files once more: only for those who ask where a value comes from.
  /// - Parameter imports: the imports by sequence, to say when and where each value was brought.
  public func facts(
    of customers: CustomerFile, imports: [Int: ImportStamp]
  ) throws(EngineError) -> CustomerFacts {
    var facts = CustomerFacts(customers: customers, edits: relations.reading.edits, imports: imports)
    let (query, fields) = relations.customerFacts
    guard let query else { return facts }
    try engine.each(.analysing, query) { batch in
      let ids = try batch[0].texts
      for (number, field) in fields.enumerated() {
        let values = try batch[1 + 2 * number].texts
        let imports = try batch[2 + 2 * number].int64s
        for row in 0..<batch.count {
          guard let value = values.string(at: row),
            let place = ids.string(at: row).flatMap({ customers.index(of: ID($0)) })
          else { continue }
          facts.take(value, of: field, for: place, from: imports.value(at: row).map { Int($0) } ?? 0)
        }
      }
    }
    return facts
  }
}

import Ledger
import Units

extension CustomerSheet {
  /// One field of a customer's record.
  public struct RecordLine: Hashable, Sendable {
    /// The field.
    public let field: Field
    /// What counts, and where it comes from.
    public let fact: CustomerFact
    /// The import it came with; nothing where sale lines or a person say it.
    public let stamp: ImportStamp?
    /// When it was said, in seconds since 1970; nothing where nobody knows.
    public let time: Int?

    /// The known fields of a customer, in the order of the customer file.
    static func all(of customer: Int, in facts: CustomerFacts) -> [RecordLine] {
      SourceKind.customers.fields.compactMap { field in
        facts[field, customer].map { fact in
          var stamp: ImportStamp?
          if case .imported(let sequence) = fact.origin { stamp = facts.imports[sequence] }
          return RecordLine(field: field, fact: fact, stamp: stamp, time: facts.time(of: fact.origin))
        }
      }
    }
  }
}

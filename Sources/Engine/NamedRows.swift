import Ledger
import Units

/// A customer or a prospect of one file.
public struct NamedRow: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The name, where the file tells it.
  public let name: String?
  /// The category, where the file tells it.
  public let category: String?
}

extension DuckDBEngine {
  /// The customers or prospects of a file of facts, in the file's order of identifiers, each once.
  /// - Parameter fields: those that the file carries.
  public func named(
    _ kind: SourceKind, in facts: String, carrying fields: Set<Field>
  ) throws(EngineError) -> [NamedRow] {
    guard let key = kind.key.first else { return [] }
    func column(_ field: Field) -> String { fields.contains(field) ? quoted(field.rawValue) : "cast(null as varchar)" }
    return try rows(
      .reading,
      """
      select distinct \(quoted(key.rawValue)), \(column(.name)), \(column(.category)) from read_parquet(\(literal(facts)))
      order by 1, 2, 3
      """
    ).compactMap { row in row[0].text.map { NamedRow(id: $0, name: row[1].text, category: row[2].text) } }
  }
}

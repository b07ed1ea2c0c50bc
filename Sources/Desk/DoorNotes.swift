import Engine
import Ledger
import SourceFiles
import Units

extension Workspace {
  /// What the rules at the door say of customers or prospects that a file brings; they are imported all the same.
  /// - Parameter facts: the file's accepted rows, as the ledger keeps them.
  func doorNotes(
    _ kind: SourceKind, facts: String, carrying fields: Set<Field>, engine: DuckDBEngine
  ) throws -> [TableNote] {
    guard kind == .customers || kind == .prospects else { return [] }
    let rules = try judgements().standingDoor
    guard !rules.isEmpty else { return [] }
    let met = try engine.named(kind, in: facts, carrying: fields).filter { row in
      rules.contains { $0.meets(names: [row.id, row.name].compactMap { $0 }, category: row.category) }
    }
    return met.isEmpty ? [] : [.metAtDoor(count: met.count, names: met.prefix(5).map { $0.name ?? $0.id })]
  }
}

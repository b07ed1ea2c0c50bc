import ADBC
import Ledger
import Units

/// The table `unified`: each merged identifier with the one that is kept; there is none while nobody is merged.
enum UnifiedCustomers {
  /// Pairs a statement: a parameter each would be slow, all at once too long.
  private static let stretch = 500

  /// Makes the table.
  static func make(_ unification: Unification, on engine: DuckDBEngine) throws(EngineError) {
    let pairs = unification.pairs
    guard !pairs.isEmpty else { return }
    try engine.run(.analysing, "create or replace table unified (merged varchar, kept varchar)")
    for start in stride(from: 0, to: pairs.count, by: stretch) {
      let some = pairs[start..<min(start + stretch, pairs.count)]
      let rows = some.map { _ in "(?, ?)" }.joined(separator: ", ")
      try engine.run(
        .analysing, "insert into unified values \(rows)",
        some.flatMap { [Value.text($0.merged.text), Value.text($0.kept.text)] })
    }
  }
}

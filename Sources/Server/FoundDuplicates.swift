import Desk
import Ledger
import Synchronization

/// The duplicates that were found last, kept while a person decides on them one after the other.
///
/// A decision takes pairs away and changes nothing of the others, so the search is made anew only when imports, rules or
/// fields changed, or a decision was taken back.
final class FoundDuplicates: Sendable {
  private let held = Mutex<(facts: String, found: CustomerDuplicates)?>(nil)

  /// The duplicates of what is shown, looked for where nobody waits.
  func duplicates(of snapshot: BookSnapshot, now judgements: Judgements) async throws -> CustomerDuplicates {
    let facts = snapshot.revision.facts
    if let known = held.withLock({ $0 }), known.facts == facts, known.found.holds(after: judgements) {
      return known.found
    }
    let found = try await offload { snapshot.duplicates }
    held.withLock { $0 = (facts, found) }
    return found
  }
}

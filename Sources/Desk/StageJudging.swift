import Decisions
import Dispatch
import Foundation
import Synchronization

/// Tells everybody's stages on all cores.
public enum StageJudging {
  /// Customers under which sharing them out costs more than it brings.
  private static let fewest = 4_000

  /// The stages of everybody; the same however many cores there are.
  public static func judge(_ source: StageSource) -> Stages {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard cores > 1, source.customers >= fewest else { return Stages(source) }
    let bounds = (0...cores).map { source.customers * $0 / cores }
    let parts = Mutex<[Int: Stages.Part]>([:])
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      let part = Stages.Part(source, customers: bounds[core]..<bounds[core + 1])
      parts.withLock { $0[core] = part }
    }
    return Stages(source, joining: parts.withLock { parts in (0..<cores).compactMap { parts[$0] } })
  }
}

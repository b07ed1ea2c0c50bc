import Foundation

/// Runs `body` on a thread of its own, because queries block and the tasks that cancel them need the pool; gives what it threw.
///
/// `stop` is called while it runs.
func failure(
  of body: @escaping @Sendable () throws -> Void, while stop: @Sendable () async throws -> Void
) async throws -> (any Error)? {
  let (outcome, report) = AsyncStream<(any Error)?>.makeStream()
  Thread.detachNewThread {
    do {
      try body()
      report.yield(nil)
    } catch {
      report.yield(error)
    }
    report.finish()
  }
  try await Task.sleep(for: .milliseconds(300))
  try await stop()
  for await error in outcome { return error }
  return nil
}

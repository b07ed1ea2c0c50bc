import Dispatch

/// Runs work that waits for disks or engines on a thread of its own, so that pages are served meanwhile.
func offload<Result: Sendable>(
  _ quality: DispatchQoS.QoSClass = .userInitiated, _ body: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global(qos: quality).async { continuation.resume(with: Swift.Result { try body() }) }
  }
}

/// The same for work that cannot fail.
func offloaded<Result: Sendable>(
  _ quality: DispatchQoS.QoSClass = .userInitiated, _ body: @escaping @Sendable () -> Result
) async -> Result {
  await withCheckedContinuation { continuation in
    DispatchQueue.global(qos: quality).async { continuation.resume(returning: body()) }
  }
}

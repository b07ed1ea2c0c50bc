import Desk
import Dispatch
import Engine
import Ledger
import Logging
import Portfolio
import ServiceLifecycle
import Synchronization
import Units

/// The workspace as the server holds it: the books shown now, and the work that will replace them.
///
/// Readers take what is there and never wait; one piece of work at a time goes on behind them.
final class Office: Service {
  let workspace: Workspace
  let settings: EngineSettings
  private let logger: Logger
  private let state = Mutex(State())
  private let wake = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

  struct State {
    var shown: ShownBooks?
    /// Why the newest state of the workspace cannot be shown.
    var fault: (any Explained)?
    var seen: WorkspaceRevision?
    var work: Work?
    /// What became of the last import a person started here.
    var report: ImportReport?
  }

  /// What is being done.
  enum Work: Sendable, Equatable {
    case analysing
    case importing(file: String, stage: ImportProgress.Stage, done: Double?)
  }

  /// How an import ended.
  enum ImportReport: Sendable {
    case done([ImportOutcome])
    case failed(any Explained)
  }

  init(workspace: Workspace, settings: EngineSettings, logger: Logger) {
    self.workspace = workspace
    self.settings = settings
    self.logger = logger
  }

  /// What is shown now.
  var now: State { state.withLock { $0 } }

  /// Looks at the workspace now and then, and makes the books anew when it changed, by this process or another.
  func run() async throws {
    await cancelWhenGracefulShutdown { [self] in
      let clock = Task {
        while !Task.isCancelled {
          try? await Task.sleep(for: .seconds(1))
          wake.continuation.yield()
        }
      }
      await refresh()
      for await _ in wake.stream { await refresh() }
      clock.cancel()
    }
  }

  /// Makes the books anew if the workspace changed since they were made.
  func refresh() async {
    let revision = WorkspaceRevision(of: workspace)
    let isNew = state.withLock { state in
      guard state.seen != revision, state.work == nil else { return false }
      state.seen = revision
      state.work = .analysing
      return true
    }
    guard isNew else { return }
    do {
      let shown = try await offload(.utility) { [workspace, settings] in
        let shown = ShownBooks(try BookSnapshot(of: workspace, settings: settings))
        shown.warm()
        return shown
      }
      state.withLock { state in
        state.shown = shown
        state.fault = nil
        state.work = nil
      }
    } catch {
      let fault = error as? any Explained
      if fault == nil { logger.error("The analysis failed: \(error)") }
      state.withLock { state in
        state.work = nil
        state.fault = fault ?? ServerError.internalFault
        if case DeskError.nothingToAnalyse = error { state.shown = nil }
      }
    }
  }

  /// Imports files in the background; what becomes of it is told by `now`.
  /// - Throws: `ServerError.busy` while other work goes on.
  func start(_ request: ImportRequest, language: Language, finally: @escaping @Sendable () -> Void) throws(ServerError) {
    let first = request.files.first ?? ""
    let isFree = state.withLock { state in
      guard state.work == nil else { return false }
      state.work = .importing(file: first, stage: .looking, done: nil)
      state.report = nil
      return true
    }
    guard isFree else { throw .busy }
    Task {
      let report: ImportReport
      do {
        let outcomes = try await offload(.utility) { [self] in
          let policy = try PolicyFile.policy(of: workspace)
          return try Importer(workspace, settings: settings, policy: policy, language: language) { progress in
            self.state.withLock {
              $0.work = .importing(file: progress.file, stage: progress.stage, done: progress.done)
            }
          }.run(request)
        }
        report = .done(outcomes)
      } catch {
        report = .failed(error as? any Explained ?? ServerError.internalFault)
      }
      finally()
      state.withLock { state in
        state.work = nil
        state.report = report
      }
      wake.continuation.yield()
    }
  }

  /// Takes an import out again.
  func forget(_ id: String) async throws {
    _ = try await offload { [workspace] in try workspace.forget(id) }
    wake.continuation.yield()
  }
}

extension ShownBooks {
  /// Works out what most pages show, so that the first reader does not wait for it.
  func warm() {
    let portfolio = snapshot.portfolio
    _ = portfolio.ranking
    _ = portfolio.profitability
    _ = portfolio.company
    _ = portfolio.floors
    _ = portfolio.stakes
    _ = portfolio.bandTable
    _ = portfolio.time
    _ = portfolio.tomorrow
    _ = portfolio.breakEven
    _ = portfolio.categoryTable
    _ = portfolio.cleanUp
    _ = portfolio.adequacy
  }
}

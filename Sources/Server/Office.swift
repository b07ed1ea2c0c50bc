import Decisions
import Desk
import Dispatch
import Engine
import Ledger
import Logging
import Pages
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
  /// What files seemed to be, looked at lately.
  let previews = Recent<PreviewKey, FilePreview>(most: 64)
  /// What trials said lately.
  private let trials = Recent<Trial, TrialResult>(most: 32)
  /// The duplicates found last.
  let found = FoundDuplicates()
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
    /// The trial that is wanted; another one that is running stops.
    var wanted: Trial?
    var trialTask: Task<Void, Never>?
  }

  /// What is being done.
  enum Work: Sendable, Equatable {
    case analysing
    /// An import is tried, nothing kept.
    case trying(file: String, stage: ImportProgress.Stage, done: Double?)
    case importing(file: String, stage: ImportProgress.Stage, done: Double?)
  }

  /// How an import ended.
  struct ImportReport: Sendable {
    let ticket: Ticket
    /// Whether there were books to look at before.
    let hadBooks: Bool
    let result: Result<[ImportOutcome], any Error>
  }

  /// An import that a person started.
  struct Ticket: Sendable, Equatable {
    /// Its name in addresses.
    let name: String
    /// Where the person goes on when it fails.
    let back: Link
  }

  init(workspace: Workspace, settings: EngineSettings, logger: Logger) {
    self.workspace = workspace
    self.settings = settings
    self.logger = logger
  }

  /// Whether the books are being read for the first time since the server began.
  var isStarting: Bool { state.withLock { $0.shown == nil && ($0.seen == nil || $0.work == .analysing) } }

  /// What is shown now.
  var now: State { state.withLock { $0 } }

  /// Looks at the workspace now and then, and makes the books anew when it changed, by this process or another.
  func run() async throws {
    // What was brought before this process began has lost its page's proof.
    Uploads(of: workspace).sweep(before: .infinity)
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
    // Whoever reads books already goes on with them until all of the new ones is there.
    let isFirst = state.withLock { $0.shown == nil }
    do {
      let shown = try await offload(.utility) { [workspace, settings] in
        let shown = ShownBooks(try BookSnapshot(of: workspace, settings: settings))
        shown.warm()
        if !isFirst { try shown.settle() }
        return shown
      }
      state.withLock { state in
        state.shown = shown
        state.fault = nil
        state.work = nil
      }
      // What few pages show is worked out once the others can be read.
      if isFirst { try? await offload(.utility) { try shown.settle() } }
    } catch {
      if !(error is any Explained) { logger.error("The analysis failed: \(error)") }
      state.withLock { state in
        state.work = nil
        state.fault = explained(error)
        if case DeskError.nothingToAnalyse = error { state.shown = nil }
      }
    }
  }

  /// Imports in the background, by what `body` does; what becomes of it is told by `now`.
  ///
  /// A trial gives way.
  /// - Parameters:
  ///   - first: what is told until the import tells how far it is.
  ///   - finally: told whether the import was kept.
  /// - Throws: `ServerError.busy` while other work goes on.
  func start(
    _ ticket: Ticket, _ first: Work, _ body: @escaping @Sendable (@escaping Progress) throws -> [ImportOutcome],
    finally: @escaping @Sendable (Bool) -> Void = { _ in }
  ) throws(ServerError) {
    let isFree = state.withLock { state in
      switch state.work {
      case nil, .trying: break
      default: return false
      }
      state.wanted = nil
      state.work = first
      state.report = nil
      let (trial, hadBooks) = (state.trialTask, state.shown != nil)
      Task { await self.importNow(ticket, hadBooks: hadBooks, after: trial, body, finally) }
      return true
    }
    guard isFree else { throw .busy }
  }

  /// Told how far an import is; what it throws stops it.
  typealias Progress = @Sendable (ImportProgress) throws -> Void

  private func importNow(
    _ ticket: Ticket, hadBooks: Bool, after trial: Task<Void, Never>?,
    _ body: @escaping @Sendable (@escaping Progress) throws -> [ImportOutcome], _ finally: @Sendable (Bool) -> Void
  ) async {
    await trial?.value
    let result: Result<[ImportOutcome], any Error>
    do {
      result = .success(
        try await offload(.utility) { [self] in
          try body { progress in
            self.state.withLock {
              $0.work = .importing(file: progress.file, stage: progress.stage, done: progress.done)
            }
          }
        })
      finally(true)
    } catch {
      if !(error is any Explained) { logger.error("The import failed: \(error)") }
      result = .failure(error)
      finally(false)
    }
    state.withLock { state in
      state.work = nil
      state.report = ImportReport(ticket: ticket, hadBooks: hadBooks, result: result)
    }
    wake.continuation.yield()
  }

  /// Decides something where no page waits, then gives small books the time to be made anew.
  func decide<Result: Sendable>(_ body: @escaping @Sendable (Workspace) throws -> Result) async throws -> Result {
    let result = try await offload { [workspace] in try body(workspace) }
    wake.continuation.yield()
    let revision = WorkspaceRevision(of: workspace)
    for _ in 0..<40 {
      if state.withLock({ $0.seen == revision && $0.work == nil }) { break }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return result
  }

  /// Takes an import out again.
  func forget(_ id: String) async throws {
    _ = try await offload { [workspace] in try workspace.forget(id) }
    wake.continuation.yield()
  }
}

/// Trials of imports: the whole of the files is read, nothing is kept.
extension Office {
  /// A trial of some files as they are read now, in some state of the workspace.
  struct Trial: Hashable, Sendable {
    let files: [ImportRequest.SourceFile]
    let source: String
    let append: Bool
    let revision: WorkspaceRevision
  }

  /// A file read some way, by rules that were written at some moment.
  struct PreviewKey: Hashable, Sendable {
    let file: ImportRequest.SourceFile
    let source: String
    let revision: WorkspaceRevision
  }

  /// What a trial said.
  enum TrialResult: Sendable {
    case done([ImportOutcome])
    case failed(any Explained)
  }

  /// Tells what a trial said, or begins it when nothing else goes on.
  /// - Parameter isUrgent: whether it takes the place of another trial that is running.
  func result(of trial: Trial, language: Language, isUrgent: Bool) -> TrialResult? {
    if let known = trials[trial] { return known }
    state.withLock { state in
      switch state.work {
      case nil:
        state.work = .trying(
          file: trial.files.first.map { lastPart(of: $0.path) } ?? "", stage: .looking, done: nil)
        state.wanted = trial
        state.trialTask = Task { await self.tryNow(trial, language: language) }
      case .trying where isUrgent: state.wanted = trial
      default: break
      }
    }
    return nil
  }

  private func tryNow(_ trial: Trial, language: Language) async {
    let request = ImportRequest(trial.files, source: trial.source, append: trial.append, dryRun: true, now: 0)
    do {
      let outcomes = try await offload(.utility) { [self] in
        try Importer(
          workspace, settings: settings, policy: try PolicyFile.policy(of: workspace), language: language
        ) { progress in
          let goesOn = self.state.withLock { state in
            guard state.wanted == trial else { return false }
            state.work = .trying(file: progress.file, stage: progress.stage, done: progress.done)
            return true
          }
          guard goesOn else { throw CancellationError() }
        }.run(request)
      }
      trials[trial] = .done(outcomes)
    } catch is CancellationError {
      // Another trial or an import took its place.
    } catch {
      if !(error is any Explained) { logger.error("A trial failed: \(error)") }
      trials[trial] = .failed(explained(error))
    }
    state.withLock { state in
      state.trialTask = nil
      if case .trying = state.work { state.work = nil }
    }
    wake.continuation.yield()
  }
}

/// A path without its folders.
func lastPart(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

extension ShownBooks {
  /// Works out what takes longest and few pages show: losses, prices, verdicts, forecasts.
  /// - Throws: `EngineError`.
  func settle() throws {
    let portfolio = snapshot.portfolio
    portfolio.life.settle()
    try snapshot.readPrices(of: portfolio)
    _ = portfolio.life.verdicts
    _ = portfolio.life.forecast
  }

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
    warmCustomers()
  }
}

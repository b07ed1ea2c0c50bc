import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import SourceFiles
import Units

/// Bringing files in: drop them, see how they will be read, correct it, import them, end at the first curve.
struct ImportRoutes: Sendable {
  let maker: PageMaker
  /// The most bytes that the files of a form may have.
  let uploadLimit: Int

  func add(to router: Router<BasicRequestContext>) {
    router.get("/import") { request, _ in try await newImport(try Ask(request)) }
    router.post("/import/readings/forget") { request, _ in try await forgetReading(request) }
    router.post("/import") { request, _ in try await upload(request) }
    router.post("/sample") { request, _ in try await sample(request) }
    router.get("/import/{id}") { request, context in
      try await mapping(request, try Ask(request), context.parameters.get("id") ?? "")
    }
    router.post("/import/{id}") { request, context in try await answer(request, context.parameters.get("id") ?? "") }
    router.get("/import/{id}/progress") { request, context in
      try await progress(Ask(request), context.parameters.get("id") ?? "")
    }
  }

  private var office: Office { maker.office }
  private var uploads: Uploads { Uploads(of: office.workspace) }

  private func newImport(_ ask: Ask) async throws -> Response {
    let context = maker.context(ask)
    let mappings = try await offload { [workspace = office.workspace] in try MappingMemory(of: workspace).mappings }
    let page = NewImportPage(context, mappings: mappings.map { ($0.remembered, $0.words(in: ask.language)) })
    return maker.response(page.frame(context), ask)
  }

  /// Forgets how files with some headers are read.
  private func forgetReading(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let made = Authorship.now()
    let number = form["reading"].flatMap { Int($0) } ?? 0
    try await offload { [workspace = office.workspace] in
      let mappings = try MappingMemory(of: workspace).mappings
      guard mappings.indices.contains(number - 1) else { return }
      _ = try workspace.forgetMapping(mappings[number - 1].remembered, by: made)
    }
    return .see(Link(.newImport))
  }

  private func upload(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    let seal = maker.seal
    let session = ask.session
    await offloaded { [uploads] in uploads.sweep(before: Date().timeIntervalSince1970 - 86_400) }
    let receiver = UploadReceiver(uploads: uploads, limit: uploadLimit) { seal.accepts($0, for: session) }
    guard let upload = try await receiver.receive(request) else { return .see(Link(.newImport)) }
    return .see(Link(.upload(upload.id)))
  }

  /// What the files seem to be, with what a trial of the import says.
  private func mapping(_ request: Request, _ ask: Ask, _ id: String) async throws -> Response {
    let upload = try uploads.upload(id)
    let brought = try await Brought(upload, items: ask.items, office: office)
    let context = maker.context(ask)
    let isPoll = request.headers[.hxRequest] != nil
    let page = UploadPage(
      id: id, files: brought.files(in: ask.language), items: brought.items,
      trial: trial(brought, ask, isUrgent: !isPoll), context: context)
    return maker.response(page.frame(context), ask)
  }

  private func trial(_ brought: Brought, _ ask: Ask, isUrgent: Bool) -> ImportTrial {
    guard brought.isReady else { return .none }
    let trial = Office.Trial(
      files: brought.wanted, source: brought.source, append: brought.append,
      revision: WorkspaceRevision(of: office.workspace))
    switch office.result(of: trial, language: ask.language, isUrgent: isUrgent) {
    case .done(let outcomes)?: return .done(outcomes.map(ImportTrial.Result.init))
    case .failed(let error)?: return .failed(error.sentence(in: ask.language))
    case nil:
      let work = office.now.work
      return .running(words: work?.words(in: Voice(ask.language)) ?? "…", done: work?.done)
    }
  }

  /// A person's word on the files: look again with other settings, or import.
  private func answer(_ request: Request, _ id: String) async throws -> Response {
    let ask = try Ask(request)
    let form = try await SentForm(request, ask: ask, maker: maker)
    let upload = try uploads.upload(id)
    let items = form.answers.filter { $0.name != "do" }
    let back = Link(.upload(id), items)
    guard form["do"] == "import" else { return .see(back) }
    let brought = try await Brought(upload, items: items, office: office)
    guard brought.isReady else { return .see(back) }
    let wanted = ImportRequest(
      brought.wanted, source: brought.source, append: brought.append, now: Int(Date().timeIntervalSince1970))
    let (workspace, settings, language) = (office.workspace, office.settings, ask.language)
    try office.start(
      Office.Ticket(name: id, back: back),
      .importing(file: lastPart(of: brought.wanted[0].path), stage: .looking, done: nil),
      { progress in
        try Importer(
          workspace, settings: settings, policy: try PolicyFile.policy(of: workspace), language: language,
          progress: progress
        ).run(wanted)
      }, finally: { isKept in if isKept { upload.remove() } })
    return .see(Link(ImportRoutes.progressAddress(id)))
  }

  /// The name of the sample company's import in addresses.
  private static let sampleTicket = "sample"

  private func sample(_ request: Request) async throws -> Response {
    let ask = try Ask(request)
    _ = try await SentForm(request, ask: ask, maker: maker)
    let (workspace, settings, language) = (office.workspace, office.settings, ask.language)
    try office.start(
      Office.Ticket(name: ImportRoutes.sampleTicket, back: Link(.dashboard)),
      .importing(file: "", stage: .writing, done: nil),
      { progress in
        try workspace.bringSample(
          settings: settings, language: language, now: Int(Date().timeIntervalSince1970), progress: progress)
      })
    return .see(Link(ImportRoutes.progressAddress(ImportRoutes.sampleTicket)))
  }

  private static func progressAddress(_ id: String) -> Address { .action(Address.upload(id).path + "/progress") }

  /// How far an import is; the page it ends at once the books are made anew.
  private func progress(_ ask: Ask, _ id: String) async throws -> Response {
    let state = office.now
    let isSettled = state.work == nil && state.seen == WorkspaceRevision(of: office.workspace)
    guard let report = state.report, report.ticket.name == id, isSettled else {
      // Nothing is known of it when the server was started again meanwhile.
      if state.work == nil, state.report?.ticket.name != id {
        return .see((try? uploads.upload(id)) != nil ? Link(.upload(id)) : Link(.imports))
      }
      let work = state.work ?? .analysing
      let context = maker.context(ask)
      let page = WorkPage(importing: work.progress(in: context.voice), context: context)
      return maker.response(page.frame(context), ask)
    }
    let done = Link.Item("done", id)
    switch report.result {
    case .failure: return .see(report.ticket.back.with(done))
    case .success:
      guard state.shown != nil else { return .see(Link(.imports, [done])) }
      return .see(
        Link(report.hadBooks || id == ImportRoutes.sampleTicket ? .dashboard : .report(.profitability), [done]))
    }
  }
}

extension ImportTrial.Result {
  /// What became, or would become, of a file.
  init(_ outcome: ImportOutcome) {
    self.init(
      ImportSummary(outcome.record), isDuplicate: outcome.duplicates > 0 && !outcome.isKept,
      tallies: outcome.faults.sorted { $0.count > $1.count }.map(FaultTally.init))
  }
}

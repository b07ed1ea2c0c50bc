import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import SourceFiles
import Units

/// The pages about the data: what was imported, what was set aside, the rules.
struct DataRoutes: Sendable {
  let maker: PageMaker

  func add(to router: Router<BasicRequestContext>) {
    router.get("/imports") { request, _ in try await imports(Ask(request)) }
    router.get("/imports/{id}") { request, context in
      try await detail(Ask(request), context.parameters.get("id") ?? "")
    }
    router.get("/imports/{id}/rejects.csv") { _, context in
      try await rejects(context.parameters.get("id") ?? "", context)
    }
    router.get("/imports/{id}/forget") { request, context in
      try await question(Ask(request), context.parameters.get("id") ?? "")
    }
    router.post("/imports/{id}/forget") { request, context in
      try await forget(request, context.parameters.get("id") ?? "")
    }
    router.get("/policy") { request, _ in try await policy(Ask(request)) }
  }

  private var workspace: Workspace { maker.office.workspace }

  private func records() async throws -> [ImportRecord] { try await offload { [workspace] in try workspace.imports() } }

  private func record(_ id: String) async throws -> (ImportRecord, all: [ImportRecord]) {
    let all = try await records()
    guard let record = all.first(where: { $0.id == id }) else { throw ServerError.noSuchImport(id) }
    return (record, all)
  }

  private func imports(_ ask: Ask) async throws -> Response {
    let context = maker.context(ask)
    let page = ImportsPage(try await records().map(ImportEntry.init), page: ask.table.page, context: context)
    return maker.response(page.frame(context), ask)
  }

  private func detail(_ ask: Ask, _ id: String) async throws -> Response {
    let (record, _) = try await record(id)
    let (code, number) = (ask["why"], ask.table.page)
    let stretch = try await offload { [workspace] () -> Result<RejectedStretch, RejectsGone> in
      let start = (min(number, 1_000_000) - 1) * TableRequest.pageSize
      do {
        return .success(
          RejectedStretch(
            try RejectedRows(of: record, in: workspace, code: code, places: start..<start + TableRequest.pageSize)))
      } catch let error as any Explained { return .failure(RejectsGone(error.sentence(in: ask.language))) }
    }
    let context = maker.context(ask)
    let page = ImportDetailPage(
      ImportEntry(record), notes: record.sentences(in: ask.language), rejects: stretch, code: code,
      page: number, context: context)
    return maker.response(page.frame(context), ask)
  }

  /// The rejects file, to keep and to mend.
  private func rejects(_ id: String, _ context: BasicRequestContext) async throws -> Response {
    guard let path = workspace.rejects(of: try await record(id).0) else { throw ServerError.noSuchPage }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8",
        .contentDisposition: "attachment; filename=\"rejects-\(id).csv\"",
      ], body: try await FileIO().loadFile(path: path, context: context))
  }

  private func question(_ ask: Ask, _ id: String) async throws -> Response {
    let (record, all) = try await record(id)
    let context = maker.context(ask)
    let page = ForgetPage(
      ImportEntry(record),
      replacing: all.filter { $0.supersedes.contains { $0.id == id } }.map(ImportSummary.init),
      completing: all.filter { $0.completes == id }.map(ImportSummary.init), context: context)
    return maker.response(page.frame(context), ask)
  }

  private func forget(_ request: Request, _ id: String) async throws -> Response {
    let ask = try Ask(request)
    _ = try await SentForm(request, ask: ask, maker: maker)
    _ = try await record(id)
    try await maker.office.forget(id)
    return .see(Link(.imports, [Link.Item("forgotten", id)]))
  }

  /// The rules as they are written; while they cannot be read, those that the figures stand on.
  private func policy(_ ask: Ask) async throws -> Response {
    let written = await offloaded { [workspace] in try? PolicyFile.policy(of: workspace) }
    let context = maker.context(ask)
    let page = PolicyPage(
      written ?? maker.office.now.shown?.snapshot.policy ?? Policy(), file: workspace.policyFile, context: context)
    return maker.response(page.frame(context), ask)
  }
}

extension ImportEntry {
  /// An import of the past.
  init(_ record: ImportRecord) {
    self.init(ImportSummary(record), made: Moment(secondsSince1970: record.importedAt))
  }
}

extension RejectedStretch {
  /// Rows as the desk reads them.
  init(_ rejected: RejectedRows) {
    self.init(
      tallies: rejected.counts.map {
        FaultTally(code: $0.code, column: $0.column, firstLine: $0.firstLine, count: $0.rows)
      },
      rows: rejected.rows.map { RejectedRow(line: $0.line, column: $0.column, code: $0.code, raw: $0.raw) },
      matching: rejected.matching)
  }
}

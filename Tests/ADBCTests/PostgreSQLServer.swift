import ADBC
import Foundation
import Testing

/// A private PostgreSQL server for one suite: its own folder, a socket and no network, gone afterwards.
struct PostgreSQLServer: SuiteTrait, TestScoping {
  /// How to reach it, while it runs.
  @TaskLocal static var uri = ""

  struct Failed: Error, CustomStringConvertible { let description: String }

  /// The folder of `initdb` and `postgres`, newest version first.
  static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (folders + path).first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
  }()

  static var isThere: Bool { programs != nil && Engines.has("postgresql") }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard let programs = Self.programs else { throw Failed(description: "PostgreSQL is not installed.") }
    // Short, because the path of a socket is bounded.
    let folder = "/tmp/clientele-pg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let isRoot = geteuid() == 0
    if isRoot { try finish(self.start("/bin/chown", ["postgres", folder])) }

    // The server refuses to run as root.
    func start(_ program: String, _ arguments: [String]) throws -> Process {
      let path = "\(programs)/\(program)"
      let drop = ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", path]
      return try isRoot ? self.start("/usr/bin/setpriv", drop + arguments) : self.start(path, arguments)
    }
    try finish(start("initdb", ["-D", "\(folder)/data", "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"]))
    // Not by pg_ctl: the server would inherit what Foundation waits on, and never let it end.
    let server = try start(
      "postgres", ["-D", "\(folder)/data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"])
    defer {
      server.interrupt()
      server.waitUntilExit()
    }
    for attempt in 1... {
      let ready = try start("pg_isready", ["-q", "-h", folder])
      ready.waitUntilExit()
      if ready.terminationStatus == 0 { break }
      guard attempt < 100, server.isRunning else { throw Failed(description: "The PostgreSQL server did not start.") }
      try await Task.sleep(for: .milliseconds(100))
    }
    try await Self.$uri.withValue("postgresql:///postgres?host=\(folder)&user=desk") { try await function() }
  }

  private func start(_ path: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func finish(_ process: Process) throws {
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(description: "\(process.executableURL?.path ?? "A program") failed.")
    }
  }
}

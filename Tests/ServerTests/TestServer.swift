import Desk
import Engine
import Foundation
import Logging
import Testing
import Units

@testable import Server

/// A dashboard on a loopback port of its own, over a workspace of its own.
final class TestServer: Sendable {
  let folder: String
  let workspace: Workspace
  let settings: EngineSettings
  let port: Int
  private let task: Task<Void, any Error>

  init(uploadLimit: Int = 64 << 20, sales: String? = nil) async throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let engines =
      ProcessInfo.processInfo.environment["CLIENTELE_ENGINES"] ?? package.appendingPathComponent(".engines").path
    let settings = try EngineSettings(lookingIn: [engines])
    let folder = NSTemporaryDirectory() + "served-" + UUID().uuidString
    let workspace = try Workspace(creating: folder + "/w", language: .en)
    if let sales {
      let path = folder + "/before.csv"
      try Data(sales.utf8).write(to: URL(fileURLWithPath: path))
      _ = try Importer(workspace, settings: settings, policy: PolicyFile.policy(of: workspace)).run(
        ImportRequest(files: [path], now: 0))
    }
    let server = try DashboardServer(
      .init(workspace: workspace, settings: settings, assetFolders: [engines], port: 0, uploadLimit: uploadLimit),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let (ports, told) = AsyncStream.makeStream(of: Int.self)
    task = Task { try await server.run { told.yield($0) } }
    var iterator = ports.makeAsyncIterator()
    port = try #require(await iterator.next())
    self.folder = folder
    self.workspace = workspace
    self.settings = settings
  }

  /// Stops serving and throws the workspace away.
  func stop() async {
    task.cancel()
    _ = await task.result
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Every file of the workspace that is not only waiting, with its content.
  func content() throws -> [String: Data] {
    let files = FileManager.default
    var content: [String: Data] = [:]
    for name in try files.subpathsOfDirectory(atPath: workspace.root) {
      guard name != ".lock", !name.hasPrefix("ledger/.") else { continue }
      content[name] = files.contents(atPath: workspace.root + "/" + name)
    }
    return content
  }

  /// The files that wait for a person's word.
  var waiting: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: workspace.root + "/ledger/.uploads")) ?? []).filter {
      $0.contains("/")
    }
  }
}

/// An answer.
struct Answer: Sendable {
  let status: Int
  let headers: [String: String]
  let body: String

  /// Where a redirection leads.
  var place: String { headers["location"] ?? "" }
  /// What proves that a form of the page was made for this browser.
  var token: String {
    body.split(separator: "name=\"token\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
  }
}

/// A browser: it keeps its session, and says where its forms come from.
actor Browser {
  let server: TestServer
  private var session: String?

  init(_ server: TestServer) { self.server = server }

  var home: String { "127.0.0.1:\(server.port)" }

  func get(_ path: String, host: String? = nil, headers: [String] = []) async throws -> Answer {
    try await send("GET", path, host: host, headers: headers, body: [])
  }

  func post(
    _ path: String, _ form: String, origin: String? = nil, type: String = "application/x-www-form-urlencoded"
  ) async throws -> Answer {
    try await post(path, Array(form.utf8), origin: origin, type: type)
  }

  func post(_ path: String, _ body: [UInt8], origin: String? = nil, type: String) async throws -> Answer {
    try await send(
      "POST", path, headers: ["Origin: \(origin ?? "http://\(home)")", "Content-Type: \(type)"], body: body)
  }

  /// Sends files the way a form does.
  func upload(_ files: [(name: String, content: String)], token: String) async throws -> Answer {
    try await post("/import", multipart(files, token: token), type: "multipart/form-data; boundary=edge")
  }

  nonisolated func multipart(_ files: [(name: String, content: String)], token: String?) -> [UInt8] {
    var text = ""
    if let token { text += "--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n" }
    for file in files {
      text += "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
      text += "Content-Type: text/csv\r\n\r\n\(file.content)\r\n"
    }
    return Array((text + "--edge--\r\n").utf8)
  }

  /// Follows a page until it leads elsewhere.
  func wait(at path: String, seconds: Double = 60) async throws -> Answer {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let answer = try await get(path)
      if answer.status == 303 { return answer }
      try #require(answer.status == 200 && Date() < end, "\(answer.status) at \(path)")
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// A page once its text holds some words.
  func page(_ path: String, holding words: String, seconds: Double = 60) async throws -> Answer {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let answer = try await get(path)
      if answer.body.contains(words) { return answer }
      try #require(Date() < end, "“\(words)” never came at \(path): \(answer.body.suffix(3000))")
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private func send(
    _ method: String, _ path: String, host: String? = nil, headers: [String], body: [UInt8]
  ) async throws -> Answer {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host ?? home)", "Connection: close", "Accept-Language: en"]
    lines += headers
    if let session { lines.append("Cookie: clientele=\(session)") }
    if method == "POST" { lines.append("Content-Length: \(body.count)") }
    let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    let port = server.port
    let answer = try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try exchange(bytes, port: port) }) }
    }
    if let cookie = answer.headers["set-cookie"], cookie.hasPrefix("clientele=") {
      session = String(cookie.dropFirst("clientele=".count).prefix { $0 != ";" })
    }
    return answer
  }
}

/// Sends bytes to a port of this machine and takes what comes back until the other side ends.
private func exchange(_ bytes: [UInt8], port: Int) throws -> Answer {
  struct Broken: Error {}
  #if canImport(Glibc)
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    let connection = socket(AF_INET, SOCK_STREAM, 0)
  #endif
  guard connection >= 0 else { throw Broken() }
  defer { close(connection) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = UInt16(port).bigEndian
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  let connected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  guard connected == 0 else { throw Broken() }
  var sent = 0
  while sent < bytes.count {
    let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    guard count > 0 else { throw Broken() }
    sent += count
  }
  var received: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 64 << 10)
  while true {
    let count = recv(connection, &block, block.count, 0)
    guard count >= 0 else { throw Broken() }
    if count == 0 { break }
    received += block[..<count]
  }
  let text = String(decoding: received, as: UTF8.self)
  guard let end = text.range(of: "\r\n\r\n") else { throw Broken() }
  let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
  var headers: [String: String] = [:]
  for line in lines.dropFirst() {
    let parts = line.split(separator: ":", maxSplits: 1)
    if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
  }
  return Answer(
    status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: headers, body: String(text[end.upperBound...]))
}

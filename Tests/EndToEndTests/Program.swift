import Foundation
import Testing

/// The real program, run as a person would.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let remarks: String

    /// The output as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
    /// The output as one JSON object.
    func object() throws -> [String: Any] { try #require(try json() as? [String: Any]) }
    /// The totals of a report.
    func totals() throws -> [String: Any] { try #require(try object()["totals"] as? [String: Any]) }
  }

  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program beside the test bundle.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("clientele").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return package.appendingPathComponent(".build/debug/clientele").path
  }()

  static func start(_ arguments: [String], language: String = "en", output: Pipe, remarks: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    if environment["CLIENTELE_ENGINES"] == nil {
      environment["CLIENTELE_ENGINES"] = package.appendingPathComponent(".engines").path
    }
    environment["LC_ALL"] = language == "fr" ? "fr_FR.UTF-8" : "en_GB.UTF-8"
    environment["CLIENTELE_WORKSPACE"] = nil
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = remarks
    try process.run()
    return process
  }

  @discardableResult
  static func run(_ arguments: String..., language: String = "en") throws -> Result {
    try run(arguments: arguments, language: language)
  }

  @discardableResult
  static func run(arguments: [String], language: String = "en") throws -> Result {
    try run(list: arguments, language: language)
  }

  @discardableResult
  static func run(list arguments: [String], language: String = "en") throws -> Result {
    let (output, remarks) = (Pipe(), Pipe())
    let process = try start(arguments, language: language, output: output, remarks: remarks)
    let errors = Background { remarks.fileHandleForReading.readDataToEndOfFile() }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      remarks: String(decoding: errors.wait(), as: UTF8.self))
  }
}

/// Something read on another thread, so that two full pipes never wait for each other.
final class Background: @unchecked Sendable {
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () -> Data) {
    Thread.detachNewThread { [self] in
      data = body()
      done.signal()
    }
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}

/// A folder of its own, gone when the test is.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "clientele-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A workspace in the folder.
  func workspace(_ name: String = "w") throws -> String {
    let folder = path + "/" + name
    #expect(try Program.run("init", folder).status == 0)
    return folder
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let place = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: place))
    return place
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// Every file below a folder with its content.
  func content(of folder: String) throws -> [String: Data] {
    var content: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name != ".lock" {
      content[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return content
  }
}

/// The folder of real data sets, where there is one; in continuous integration there has to be.
enum RealData {
  static let folder = ProcessInfo.processInfo.environment["CLIENTELE_DATA"]
  static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

  /// Whether tests on real data run; a skip is said once.
  static let isThere: Bool = {
    if folder == nil, !isRequired { print("skipped: tests on real data, CLIENTELE_DATA names no folder") }
    return folder != nil || isRequired
  }()
}

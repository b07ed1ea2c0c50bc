import ADBC
import Foundation
import Testing

/// The engines that set-up fetched, found by `CLIENTELE_ENGINES` or in `.engines` at the root of the package.
enum Engines {
  struct Manifest: Decodable {
    let library: String
    let entry: String
    let preload: [String]
    let version: String
  }

  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["CLIENTELE_ENGINES"] { return URL(fileURLWithPath: named) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".engines")
  }()

  static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// The driver of that name, loaded once for all tests.
  static let duckdb: Result<Driver, any Error> = Result { try load("duckdb") }

  static func load(_ name: String) throws -> Driver { try Driver(location(name)) }

  static func location(_ name: String) throws -> DriverLocation {
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
    let path = { (path: String) in path.hasPrefix("/") ? path : folder.appendingPathComponent(path).path }
    return DriverLocation(
      library: path(manifest.library), entry: manifest.entry, preload: manifest.preload.map(path))
  }

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(name).json").path)
  }

  /// A database in memory, with a connection to it.
  static func memory() throws -> Connection { try database().connect() }

  static func database() throws -> Database { try duckdb.get().open(["path": ":memory:"]) }
}

/// Tests of what DuckDB does run when it is there; without it they are skipped, which fails under CI.
extension Trait where Self == ConditionTrait {
  static var duckdb: Self {
    .enabled(if: Engines.isCI || Engines.has("duckdb"), "DuckDB is not set up: run scripts/setup.py.")
  }
}

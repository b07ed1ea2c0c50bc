import ADBC
import Foundation

/// Where the embedded engine is installed and how much of the machine it may use.
public struct EngineSettings: Sendable, Hashable {
  /// The driver to load.
  public let driver: DriverLocation
  /// The extension that reads and writes Excel files, where it was installed.
  public let spreadsheets: String?
  /// The most memory the engine may hold, in megabytes; beyond it work spills to `scratch`.
  public var memoryMegabytes = 640
  /// A folder for what does not fit in memory; nothing means none.
  public var scratch: String?

  /// Whether a query keeps to one thread, because sharing out so little work takes longer than doing it.
  public private(set) var isForSmallBooks = false

  /// The same settings for books of some rows.
  public func sized(for rows: Int) -> EngineSettings {
    var settings = self
    settings.isForSmallBooks = rows <= 500_000
    return settings
  }

  /// Reads the description that set-up wrote: `duckdb.json` in one of `folders`, the first that has it.
  /// - Throws: `EngineError.notInstalled` or `.brokenInstallation`.
  public init(lookingIn folders: [String]) throws(EngineError) {
    let files = folders.map { $0 + "/duckdb.json" }
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .notInstalled(searched: folders)
    }
    let folder = (file as NSString).deletingLastPathComponent
    guard let data = FileManager.default.contents(atPath: file),
      let found = try? JSONDecoder().decode(Description.self, from: data)
    else { throw .brokenInstallation(file: file) }
    func absolute(_ path: String) -> String {
      path.hasPrefix("/") ? path : URL(fileURLWithPath: folder).appendingPathComponent(path).standardized.path
    }
    driver = DriverLocation(
      library: absolute(found.library), entry: found.entry,
      preload: (found.preload ?? []).map { $0.contains("/") ? absolute($0) : $0 })
    spreadsheets = found.excel.map(absolute)
  }

  private struct Description: Decodable {
    let library: String
    let entry: String
    let preload: [String]?
    let excel: String?
  }
}

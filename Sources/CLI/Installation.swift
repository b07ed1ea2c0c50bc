import Desk
import Engine
import Foundation

/// Where set-up put the engines.
enum Installation {
  /// The engine's settings.
  /// - Throws: `EngineError.notInstalled` naming the folders looked in.
  static func settings() throws -> EngineSettings { try EngineSettings(lookingIn: folders) }

  /// `$CLIENTELE_ENGINES`, else `.engines` beside the program or above it, else in the current folder.
  static var folders: [String] {
    if let folder = ProcessInfo.processInfo.environment["CLIENTELE_ENGINES"] { return [folder] }
    var place = URL(fileURLWithPath: Bundle.main.executablePath ?? ".").resolvingSymlinksInPath()
    var folders: [String] = []
    while place.path != "/", folders.count < 8 {
      place.deleteLastPathComponent()
      folders.append(place.appendingPathComponent(".engines").path)
    }
    return folders + [FileManager.default.currentDirectoryPath + "/.engines"]
  }
}

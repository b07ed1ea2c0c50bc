import Desk
import Foundation
import Hummingbird
import Pages
import Synchronization
import Units

/// What pages load, by names that carry a digest of the content: they never change and are kept for ever.
final class AssetStore: Sendable {
  /// One thing to load.
  struct Asset: Sendable {
    let bytes: ByteBuffer
    let type: String
  }

  private let fixed: [String: Asset]
  private let names: [Fixed: String]
  private let papers = Recent<String, Asset>(most: 32)

  private enum Fixed { case style, program, htmx, charts }

  /// Reads what set-up fetched.
  /// - Throws: `AssetFault.notInstalled` naming the folders looked in.
  init(lookingIn folders: [String]) throws(AssetFault) {
    let found = folders.map { $0 + "/web.json" }.first { FileManager.default.fileExists(atPath: $0) }
    guard let found, let data = FileManager.default.contents(atPath: found),
      let places = try? JSONDecoder().decode([String: String].self, from: data)
    else { throw .notInstalled(searched: folders) }
    let folder = (found as NSString).deletingLastPathComponent
    func bytes(_ key: String) throws(AssetFault) -> [UInt8] {
      guard let place = places[key], let data = FileManager.default.contents(atPath: folder + "/" + place) else {
        throw .notInstalled(searched: folders)
      }
      return Array(data)
    }
    let script = "text/javascript; charset=utf-8"
    let all: [(Fixed, String, [UInt8], String)] = [
      (.style, "clientele.css", PageAssets.style, "text/css; charset=utf-8"),
      (.program, "clientele.js", PageAssets.program, script), (.htmx, "htmx.js", try bytes("htmx"), script),
      (.charts, "echarts.js", try bytes("echarts"), script),
    ]
    var fixed: [String: Asset] = [:]
    var names: [Fixed: String] = [:]
    for (key, name, bytes, type) in all {
      let named = AssetStore.name(name, bytes)
      names[key] = named
      fixed[named] = Asset(bytes: ByteBuffer(bytes: bytes), type: type)
    }
    self.fixed = fixed
    self.names = names
  }

  /// The names of what a page of some company and month loads.
  func assets(top: String, bottom: String, page: String) -> PageContext.Assets {
    let paper = PageAssets.paper(top: top, bottom: bottom, page: page)
    let name = AssetStore.name("paper.css", paper)
    if papers[name] == nil { papers[name] = Asset(bytes: ByteBuffer(bytes: paper), type: "text/css; charset=utf-8") }
    func path(_ key: Fixed) -> String { "/assets/" + (names[key] ?? "") }
    return PageContext.Assets(
      style: path(.style), paper: "/assets/" + name, program: path(.program), htmx: path(.htmx), charts: path(.charts))
  }

  /// The asset of a name, or nothing.
  subscript(name: String) -> Asset? { fixed[name] ?? papers[name] }

  /// `style.css` → `style-1f0c….css`.
  private static func name(_ name: String, _ bytes: [UInt8]) -> String {
    let parts = name.split(separator: ".")
    return parts[0] + "-" + ContentDigest.of(bytes).prefix(16) + "." + parts[1]
  }
}

/// Why pages cannot be served.
public enum AssetFault: Explained {
  /// What pages load is not where set-up puts it.
  case notInstalled(searched: [String])

  /// What happened and what to do, in one sentence.
  public func sentence(in language: Language) -> String {
    switch self {
    case .notInstalled(let searched):
      let places = searched.joined(separator: ", ")
      return language(
        fr: "Les fichiers des pages sont introuvables (cherchés dans \(places)) : lancez « make setup ».",
        en: "The files that pages load were not found (looked in \(places)): run `make setup`.")
    }
  }
}

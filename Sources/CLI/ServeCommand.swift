import ArgumentParser
import Desk
import Foundation
import Logging
import Server
import Units

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "The dashboard in the browser, until you stop it with Ctrl-C.")

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "The address to listen on; only this machine's own by default.") var host = "127.0.0.1"
  @Option(help: "The port; 0 takes any that is free.") var port = 8080
  @Option(help: "A name the server goes by, when others reach it by one; may be given several times.")
  var name: [String] = []
  @Flag(help: "Do not open the browser.") var noOpen = false

  mutating func run() async throws {
    let language = language.language
    let folder = workspace.folder
    let workspace: Workspace
    do { workspace = try Workspace(opening: folder) } catch DeskError.noWorkspace {
      workspace = try Workspace(creating: folder, language: language)
      remark(language(fr: "Espace de travail créé : \(folder)", en: "Workspace made: \(folder)"))
    }
    try await Dashboard.serve(
      workspace, host: host, port: port, names: name, opens: !noOpen, language: language)
  }
}

/// Serving a workspace from the command line.
enum Dashboard {
  static func serve(
    _ workspace: Workspace, host: String, port: Int, names: [String], opens: Bool, language: Language
  ) async throws {
    var logger = Logger(label: "clientele")
    logger.logLevel = .warning
    let server = try DashboardServer(
      .init(
        workspace: workspace, settings: try Installation.settings(), assetFolders: Installation.folders, host: host,
        port: port, names: names), logger: logger)
    if !["127.0.0.1", "::1", "localhost"].contains(host) {
      remark(
        language(
          fr:
            "Attention : toute personne qui atteint \(host) voit et change ces données ; il n’y a pas de mot de passe.",
          en: "Beware: anybody who reaches \(host) sees and changes these data; there is no password."))
    }
    try await server.run { port in
      let name = host.contains(":") ? "[\(host)]" : host
      let address = "http://\(name == "0.0.0.0" ? "127.0.0.1" : name):\(port)/"
      printOut(language(fr: "Le tableau de bord : \(address)\n", en: "The dashboard: \(address)\n"))
      if opens { Browser.open(address) }
    }
  }
}

import ArgumentParser
import Desk
import Foundation
import Units

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Whether workspace, engine and data are in order.")

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption

  mutating func run() throws {
    let language = language.language
    let workspace = try Workspace(opening: workspace.folder)
    let findings = try WorkspaceHealth(of: workspace, settings: try Installation.settings()).findings
    guard findings.isEmpty else {
      for finding in findings { remark(finding.sentence(in: language)) }
      throw ExitCode(1)
    }
    printOut(language(fr: "Tout est en ordre.\n", en: "Everything is in order.\n"))
  }
}

import ArgumentParser
import Decisions
import Desk
import Foundation
import Ledger
import Pages
import Units

struct ProspectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prospects", abstract: "Companies that are not customers yet, those you seek first.",
    subcommands: [List.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The prospects with their score and how much they resemble the best customers.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let portfolio = try CategoriesCommand.portfolio(Workspace(opening: workspace.folder))
      let voice = Voice(language.language, currency: portfolio.policy.company.currency)
      ListDocument.prospects(portfolio).show(as: format, in: voice, full: true)
    }
  }
}

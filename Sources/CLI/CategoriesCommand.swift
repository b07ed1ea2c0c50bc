import ArgumentParser
import Decisions
import Desk
import Foundation
import Ledger
import Pages
import Portfolio
import Units

struct CategoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "categories", abstract: "Groups of customers with the same needs: listed, made by hand, suggested.",
    subcommands: [List.self, Set.self, Suggest.self, Accept.self], defaultSubcommand: List.self)

  /// The analyses of the last twelve months.
  static func portfolio(_ workspace: Workspace) throws -> CompanyAnalysis {
    let policy = try PolicyFile.policy(of: workspace)
    let analysis = try Analysis(of: workspace, settings: try Installation.settings(), policy: policy)
    return CompanyAnalysis(books: analysis.books, policy: policy)
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The categories and how many customers are in each.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let portfolio = try CategoriesCommand.portfolio(Workspace(opening: workspace.folder))
      let all = portfolio.books.customers.ids.indices.map { portfolio.categories[$0] }
      for name in portfolio.categories.names { printOut("\(all.count { $0 == name })\t\(name)\n") }
      printOut("\(all.count { $0 == nil })\t" + language(fr: "(sans catégorie)", en: "(no category)") + "\n")
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put customers into a category by hand.")
    @Argument(help: "The category's name.") var category: String
    @Argument(help: "The customers' identifiers.") var customers: [String]
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let known = try CategoriesCommand.portfolio(workspace).books.customers
      for customer in customers where known.index(of: ID(customer)) == nil { throw DeskError.noSuchCustomer(customer) }
      try workspace.add(Policy.CategoryRule(name: category, customers: customers))
      printOut(
        language(
          fr: "« \(category) » est écrite dans policy.yaml.\n", en: "“\(category)” is written in policy.yaml.\n"))
    }
  }

  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Propose categories from what customers buy and when.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let portfolio = try CategoriesCommand.portfolio(Workspace(opening: workspace.folder))
      let voice = Voice(language, currency: portfolio.policy.company.currency)
      printOut(
        TextTable(portfolio.report(.suggestions), in: voice, style: Terminal.style(full: true, toFile: false)).text)
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a proposed category, under a name of yours.")
    @Argument(help: "The proposal's place in `categories suggest`, 1 the first.") var place: Int
    @Option(help: "The category's name.") var name: String
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let portfolio = try CategoriesCommand.portfolio(workspace)
      let proposals = portfolio.suggestions.proposals.value ?? []
      guard proposals.indices.contains(place - 1) else { throw CategoryFault.noProposal(place, of: proposals.count) }
      let rule = proposals[place - 1].rule(named: name, in: portfolio.books.customers)
      try workspace.add(rule)
      printOut(
        language(
          fr: "« \(name) » est écrite dans policy.yaml ; \(proposals[place - 1].members.count) clients y sont.\n",
          en: "“\(name)” is written in policy.yaml; \(proposals[place - 1].members.count) customers are in it.\n"))
    }
  }
}

/// What was wrong with how a category was asked for.
enum CategoryFault: UsageFault {
  case noProposal(Int, of: Int)

  func sentence(in language: Language) -> String {
    switch self {
    case .noProposal(let place, let count):
      language(
        fr: "Il n’y a pas de proposition \(place) : il y en a \(count).",
        en: "There is no proposal \(place): there are \(count).")
    }
  }
}

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
    commandName: "categories",
    abstract: "Groups of customers with the same needs: listed, made by hand, suggested, renamed, described.",
    subcommands: [
      List.self, Set.self, Suggest.self, Accept.self, Rename.self, Describe.self, Rules.self, Remove.self,
    ],
    defaultSubcommand: List.self)

  /// The analyses of the last twelve months.
  static func portfolio(_ workspace: Workspace) throws -> CompanyAnalysis {
    let policy = try PolicyFile.policy(of: workspace)
    let analysis = try Analysis(of: workspace, settings: try Installation.settings(), policy: policy)
    return CompanyAnalysis(
      books: analysis.books, policy: policy,
      relations: RelationFacts(
        categories: CategoryNotes(analysis.judgements.categories), door: analysis.judgements.standingDoor))
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
    @OptionGroup var author: AuthorOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let portfolio = try CategoriesCommand.portfolio(workspace)
      let (known, category) = (portfolio.books.customers, try portfolio.joined(category: category))
      for customer in customers where known.index(of: ID(customer)) == nil { throw DeskError.noSuchCustomer(customer) }
      try workspace.add(Policy.CategoryRule(name: category, customers: customers), by: author.now)
      printOut(
        language(
          fr: "« \(category) » est écrite dans policy.yaml.\n", en: "“\(category)” is written in policy.yaml.\n"))
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
    @OptionGroup var author: AuthorOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let portfolio = try CategoriesCommand.portfolio(workspace)
      let proposals = portfolio.suggestions.proposals.value ?? []
      guard proposals.indices.contains(place - 1) else { throw CategoryFault.noProposal(place, of: proposals.count) }
      if let known = proposals[place - 1].accepted(by: portfolio.policy, in: portfolio.books.customers) {
        throw CategoryTextFault.accepted(known)
      }
      let name = try portfolio.joined(category: name)
      let rule = proposals[place - 1].rule(named: name, in: portfolio.books.customers)
      try workspace.add(rule, by: author.now)
      printOut(
        language(
          fr: "« \(name) » est écrite dans policy.yaml ; \(proposals[place - 1].members.count) clients y sont.\n",
          en: "“\(name)” is written in policy.yaml; \(proposals[place - 1].members.count) customers are in it.\n"))
    }
  }
}

extension CategoriesCommand {
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give a category another name; files stay as they are.")
    @Argument(help: "The category.") var category: String
    @Argument(help: "Its new name.") var name: String
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var author: AuthorOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let portfolio = try CategoriesCommand.portfolio(workspace)
      guard portfolio.knows(category: category) else { throw CategoryTextFault.noSuchCategory(category) }
      let new = try portfolio.checked(newName: name, of: category)
      try workspace.rename(category, to: new, isWordOfFiles: portfolio.isWordOfFiles(category), by: author.now)
      printOut(
        language(
          fr: "« \(category) » s’appelle maintenant « \(new) ».\n",
          en: "“\(category)” is now called “\(new)”.\n"))
    }
  }

  struct Describe: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say how a category's customers need, think and decide, and what is invested in it.",
      discussion: "Fields: " + CategoryField.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    @Argument(help: "The category.") var category: String
    @Argument(help: "FIELD=VALUE, several times; an empty value takes back.") var values: [String]
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var author: AuthorOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let portfolio = try CategoriesCommand.portfolio(workspace)
      guard portfolio.knows(category: category) else { throw CategoryTextFault.noSuchCategory(category) }
      let changes = try values.map { text in
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let field = CategoryField(rawValue: parts[0]) else {
          throw CategoryFault.noField(text)
        }
        return CategoryChange(
          category, field, try CategoryText.value(of: field, parts[1], policy: portfolio.policy))
      }
      let written = try workspace.describe(changes, by: author.now)
      printOut(
        written.isEmpty
          ? language(
            fr: "C’était déjà écrit de « \(category) » ; rien n’a été changé.\n",
            en: "That was written of “\(category)” already; nothing was changed.\n")
          : language(
            fr: "Écrit de « \(category) » : \(written.map(\.field.rawValue).joined(separator: ", ")).\n",
            en: "Written of “\(category)”: \(written.map(\.field.rawValue).joined(separator: ", ")).\n"))
    }
  }
}

extension CategoriesCommand {
  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The rules that make categories, those that meet nobody too.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let portfolio = try CategoriesCommand.portfolio(Workspace(opening: workspace.folder))
      ListDocument.categoryRules(portfolio).show(
        as: format, in: Voice(language.language, currency: portfolio.policy.company.currency), full: true)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a rule out; its customers go to the next one, or to their file's word.")
    @Argument(help: "The rule's number in `categories rules`.") var rule: Int
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var author: AuthorOption

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let rules = try PolicyFile.policy(of: workspace).categories
      guard rules.indices.contains(rule - 1) else { throw CategoryTextFault.noSuchRule(rule, of: rules.count) }
      let name = rules[rule - 1].name
      try workspace.removeCategoryRule(rule - 1, of: name, by: author.now)
      printOut(
        language(
          fr: "La règle \(rule), « \(name) », est retirée de policy.yaml.\n",
          en: "Rule \(rule), “\(name)”, is taken out of policy.yaml.\n"))
    }
  }
}

/// What was wrong with how a category was asked for.
enum CategoryFault: UsageFault {
  case noProposal(Int, of: Int)
  case noField(String)

  func sentence(in language: Language) -> String {
    switch self {
    case .noProposal(let place, let count):
      language(
        fr: "Il n’y a pas de proposition \(place) : il y en a \(count).",
        en: "There is no proposal \(place): there are \(count).")
    case .noField(let text):
      language(
        fr: "« \(text) » ne dit pas CHAMP=VALEUR ; champs : \(Self.fields).",
        en: "“\(text)” does not say FIELD=VALUE; fields: \(Self.fields).")
    }
  }

  private static let fields = CategoryField.allCases.map(\.rawValue).joined(separator: ", ")
}

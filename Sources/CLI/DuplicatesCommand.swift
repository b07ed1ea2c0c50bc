import ArgumentParser
import Desk
import Ledger
import Pages
import Portfolio
import Units

struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "Customers that are there twice: listed, merged, told apart, undone.",
    subcommands: [List.self, Merge.self, Never.self, Undo.self, History.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Pairs of customers that are probably one, most money at stake first.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table
    @Flag(help: "Show every row in the terminal.") var full = false

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let duplicates = try desk.duplicates()
      try desk.show(
        .duplicates(duplicates.pairs, customers: duplicates.customers), as: format, in: language, full: full)
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make one customer of two; the first is kept.")
    @Argument(help: "The customer that is kept.") var kept: String?
    @Argument(help: "The customer that is merged into it.") var other: String?
    @Flag(help: "Merge all pairs that are certain; the bigger one is kept.") var certain = false
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func validate() throws {
      guard certain ? kept == nil : other != nil else {
        throw ValidationError(
          Language.preferred(
            fr: "Donnez deux clients, ou --certain seul.", en: "Give two customers, or --certain alone."))
      }
    }

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      if let kept, let other {
        let pair = (kept: try desk.known(kept), other: try desk.known(other))
        let isNew = try !desk.workspace.merge([pair], by: author.now).isEmpty
        let end = try desk.workspace.judgements().unification[pair.kept]
        return printOut(
          isNew
            ? language(
              fr: "« \(other) » et « \(kept) » ne sont plus qu’un client : « \(end) ».\n",
              en: "“\(other)” and “\(kept)” are one customer now: “\(end)”.\n")
            : language(
              fr: "« \(other) » et « \(kept) » étaient déjà un seul client ; rien n’a été changé.\n",
              en: "“\(other)” and “\(kept)” were one customer already; nothing was changed.\n"))
      }
      let merged = try desk.workspace.merge(try desk.duplicates().certain, by: author.now)
      printOut(
        language(
          fr: merged.count < 2
            ? "\(merged.count) client certain fusionné.\n" : "\(merged.count) clients certains fusionnés.\n",
          en: merged.count == 1 ? "1 certain customer merged.\n" : "\(merged.count) certain customers merged.\n"))
    }
  }

  struct Never: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say that two customers are never the same.")
    @Argument(help: "A customer.") var first: String
    @Argument(help: "Another customer.") var second: String
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let isNew = try desk.workspace.part(try desk.known(first), try desk.known(second), by: author.now)
      printOut(
        isNew
          ? language(
            fr: "« \(first) » et « \(second) » ne seront plus proposés.\n",
            en: "“\(first)” and “\(second)” will not be proposed any more.\n")
          : language(
            fr: "C’était déjà dit de « \(first) » et « \(second) » ; rien n’a été changé.\n",
            en: "That was said of “\(first)” and “\(second)” already; nothing was changed.\n"))
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back the last decision on two customers, or the last of all.")
    @Argument(help: "A customer; nothing for the last decision of all.") var first: String?
    @Argument(help: "The other customer.") var second: String?
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func validate() throws {
      guard (first == nil) == (second == nil) else {
        throw ValidationError(
          Language.preferred(fr: "Donnez deux clients, ou aucun.", en: "Give two customers, or none."))
      }
    }

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let pair = first.flatMap { first in second.map { (ID<Customer>(first), ID<Customer>($0)) } }
      let decision = try workspace.undo(pair, by: author.now)
      printOut(
        decision.verdict == .merge
          ? language(
            fr: "La fusion de « \(decision.other) » dans « \(decision.kept) » est annulée.\n",
            en: "The merge of “\(decision.other)” into “\(decision.kept)” is undone.\n")
          : language(
            fr: "« \(decision.kept) » et « \(decision.other) » peuvent de nouveau être proposés.\n",
            en: "“\(decision.kept)” and “\(decision.other)” may be proposed again.\n"))
    }
  }

  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every decision on pairs, those undone too.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let policy = try PolicyFile.policy(of: workspace)
      ListDocument.pairHistory(try workspace.judgements().pairs)
        .show(as: format, in: Voice(language, currency: policy.company.currency), full: true)
    }
  }
}

/// Who decides: the account's name unless another is given.
struct AuthorOption: ParsableArguments {
  @Option(help: "Who decides; the name of your account by default.") var author: String?

  /// The person, now.
  var now: Authorship {
    Authorship.now(author ?? Authorship.account)
  }
}

/// The customer file as commands read it.
struct CustomerDesk {
  let workspace: Workspace
  let policy: Policy
  private let analysis: Analysis

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    policy = try PolicyFile.policy(of: workspace)
    analysis = try Analysis(of: workspace, settings: try Installation.settings(), policy: policy)
  }

  var customers: CustomerFile { analysis.books.customers }

  /// A customer that is there, merged or not.
  func known(_ id: String) throws(DeskError) -> ID<Customer> {
    guard customers.index(of: ID(id)) != nil else { throw .noSuchCustomer(id) }
    return ID(id)
  }

  func duplicates() throws -> CustomerDuplicates { try analysis.duplicates(of: workspace) }

  /// What each customer brought over all of history.
  var revenues: [Cents] { analysis.books.revenues }

  func show(_ document: ListDocument, as format: ListFormat, in language: Language, full: Bool) throws {
    document.show(as: format, in: Voice(language, currency: policy.company.currency), full: full)
  }
}

extension ListDocument {
  /// Writes the list to standard output.
  func show(as format: ListFormat, in voice: Voice, full: Bool) {
    switch format {
    case .json: printOut(String(decoding: json(in: voice), as: UTF8.self) + "\n")
    case .table: printOut(text(in: voice, style: Terminal.style(full: full, toFile: false)))
    }
  }
}

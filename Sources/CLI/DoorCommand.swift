import ArgumentParser
import Decisions
import Desk
import Ledger
import Pages
import Portfolio
import Units

struct DoorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "door", abstract: "Who is refused at the door or admitted on conditions, on economic grounds alone.",
    subcommands: [List.self, Refuse.self, Admit.self, Undo.self, Check.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The rules that hold, the newest first.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let language = language.language
      let workspace = try Workspace(opening: workspace.folder)
      let policy = try PolicyFile.policy(of: workspace)
      ListDocument.door(try workspace.judgements().standingDoor, toxic: try DoorCommand.toxic(workspace))
        .show(as: format, in: Voice(language, currency: policy.company.currency), full: true)
    }
  }

  /// The categories that lose money; none without a sale to tell it from.
  private static func toxic(_ workspace: Workspace) throws -> [ToxicCategoryFigures] {
    do { return try CeasingDesk(workspace).analysis.toxicCategories } catch is WindowFault { return [] }
  }

  struct Refuse: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Refuse a company or a category.")
    @OptionGroup var rule: RuleOptions
    mutating func run() throws { try rule.add(.refused) }
  }

  struct Admit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Admit a company or a category on conditions.")
    @OptionGroup var rule: RuleOptions
    mutating func run() throws { try rule.add(.conditions) }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a rule back.")
    @Argument(help: "The rule's number.") var rule: Int
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      try Workspace(opening: workspace.folder).undoRule(rule, by: author.now)
      printOut(language(fr: "La règle \(rule) est annulée.\n", en: "Rule \(rule) is taken back.\n"))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What to say to somebody who wants to buy.")
    @Argument(help: "A name or an identifier.") var name: String
    @Option(help: "Its category.") var category = ""
    @Flag(help: "It is a consumer, not a business.") var consumer = false
    @Flag(help: "You dominate the market, or it depends on you.") var dominant = false
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let desk = try CeasingDesk(Workspace(opening: workspace.folder))
      let check = desk.analysis.doorCheck(
        name, category: category, buyer: consumer ? .consumer : .business, mayBeAbuse: dominant,
        try desk.workspace.judgements().standingDoor)
      let voice = desk.voice(language)
      if desk.analysis.isUnknown(category: category) {
        printOut(Phrase.unknownCategory(category).text(in: voice) + "\n")
      }
      printOut(check.sentences.map { $0.text(in: voice) + "\n" }.joined())
    }
  }
}

/// Whom a rule at the door is about, and why.
struct RuleOptions: ParsableArguments {
  @Argument(help: "A company's name or identifier, or a category's name.") var name: String
  @Flag(help: "It is a category.") var category = false
  @Option(help: "The ground: toxicCategory, marginUnderFloor, ordersTooSmall, unpaid, noCapacity, abnormalRequest.")
  var ground: String
  @Option(help: "The ground's figure: what is unpaid, an order, a margin in percent, a category.") var figure = ""
  @Option(help: "The least order, or the least margin in percent.") var least = ""
  @Option(help: "A word about it.") var note = ""
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var author: AuthorOption
  @OptionGroup var language: LanguageOption

  /// Adds the rule, and says so.
  func add(_ ruling: DoorRule.Ruling) throws {
    let language = language.language
    let subject: DoorRule.Subject = category ? .category(name) : .company(name)
    let content = try DoorRule.Content(
      subject, ruling, ground: try DoorGround(typed: ground, figure: figure, least: least, subject: subject),
      note: String(note.prefix(200)))
    let isNew = try Workspace(opening: workspace.folder).rule(content, by: author.now)
    remark(Phrase.haveCounselCheck.text(in: Voice(language)))
    printOut(
      isNew
        ? language(fr: "Règle ajoutée pour « \(name) ».\n", en: "Rule added for “\(name)”.\n")
        : language(
          fr: "Cette règle était déjà là ; rien n’a été changé.\n",
          en: "That rule was there already; nothing was changed.\n"))
  }
}

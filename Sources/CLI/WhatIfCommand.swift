import ArgumentParser
import Decisions
import Desk
import Ledger
import Pages
import Portfolio
import Units

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract:
      "Try steps on customers: what they would bring, what stays to be paid, whom the freed hours could develop.",
    discussion: """
      A line is STEP@WHO. Steps: drop, lose:25%, reprice:4.5%, reprice:4.5%/1.2 (volume lost for each % of rise), \
      serve:personal, serve:delegated, serve:automated, minimum:150. Who: identifiers parted by commas, or verdict:cease, \
      stage:declining, class:D, category:NAME, floor:below.
      """)

  @Argument(help: "Lines such as drop@C-0012 or reprice:5%@class:D.") var lines: [String] = []
  @Option(help: "A line of another scenario to hold this one against; may be given several times.") var against:
    [String] = []
  @Option(help: "Keep the scenario as a draft of a plan under this name.") var save: String?
  @Option(help: "Give up the draft of this number.") var forget: Int?
  @Flag(help: "List the drafts that were kept.") var drafts = false
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "The last month, YYYY-MM; the last complete one by default.") var asOf: String?
  @Option(help: "How many months, or all.") var months: String = "12"
  @Option(help: "table or json.") var format = ListFormat.table
  @Flag(help: "Show every row in the terminal.") var full = false
  @OptionGroup var author: AuthorOption

  mutating func validate() throws {
    guard !lines.isEmpty || drafts || forget != nil else {
      throw ValidationError(
        Language.preferred(
          fr: "Donnez au moins une ligne, par exemple drop@C-0012.", en: "Give at least one line, such as drop@C-0012.")
      )
    }
  }

  mutating func run() throws {
    let language = language.language
    let workspace = try Workspace(opening: workspace.folder)
    let policy = try PolicyFile.policy(of: workspace)
    let voice = Voice(language, currency: policy.company.currency)
    if drafts { return show(.drafts(try workspace.drafts()), voice) }
    if let forget {
      let stood = try workspace.dropDraft(forget, by: author.now)
      return printOut(
        stood
          ? language(fr: "Le projet \(forget) est abandonné.\n", en: "Draft \(forget) is given up.\n")
          : language(fr: "Il n’y a pas de projet \(forget) gardé.\n", en: "There is no draft \(forget) kept.\n"))
    }
    let scenario = WhatIfScenario(try lines.map { try WhatIfLine($0) })
    let other = against.isEmpty ? nil : WhatIfScenario(try against.map { try WhatIfLine($0) })
    let analysis = try Analysis(
      of: workspace, settings: try Installation.settings(), policy: policy, asOf: try ReportRequest.month(asOf),
      length: try ReportRequest.length(months))
    let portfolio = CompanyAnalysis(
      books: analysis.books, policy: policy, facts: try analysis.facts(), relations: try analysis.relations())
    try analysis.readPrices(of: portfolio)
    let tried = try TriedScenario(scenario, in: portfolio)
    let rival = try other.map { try TriedScenario($0, in: portfolio) }
    show(.whatIf(tried, against: rival, in: portfolio), voice)
    if let save {
      let number = try workspace.keep(
        PlanDraft(name: save, tried.result, customers: portfolio.books.customers), lines: scenario.lines.map(\.text),
        month: portfolio.books.window.asOf, by: author.now)
      remark(language(fr: "Gardé comme projet de plan \(number).", en: "Kept as draft of a plan \(number)."))
    }
  }

  private func show(_ list: ListDocument, _ voice: Voice) {
    switch format {
    case .json: printOut(String(decoding: list.json(in: voice), as: UTF8.self) + "\n")
    case .table: printOut(list.text(in: voice, style: Terminal.style(full: full, toFile: false)))
    }
  }
}

import ArgumentParser
import Decisions
import Desk
import Foundation
import Ledger
import Pages
import Portfolio
import Units

struct CustomerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customer", abstract: "Everything that is known of one customer.")

  @Argument(help: "The customer's identifier.") var customer: String
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "The last month, YYYY-MM; the last complete one by default.") var asOf: String?
  @Option(help: "How many months, or all.") var months: String = "12"
  @Option(help: "table or json.") var format = ListFormat.table
  @Option(help: "Write FIELD=VALUE into the customer file; may be given several times, empty for none.")
  var set: [String] = []
  @Option(
    help: "Decide cease, maintain or develop in place of the figures, with --why and --until; none takes it back.")
  var verdict: String?
  @Option(help: "Why it is decided.") var why: String?
  @Option(help: "The last day on which the decision holds, YYYY-MM-DD.") var until: String?
  @Option(help: "Take back what a person wrote into FIELD; may be given several times.") var unset: [String] = []
  @OptionGroup var author: AuthorOption

  mutating func run() throws {
    let language = language.language
    guard set.isEmpty, unset.isEmpty else { return try edit(language) }
    if let verdict { return try decide(verdict, language) }
    let month = try ReportRequest.month(asOf)
    let length = try ReportRequest.length(months)
    let workspace = try Workspace(opening: workspace.folder)
    let policy = try PolicyFile.policy(of: workspace)
    let analysis = try Analysis(
      of: workspace, settings: try Installation.settings(), policy: policy, asOf: month, length: length)
    let portfolio = CompanyAnalysis(
      books: analysis.books, policy: policy, facts: try analysis.facts(),
      relations: try analysis.relations())
    guard let place = analysis.books.customers.index(of: ID(customer)) else {
      throw UnknownCustomer(customer, list: CustomerList(portfolio), books: analysis.books)
    }
    analysis.books.customers.unification.remarkMerge(of: customer, in: language)
    // The steps of its verdict know what others pay.
    try analysis.readPrices(of: portfolio)
    let sheet = SheetDocument(of: place, in: portfolio)
    let voice = Voice(language, currency: policy.company.currency)
    switch format {
    case .json: printOut(String(decoding: sheet.json(in: voice), as: UTF8.self) + "\n")
    case .table: printOut(sheet.text(in: voice, style: Terminal.style(full: true, toFile: false)))
    }
  }

  /// Decides in place of the verdict of the figures, or takes that back.
  private func decide(_ word: String, _ language: Language) throws {
    let desk = try CustomerDesk(Workspace(opening: workspace.folder))
    let id = try desk.known(customer)
    let isNew = try desk.workspace.judge(id, try choice(word), by: author.now)
    printOut(
      isNew
        ? language(fr: "Décision notée pour « \(customer) ».\n", en: "Decision noted for “\(customer)”.\n")
        : language(
          fr: "C’était déjà décidé pour « \(customer) » ; rien n’a été changé.\n",
          en: "That was decided for “\(customer)” already; nothing was changed.\n"))
  }

  private func choice(_ word: String) throws(ReportFault) -> VerdictDecision.Choice? {
    if word == "none" { return nil }
    guard let verdict = Verdict(rawValue: word) else { throw .unknownVerdict(word) }
    guard let why, !why.allSatisfy(\.isWhitespace), let until else { throw .decisionNeedsMore }
    guard let day = Day(iso: until) else { throw .notADay(until) }
    return VerdictDecision.Choice(verdict, why: why, until: day)
  }

  /// Writes into the customer file.
  private func edit(_ language: Language) throws {
    let desk = try CustomerDesk(Workspace(opening: workspace.folder))
    let id = try desk.known(customer)
    let changes =
      try set.map { try FieldText.change(of: id, $0, policy: desk.policy) }
      + unset.map { FieldChange(id, try FieldText.field($0), nil) }
    let written = try desk.workspace.write(changes, by: author.now)
    let names = written.map(\.field.rawValue).joined(separator: ", ")
    printOut(
      written.isEmpty
        ? language(
          fr: "La fiche de « \(customer) » disait déjà cela ; rien n’a été changé.\n",
          en: "The record of “\(customer)” said so already; nothing was changed.\n")
        : language(
          fr: "Fiche de « \(customer) » changée : \(names).\n", en: "Record of “\(customer)” changed: \(names).\n"))
  }
}

extension Unification {
  /// Says where a customer that was merged is found.
  func remarkMerge(of customer: String, in language: Language) {
    let kept = self[ID(customer)]
    guard kept.text != customer else { return }
    remark(
      language(
        fr: "« \(customer) » est fusionné dans « \(kept) », que voici.",
        en: "“\(customer)” is merged into “\(kept)”, which is shown here."))
  }
}

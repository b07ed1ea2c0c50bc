import ArgumentParser
import Decisions
import Desk
import Foundation
import Ledger
import Pages
import Portfolio
import Sample
import Server
import SourceFiles
import Units

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Write the source files of a believable French wholesaler.")

  @Argument(help: "The folder.") var folder: String
  @Option(help: "How many customers.") var customers = 400
  @Option(help: "About how many invoice lines.") var lines = 60_000
  @Option(help: "Another seed, another company.") var seed: UInt64 = 1
  @Flag(help: "Plain sales only (commas, ISO dates, nothing odd), for measuring.") var plain = false
  @Flag(help: "Beside them the same sales as a French accountant and the customers got them: FEC and e-invoices.")
  var accounts = false
  @OptionGroup var language: LanguageOption

  mutating func run() throws {
    let language = language.language
    guard customers > 0, lines > 0 else { throw SampleFault.notPositive }
    guard !plain || !accounts else { throw SampleFault.plainAccounts }
    let company = SampleCompany(seed: seed, customers: customers, lines: lines, isPlain: plain)
    let files = try SampleFolder.write(company, to: folder)
    if accounts {
      let mixed = try SampleAccounts.write(company, in: folder, settings: try Installation.settings())
      return printOut(
        language(
          fr: """
            Fichiers écrits dans \(folder) ; les mêmes ventes en comptabilité et en factures, dans \(mixed).
            Importez l’un ou l’autre, par exemple avec clientele import \(mixed)

            """,
          en: """
            Files written to \(folder); the same sales as accounts and invoices, in \(mixed).
            Import one or the other, for instance with clientele import \(mixed)

            """))
    }
    printOut(
      language(fr: "Fichiers écrits :", en: "Files written:") + "\n" + files.map { "  \($0)\n" }.joined()
        + language(fr: "Importez-les avec ", en: "Import them with ")
        + "clientele import \(files.joined(separator: " "))\n")
  }
}

/// What was wrong with how a sample was asked for.
enum SampleFault: UsageFault {
  case notPositive, plainAccounts

  func sentence(in language: Language) -> String {
    switch self {
    case .notPositive:
      language(fr: "Il faut au moins un client et une ligne.", en: "At least one customer and one line are needed.")
    case .plainAccounts:
      language(
        fr: "--plain n’écrit que des ventes anonymes : sans noms, pas de comptabilité.",
        en: "--plain writes anonymous sales only: without names there are no accounts.")
    }
  }
}

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "The sample company in a fresh workspace, analysed, its dashboard opened.")

  @Option(help: "Where to put the workspace.") var folder = "workspace-demo"
  @Option(help: "The dashboard's port; the next that is free when it is taken.") var port = 8080
  @Flag(help: "Write and import the sample company, and end.") var noServe = false
  @Flag(help: "Do not open the browser.") var noOpen = false
  @OptionGroup var language: LanguageOption

  mutating func run() async throws {
    let language = language.language
    let settings = try Installation.settings()
    // Only what an earlier demonstration wrote is thrown away.
    if Workspace.isSample(folder) { try FileManager.default.removeItem(atPath: folder) }
    let workspace = try Workspace(creating: folder, language: language)
    let bar = ProgressBar(language: language)
    let outcomes = try workspace.bringSample(
      settings: settings, language: language, now: Int(Date().timeIntervalSince1970)
    ) { bar.show($0) }
    bar.end()
    for outcome in outcomes where outcome.record.kind == .sales { printOut(ImportText.text(outcome, in: language)) }
    let policy = try PolicyFile.policy(of: workspace)
    let analysis = try Analysis(of: workspace, settings: settings, policy: policy, withImports: true)
    let portfolio = CompanyAnalysis(books: analysis.books, policy: policy, imports: analysis.imports)
    let page = folder + "/month.html"
    try Data(MonthPage(portfolio, language: language).bytes).write(to: URL(fileURLWithPath: page))
    let address = URL(fileURLWithPath: page).absoluteString
    printOut(language(fr: "La page du mois : \(address)\n", en: "The page of the month: \(address)\n"))
    if !noServe { try await serve(workspace, language) }
  }

  /// Serves on the port asked for, or on the first after it that is free.
  private func serve(_ workspace: Workspace, _ language: Language) async throws {
    var port = port
    while true {
      do {
        return try await Dashboard.serve(
          workspace, host: "127.0.0.1", port: port, names: [], opens: !noOpen, language: language)
      } catch ListenFault.portTaken where port < min(self.port + 50, 65_535) {
        remark(
          language(
            fr: "Le port \(port) est pris par un autre programme ; le \(port + 1) est essayé.",
            en: "Port \(port) is taken by another program; \(port + 1) is tried."))
        port += 1
      }
    }
  }
}

/// The person's browser.
enum Browser {
  /// Opens an address where there is a desktop to open it on; elsewhere the printed address is enough.
  static func open(_ address: String) {
    #if os(macOS)
      let command = "/usr/bin/open"
    #else
      let command = "/usr/bin/xdg-open"
      let environment = ProcessInfo.processInfo.environment
      guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
    #endif
    guard FileManager.default.isExecutableFile(atPath: command) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = [address]
    try? process.run()
  }
}

import ArgumentParser
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

  mutating func run() throws {
    let language = language.language
    let month = try ReportRequest.month(asOf)
    let length = try ReportRequest.length(months)
    let workspace = try Workspace(opening: workspace.folder)
    let policy = try PolicyFile.policy(of: workspace)
    let analysis = try Analysis(
      of: workspace, settings: try Installation.settings(), policy: policy, asOf: month, length: length)
    let portfolio = PortfolioAnalysis(books: analysis.books, policy: policy)
    guard let place = analysis.books.customers.index(of: ID(customer)) else {
      throw UnknownCustomer(customer, list: CustomerList(portfolio), books: analysis.books)
    }
    let sheet = SheetDocument(portfolio.sheet(of: place))
    let voice = Voice(language, currency: policy.company.currency)
    switch format {
    case .json: printOut(String(decoding: sheet.json(in: voice), as: UTF8.self) + "\n")
    case .table: printOut(sheet.text(in: voice, style: Terminal.style(full: true, toFile: false)))
    }
  }
}

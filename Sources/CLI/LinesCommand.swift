import ArgumentParser
import Desk
import Engine
import Foundation
import Ledger
import Pages
import Server
import Units

struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "The invoice lines behind a customer's figures.")

  @Argument(help: "The customer's identifier; - for the lines without a customer.") var customer: String
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "One month, YYYY-MM.") var month: String?
  @Option(help: "The first month, YYYY-MM.") var from: String?
  @Option(help: "The last month, YYYY-MM.") var to: String?
  @Option(help: "One product range.") var range: String?
  @Option(help: "One invoice.") var invoice: String?
  @Option(help: "table or json.") var format = ListFormat.table

  mutating func run() throws {
    let language = language.language
    let span = try span()
    let workspace = try Workspace(opening: workspace.folder)
    let found = try CustomerLines(
      LineRequest(
        customer == "-" ? .nobody : .customer(ID(customer)), span: span, range: range.map { .named($0) },
        invoice: invoice), workspace: workspace, settings: try Installation.settings())
    try workspace.judgements().unification.remarkMerge(of: customer, in: language)
    switch format {
    case .json: FileHandle.standardOutput.write(Data(LineJSON.bytes(found.lines, files: found.files)))
    case .table: printOut(table(found, Voice(language)))
    }
  }

  /// The months asked for; an end that is not told lies as far as days go.
  private func span() throws(ReportFault) -> MonthSpan? {
    if let month = try ReportRequest.month(month) { return MonthSpan(month, month) }
    let (first, last) = (try ReportRequest.month(from), try ReportRequest.month(to))
    guard first != nil || last != nil else { return nil }
    let (start, end) = (first ?? Month(year: 1, month: 1), last ?? Month(year: 9998, month: 12))
    guard start <= end else { throw .notASpan(start.iso, end.iso) }
    return MonthSpan(start, end)
  }

  private func table(_ found: CustomerLines, _ voice: Voice) -> String {
    let language = voice.language
    let total = found.lines.compactMap(\.revenue).sum
    var text = language(
      fr: "\(voice.integer(found.lines.count)) lignes, \(voice.euros(total, cents: true))\n",
      en: "\(voice.integer(found.lines.count)) lines, \(voice.euros(total, cents: true))\n")
    for line in found.lines {
      let columns = [
        line.day?.iso ?? "–", line.invoice ?? "–", line.product ?? "–",
        line.quantity.map { voice.number(Double($0) / 1_000_000, digits: 3) } ?? "–",
        line.revenue.map { voice.euros($0, cents: true) } ?? "–", found.files[line.importSequence] ?? "",
      ]
      text += columns.joined(separator: "  ") + "\n"
    }
    return text
  }
}

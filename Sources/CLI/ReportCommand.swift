import ArgumentParser
import Decisions
import Desk
import Engine
import Forecast
import Foundation
import Ledger
import Pages
import Portfolio
import Server
import Units

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "One report, or all of them.",
    discussion: "Reports: all, " + ReportName.allCases.map(\.rawValue).joined(separator: ", ") + ".")

  @Argument(help: "The report's name, or all.") var name: String
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "The last month, YYYY-MM; the last complete one by default.") var asOf: String?
  @Option(help: "How many months, or all; the policy's 12 by default.") var months: String?
  @Option(help: "Today's date, YYYY-MM-DD; the clock's by default.") var today: String?
  @Option(help: "revenue, grossMargin or operatingMargin.") var by: String?
  @Option(help: "forecast's model: bgnbd, mbgnbd, paretonbd, or auto for the one nearest to the past.") var model:
    String?
  @Option(help: "The last day that forecast knows, YYYY-MM-DD; what came later is held out.") var until: String?
  @Option(help: "company or group: whether the customers of a group count as one.") var per = CustomerScope.company
  @Option(help: "table, json, csv or xlsx.") var format: Format?
  @Option(help: "Write the page of the month to a file.") var html: String?
  @Option(name: [.short, .customLong("output")], help: "Write to a file instead of the terminal.") var output: String?
  @Flag(help: "Show every row in the terminal.") var full = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, xlsx }

  mutating func run() throws {
    let language = language.language
    let request = try ReportRequest(self)
    let workspace = try Workspace(opening: workspace.folder)
    var policy = try PolicyFile.policy(of: workspace)
    if let criterion = request.criterion { policy.ranking.criterion = criterion }
    let settings = try Installation.settings()
    let analysis = try Analysis(
      of: workspace, settings: settings, policy: policy, asOf: request.asOf, reaching: request.forecast.until,
      length: request.length, per: per, withImports: request.names.contains(.reconciliation))
    if !analysis.complete.unusedDeclarations.isEmpty {
      let months = analysis.complete.unusedDeclarations.map(\.iso).joined(separator: ", ")
      remark(
        language(
          fr: "calendar.completeMonths : \(months) ne suit pas les données et n’est pas pris en compte.",
          en: "calendar.completeMonths: \(months) does not follow the data and is not counted."))
    }
    let readsFile = request.names.contains(.file)
    let portfolio = CompanyAnalysis(
      books: analysis.books, policy: policy, imports: analysis.imports,
      facts: readsFile ? try analysis.facts() : nil,
      relations: try analysis.relations(for: request.names), judge: StageJudging.judge)
    if request.names.contains(where: \.readsProducts) { try analysis.readPrices(of: portfolio) }
    let voice = Voice(language, currency: policy.company.currency)
    if let html {
      try write(MonthPage(portfolio, language: language).bytes, to: html)
      remark(language(fr: "Page écrite : \(html)", en: "Page written: \(html)"))
      guard format != nil || output != nil else { return }
    }
    let (names, isMonthly) = (request.names, months != nil)
    if request.isAll, format == .json {
      return try write(ReportFiles.json(of: portfolio, in: voice), to: output)
    }
    let documents = concurrently(names) { portfolio.report($0, isMonthly: isMonthly, predicting: request.forecast) }
    switch format ?? .table {
    case .json: try write(ReportFiles.json(documents[0], in: voice), to: output)
    case .csv: try write(ReportCSV.bytes(documents[0], in: voice), to: output)
    case .xlsx:
      try DuckDBEngine(settings).write(
        Workbook.columns(of: ReportSheet(documents[0], in: voice)), asSpreadsheet: output ?? "")
    case .table:
      let style = Terminal.style(full: full, toFile: output != nil)
      try write(
        Array(documents.map { TextTable($0, in: voice, style: style).text }.joined(separator: "\n\n").utf8), to: output)
    }
  }

  private func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else { return FileHandle.standardOutput.write(Data(bytes)) }
    do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw DeskError.cannotWrite(path, reason: (error as NSError).localizedDescription)
    }
  }
}

extension CustomerScope: ExpressibleByArgument {}

extension Analysis {
  /// What reports read beyond the books: lines and invoices are read once more only for those that ask.
  fileprivate func relations(for names: [ReportName]) throws(EngineError) -> RelationFacts {
    let predicts = names.contains(.forecast) || names.contains(.nextorders)
    if names.contains(.losses) { return try relations() }
    return RelationFacts(purchases: predicts ? try purchases() : nil).with(
      judgements, of: books.customers, asOf: books.window.asOf, latest: complete.asOf)
  }
}

/// What was asked of a report, checked.
struct ReportRequest {
  let names: [ReportName]
  let isAll: Bool
  let asOf: Month?
  /// Nothing for the policy's.
  let length: WindowLength?
  let criterion: Policy.Criterion?
  let forecast: ForecastRequest

  init(_ command: ReportCommand) throws(ReportFault) {
    isAll = command.name == "all"
    if isAll {
      names = ReportName.allCases
    } else {
      guard let name = ReportName(rawValue: command.name) else { throw .unknownReport(command.name) }
      names = [name]
    }
    length = try command.months.map { text throws(ReportFault) in try Self.length(text) }
    asOf = try Self.month(command.asOf)
    if let by = command.by {
      guard let found = Policy.Criterion(rawValue: by) else { throw .unknownCriterion(by) }
      criterion = found
    } else {
      criterion = nil
    }
    var model: PurchaseModelKind?
    if let text = command.model, text != "auto" {
      guard let found = PurchaseModelKind(rawValue: text) else { throw .unknownModel(text) }
      model = found
    }
    var until: Day?
    if let text = command.until {
      guard let day = Day(iso: text) else { throw .notADay(text) }
      until = day
    }
    forecast = ForecastRequest(model: model, until: until)
    // No report depends on the day yet; a wrong one is wrong usage all the same.
    if let text = command.today, Day(iso: text) == nil { throw .notADay(text) }
    if isAll, command.format == .csv || command.format == .xlsx { throw .oneReportOnly }
    if command.format == .xlsx, command.output == nil { throw .needsOutput }
  }

  static func length(_ text: String) throws(ReportFault) -> WindowLength {
    if text == "all" { return .all }
    guard let number = Int(text), (1...WindowLength.most).contains(number) else { throw .notALength(text) }
    return .months(number)
  }

  static func month(_ text: String?) throws(ReportFault) -> Month? {
    guard let text else { return nil }
    guard let month = Month(iso: text) else { throw .notAMonth(text) }
    return month
  }
}

/// What was wrong with how a report was asked for.
enum ReportFault: UsageFault {
  case unknownReport(String), unknownCriterion(String), unknownModel(String), unknownVerdict(String), notADay(String),
    notAMonth(String),
    notALength(String)
  case notASpan(String, String)
  case oneReportOnly, needsOutput, decisionNeedsMore

  func sentence(in language: Language) -> String {
    switch self {
    case .unknownReport(let name):
      let names = ReportName.allCases.map(\.rawValue).joined(separator: ", ")
      return language(
        fr: "Il n’y a pas de rapport « \(name) » ; il y a all, \(names).",
        en: "There is no report “\(name)”; there are all, \(names).")
    case .unknownCriterion(let name):
      return language(
        fr: "On ne classe pas par « \(name) » : revenue, grossMargin ou operatingMargin.",
        en: "Customers are not ranked by “\(name)”: revenue, grossMargin or operatingMargin.")
    case .unknownVerdict(let name):
      return language(
        fr: "Il n’y a pas de verdict « \(name) » : cease, maintain, develop ou none.",
        en: "There is no verdict “\(name)”: cease, maintain, develop or none.")
    case .decisionNeedsMore:
      return language(
        fr: "Une décision a une raison et une fin : ajoutez --why et --until AAAA-MM-JJ.",
        en: "A decision has a reason and an end: add --why and --until YYYY-MM-DD.")
    case .unknownModel(let name):
      return language(
        fr: "Il n’y a pas de modèle « \(name) » : bgnbd, mbgnbd, paretonbd ou auto.",
        en: "There is no model “\(name)”: bgnbd, mbgnbd, paretonbd or auto.")
    case .notADay(let text):
      return language(fr: "« \(text) » n’est pas un jour AAAA-MM-JJ.", en: "“\(text)” is not a day YYYY-MM-DD.")
    case .notAMonth(let text):
      return language(fr: "« \(text) » n’est pas un mois AAAA-MM.", en: "“\(text)” is not a month YYYY-MM.")
    case .notALength(let text):
      return language(
        fr: "« \(text) » n’est pas un nombre de mois : un nombre de 1 à 1200, ou all.",
        en: "“\(text)” is not a number of months: a number from 1 to 1200, or all.")
    case .notASpan(let first, let last):
      return language(
        fr: "« \(first) » vient après « \(last) » : --from précède --to.",
        en: "“\(first)” comes after “\(last)”: --from comes before --to.")
    case .oneReportOnly:
      return language(
        fr: "« report all » s’écrit en table, en json ou en --html ; csv et xlsx tiennent un rapport à la fois.",
        en: "`report all` is written as table, json or --html; csv and xlsx hold one report at a time.")
    case .needsOutput:
      return language(
        fr: "Un classeur va dans un fichier : ajoutez -o fichier.xlsx.",
        en: "A workbook goes to a file: add -o file.xlsx.")
    }
  }
}

extension WindowFault {
  /// Whether what was typed is at fault, and not the data.
  var isUsage: Bool {
    switch self {
    case .noSales, .noCompleteMonth: false
    case .beforeData, .afterData, .length: true
    }
  }
}

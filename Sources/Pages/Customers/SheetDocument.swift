import Decisions
import Ledger
import Portfolio
import Units

/// A customer's sheet ready to be shown, in no language yet: the terminal, JSON and the page all read it.
public struct SheetDocument: Equatable, Sendable {
  /// A part of the sheet.
  public struct Section: Equatable, Sendable {
    /// Which part.
    public let part: Part
    /// The finding.
    public let title: Phrase
    /// The rows.
    public let grid: ReportGrid
    /// What limits them.
    public let notes: [Phrase]

    init(_ part: Part, _ title: Phrase, _ grid: ReportGrid, notes: [Phrase] = []) {
      self.part = part
      self.title = title
      self.grid = grid
      self.notes = notes
    }
  }

  /// The parts of a sheet; the raw value is the name in JSON.
  public enum Part: String, Sendable {
    case findings, ladder, life, outlook, years, months, waterfall, ranges, lastOrders, services, record
  }

  /// The finding.
  public let title: Phrase
  /// Who it is, in a line.
  public let subtitle: Phrase
  /// The identifier and the months looked at, for programs.
  public let head: [ReportTotal]
  /// The sheet's figures.
  public let figures: [ReportTotal]
  /// Who it is and where it stands.
  public let facts: [ReportTotal]
  /// The parts, in order.
  public let sections: [Section]

  /// Makes the document of a customer's sheet.
  public init(of customer: Int, in analysis: CompanyAnalysis) {
    self.init(
      analysis.sheet(of: customer), life: analysis.life.life(of: customer),
      outlook: analysis.life.outlook(of: customer), verdict: analysis.life.verdicts.rows[customer],
      isSecured: analysis.life.secured.contains(customer),
      substitution: SheetDocument.substitutionFact(of: customer, in: analysis),
      warnings: SheetDocument.toxicCategory(of: customer, in: analysis)
        + SheetDocument.loggedRises(of: customer, in: analysis)
        + SheetDocument.substitution(of: customer, in: analysis)
        + SheetDocument.warnings(of: customer, in: analysis),
      sponsor: analysis.books.customers.details[customer]?.sponsor, people: analysis.books.people)
  }

  /// Makes the document of a sheet.
  /// - Parameters:
  ///   - life: the stages; nothing for a customer that never ordered.
  ///   - outlook: what is expected of it; nothing without any sale.
  ///   - verdict: what to do with it.
  ///   - isSecured: whether what it brings was won elsewhere, so that its prices may be raised firmly.
  ///   - substitution: who stands in for it, as figures; unknown for who needs nobody to.
  ///   - warnings: what is to be known before the steps to its floor: what was asked of it already, who stands in for it, and what is told beforehand.
  ///   - sponsor: who answers for a relation that is kept as strategic.
  ///   - people: who serves customers.
  public init(
    _ sheet: CustomerSheet, life: CustomerLife?, outlook: CustomerOutlook?, verdict: Verdicts.Row,
    isSecured: Bool = false, substitution: ReportCell = .unknown, warnings: [Phrase] = [], sponsor: String? = nil,
    people: [Person]
  ) {
    title = sheet.finding
    subtitle = sheet.subtitle
    head = [
      ReportTotal("customer", .text(sheet.id.text)), ReportTotal("name", .text(sheet.name)),
      ReportTotal("asOf", .month(sheet.window.asOf)),
      ReportTotal(
        "window",
        .object([.init("from", .month(sheet.window.current.first)), .init("to", .month(sheet.window.current.last))])),
    ]
    figures = sheet.figures
    facts =
      SheetDocument.verdictFacts(verdict, sponsor: sponsor) + [ReportTotal("substitution", substitution)]
      + SheetDocument.lifeFacts(life) + SheetDocument.outlookFacts(outlook)
      + sheet.facts
    sections = [
      sheet.findingsSection,
      SheetDocument.verdictSection(
        verdict, isSecured: isSecured, sponsor: sponsor, warnings: warnings),
      SheetDocument.lifeSection(life, people: people),
      SheetDocument.outlookSection(outlook), sheet.yearsSection, sheet.monthsSection,
      sheet.waterfallSection, sheet.rangesSection,
      sheet.ordersSection, sheet.servicesSection, sheet.recordSection,
    ]
  }

  /// One part.
  public subscript(part: Part) -> Section {
    guard let section = sections.first(where: { $0.part == part }) else {
      preconditionFailure("a sheet has all its parts")
    }
    return section
  }
}

/// A sheet as JSON and as text.
extension SheetDocument {
  /// One object: facts and figures by name, each part a list; money in cents, the unknown null.
  public func json(in voice: Voice, form: JSONWriter.Form = .pretty) -> [UInt8] {
    var json = JSONWriter(form)
    ReportJSON.write(.object(members), in: voice, to: &json)
    return json.bytes
  }

  /// The members of that object.
  var members: [ReportCell.Member] {
    let lists = sections.map { section in
      ReportCell.Member(
        section.part.rawValue,
        .list(
          section.grid.rows.map { row in
            .object(zip(section.grid.columns, row).map { ReportCell.Member($0.key, $1) })
          }))
    }
    let notes = ReportCell.Member("notes", .list(sections.flatMap(\.notes).map { .phrase($0) }))
    let named = (head + figures + facts).map { ReportCell.Member($0.key, $0.cell) }
    let head = [named[0], named[1], ReportCell.Member("title", .phrase(title))] + named.dropFirst(2)
    return head + lists + [notes]
  }

  /// A figure for people: the reason where there is none, nothing where there is nothing to say.
  private func readable(_ total: ReportTotal) -> ReportTotal? {
    switch (total.key, total.cell) {
    case (_, .unknown(nil)), (_, .flag(false)), (_, .list([])): nil
    case (_, .unknown(let reason?)): ReportTotal(total.key, .phrase(reason), total.label)
    case ("averagePriceCents", .cents(let price)):
      ReportTotal(total.key, .phrase(Phrase(fr: "\(euros: price, .cents)", en: "\(euros: price, .cents)")), total.label)
    default: total
    }
  }

  /// The sheet for a terminal.
  public func text(in voice: Voice, style: TextTable.Style) -> String {
    let opening = TextTable(
      title: title, subtitle: subtitle, totals: (figures + facts).compactMap(readable), grid: .none, notes: [],
      in: voice, style: style)
    let parts = sections.map { section in
      TextTable(
        title: section.title, subtitle: nil, totals: [], grid: section.grid, notes: section.notes, in: voice,
        style: style)
    }
    return ([opening] + parts).map(\.text).joined(separator: "\n")
  }
}

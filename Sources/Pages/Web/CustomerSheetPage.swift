import Decisions
import Ledger
import Portfolio
import Units

/// One customer on one page, every figure of which leads to the lines behind it.
public struct CustomerSheetPage: Equatable, Sendable {
  /// The way back.
  public let back: [Inline]
  /// What the customer weighs, what it leaves, where it goes.
  public let title: [Inline]
  /// Since when it is a customer, and over which months this looks.
  public let how: [Inline]
  /// The figures of W.
  public let figures: [Figure]
  /// The parts of the sheet.
  public let panels: [Panel]
  /// The title of the window.
  public let plainTitle: String
  private let address: Address

  /// Makes the page of a customer.
  /// - Parameter ceasing: the case of ending the relation, where one was opened.
  public init(
    of customer: Int, in analysis: CompanyAnalysis, ceasing: CeasingCase? = nil, context: PageContext
  ) {
    let sheet = analysis.sheet(of: customer)
    let document = SheetDocument(of: customer, in: analysis)
    let voice = context.voice
    address = .customer(sheet.id)
    title = voice.inline(document.title)
    plainTitle = document.title.text(in: voice)
    how = voice.inline(document.subtitle)
    back = [
      .link(context.link(.customers), [.text("← " + context.say(Address.customers.label))]), .text(" · "),
      .link(context.link(.report(.ranking)), voice.inline(ReportName.ranking.label)),
    ]
    figures = SheetFigures(sheet: sheet, context: context).all
    panels = SheetPanels(sheet: sheet, document: document, context: context, ceasing: ceasing).all
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, .element(.p, "sub") { how.markup },
      figures.markup, .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: address, title: plainTitle, content: content)
  }
}

/// Where the lines behind a customer's figures are.
struct LineLinks {
  let customer: ID<Customer>
  let context: PageContext

  /// The lines of some months, of one range where it is told.
  func callAsFunction(_ span: MonthSpan, _ more: Link.Item...) -> Link {
    context.link(
      .lines,
      [
        Link.Item("customer", customer.text), Link.Item("from", span.first.iso), Link.Item("to", span.last.iso),
      ] + more)
  }

  /// The lines of one month.
  func callAsFunction(_ month: Month) -> Link { self(MonthSpan(month, month)) }

  /// The lines of one day.
  func callAsFunction(_ day: Day) -> Link {
    context.link(.lines, [Link.Item("customer", customer.text), Link.Item("day", day.iso)])
  }
}

/// The four figures of a sheet.
struct SheetFigures {
  let sheet: CustomerSheet
  let context: PageContext

  var all: [Figure] { [revenue, margin, order, orders] }

  private var voice: Voice { context.voice }
  private var lines: Link { LineLinks(customer: sheet.id, context: context)(sheet.window.current) }

  /// What growth compares with.
  private var before: Phrase {
    let months = sheet.window.current.count
    return Phrase(
      fr: " sur \(agreeing: months, "le mois", "les \(voice.integer(months)) mois") d'avant",
      en: " against the \(months, "month", "months") before")
  }

  private var revenue: Figure {
    let last = sheet.months.suffix(24)
    return Figure(
      label: context.say(ReportColumn.revenue().title), value: voice.inline(.cents(sheet.margin.revenue)),
      context: [
        sheet.growth.map { growth in
          [
            .toned(
              growth.part < 0 ? .bad : .good,
              [
                .text(
                  (growth.part < 0 ? "▼ " : growth.part > 0 ? "▲ " : "") + voice.percent(growth.value, signed: true))
              ]
            ), .text(context.say(before)),
          ]
        } ?? [],
        voice.inline(
          CustomerSheet.weight(sheet.standing.share)
            + Phrase(fr: " du chiffre d'affaires", en: " of the revenue")),
      ].filter { !$0.isEmpty },
      months: last.count > 2
        ? Figure.Months(
          values: last.map { Double($0.revenue.value) / 100 }, title: sheet.monthsFinding.text(in: voice)) : nil,
      link: lines)
  }

  private var margin: Figure {
    Figure(
      label: context.say(ReportColumn.operatingMargin().title),
      value: voice.inline(.cents(sheet.margin.operatingMargin, else: .marginUnknown)),
      context: [
        sheet.margin.rate.map {
          voice.inline(
            Phrase(
              fr: "\(percent: $0.value, digits: 1) du chiffre d'affaires",
              en: "\(percent: $0.value, digits: 1) of its revenue"))
        }
          ?? voice.inline(sheet.margin.grossMargin == nil ? .marginUnknown : Phrase(fr: "", en: "")),
        sheet.margin.estimate == .purchases
          ? voice.inline(Phrase(fr: "estimation d'après les achats", en: "estimated from purchases")) : [],
        sheet.knowledge == .noServiceLog
          ? voice.inline(
            sheet.isCostTold
              ? Phrase(fr: "sans le coût des services", en: "without the cost of services")
              : Phrase(fr: "sans le coût de service", en: "without the cost to serve")) : [],
      ].filter { !$0.plain.isEmpty },
      link: sheet.margin.operatingMargin == nil
        ? nil : Link(.customer(sheet.id), context.choice.items, fragment: "waterfall"))
  }

  private var order: Figure {
    Figure(
      label: context.say(Phrase(fr: "Panier moyen", en: "Average order")),
      value: voice.inline(.cents(sheet.averageOrder)),
      context: [
        sheet.previousAverageOrder.map {
          voice.inline(Phrase(fr: "\(euros: $0) avant", en: "\(euros: $0) before"))
        } ?? []
      ].filter { !$0.isEmpty }, link: lines)
  }

  private var orders: Figure {
    Figure(
      label: context.say(Phrase(fr: "Commandes", en: "Orders")), value: [.text(voice.integer(sheet.margin.orders))],
      context: sheet.orders.first.map { last in
        [voice.inline(Phrase(fr: "la dernière le \(last.day)", en: "the last on \(last.day)"))]
      } ?? [], link: Link(.customer(sheet.id), context.choice.items, fragment: "lastOrders"))
  }
}

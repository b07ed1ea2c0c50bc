import Decisions
import Ledger
import Portfolio
import Units

/// All customers, to be searched, sorted and looked at by kind.
public struct CustomersPage: Equatable, Sendable {
  /// How many there are, and how many buy.
  public let title: [Inline]
  /// In which order they stand.
  public let how: [Inline]
  /// The customers.
  public let table: TableModel

  /// Makes the page.
  /// - Parameters:
  ///   - places: the rows that the request asks for, as `CustomerList.places(for:in:)` gives them.
  ///   - facets: as `CustomerList.facets(_:in:)` gives them.
  public init(
    _ list: CustomerList, window: Window, request: TableRequest, places: [Int], facets: [ReportFacet],
    context: PageContext
  ) {
    let voice = context.voice
    let finding =
      list.active == list.order.count
      ? Phrase(
        fr: "\(list.active, "client", "clients"), tous actifs",
        en: "\(list.active, "customer", "customers"), all active")
      : Phrase(
        fr: "\(list.active) de vos \(list.order.count, "client", "clients") ont acheté sur la période",
        en: "\(list.active) of your \(list.order.count, "customer", "customers") bought in the period")
    title = voice.inline(finding)
    var how =
      Phrase.months(window)
      + Phrase(
        fr: "Ceux qui achètent d'abord, le plus gros en tête, puis les autres, la dernière commande d'abord.",
        en: "Those who buy first, the biggest at the head, then the others, the latest order first.")
    if list.silent > 0 {
      how =
        how
        + Phrase(
          fr: " \(list.silent, "n'a", "n'ont") jamais commandé.", en: " \(list.silent, "has", "have") never ordered.")
    }
    self.how = voice.inline(how)
    table =
      ReportTableModel(
        list.grid, id: "customers", caption: finding.text(in: voice), request: request, places: places, facets: facets,
        page: context.link(.customers, request.items), exports: [], context: context
      ).model
  }

  /// The page's content.
  public var content: [Markup] {
    [.element(.h1) { title.markup }, .element(.p, "sub") { how.markup }, table.markup]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .customers, title: context.say(Address.customers.label), content: content)
  }
}

/// The customers a person may mean while typing in the header.
public struct FindResults: Equatable, Sendable {
  /// The best of them.
  public let matches: [Match]
  /// Where all of them are.
  public let all: [Inline]

  /// One customer.
  public struct Match: Equatable, Sendable {
    /// The name, leading to the sheet.
    public let name: [Inline]
    /// What tells it from others of that name.
    public let detail: [Inline]
  }

  /// How many are shown at most.
  public static let most = 8

  /// Looks for what was typed.
  ///
  /// One pass over all names.
  public init(_ text: String, list: CustomerList, analysis: CompanyAnalysis, context: PageContext) {
    let found = list.names.best(text, most: FindResults.most)
    let books = analysis.books
    matches = found.best.map { place in
      let customer = list.order[place]
      let detail =
        [.name(books.customers.ids[customer].text)]
        + (analysis.categories[customer].map { [.text(" · "), .name($0)] } ?? []) as [Inline]
      return Match(
        name: [.link(context.link(.customer(books.customers.ids[customer])), [.name(books.customers.names[customer])])],
        detail: detail)
    }
    let words =
      found.count == 0
      ? Phrase(fr: "Aucun client ne s'appelle ainsi.", en: "No customer goes by that name.")
      : Phrase(
        fr: "\(found.count, "client", "clients") en tout", en: "\(found.count, "customer", "customers") in all")
    all =
      found.count == 0
      ? context.voice.inline(words)
      : [.link(context.link(.customers, [Link.Item("q", text)]), context.voice.inline(words))]
  }

  /// The list alone, to stand under the search field; nothing before anything is typed.
  public static let nothing: [UInt8] = []

  /// The list alone, to stand under the search field.
  public var fragment: [UInt8] {
    Markup.group([
      matches.isEmpty
        ? .nothing
        : .element(.ul) {
          for match in matches {
            Markup.element(.li) {
              match.name.markup
              " "
              Markup.element(.small) { match.detail.markup }
            }
          }
        },
      .element(.p) { all.markup },
    ]).bytes
  }
}

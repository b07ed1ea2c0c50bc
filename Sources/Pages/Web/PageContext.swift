import Ledger
import Portfolio
import Units

/// What every page knows beside its own content.
public struct PageContext: Equatable, Sendable {
  /// In which language and currency.
  public let voice: Voice
  /// The company's name; empty when it has told none.
  public let company: String
  /// The months looked at; nothing while there are no books.
  public let window: Window?
  /// The last months that can be looked at, the newest first.
  public let months: [Month]
  /// The months a person asked for instead of the last complete one, and what counts as one customer.
  public let choice: ViewChoice
  /// Whether some customers belong to a group.
  public let hasGroups: Bool
  /// How many months are looked at when a person asks for no other number.
  public let usualLength: WindowLength
  /// Where the browser finds what pages load.
  public let assets: Assets
  /// What stands above every page: work going on, rules that cannot be read.
  public let banners: [Banner]
  /// Proof that a form was made here.
  public let token: String

  /// Where the browser finds what pages load; each name carries a digest of its content.
  public struct Assets: Equatable, Sendable {
    let style: String
    let paper: String
    let program: String
    let htmx: String
    let charts: String
    /// Names the assets.
    public init(style: String, paper: String, program: String, htmx: String, charts: String) {
      self.style = style
      self.paper = paper
      self.program = program
      self.htmx = htmx
      self.charts = charts
    }
  }

  /// A word above the page.
  public enum Banner: Equatable, Sendable {
    case progress(ProgressModel)
    case warning([Inline])
    case done([Inline])
  }

  /// Makes a context.
  public init(
    voice: Voice, company: String, window: Window?, months: [Month], choice: ViewChoice, hasGroups: Bool = false,
    usualLength: WindowLength, assets: Assets, banners: [Banner], token: String
  ) {
    self.voice = voice
    self.company = company
    self.window = window
    self.months = months
    self.choice = choice
    self.hasGroups = hasGroups
    self.usualLength = usualLength
    self.assets = assets
    self.banners = banners
    self.token = token
  }

  /// A sentence in the page's language.
  func say(_ phrase: Phrase) -> String { phrase.text(in: voice) }

  /// A link that keeps looking at the same months and customers.
  func link(_ address: Address, _ items: [Link.Item] = [], fragment: String? = nil) -> Link {
    Link(address, choice.items + items, fragment: fragment)
  }
}

/// Which months a person looks at, and what counts as one customer.
public struct ViewChoice: Hashable, Sendable {
  /// The last month; nothing for the last complete one.
  public let asOf: Month?
  /// How many; nothing for the policy's number.
  public let length: WindowLength?
  /// Whether the customers of a group count as one.
  public let scope: CustomerScope

  /// Makes a choice.
  public init(asOf: Month? = nil, length: WindowLength? = nil, scope: CustomerScope = .company) {
    self.asOf = asOf
    self.length = length
    self.scope = scope
  }

  /// The same months, each customer by itself.
  public var perCompany: ViewChoice { ViewChoice(asOf: asOf, length: length) }

  /// The choice as items of an address.
  public var items: [Link.Item] {
    let months =
      switch length {
      case .months(let count)?: String(count)
      case .all?: "all"
      case nil: ""
      }
    return [
      Link.Item("asOf", asOf?.iso ?? ""), Link.Item("months", months),
      Link.Item("per", scope == .company ? "" : scope.rawValue),
    ]
  }
}

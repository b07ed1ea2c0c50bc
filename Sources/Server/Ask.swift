import Decisions
import Desk
import Forecast
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// What a browser asks, read once: which items, in which language, over which months and customers.
struct Ask {
  let path: String
  let items: [Link.Item]
  let language: Language
  let choice: ViewChoice
  /// What is asked of a report beyond the months.
  let report: ReportChoice
  let table: TableRequest
  /// The browser's session; a new one where it has none yet.
  let session: String
  let isNewSession: Bool

  /// - Throws: `ServerError.badRequest` for a month, a length or a scope that is none.
  init(_ request: Request) throws(ServerError) {
    path = request.uri.path
    items = formItems(request.uri.query ?? "")
    let known = request.cookies["clientele"]?.value
    isNewSession = known.map { $0.utf8.count != 32 } ?? true
    session = isNewSession ? FormSeal.newSession() : known ?? ""
    language = Ask.language(request, items: items)
    choice = try Ask.choice(items)
    let until: Day? = try Ask.read("until", items) { Day(iso: $0) }
    report = ReportChoice(
      criterion: try Ask.read("by", items) { Policy.Criterion(rawValue: $0) },
      prediction: ForecastRequest(
        model: try Ask.read("model", items.filter { $0.value != "auto" }) { PurchaseModelKind(rawValue: $0) },
        until: until))
    table = TableRequest(items: items)
  }

  /// The value of an item, nothing when it is empty.
  subscript(name: String) -> String? { Ask.value(name, items) }

  /// The value of an item, read; nothing where there is none.
  /// - Throws: `ServerError.badRequest` for one that cannot be read.
  private static func read<Value>(
    _ name: String, _ items: [Link.Item], _ read: (String) -> Value?
  ) throws(ServerError) -> Value? {
    guard let text = value(name, items) else { return nil }
    guard let value = read(text) else { throw .badRequest(text) }
    return value
  }

  private static func value(_ name: String, _ items: [Link.Item]) -> String? {
    items.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The language asked for in the address, else chosen before, else the browser's first that we speak.
  static func language(_ request: Request, items: [Link.Item]) -> Language {
    if let asked = value("lang", items).flatMap(Language.init(rawValue:)) { return asked }
    if let chosen = request.cookies["lang"]?.value, let language = Language(rawValue: chosen) { return language }
    return preferred(request.headers[.acceptLanguage] ?? "")
  }

  /// The first language we speak in a browser's list.
  ///
  /// Source: RFC 9110, section 12.5.4, "Accept-Language".
  static func preferred(_ list: String) -> Language {
    let ranges = list.split(separator: ",").enumerated().compactMap { place, range -> (Language, Double, Int)? in
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = parts.first?.prefix(2).lowercased(), let language = Language(rawValue: String(tag)) else {
        return nil
      }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      return quality > 0 ? (language, quality, place) : nil
    }
    return ranges.max { ($0.1, -$0.2) < ($1.1, -$1.2) }?.0 ?? .en
  }

  static func choice(_ items: [Link.Item]) throws(ServerError) -> ViewChoice {
    let asOf = try read("asOf", items) { Month(iso: $0) }
    var length: WindowLength?
    switch value("months", items) {
    case nil: break
    case "all"?: length = .all
    case let text?:
      guard let count = Int(text), (1...WindowLength.most).contains(count) else { throw .badRequest(text) }
      length = .months(count)
    }
    return ViewChoice(
      asOf: asOf, length: length, scope: try read("per", items) { CustomerScope(rawValue: $0) } ?? .company)
  }
}

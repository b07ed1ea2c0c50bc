import Decisions
import Forecast
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// What a program asks, checked against what there is to ask: nothing is guessed and nothing passed over.
struct ApiAsk: Sendable {
  let operation: APIOperation
  let language: Language
  private let values: [APIParameter: String]

  /// - Parameter id: the part of the path that names a customer, still percent-encoded.
  /// - Throws: `ServerError` for a parameter that is unknown, repeated, or has a value it cannot have.
  init(_ request: Request, _ operation: APIOperation, id: String? = nil) throws(ServerError) {
    self.operation = operation
    let items = formItems(request.uri.query ?? "") + (id.map { [Link.Item("id", percentDecoded($0))] } ?? [])
    var values: [APIParameter: String] = [:]
    for item in items {
      guard let parameter = APIParameter(rawValue: item.name), operation.parameters.contains(parameter) else {
        throw .unknownParameter(String(item.name.prefix(80)))
      }
      guard values.updateValue(item.value, forKey: parameter) == nil else { throw .repeatedParameter(item.name) }
      guard parameter.values.admit(item.value) else { throw .badParameter(parameter, String(item.value.prefix(80))) }
    }
    self.values = values
    language = Ask.language(request, items: items)
  }

  /// A text, nothing when it was not given or is empty.
  subscript(_ parameter: APIParameter) -> String? {
    values[parameter].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The months to look at, and what counts as one customer.
  var choice: ViewChoice {
    let length: WindowLength? =
      switch self[.months] {
      case nil: nil
      case "all"?: .all
      case let text?: wholeNumber(text).map { .months($0) }
      }
    return ViewChoice(
      asOf: month(.asOf), length: length, scope: self[.per].flatMap(CustomerScope.init) ?? .company)
  }

  /// What customers are ranked by, nothing for the policy's.
  var criterion: Policy.Criterion? { self[.by].flatMap(Policy.Criterion.init) }
  /// How predictions are made.
  var forecast: ForecastRequest {
    ForecastRequest(
      model: self[.model].flatMap(PurchaseModelKind.init), until: self[.until].flatMap { Day(iso: $0) })
  }
  /// The scenario that a parameter writes; without lines where it was not given.
  /// - Throws: `WhatIfLine.Fault`.
  func scenario(_ parameter: APIParameter) throws(WhatIfLine.Fault) -> WhatIfScenario {
    var lines: [WhatIfLine] = []
    for text in (self[parameter] ?? "").split(separator: ";") { lines.append(try WhatIfLine(String(text))) }
    return WhatIfScenario(lines)
  }
  /// The form of the answer.
  var format: APIParameter.Format { self[.format].flatMap(APIParameter.Format.init) ?? .json }

  /// A month.
  func month(_ parameter: APIParameter) -> Month? { self[parameter].flatMap { Month(iso: $0) } }

  /// A number, the one to be taken when none was given.
  func number(_ parameter: APIParameter) -> Int {
    guard case .number(_, let otherwise) = parameter.values else { preconditionFailure("\(parameter) is no number") }
    return self[parameter].flatMap(wholeNumber) ?? otherwise
  }

  /// The lines asked for.
  /// - Throws: `ServerError.emptySpan`.
  func span() throws(ServerError) -> MonthSpan? {
    let (from, to) = (month(.from), month(.to))
    guard from != nil || to != nil else { return nil }
    let (first, last) = (from ?? Month(year: 1, month: 1), to ?? Month(year: 9999, month: 12))
    guard first <= last else { throw .emptySpan(from: first, to: last) }
    return MonthSpan(first, last)
  }
}

import Ledger
import Units

/// Books made by hand, in words of the trade.
///
///     let books = TinyBooks(asOf: "2025-12") {
///       person("Anne", hoursPerMonth: 140, costPerHour: 45)
///       customer("Dupont", category: "Bakeries") {
///         sale("2025-03-04", 1_200.00, cost: 800.00, range: "Flour")
///         credit("2025-04-01", 200.00, of: "2025-03-04")
///         monthly("2024-01", "2024-12", 100)
///         visit("2025-03", minutes: 60, by: "Anne")
///       }
///       unattributed { sale("2025-05-02", 30) }
///     }.books
///
/// Each `sale` is an invoice. Lines and services after `asOf` are left out, as the engine leaves them out.
struct TinyBooks {
  let asOf: Month?
  /// Months of W; nothing for the window over everything, which ends at the last line.
  let months: Int?
  let entries: [TinyEntry]
  /// What accounts say was bought, month by month.
  var purchases: [Month: Cents] = [:]

  init(asOf: Month, months: Int = 12, @ListOf<TinyEntry> _ entries: () -> [TinyEntry]) {
    self.init(asOf: asOf, months: months, entries: entries())
  }

  /// The books over everything; there must be a line at least.
  static func all(@ListOf<TinyEntry> _ entries: () -> [TinyEntry]) -> TinyBooks {
    TinyBooks(asOf: nil, months: nil, entries: entries())
  }

  init(asOf: Month?, months: Int?, entries: [TinyEntry]) {
    self.asOf = asOf
    self.months = months
    self.entries = entries
  }
}

/// One thing that tiny books say.
enum TinyEntry {
  case customer(String, name: String?, Customer, [TinyLine])
  case unattributed([TinyLine])
  case person(Person)
  case prospect(Prospect)
}

/// One thing that happened with a customer.
enum TinyLine {
  case sale(TinySale)
  case service(TinyService)
  case payment(TinyPayment)
}

/// An invoice or, with a negative amount, a credit note.
struct TinySale {
  var day: Day
  var amount: Cents
  var cost: Cents?
  var quantity: Int64 = 1_000_000
  var range: String?
  var lines = 1
  /// The day of the invoice a credit note is set against.
  var of: Day?
}

/// Services of one kind in a month, all alike.
struct TinyService {
  var month: Month
  var kind: ServiceKind
  var events = 1
  /// Minutes of each event.
  var minutes: Int?
  /// The cost that each event carries itself.
  var cost: Cents?
  var person: String?
}

/// Money that came, or that never will.
struct TinyPayment {
  var day: Day
  var amount: Cents = .zero
  /// The invoice's day; nothing where no lettering tells it.
  var invoiced: Day?
  var lost: Cents = .zero
}

func customer(
  _ id: String, name: String? = nil, group: String? = nil, category: String? = nil, sector: String? = nil,
  region: String? = nil, size: String? = nil, salesperson: String? = nil, potential: Euros? = nil,
  potentialDate: Day? = nil, risk: String? = nil, since: Day? = nil, strategic: Bool = false,
  @ListOf<TinyLine> _ lines: () -> [TinyLine] = { [] }
) -> TinyEntry {
  let details = Customer(
    group: group, category: category, sector: sector, region: region, size: size, salesperson: salesperson.map(ID.init),
    potential: potential?.cents, potentialDate: potentialDate, risk: risk, since: since, strategic: strategic)
  return .customer(id, name: name, details, lines())
}

func unattributed(@ListOf<TinyLine> _ lines: () -> [TinyLine]) -> TinyEntry { .unattributed(lines()) }

func person(
  _ id: String, name: String? = nil, role: String? = nil, hoursPerMonth: Int? = nil, costPerHour: Euros? = nil,
  region: String? = nil
) -> TinyEntry {
  .person(
    Person(
      id: ID(id), name: name ?? id, role: role, minutesPerMonth: hoursPerMonth.map { $0 * 60 },
      costPerHour: costPerHour?.cents, region: region))
}

func prospect(
  _ id: String, category: String? = nil, region: String? = nil, size: String? = nil, potential: Euros? = nil,
  interest: String? = nil
) -> TinyEntry {
  .prospect(
    Prospect(
      id: ID(id), name: id, category: category, region: region, size: size, potential: potential?.cents,
      interest: interest))
}

func sale(
  _ day: Day, _ amount: Euros, cost: Euros? = nil, quantity: Int64 = 1, range: String? = nil, lines: Int = 1
) -> TinyLine {
  .sale(
    TinySale(
      day: day, amount: amount.cents, cost: cost?.cents, quantity: quantity * 1_000_000, range: range, lines: lines))
}

/// A credit note: `amount` and `cost` are written without sign.
func credit(_ day: Day, _ amount: Euros, of invoice: Day? = nil, cost: Euros? = nil, range: String? = nil) -> TinyLine {
  .sale(
    TinySale(
      day: day, amount: -amount.cents, cost: cost.map { -$0.cents }, quantity: -1_000_000, range: range, of: invoice))
}

/// The same sale on the tenth of each month, both ends included.
func monthly(_ first: Month, _ last: Month, _ amount: Euros, cost: Euros? = nil, range: String? = nil) -> [TinyLine] {
  MonthSpan(first, last).months.map { sale($0.firstDay.advanced(by: 9), amount, cost: cost, range: range) }
}

/// Services given; `minutes` and `cost` are those of each event.
///
/// A person that the books do not declare is unknown.
func service(
  _ kind: ServiceKind, _ month: Month, events: Int = 1, minutes: Int? = nil, cost: Euros? = nil,
  by person: String? = nil
) -> TinyLine {
  .service(
    TinyService(month: month, kind: kind, events: events, minutes: minutes, cost: cost?.cents, person: person))
}

func visit(
  _ month: Month, events: Int = 1, minutes: Int? = nil, cost: Euros? = nil, by person: String? = nil
) -> TinyLine {
  service(.visit, month, events: events, minutes: minutes, cost: cost, by: person)
}

func call(
  _ month: Month, events: Int = 1, minutes: Int? = nil, cost: Euros? = nil, by person: String? = nil
) -> TinyLine {
  service(.call, month, events: events, minutes: minutes, cost: cost, by: person)
}

/// Money that came; `invoiced` is the day of what it pays.
func paid(_ day: Day, _ amount: Euros, invoiced: Day? = nil) -> TinyLine {
  .payment(TinyPayment(day: day, amount: amount.cents, invoiced: invoiced))
}

/// Money that never will; below zero when it came in after all.
func lost(_ day: Day, _ amount: Euros) -> TinyLine { .payment(TinyPayment(day: day, lost: amount.cents)) }

/// An amount as a test writes it: `1_200.50` euros.
struct Euros: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  let cents: Cents
  init(floatLiteral euros: Double) { cents = Cents(Int64((euros * 100).rounded())) }
  init(integerLiteral euros: Int64) { cents = Cents(euros * 100) }
  init(cents: Int64) { self.cents = Cents(cents) }
  static prefix func - (amount: Euros) -> Euros { Euros(cents: -amount.cents.value) }
}

extension Cents {
  /// The amount as a test writes it: `.euros(1_200.50)`.
  static func euros(_ amount: Euros) -> Cents { amount.cents }
}

extension Month: ExpressibleByUnicodeScalarLiteral {}
extension Month: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Month: ExpressibleByStringLiteral {
  /// Reads an ISO text; a text that is none ends the test run.
  public init(stringLiteral text: String) {
    guard let month = Month(iso: text) else { preconditionFailure("\(text) is not a month") }
    self = month
  }
}

extension Day: ExpressibleByUnicodeScalarLiteral {}
extension Day: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Day: ExpressibleByStringLiteral {
  /// Reads an ISO text; a text that is none ends the test run.
  public init(stringLiteral text: String) {
    guard let day = Day(iso: text) else { preconditionFailure("\(text) is not a day") }
    self = day
  }
}

/// Lists written as blocks, with `if` and `for`.
@resultBuilder
enum ListOf<Item> {
  static func buildExpression(_ item: Item) -> [Item] { [item] }
  static func buildExpression(_ items: [Item]) -> [Item] { items }
  static func buildBlock(_ parts: [Item]...) -> [Item] { parts.flatMap { $0 } }
  static func buildArray(_ parts: [[Item]]) -> [Item] { parts.flatMap { $0 } }
  static func buildOptional(_ part: [Item]?) -> [Item] { part ?? [] }
  static func buildEither(first part: [Item]) -> [Item] { part }
  static func buildEither(second part: [Item]) -> [Item] { part }
}

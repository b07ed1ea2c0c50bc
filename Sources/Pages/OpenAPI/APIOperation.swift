/// One thing that programs can ask of the API.
public enum APIOperation: Hashable, Sendable {
  case reports
  case allReports
  case report(ReportName)
  case customers
  case customer
  case customerLines
  case categories
  case prospects
  case whatIf
  case offers
  case ceasing
  case letters
  case door
  case imports
  case status
  case health
  case description

  /// All of them, in the order of the description.
  public static let all: [APIOperation] =
    [.reports, .allReports] + ReportName.allCases.map { .report($0) }
    + [
      .customers, .customer, .customerLines, .categories, .prospects, .whatIf, .offers, .ceasing, .letters, .door,
      .imports, .status, .health, .description,
    ]

  /// The path, its own parameters in braces.
  public var path: String {
    switch self {
    case .reports: "/api/v1/reports"
    case .allReports: "/api/v1/reports/all"
    case .report(let name): "/api/v1/reports/" + name.rawValue
    case .customers: "/api/v1/customers"
    case .customer: "/api/v1/customers/{id}"
    case .customerLines: "/api/v1/customers/{id}/lines"
    case .categories: "/api/v1/categories"
    case .prospects: "/api/v1/prospects"
    case .whatIf: "/api/v1/whatif"
    case .offers: "/api/v1/offers"
    case .ceasing: "/api/v1/ceasing"
    case .letters: "/api/v1/letters"
    case .door: "/api/v1/door"
    case .imports: "/api/v1/imports"
    case .status: "/api/v1/status"
    case .health: "/api/v1/health"
    case .description: "/api/v1/openapi.json"
    }
  }

  /// What can be asked of it.
  public var parameters: [APIParameter] {
    switch self {
    case .reports, .imports, .status, .offers, .ceasing, .letters, .door: [.lang]
    case .allReports: [.asOf, .months, .per, .by, .lang]
    case .report(.forecast): [.asOf, .months, .per, .model, .until, .lang, .format]
    case .report: [.asOf, .months, .per, .by, .lang, .format]
    case .customers: [.q, .asOf, .months, .per, .by, .lang, .limit, .offset]
    case .customer: [.id, .asOf, .months, .per, .lang]
    case .categories, .prospects: [.asOf, .months, .per, .lang]
    case .customerLines: [.id, .per, .from, .to, .range, .lang, .limit, .offset]
    case .whatIf: [.steps, .against, .asOf, .months, .per, .lang]
    case .health, .description: []
    }
  }

  /// Whether the answer carries a tag, and a program that has it already gets none.
  public var isTagged: Bool { self != .status && self != .health }

  /// Whether the answer is made of the books, which there may be none of.
  var readsBooks: Bool {
    switch self {
    case .allReports, .report, .customers, .customer, .customerLines, .categories, .prospects, .whatIf, .offers,
      .ceasing, .letters, .door:
      true
    case .reports, .imports, .status, .health, .description: false
    }
  }

  /// What can go wrong, by status.
  var problems: [Int] {
    var all = [400, 421]
    if readsBooks { all += [404, 409, 503] }
    if self == .customerLines || self == .whatIf { all.append(422) }
    if self == .imports { all.append(409) }
    return (all + [500]).sorted()
  }

  var name: String {
    switch self {
    case .reports: "listReports"
    case .allReports: "getAllReports"
    case .report(let name): "get" + name.rawValue.prefix(1).uppercased() + name.rawValue.dropFirst()
    case .customers: "listCustomers"
    case .customer: "getCustomer"
    case .customerLines: "listCustomerLines"
    case .categories: "listCategories"
    case .prospects: "listProspects"
    case .whatIf: "tryScenario"
    case .offers: "listOffers"
    case .ceasing: "listCeasing"
    case .letters: "listLetters"
    case .door: "listDoor"
    case .imports: "listImports"
    case .status: "getStatus"
    case .health: "getHealth"
    case .description: "getDescription"
    }
  }

  var tag: String {
    switch self {
    case .reports, .allReports, .report: "Reports"
    case .customers, .customer, .customerLines, .categories, .prospects: "Customers"
    case .whatIf, .offers, .ceasing, .letters, .door: "Decisions"
    case .imports: "Imports"
    case .status, .health, .description: "Service"
    }
  }

  /// What it answers, in a few words.
  var summary: String {
    switch self {
    case .reports: "The reports there are"
    case .allReports: "Every report at once"
    case .report(let name): "The report " + name.rawValue
    case .customers: "Customers, from the biggest to the smallest"
    case .customer: "A customer's sheet"
    case .customerLines: "The invoice lines behind a customer's figures"
    case .categories: "Categories of customers"
    case .prospects: "Companies that are not customers yet"
    case .whatIf: "What steps on customers would bring"
    case .offers: "Price rises and last offers"
    case .ceasing: "Relations to be ended"
    case .letters: "The letters that end relations"
    case .door: "Who is refused at the door"
    case .imports: "What was imported"
    case .status: "What is shown and what goes on"
    case .health: "Whether the server answers"
    case .description: "This description"
    }
  }

  /// What it answers, in full.
  var meaning: String {
    switch self {
    case .reports: "The name, the title and the address of each report."
    case .allReports: "What `clientele report all --format json` writes, a report on each line."
    case .report(let name):
      name.schema.meaning + " The same bytes as `clientele report \(name.rawValue) --format json`."
    case .customers:
      "The rows of the ranking whose identifier or name holds a text. Listed are customers with a line or a service in "
        + "the window or in the months before it; `months=all` looks through all of history."
    case .customer: "What `clientele customer ID --format json` writes."
    case .customerLines:
      "Lines oldest first, each with the file it came from, and what all of them come to, those passed over included."
    case .categories:
      "Each category with its customers, what it leaves, its place in attraction, and what people wrote of its need."
    case .prospects:
      "What `clientele prospects list --format json` writes: those that are sought first, those barred at the door last."
    case .whatIf:
      "What `clientele whatif LINE… --format json` writes. Nothing is changed by asking; a scenario without steps changes nothing."
    case .offers: "What `clientele offers list --format json` writes: the newest first, those withdrawn last."
    case .ceasing: "What `clientele letters list --format json` writes: every case with its dates, the newest first."
    case .letters:
      "The letter of each case that goes on, and of each that is over once it was sent, in every language it can be printed in. "
        + "Of several cases of a customer the newest counts, since pages show its letter."
    case .door: "What `clientele door list --format json` writes: the rules that hold, the newest first."
    case .imports: "What `clientele imports --format json` writes, oldest first."
    case .status: "Which state of the books is shown, whether work goes on, and why the newest state cannot be shown."
    case .health: "Answers as long as the server lives; it does not look at the books."
    case .description: "The API in the OpenAPI Specification, version 3.1."
    }
  }
}

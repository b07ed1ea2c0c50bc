import Ledger
import Synchronization
import Units

/// Every analysis of one company over one window, each made once, when it is first asked for.
///
/// Safe to share: whoever asks second waits for the first.
public final class PortfolioAnalysis: Sendable {
  /// The facts.
  public let books: Books
  /// The company's rules.
  public let policy: Policy
  /// What each import brought; empty when the facts are kept elsewhere.
  public let imports: [Reconciliation.Import]

  /// What files and people say of customers, with its origin; nothing but names where nobody read it.
  public let facts: CustomerFacts

  private let categoriesOnce = Once<CategoryOf>()
  private let marginsOnce = Once<MonthlyMargins>()
  private let previousMarginsOnce = Once<Margins?>()
  private let rankingOnce = Once<Ranking>()
  private let bandTableOnce = Once<BandTable>()
  private let promisesOnce = Once<ServicePromises>()
  private let timeOnce = Once<TimeIsMoney>()
  private let workOnce = Once<WorkOverTime>()
  private let tomorrowOnce = Once<Tomorrow>()
  private let categoryTableOnce = Once<CategoryTable>()
  private let attractivenessOnce = Once<Attractiveness>()
  private let suggestionsOnce = Once<CategorySuggestions>()
  private let companyOnce = Once<CompanyMonths>()
  private let breakEvenOnce = Once<BreakEven>()
  private let oneOffsOnce = Once<OneOffs>()
  private let gapsOnce = Once<OrderGaps>()
  private let cleanUpOnce = Once<CleanUp>()
  private let stakesOnce = Once<Stakes>()
  private let adequacyOnce = Once<Adequacy>()
  private let reconciliationOnce = Once<Reconciliation>()
  private let profitabilityOnce = Once<Profitability>()
  private let floorsOnce = Once<Floors>()
  private let listsOnce = Once<CustomerLists>()
  private let monthChangeOnce = Once<MonthChange?>()
  private let placesOnce = Once<CustomerPlaces>()
  private let yearsOnce = Once<CustomerYears>()
  private let weightOnce = Once<[Int]>()
  private let fileOnce = Once<FileQuality>()
  private let pricesRead = Mutex<Prices?>(nil)

  /// Bundles the analyses of some books; nothing is computed yet.
  public init(
    books: Books, policy: Policy, imports: [Reconciliation.Import] = [], facts: CustomerFacts? = nil
  ) {
    self.books = books
    self.facts = facts ?? CustomerFacts(customers: books.customers)
    self.policy = policy
    self.imports = imports
  }

  /// How complete and fresh the customer file is.
  public var file: FileQuality {
    fileOnce { FileQuality(books: books, facts: facts, policy: policy, margins: margins) }
  }

  /// The category of each customer.
  public var categories: CategoryOf { categoriesOnce { CategoryOf(books: books, policy: policy) } }

  /// The margins of W, and of each month of W.
  public var monthlyMargins: MonthlyMargins {
    marginsOnce { MonthlyMargins(books: books, policy: policy, span: books.window.current) }
  }

  /// The margins of W.
  public var margins: Margins { monthlyMargins.whole }

  /// The margins of P; nothing when the window has none.
  public var previousMargins: Margins? {
    previousMarginsOnce { books.window.previous.map { Margins(books: books, policy: policy, span: $0) } }
  }

  /// The ranking by the policy's criterion.
  public var ranking: Ranking { rankingOnce { ranking(by: policy.ranking.criterion) } }

  /// The ranking by another criterion, made anew each time.
  public func ranking(by criterion: Policy.Criterion) -> Ranking {
    Ranking(
      books: books, policy: policy, criterion: criterion, margins: margins, previous: previousMargins,
      categories: categories)
  }

  /// The bands with their effort.
  public var bandTable: BandTable { bandTableOnce { BandTable(books: books, policy: policy, margins: margins) } }

  /// What each level promises against what was given.
  public var promises: ServicePromises {
    promisesOnce { ServicePromises(books: books, policy: policy, allotment: bandTable.allotment) }
  }

  /// Time against revenue.
  public var time: TimeIsMoney {
    timeOnce {
      TimeIsMoney(books: books, policy: policy, table: bandTable, categories: categories, margins: margins)
    }
  }

  /// Whether more customers brought revenue or only work.
  public var workOverTime: WorkOverTime { workOnce { WorkOverTime(books: books, policy: policy) } }

  /// Small customers that may become big.
  public var tomorrow: Tomorrow { tomorrowOnce { Tomorrow(books: books, policy: policy, bands: bandTable.bands) } }

  /// The categories month by month.
  public var categoryTable: CategoryTable {
    categoryTableOnce { CategoryTable(books: books, categories: categories, margins: monthlyMargins) }
  }

  /// Where to invest.
  public var attractiveness: Attractiveness {
    attractivenessOnce { Attractiveness(books: books, categories: categories, table: categoryTable) }
  }

  /// Categories that behaviour suggests.
  public var suggestions: CategorySuggestions {
    suggestionsOnce { CategorySuggestions(books: books, policy: policy, categories: categories) }
  }

  /// The company's last 24 months.
  public var company: CompanyMonths { companyOnce { CompanyMonths(books: books, policy: policy) } }

  /// Where the policy's ranking covers the fixed costs.
  public var breakEven: BreakEven { breakEvenOnce { BreakEven(ranking: ranking, policy: policy) } }

  /// Customers of a single order long ago.
  public var oneOffs: OneOffs {
    oneOffsOnce { OneOffs(books: books, policy: policy, gaps: orderGaps) }
  }

  /// The days between orders.
  public var orderGaps: OrderGaps { gapsOnce { OrderGaps(log: books.orders, categories: categories) } }

  /// Records proposed for archiving.
  public var cleanUp: CleanUp { cleanUpOnce { CleanUp(books: books, policy: policy, oneOffs: oneOffs) } }

  /// Erosion, volatility, dependence and margin rates.
  public var stakes: Stakes { stakesOnce { Stakes(books: books, policy: policy, margins: margins) } }

  /// Everybody's gross margin rate, year by year.
  public var marginRates: MarginRatesOfCustomers { stakes.marginRates.customers }

  /// The customer base against the revenue expected.
  public var adequacy: Adequacy { adequacyOnce { Adequacy(books: books, policy: policy) } }

  /// Every euro of the books.
  public var reconciliation: Reconciliation {
    reconciliationOnce { Reconciliation(books: books, imports: imports) }
  }

  /// Who makes money and who loses it.
  public var profitability: Profitability {
    profitabilityOnce { Profitability(books: books, policy: policy, margins: margins, categories: categories) }
  }

  /// Who is under a floor.
  public var floors: Floors {
    floorsOnce { Floors(books: books, policy: policy, margins: margins, categories: categories) }
  }

  /// Whom to cherish, to reprice, to develop, who is at risk, who is over-served.
  public var lists: CustomerLists { listsOnce { CustomerLists(self) } }

  /// Why the last month differs from the same month a year earlier; nothing when the data do not reach back.
  public var monthChange: MonthChange? { monthChangeOnce { MonthChange(books: books) } }

  /// What is told of prices: without the lines of products, as if no line told any, until somebody has had them read.
  public var prices: Prices { pricesRead.withLock { $0 ?? Prices(self, sales: nil) } }

  /// What customers pay against each other; nothing until somebody has had the lines of products read.
  public var priceIndex: PriceIndex? { pricesRead.withLock { $0?.index } }

  /// Works prices out, once, and forgets the lines of all products: whoever asks second waits for the first.
  /// - Parameter read: reads what the books' customers bought of each product; nothing where no line tells it.
  public func readPrices<Failure: Error>(
    _ read: () throws(Failure) -> ProductSales?
  ) throws(Failure) {
    try pricesRead.withLock { prices throws(Failure) in
      if prices == nil { prices = Prices(self, sales: try read()) }
    }
  }

  /// Everybody, the biggest first; then those without a sale, the latest order first.
  public var customersByWeight: [Int] { weightOnce { books.customersByWeight(margins) } }

  /// A customer's line in the policy's ranking; nothing for one that is not ranked.
  public func rankingRow(of customer: Int) -> Ranking.Row? { customerPlaces.ranking[customer].map { ranking.rows[$0] } }

  /// Where the analyses speak of each customer.
  var customerPlaces: CustomerPlaces { placesOnce { CustomerPlaces(self) } }

  /// What each customer weighed, year by year.
  var customerYears: CustomerYears {
    yearsOnce {
      let before = previousMargins.map { MonthlyMargins(books: books, policy: policy, whole: $0) }
      return CustomerYears(books: books, policy: policy, known: [monthlyMargins] + (before.map { [$0] } ?? []))
    }
  }
}

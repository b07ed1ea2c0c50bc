import Ledger
import Units

/// Every analysis of one company over one window, each made once, when it is first asked for.
///
/// Safe to share: whoever asks second waits for the first.
public final class PortfolioAnalysis: Sendable {
  /// The facts.
  public let books: Books
  /// The company's rules.
  public let policy: Policy

  private let categoriesOnce = Once<CategoryOf>()
  private let marginsOnce = Once<MonthlyMargins>()
  private let previousMarginsOnce = Once<Margins?>()
  private let rankingOnce = Once<Ranking>()
  private let bandTableOnce = Once<BandTable>()
  private let timeOnce = Once<TimeIsMoney>()
  private let workOnce = Once<WorkOverTime>()
  private let tomorrowOnce = Once<Tomorrow>()
  private let categoryTableOnce = Once<CategoryTable>()
  private let attractivenessOnce = Once<Attractiveness>()
  private let companyOnce = Once<CompanyMonths>()

  /// Bundles the analyses of some books; nothing is computed yet.
  public init(books: Books, policy: Policy) {
    self.books = books
    self.policy = policy
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

  /// The company's last 24 months.
  public var company: CompanyMonths { companyOnce { CompanyMonths(books: books, policy: policy) } }
}

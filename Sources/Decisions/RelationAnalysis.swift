import Ledger
import Portfolio
import Synchronization
import Units

/// Everything that is told of how relations live, each made once, when it is first asked for.
///
/// Safe to share: whoever asks second waits for the first.
public final class RelationAnalysis: Sendable {
  /// The analyses of the same books.
  public let portfolio: PortfolioAnalysis
  /// Those of the last twelve months, which verdicts are told of whatever the months looked at; the same where these are
  /// twelve.
  public let judged: PortfolioAnalysis
  /// Whether no file tells anything of what came before losses.
  public let knowsNothingOfLosses: Bool
  /// What stages are told from; nothing where the books hold no sale.
  public let source: StageSource?

  /// What prices were asked of each customer, the newest day first.
  private let offers: [ID<Customer>: [PriceOffer]]

  /// What is known of the months before losses, until they were looked into: with all lines behind, it is large.
  private let lossFacts: Mutex<LossFacts>
  private let stagesOnce = Once<Stages?>()
  private let flowOnce = Once<StageFlow?>()
  private let changesOnce = Once<StageChanges?>()
  private let monthlyOnce = Once<StageTransitions?>()
  private let yearlyOnce = Once<StageTransitions?>()
  private let healthOnce = Once<PortfolioHealth?>()
  private let lossesOnce = Once<Losses?>()
  private let winBackOnce = Once<WinBack?>()
  private let renewalOnce = Once<Knowable<Renewal, Erosion.Unknown>>()
  private let enquiriesOnce = Once<LostEnquiries?>()
  private let judgedPlanOnce = Once<CallPlan?>()
  private let callPlanOnce = Once<Knowable<CallPlan, CallPlan.Refusal>>()
  private let forecastOnce = Once<PurchaseForecast?>()
  private let verdictsOnce = Once<Verdicts>()
  private let substitutionsOnce = Once<Substitutions>()
  private let securedOnce = Once<Set<Int>>()
  private let whatIfOnce = Once<WhatIfBase>()
  private let traitsOnce = Once<TraitTable>()
  private let targetsOnce = Once<TargetScores>()
  private let whitespaceOnce = Once<WhitespaceGrid>()
  private let replicationOnce = Once<ReplicationPlan>()
  private let expertiseOnce = Once<ExpertiseReview>()
  private let lookAlikesOnce = Once<Knowable<LookAlikes, LookAlikes.Refusal>>()
  private let purchases: PurchaseLog?
  private let decisions: VerdictDecisions
  private let notes: CategoryNotes
  private let door: [DoorRule]
  private let barsOnce = Once<[DoorBar?]>()
  private let toxicOnce = Once<Set<String>>()

  /// How everybody's stages are told; a caller with several threads judges them in parts, `Stages.Part`.
  private let judge: @Sendable (StageSource) -> Stages

  /// Bundles the analyses; nothing is computed yet.
  public init(
    _ portfolio: PortfolioAnalysis, facts: RelationFacts = RelationFacts(),
    judge: @escaping @Sendable (StageSource) -> Stages = { Stages($0) }
  ) {
    self.portfolio = portfolio
    let books = portfolio.books
    judged =
      books.window.current.count == 12
      ? portfolio
      : PortfolioAnalysis(
        books: books.over(Window(asOf: books.window.asOf, months: 12)), policy: portfolio.policy,
        imports: portfolio.imports, facts: portfolio.facts)
    knowsNothingOfLosses = facts.losses.isEmpty
    lossFacts = Mutex(facts.losses)
    purchases = facts.purchases
    decisions = facts.verdicts
    notes = facts.categories
    door = facts.door
    offers = facts.offers
    self.judge = judge
    source = StageSource(books: portfolio.books, policy: portfolio.policy, ceased: facts.ceased)
  }

  /// The price rises and last offers put to a customer, the newest day first.
  public func offers(to customer: Int) -> [PriceOffer] { offers[portfolio.books.customers.ids[customer]] ?? [] }

  /// The month that all is told of: the last looked at.
  public var month: Month { portfolio.books.window.asOf }

  /// Everybody's stage at every month's end.
  public var stages: Stages? { stagesOnce { source.map { judge($0) } } }

  /// What each stage holds, month by month.
  public var flow: StageFlow? {
    flowOnce { stages.map { StageFlow($0, activity: portfolio.books.activity, policy: portfolio.policy) } }
  }

  /// Who changed stage in the last month, and why.
  public var changes: StageChanges? {
    changesOnce {
      guard let stages, let source else { return nil }
      return StageChanges(stages, source, month: month)
    }
  }

  /// The health of the portfolio; nothing without an active customer.
  public var health: PortfolioHealth? { healthOnce { health(at: month) } }

  /// The health at the end of another month.
  public func health(at month: Month) -> PortfolioHealth? {
    flow.flatMap { PortfolioHealth($0, month: month, policy: portfolio.policy) }
  }

  /// Where customers went between two months' ends, made anew each time.
  public func transitions(from: Month, to: Month) -> StageTransitions? {
    stages.map { StageTransitions($0, orders: portfolio.books.orders, from: from, to: to) }
  }

  /// Where customers went in the last month.
  public var monthly: StageTransitions? { monthlyOnce { transitions(from: month.advanced(by: -1), to: month) } }

  /// Where they went in the last twelve months; nothing when the data do not reach back.
  public var yearly: StageTransitions? {
    yearlyOnce {
      let before = month.advanced(by: -12)
      return source.map { $0.months.contains(before) } ?? false ? transitions(from: before, to: month) : nil
    }
  }

  /// A customer's stage, and since when it has been in it; nothing for one that never ordered.
  public func stay(of customer: Int) -> Stages.Stay? { stages?.stay(of: customer, at: month) }

  /// Why a customer is in its stage, with the figures; nothing before its first order.
  public func reading(of customer: Int, at month: Month) -> StageReading? {
    source?.reading(of: customer, at: month)
  }

  /// Why customers were lost or decline.
  public var losses: Losses? {
    lossesOnce {
      guard let stages, let source else { return nil }
      return Losses(
        stages, source, books: portfolio.books, policy: portfolio.policy, categories: portfolio.categories,
        facts: lossFacts.withLock { $0 })
    }
  }

  /// Whom to win back: classes are the categories.
  public var winBack: WinBack? {
    winBackOnce {
      stages.map { stages in
        let categories = portfolio.categories
        return WinBack(
          stages, books: portfolio.books, policy: portfolio.policy,
          classes: (0..<stages.customers).map { categories.place(of: $0) })
      }
    }
  }

  /// How many new customers replace what erodes.
  public var renewal: Knowable<Renewal, Erosion.Unknown> {
    renewalOnce {
      Renewal.of(portfolio.books, policy: portfolio.policy, bands: portfolio.bandTable.bands)
    }
  }

  /// Enquiries lost at first contact; nothing where no enquiries are known.
  public var enquiries: LostEnquiries? {
    enquiriesOnce {
      lossFacts.withLock { $0.enquiries }.map { LostEnquiries($0, asOf: month, policy: portfolio.policy) }
    }
  }

  /// Cease, maintain or develop: everybody's verdict.
  public var verdicts: Verdicts { verdictsOnce { Verdicts(life: self, decisions: decisions) } }

  /// Whose prices may be raised firmly, for what they bring was won elsewhere.
  public var secured: Set<Int> { securedOnce { Substitutions.unlocked(verdicts) } }

  /// Who stands in for customers whose prices can only be raised at the risk of losing them.
  public var substitutions: Substitutions { substitutionsOnce { Substitutions(verdicts, plan: replication) } }

  /// What every scenario starts from.
  public var whatIfBase: WhatIfBase { whatIfOnce { WhatIfBase(judged, verdicts: verdicts, plan: judgedPlan) } }

  /// Where the salespeople's hours bring most, or why that cannot be told.
  public var callPlan: Knowable<CallPlan, CallPlan.Refusal> { callPlanOnce { CallPlan.of(portfolio) } }

  /// The same over the last twelve months; nothing where that cannot be told.
  var judgedPlan: CallPlan? { judgedPlanOnce { judged === portfolio ? callPlan.value : CallPlan.of(judged).value } }

  /// Who resembles the best customers, or why that cannot be told.
  public var lookAlikes: Knowable<LookAlikes, LookAlikes.Refusal> {
    lookAlikesOnce { LookAlikes.of(portfolio, table: traits) }
  }

  /// What bars each prospect at the door, by place among the prospects.
  public var bars: [DoorBar?] {
    barsOnce {
      let bars = DoorBars(rules: door, losing: toxicCategories)
      return portfolio.books.prospects.map { bars.bar(of: $0, category: portfolio.categories.name(ofProspect: $0)) }
    }
  }

  /// The categories that lose money as a whole over twelve months.
  var toxicCategories: Set<String> {
    toxicOnce {
      ToxicCategories.names(
        judged.margins, judged.previousMargins, judged.categories, judged.policy.verdict.toxicCategory)
    }
  }

  private var traits: TraitTable { traitsOnce { TraitTable(portfolio) } }

  /// How near prospects and customers are to what the company seeks.
  public var targets: TargetScores {
    targetsOnce { TargetScores(portfolio, table: traits, profile: lookAlikes.value?.profile) }
  }

  /// What customers buy of each range, and what they miss.
  public var whitespace: WhitespaceGrid { whitespaceOnce { WhitespaceGrid(portfolio) } }

  /// Whom to win and to develop in the most attractive categories.
  public var replication: ReplicationPlan {
    replicationOnce { ReplicationPlan(portfolio, life: self, alike: lookAlikes.value, grid: whitespace) }
  }

  /// What is invested in categories, and what comes of it.
  public var expertise: ExpertiseReview {
    expertiseOnce { ExpertiseReview(portfolio, plan: replication, alike: lookAlikes.value, notes: notes) }
  }

  /// What people say of categories.
  public var categoryNotes: CategoryNotes { notes }

  /// What to expect of customers and of the company; nothing where the books hold no sale.
  public var forecast: PurchaseForecast? { forecastOnce { makeForecast(.usual) } }

  /// The same as it is asked for; the usual one is made once.
  public func forecast(_ request: ForecastRequest) -> PurchaseForecast? {
    request == .usual ? forecast : makeForecast(request)
  }

  private func makeForecast(_ request: ForecastRequest) -> PurchaseForecast? {
    PurchaseForecast(
      request, log: purchases ?? PurchaseLog(orders: portfolio.books.orders), portfolio: portfolio,
      stages: { stages(upTo: $0) })
  }

  /// Everybody's stages up to a month, as they were known at its end.
  private func stages(upTo month: Month) -> Stages? {
    guard month < self.month else { return stages }
    return source.flatMap { $0.upTo(month) }.map { judge($0) }
  }

  /// Looks into the losses now and forgets what that was told from: for who keeps the analyses long.
  public func settle() {
    _ = losses
    _ = enquiries
    lossFacts.withLock { $0 = LossFacts() }
  }
}

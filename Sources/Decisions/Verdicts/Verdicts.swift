import Ledger
import Portfolio
import Units

/// Cease, maintain or develop: for every customer, with the figures that make it, those of twelve months.
///
/// Source: seed 000; docs/methods/verdicts.md.
public struct Verdicts: Sendable {
  /// One customer.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// The verdict of the figures, or why there is none.
    public let computed: Knowable<Verdict, Verdict.Unknown>
    /// What a person decided instead, while it holds.
    public let override: VerdictOverride?
    /// The figures against their thresholds that make it; empty without one.
    public let reasons: [VerdictReason]
    /// Whether the verdict stays the same when services cost a fifth more or less.
    public let isFirm: Bool
    /// The steps that bring it to its floor; empty where nothing lacks.
    public let ladder: [LadderStep]
    /// The action that comes first.
    public let action: PriorityAction
    /// Its means.
    public let means: PriorityAction.Means
    /// The euros at stake: what developing may bring in margin, what lacks to the floor, what ceasing brings, or the margin
    /// that leaves with a declining customer; zero where nothing is.
    public let atStake: Cents
    /// The figures it was judged on.
    public let facts: VerdictFacts

    /// The part of what lacks to the floor that the first step brings as hours given back: they stay paid until somebody else
    /// uses them.
    public var gapInHours: Cents { verdict.value == .cease ? .zero : ladder.leading?.leaner?.time ?? .zero }

    /// The verdict that holds.
    public var verdict: Knowable<Verdict, Verdict.Unknown> { override.map { .known($0.verdict) } ?? computed }
  }

  /// A row for each customer, in the order of the customer file.
  public let rows: [Row]
  /// Categories that lose money as a whole.
  public let toxicCategories: Set<String>
  /// Customers worth more than they are given, in the order of the customer file.
  public let hiddenGems: [Int]

  /// Judges everybody.
  ///
  /// Linear in the customers and the service cells of W and P.
  init(life: RelationAnalysis, decisions: VerdictDecisions = .none) {
    let portfolio = life.judged
    let (books, policy) = (portfolio.books, portfolio.policy)
    let end = books.window.asOf.lastDay
    let reader = FactReader(life: life, decisions: decisions)
    let (cheap, dear) = Self.spread(policy.verdict.costSpread)
    rows = (0..<books.customers.count).map { customer in
      let facts = reader.facts(of: customer)
      let override = decisions.override(of: books.customers.ids[customer], on: end)
      let complaints = reader.complaints(of: customer)
      let isLost = facts.stage == .lost
      if let unknown = Self.unknown(facts, isLost: isLost) {
        let seeks = isLost || unknown == .neverOrdered
        let (action, means) =
          override.map { facts.action($0.verdict, ladder: [], complaints: complaints) }
          ?? (
            seeks ? .prospecting : .retention, isLost ? .winBack : unknown == .neverOrdered ? .nameProspects : .loyalty
          )
        return Row(
          customer: customer, computed: .unknown(unknown), override: override, reasons: [], isFirm: true, ladder: [],
          action: action, means: means,
          atStake: override.map { facts.atStake($0.verdict) }
            ?? (isLost ? max(.zero, life.winBack?.row(of: customer)?.worth.value ?? .zero) : .zero), facts: facts)
      }
      let (verdict, reasons) = facts.verdict(policy, on: end)
      let isFirm = [cheap, dear].allSatisfy { facts.costed(at: $0).judged(policy, on: end) == verdict }
      let ladder = facts.ladder(policy)
      // What is done, and what it brings, is that of the verdict that holds.
      let holds = override?.verdict ?? verdict
      let (action, means) = facts.action(holds, ladder: ladder, complaints: complaints)
      return Row(
        customer: customer, computed: .known(verdict), override: override, reasons: reasons, isFirm: isFirm,
        ladder: ladder, action: action, means: means, atStake: facts.atStake(holds), facts: facts)
    }
    toxicCategories = life.toxicCategories
    hiddenGems = HiddenGems.customers(rows, portfolio: portfolio, reader: reader)
  }

  private static func spread(_ spread: Rate) -> (cheap: Rate, dear: Rate) {
    (Rate(millionths: max(0, 1_000_000 - spread.millionths)), Rate(millionths: 1_000_000 + spread.millionths))
  }

  private static func unknown(_ facts: VerdictFacts, isLost: Bool) -> Verdict.Unknown? {
    if isLost { return .lost }
    // Credits alone are no order, and yet somebody's.
    if facts.stage == nil { return facts.current.revenue < .zero ? .noRevenue : .neverOrdered }
    if facts.current.revenue <= .zero { return .noRevenue }
    return facts.current.margin == nil ? .marginUnknown : nil
  }

  /// How many customers have a verdict.
  public func count(of verdict: Verdict) -> Int { rows.count { $0.verdict.value == verdict } }
}

extension VerdictFacts {
  /// The euros at stake; below zero for one that a person ceases though that costs.
  func atStake(_ verdict: Verdict) -> Cents {
    switch verdict {
    case .cease: return current.effectOfCeasing ?? .zero
    case .develop:
      guard let headroom, let gross = current.grossMargin, current.revenue > .zero else { return .zero }
      return max(.zero, headroom.amount.times(gross.value, over: current.revenue.value))
    case .maintain:
      if gap > .zero { return gap }
      guard stage == .declining, let previous, let gross = current.grossMargin, current.revenue > .zero else {
        return .zero
      }
      // What its decline takes in a year, at its gross rate.
      return max(.zero, previous.revenue - current.revenue).times(max(0, gross.value), over: current.revenue.value)
    }
  }
}

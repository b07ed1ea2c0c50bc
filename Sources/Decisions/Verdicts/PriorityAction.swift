import Ledger
import Portfolio
import Units

/// The sort of action that comes first with a customer, and its means.
///
/// Source: seed 003, « Pour chaque client, définissez des actions prioritaires » with its table of five.
public enum PriorityAction: String, CaseIterable, Sendable {
  case development, retention, costReduction, substitution, prospecting

  /// What is done.
  public enum Means: String, CaseIterable, Sendable {
    /// Development.
    case gainShare, diversifyRanges, accompanyGrowth
    /// Retention.
    case loyalty, fewerComplaints, welcome
    /// Cost reduction.
    case spaceVisits, phoneInstead, reassign, minimumOrder
    /// Substitution: firmer prices, once others secure what may be lost.
    case reprice, winBetterThenReprice, lastOffer, cease
    /// Prospecting.
    case winBack, nameProspects
  }
}

extension VerdictFacts {
  /// The action that comes first.
  func action(_ verdict: Verdict, ladder: [LadderStep], complaints: Int) -> (PriorityAction, PriorityAction.Means) {
    if verdict == .cease { return (.substitution, .cease) }
    if verdict == .develop {
      guard let headroom, headroom.amount > .zero else { return (.development, .accompanyGrowth) }
      return (.development, headroom.isEstimate ? .diversifyRanges : .gainShare)
    }
    // Who earned its floor and buys less is held first: what it lacks now comes of that.
    if stage == .declining, gap == .zero || earnedItsFloor {
      return (.retention, complaints > 0 ? .fewerComplaints : .loyalty)
    }
    switch ladder.first {
    case .serveLeaner(let leaner), .both(let leaner, _):
      if isHandedOver(for: leaner.saving) { return (.costReduction, .reassign) }
      return (.costReduction, leaner.minutes > 0 && leaner.saving < gap ? .phoneInstead : .spaceVisits)
    case .reprice(let price) where price.isWithin || ladder.bothWithin != nil: return (.substitution, .reprice)
    case .reprice, .substitute, .cease:
      return isHandedOver(for: gap) ? (.costReduction, .reassign) : (.substitution, .winBetterThenReprice)
    case .minimumOrder: return (.costReduction, .minimumOrder)
    case .lastOffer: return (.substitution, .lastOffer)
    case nil: return (.retention, complaints > 0 ? .fewerComplaints : isNew ? .welcome : .loyalty)
    }
  }

  /// Whether a colleague's idle hours, which are paid anyway, bring at least as much.
  private func isHandedOver(for other: Cents) -> Bool { handOver.map { $0.gain >= other } ?? false }

  /// Whether it earned the margin that its floor asks for over P.
  private var earnedItsFloor: Bool {
    guard let previous, let margin = previous.margin, previous.revenue > .zero else { return false }
    return margin >= floorMargin(of: previous)
  }
}

import Decisions
import Ledger
import Portfolio
import Units

/// The rise to ask of a customer: what its ladder says within what may be asked, else the most of that.
public struct ProposedRise: Equatable, Sendable {
  /// The rise, as a part of the prices.
  public let rate: Rate
  /// Whether it brings the customer to its floor; else it is the most that may be asked.
  public let reachesFloor: Bool
  /// The service level that goes with it, where the ladder counts on serving no more than that; nothing where the rise stands alone.
  public let level: Policy.ServiceLevel?

  /// What stands beside the field.
  var words: Phrase { (reachesFloor ? Self.reaching : Self.most) + served }

  private static let reaching = Phrase(
    fr: "Proposé : la hausse qui ramène ce client à son plancher.",
    en: "Proposed: the rise that brings this customer to its floor.")
  private static let most = Phrase(
    fr: "Proposé : le plus qui se demande d'un coup ; son plancher en voudrait davantage.",
    en: "Proposed: the most that is asked at once; its floor would take more.")

  /// What the customer is served at from then on.
  private var served: Phrase {
    level.map {
      Phrase(fr: " Servi à son niveau, sans plus : relation ", en: " Served at its level and no more: ") + $0.label
        + .stop
    } ?? Phrase(fr: "", en: "")
  }

  /// The last offer to make, in a sentence.
  var asLastOffer: Phrase { offered + served }

  private var offered: Phrase {
    reachesFloor
      ? Phrase(
        fr: "Proposez \(percent: rate.value, digits: rate.digits) : cette hausse le ramène à son plancher.",
        en: "Propose \(percent: rate.value, digits: rate.digits): that rise brings it to its floor.")
      : Phrase(
        fr: """
          Proposez \(percent: rate.value, digits: rate.digits), le plus qu'une dernière offre demande : son plancher en voudrait \
          davantage, mais c'est à lui de refuser.
          """,
        en: """
          Propose \(percent: rate.value, digits: rate.digits), the most that a last offer asks: its floor would take more, but let \
          the customer be the one to refuse.
          """)
  }
}

extension CompanyAnalysis {
  /// The rise to ask of a customer, of a kind of offer; nothing for one that its floor asks nothing of.
  /// - Parameter customer: a place in the customer file.
  public func proposedRise(of customer: Int, _ kind: PriceOffer.Kind) -> ProposedRise? {
    let row = life.verdicts.rows[customer]
    guard !row.ladder.isEmpty else { return nil }
    let cap = kind == .lastOffer ? policy.ladder.lastOfferCap : policy.ladder.priceCap
    // Saved on service, as the ladder finds it.
    let isServedAbove = row.ladder.contains { $0.leaner != nil }
    let level = life.judged.bandTable.allotment.levels[customer]
    let steps = row.ladder.compactMap { step -> (price: Reprice, level: Policy.ServiceLevel?)? in
      switch step {
      case .reprice(let price): (price, nil)
      case .both(_, let price): (price, level)
      case .lastOffer(let price): kind == .lastOffer ? (price, isServedAbove ? level : nil) : nil
      case .serveLeaner, .minimumOrder, .substitute, .cease: nil
      }
    }
    // A rise that does not reach the floor goes with all that is saved on service.
    let leanest = isServedAbove ? level : nil
    guard !steps.isEmpty else { return ProposedRise(rate: cap, reachesFloor: false, level: leanest) }
    // A rise alone before one that counts on leaner service too.
    if let within = steps.first(where: { $0.price.rate <= max(cap, $0.price.most) }) {
      return ProposedRise(rate: within.price.rate, reachesFloor: true, level: within.level)
    }
    return ProposedRise(
      rate: max(cap, kind == .rise ? steps[0].price.most : cap), reachesFloor: false, level: leanest)
  }
}

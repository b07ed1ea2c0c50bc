import Decisions
import Ledger
import Portfolio
import Units

/// The rise to ask of a customer: what its ladder says within what may be asked, else the most of that.
public struct ProposedRise: Equatable, Sendable {
  /// The rise, as a part of the prices.
  public let rate: Rate
  /// What it is for.
  public let aim: Revaluation.Aim
  /// Whether it mends that; else it is the most that may be asked.
  public let reaches: Bool
  /// The service level that goes with it, where the ladder counts on serving no more than that; nothing where the rise stands alone.
  public let level: Policy.ServiceLevel?

  /// What stands beside the field.
  var words: Phrase { (reaches ? reaching : most) + served }

  private var reaching: Phrase {
    switch aim {
    case .floor:
      Phrase(
        fr: "Proposé : la hausse qui ramène ce client à son plancher.",
        en: "Proposed: the rise that brings this customer to its floor.")
    case .otherPrices:
      Phrase(
        fr: "Proposé : la hausse qui amène ce client aux prix de ses semblables.",
        en: "Proposed: the rise that brings this customer to the prices of its like.")
    case .earlierMargin:
      Phrase(
        fr: "Proposé : la hausse qui rend à ce client son taux de marge d'avant.",
        en: "Proposed: the rise that brings back this customer's earlier margin rate.")
    }
  }

  private var most: Phrase {
    switch aim {
    case .floor:
      Phrase(
        fr: "Proposé : le plus qui se demande d'un coup ; son plancher en voudrait davantage.",
        en: "Proposed: the most that is asked at once; its floor would take more.")
    case .otherPrices:
      Phrase(
        fr: "Proposé : le plus qui se demande d'un coup ; ses semblables paient davantage encore.",
        en: "Proposed: the most that is asked at once; its like pay yet more.")
    case .earlierMargin:
      Phrase(
        fr: "Proposé : le plus qui se demande d'un coup ; son taux de marge d'avant en voudrait davantage.",
        en: "Proposed: the most that is asked at once; its earlier margin rate would take more.")
    }
  }

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
    reaches
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
  /// The rise to ask of a customer, of a kind of offer; nothing for one that neither its floor nor its price asks anything of.
  ///
  /// A rise is that of the list of prices to look at again; for who is under its floor for other reasons, the ladder's.
  /// - Parameter customer: a place in the customer file.
  public func proposedRise(of customer: Int, _ kind: PriceOffer.Kind) -> ProposedRise? {
    let level = life.judged.bandTable.allotment.levels[customer]
    if kind == .rise, let due = portfolio.prices.revaluation[customer] {
      return ProposedRise(
        rate: due.asked, aim: due.aim, reaches: due.reaches, level: due.isWithLeanerService ? level : nil)
    }
    let row = life.verdicts.rows[customer]
    guard !row.ladder.isEmpty else { return nil }
    let (facts, ladder) = (row.facts, policy.ladder)
    let most = ladder.mostRise(at: facts.priceIndex)
    let rise = RiseToFloor(
      closing: facts.gap, excess: facts.excess.cost, on: facts.current.revenue, floor: facts.floor,
      rebates: facts.rebates, most: kind == .lastOffer ? max(most, ladder.lastOfferCap) : most)
    return ProposedRise(
      rate: rise.rate, aim: .floor, reaches: rise.reaches, level: rise.isWithLeanerService ? level : nil)
  }
}

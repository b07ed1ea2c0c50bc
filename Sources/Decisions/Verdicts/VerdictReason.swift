import Ledger
import Units

/// A figure against its threshold: one of those that make a verdict.
public struct VerdictReason: Hashable, Sendable {
  /// What is compared.
  public enum Code: String, CaseIterable, Sendable {
    // To cease, all of these but one of the last two.
    case margin, previousMargin, effect, previousEffect, activeMonths, previousActiveMonths, tenure, strategic, sister
    case costCoverage, lastOfferRefused, priceToFloor
    // To develop, the first two and one of the others.
    case floor, declining, headroom, developing, tomorrow

    /// How the figure must stand to the threshold for the reason to hold.
    public var comparison: Comparison {
      switch self {
      case .margin, .previousMargin: .below
      case .effect, .previousEffect, .priceToFloor: .above
      case .activeMonths, .previousActiveMonths, .tenure, .floor, .headroom: .atLeast
      case .strategic, .sister, .declining, .costCoverage, .lastOfferRefused, .developing, .tomorrow: .equal
      }
    }

    /// Whether it speaks of ceasing, or of developing.
    public var isOfCeasing: Bool {
      switch self {
      case .floor, .declining, .headroom, .developing, .tomorrow: false
      default: true
      }
    }
  }

  /// How a figure stands to a threshold.
  public enum Comparison: String, Sendable { case below, above, atLeast, equal }

  /// A figure with its unit.
  public enum Figure: Hashable, Sendable {
    case cents(Cents)
    case rate(Rate)
    case months(Int)
    case flag(Bool)

    /// The unit's name in JSON.
    public var unit: String {
      switch self {
      case .cents: "cents"
      case .rate: "rate"
      case .months: "months"
      case .flag: "flag"
      }
    }

    private var number: Int64 {
      switch self {
      case .cents(let money): money.value
      case .rate(let rate): rate.millionths
      case .months(let months): Int64(months)
      case .flag(let flag): flag ? 1 : 0
      }
    }

    func stands(_ comparison: Comparison, to other: Figure) -> Bool {
      switch comparison {
      case .below: number < other.number
      case .above: number > other.number
      case .atLeast: number >= other.number
      case .equal: number == other.number
      }
    }
  }

  /// What.
  public let code: Code
  /// The figure; nothing when it is unknown, and then the reason does not hold.
  public let figure: Figure?
  /// What it is held against.
  public let threshold: Figure

  /// Whether it holds.
  public var holds: Bool { figure?.stands(code.comparison, to: threshold) ?? false }

  init(_ code: Code, _ figure: Figure?, _ threshold: Figure) {
    self.code = code
    self.figure = figure
    self.threshold = threshold
  }
}

extension Verdict {
  /// The verdict that some reasons make; nothing where they are not enough to make one.
  ///
  /// Cease: all reasons of ceasing are there and hold, one of the last two being enough. Develop: above the floor, not
  /// declining, and a ground. Maintain: both are refuted.
  public init?(from reasons: [VerdictReason]) {
    let known = Dictionary(reasons.map { ($0.code, $0.holds) }, uniquingKeysWith: { $0 && $1 })
    let last: [VerdictReason.Code] = [.lastOfferRefused, .priceToFloor]
    let musts = VerdictReason.Code.allCases.filter { $0.isOfCeasing && !last.contains($0) }
    let ceases = musts.allSatisfy { known[$0] == true } && last.contains { known[$0] == true }
    let staysFirm = musts.contains { known[$0] == false } || last.allSatisfy { known[$0] == false }
    let grounds: [VerdictReason.Code] = [.headroom, .developing, .tomorrow]
    let develops = known[.floor] == true && known[.declining] == true && grounds.contains { known[$0] == true }
    let stands = known[.floor] == false || known[.declining] == false || grounds.allSatisfy { known[$0] == false }
    if ceases {
      self = .cease
    } else if develops, staysFirm {
      self = .develop
    } else if staysFirm, stands {
      self = .maintain
    } else {
      return nil
    }
  }
}

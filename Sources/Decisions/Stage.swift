/// Where a customer stands in the life of the relation.
///
/// Source: seed 001, « Comme les produits, les clients naissent, mûrissent puis meurent ».
public enum Stage: UInt8, CaseIterable, Sendable {
  /// Its first order is less than a year old.
  case new
  /// A lost customer whose return is less than a year old: new once more.
  case wonBack
  case developing, mature, declining, episodic, lost

  /// Its name in files and addresses; a customer won back is new there, and said to be won back beside.
  public var name: String {
    switch self {
    case .new, .wonBack: "new"
    case .developing: "developing"
    case .mature: "mature"
    case .declining: "declining"
    case .episodic: "episodic"
    case .lost: "lost"
    }
  }

  /// Whether the customer buys: all but the lost.
  public var isActive: Bool { self != .lost }
}

/// Why a customer is in its stage at the end of a month; each reason belongs to one stage.
public enum StageReason: UInt8, CaseIterable, Sendable {
  /// The relation was ended by decision.
  case ceased = 1
  /// No order for far longer than its rhythm.
  case silentTooLong
  /// Its first order is recent, and the data show that it is the first.
  case firstOrder
  /// It ordered again after a loss.
  case returned
  /// Hardly any orders in two years, and no rhythm.
  case fewOrders
  /// Hardly any month with an order in two years, and no rhythm.
  case fewActiveMonths
  /// Its revenue fell against the year before by more than chance.
  case fell
  /// Its revenue falls slowly, year after year.
  case fellSlowly
  /// It should have ordered by now.
  case silent
  /// Its revenue grew against the year before by more than chance.
  case grew
  /// It grew a little, and buys from more ranges.
  case grewWithRange
  /// Its revenue is about that of the year before.
  case steady
  /// Its revenue changed by no more than chance.
  case withinNoise
  /// Too little of it is known to compare.
  case unproven
  /// Neither clearly up nor steady nor down: it is still where the last clear sign put it.
  case stillDeveloping, stillMature, stillDeclining

  /// The stage it puts the customer in.
  public var stage: Stage {
    switch self {
    case .ceased, .silentTooLong: .lost
    case .firstOrder: .new
    case .returned: .wonBack
    case .fewOrders, .fewActiveMonths: .episodic
    case .fell, .fellSlowly, .silent, .stillDeclining: .declining
    case .grew, .grewWithRange, .stillDeveloping: .developing
    case .steady, .withinNoise, .unproven, .stillMature: .mature
    }
  }
}

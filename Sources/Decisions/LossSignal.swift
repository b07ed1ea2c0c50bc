import Ledger
import Units

/// Something that happened in the months before a customer's last order, and may have made it the last.
///
/// Source: seed 001, « Facteur externe, leur environnement ou un facteur interne : un collaborateur, un prix mal
/// adapté ? ».
public enum LossSignal: Hashable, Sendable {
  /// Its enquiry waited too long, or was never answered; `days` until the answer, or until its last order.
  case enquiryBadlyAnswered(asked: Day, days: Int, isAnswered: Bool, handler: Int?)
  /// Deliveries came late, against the share of late ones of all others in the same months.
  case lateDeliveries(late: Int, of: Int, others: Share?)
  /// It complained, against the complaints an order of all others.
  case complaints(Int, orders: Int, others: Share?)
  /// Its prices rose more than the median customer's: revenue ÷ the same at the prices of before.
  case priceRise(own: Share, median: Share)
  /// Somebody else began to sell to it; places in the books' people.
  case salespersonChange(from: Int, to: Int, month: Month)
  /// Products that weighed in what it bought were withdrawn.
  case rangeWithdrawn(revenue: Cents, of: Cents, month: Month)
  /// It was visited and called far less than in the same months a year earlier.
  case serviceDrop(contacts: Int, before: Int)
  /// The other customers of its sector bought less too, in the twelve months up to its last order or around it.
  case sectorFall(sector: String, current: Cents, previous: Cents, members: Int)
  /// It said so itself.
  case stated(LossFacts.StatedCause)

  /// Whether it is the company's own doing.
  public var isInternal: Bool {
    switch self {
    case .sectorFall: false
    case .stated(let cause): cause != .ownSituation
    default: true
    }
  }
}

/// Where the cause of a loss presumably lies.
public enum LossCause: String, CaseIterable, Sendable {
  case `internal`, external
  /// Nothing in the data explains it.
  case unknown

  /// The presumed cause, from what was found.
  ///
  /// What the customer said itself counts for more than what was found. The sector's fall explains the customer's where nothing
  /// else does, or where the customer fell no further than its sector.
  /// - Parameter ratio: the customer's own W ÷ P; nothing for a lost one.
  init(_ signals: [LossSignal], ratio: Share?) {
    if let said = signals.first(where: { if case .stated(let cause) = $0 { cause != .other } else { false } }) {
      self = said.isInternal ? .internal : .external
      return
    }
    let found = signals.filter { if case .stated = $0 { false } else { true } }
    let fall = found.lazy.compactMap { signal -> Share? in
      if case .sectorFall(_, let current, let previous, _) = signal { Share(current, of: previous) } else { nil }
    }.first
    let hasInternal = found.contains(where: \.isInternal)
    if let fall, !hasInternal || ratio.map({ !$0.isBelow(fall) }) ?? false {
      self = .external
    } else {
      self = hasInternal ? .internal : .unknown
    }
  }
}

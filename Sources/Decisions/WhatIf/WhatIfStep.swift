import Ledger
import Units

/// What is tried on a customer.
///
/// Steps of several kinds apply in the order of `Kind`, whatever order they are asked in.
public enum WhatIfStep: Hashable, Sendable {
  /// The relation ends.
  case drop
  /// It leaves with a probability from 0 to 1.
  case lose(Rate)
  /// Its prices change by a rate above −1 and at most 10; `elasticity`, from 0 to 100, is the part of the volume that goes for
  /// each part that the price rises, nothing where the volume stays.
  case reprice(Rate, elasticity: Rate? = nil)
  /// It is served as a level promises.
  case serve(Policy.ServiceLevel)
  /// Its orders below an amount above zero are put together.
  case minimumOrder(Cents)

  /// The sorts of steps, in the order in which they apply.
  public enum Kind: String, CaseIterable, Sendable {
    case drop, lose, reprice, serve, minimumOrder
  }

  /// Its sort.
  public var kind: Kind {
    switch self {
    case .drop: .drop
    case .lose: .lose
    case .reprice: .reprice
    case .serve: .serve
    case .minimumOrder: .minimumOrder
    }
  }

  /// Whether the relation surely ends by it.
  public var ends: Bool {
    switch self {
    case .drop: true
    case .lose(let chance): chance.millionths == 1_000_000
    default: false
    }
  }

  /// Why a step cannot be tried on anybody.
  public enum Refusal: String, Error, CaseIterable, Sendable {
    /// A probability below 0 or above 1.
    case probabilityOutOfRange
    /// A price that falls by all of itself or more, or rises by more than ten times itself.
    case priceOutOfRange
    /// An elasticity below 0 or above 100.
    case elasticityOutOfRange
    /// A minimum order of nothing or less.
    case minimumNotPositive
    /// A customer that the file does not hold.
    case unknownCustomer
  }

  /// Why it cannot be tried; nothing when it can.
  public var refusal: Refusal? {
    let one: Int64 = 1_000_000
    switch self {
    case .lose(let chance): return (0...one).contains(chance.millionths) ? nil : .probabilityOutOfRange
    case .reprice(let rate, let elasticity):
      guard rate.millionths > -one, rate.millionths <= 10 * one else { return .priceOutOfRange }
      return (0...100 * one).contains(elasticity?.millionths ?? 0) ? nil : .elasticityOutOfRange
    case .minimumOrder(let amount): return amount > .zero ? nil : .minimumNotPositive
    case .drop, .serve: return nil
    }
  }

  /// Whether it holds against another of its kind: the likelier loss, the higher price, the leaner level, the larger minimum.
  func outdoes(_ other: WhatIfStep) -> Bool {
    switch (self, other) {
    case (.lose(let one), .lose(let two)): one > two
    case (.reprice(let one, let answer), .reprice(let two, let other)):
      one == two ? (answer?.millionths ?? -1) > (other?.millionths ?? -1) : one > two
    case (.serve(let one), .serve(let two)): one.leanness > two.leanness
    case (.minimumOrder(let one), .minimumOrder(let two)): one > two
    default: false
    }
  }
}

extension Policy.ServiceLevel {
  /// The place from the personal level, which is the fullest, down.
  fileprivate var leanness: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Some customers and the steps tried on each of them.
public struct WhatIfChoice: Hashable, Sendable {
  /// Places in the customer file; a customer named twice counts once.
  public let customers: [Int]
  /// What is tried.
  public let steps: [WhatIfStep]

  /// Takes a choice.
  public init(_ customers: [Int], _ steps: [WhatIfStep]) {
    self.customers = customers
    self.steps = steps
  }
}

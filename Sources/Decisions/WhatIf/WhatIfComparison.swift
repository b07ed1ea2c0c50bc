import Units

/// Two scenarios of the same company against each other: what the second has more, or less, than the first.
public struct WhatIfComparison: Sendable {
  /// The first as it would be.
  public let first: WhatIfFigures
  /// The second as it would be.
  public let second: WhatIfFigures
  /// The bridge from the first to the second by sort of step, in the order they apply.
  public let byStep: [WhatIf.Bar<WhatIfStep.Kind>]
  /// The bridge from the first to the second by customer, in the order of the file; who stays the same left out.
  public let byCustomer: [WhatIf.Bar<Int>]
  /// The time that the second frees more than the first, by pool.
  public let freed: PoolMinutes
  /// The margin that the second's freed hours could develop beyond the first's.
  public let developable: Cents

  /// The difference between both.
  public var change: WhatIfFigures { second - first }

  /// Compares two scenarios.
  ///
  /// O(n log n) in the customers that they touch.
  /// - Precondition: both start from the same base.
  public init(_ first: WhatIf, _ second: WhatIf) {
    precondition(first.base == second.base, "scenarios of two companies are not compared")
    self.first = first.figures
    self.second = second.figures
    let kinds = Self.differences(first.byStep, second.byStep)
    byStep = WhatIfStep.Kind.allCases.compactMap { kind in kinds[kind].map { WhatIf.Bar(cause: kind, change: $0) } }
    byCustomer = Self.differences(first.byCustomer, second.byCustomer).sorted { $0.key < $1.key }.map {
      WhatIf.Bar(cause: $0.key, change: $0.value)
    }
    freed = second.freed - first.freed
    developable = second.developments.map(\.margin).sum - first.developments.map(\.margin).sum
  }

  private static func differences<Cause: Hashable & Sendable>(
    _ first: [WhatIf.Bar<Cause>], _ second: [WhatIf.Bar<Cause>]
  ) -> [Cause: WhatIfFigures] {
    var sums: [Cause: WhatIfFigures] = [:]
    for bar in second { sums[bar.cause, default: .zero] += bar.change }
    for bar in first { sums[bar.cause, default: .zero] -= bar.change }
    return sums.filter { $0.value != .zero }
  }
}

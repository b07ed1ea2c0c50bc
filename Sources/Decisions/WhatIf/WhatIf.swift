import Units

/// The company as it would be with some steps taken on some customers.
///
/// Whatever the order and the repetitions of the request, a step counts once on a customer, steps on one customer apply in
/// the order of `WhatIfStep.Kind`, each on what those before it left, and all changes sum to the difference to the cent.
///
/// Source: docs/methods/what-if.md.
public struct WhatIf: Sendable {
  /// The company as it is.
  public let base: WhatIfFigures
  /// What changes, by customer and then by step in the order they apply.
  public let effects: [WhatIfEffect]
  /// Steps that change nothing, in the same order.
  public let voids: [VoidStep]
  /// The time freed by pool; negative where more is asked for than freed.
  public let freed: PoolMinutes
  /// What the pools could give and did not already, without any step.
  public let idle: PoolMinutes
  /// Whom the freed hours could develop, the best hour first; in no other figure.
  public let developments: [Development]

  /// One bar of a bridge.
  public struct Bar<Cause: Hashable & Sendable>: Hashable, Sendable {
    /// What makes the difference.
    public let cause: Cause
    /// The difference.
    public let change: WhatIfFigures
  }

  /// Tries some steps.
  ///
  /// O(n log n) in the customers chosen and linear in their orders and service cells, however many customers there are;
  /// linear in the customers to develop.
  /// - Throws: `WhatIfStep.Refusal` for the first step out of its bounds or customer out of the file.
  public init(_ base: WhatIfBase, _ choices: [WhatIfChoice]) throws(WhatIfStep.Refusal) {
    var asked: [Int: Set<WhatIfStep>] = [:]
    for choice in choices {
      for step in choice.steps { if let refusal = step.refusal { throw refusal } }
      for customer in choice.customers {
        guard (0..<base.customers).contains(customer) else { throw .unknownCustomer }
        asked[customer, default: []].formUnion(choice.steps)
      }
    }
    var (effects, voids, freed) = ([WhatIfEffect](), [VoidStep](), PoolMinutes())
    var reduced: Set<Int> = []
    for (customer, steps) in asked.sorted(by: { $0.key < $1.key }) {
      let walk = WhatIfWalk(base.subject(customer), steps, base: base)
      effects += walk.effects
      voids += walk.voids
      for effect in walk.effects {
        freed = freed + effect.freed
        switch effect.step {
        case .drop: reduced.insert(customer)
        case .lose(let chance) where chance.millionths > 0: reduced.insert(customer)
        // Whoever is to take less time is not given it back.
        case .serve where effect.freed.total > 0: reduced.insert(customer)
        default: break
        }
      }
    }
    (self.base, idle) = (base.figures, base.idle)
    (self.effects, self.voids, self.freed) = (effects, voids, freed)
    developments = Development.list(base.chances, freed: freed, without: reduced)
  }

  /// The difference that all steps make.
  public var change: WhatIfFigures { effects.reduce(.zero) { $0 + $1.change } }
  /// The company with them.
  public var figures: WhatIfFigures { base + change }

  /// Minutes that the roles which are given some back have idle already.
  public var idleBeside: Int { freed.values.indices.filter { freed[$0] > 0 }.reduce(0) { $0 + idle[$1] } }

  /// The bridge from the base by sort of step, in the order they apply; the sorts that change nothing left out.
  public var byStep: [Bar<WhatIfStep.Kind>] {
    WhatIfStep.Kind.allCases.compactMap { kind in
      let own = effects.filter { $0.step.kind == kind }
      return own.isEmpty ? nil : Bar(cause: kind, change: own.reduce(.zero) { $0 + $1.change })
    }
  }

  /// The bridge from the base by customer, in the order of the file.
  public var byCustomer: [Bar<Int>] {
    var bars: [Bar<Int>] = []
    for effect in effects {
      let before = bars.last.flatMap { $0.cause == effect.customer ? bars.removeLast().change : nil }
      bars.append(Bar(cause: effect.customer, change: (before ?? .zero) + effect.change))
    }
    return bars
  }
}

import Ledger
import Portfolio
import Units

/// Applies steps to one customer, each on what those before it left.
struct WhatIfWalk {
  private(set) var effects: [WhatIfEffect] = []
  private(set) var voids: [VoidStep] = []
  private var subject: WhatIfSubject
  private let base: WhatIfBase

  /// Walks through the steps asked of a customer, in any order and however often each.
  init(_ subject: WhatIfSubject, _ steps: Set<WhatIfStep>, base: WhatIfBase) {
    self.subject = subject
    self.base = base
    var hasEnded = false
    for kind in WhatIfStep.Kind.allCases {
      let rivals = steps.filter { $0.kind == kind }.sorted { $0.outdoes($1) }
      for (place, step) in rivals.enumerated() {
        if hasEnded {
          skip(step, .ended)
        } else if place > 0 {
          skip(step, .outdone)
        } else if let figures = self.subject.figures {
          apply(step, to: figures)
        } else {
          skip(step, .marginUnknown)
        }
      }
      if self.subject.figures != nil, rivals.first?.ends == true { hasEnded = true }
    }
  }

  private mutating func skip(_ step: WhatIfStep, _ reason: VoidStep.Reason) {
    voids.append(VoidStep(customer: subject.customer, step: step, reason: reason))
  }

  private mutating func note(
    _ step: WhatIfStep, _ change: WhatIfFigures, _ freed: PoolMinutes = PoolMinutes(), breakEven: Share? = nil
  ) {
    effects.append(
      WhatIfEffect(
        customer: subject.customer, step: step, change: change, freed: freed, breakEvenLoss: breakEven))
  }

  private mutating func apply(_ step: WhatIfStep, to figures: WhatIfFigures) {
    switch step {
    case .drop: leave(step, Rate(millionths: 1_000_000), figures)
    case .lose(let chance): leave(step, chance, figures)
    case .reprice(let rate, let elasticity): reprice(step, rate, elasticity, figures)
    case .serve(let level): serve(step, level)
    case .minimumOrder(let amount): group(step, below: amount)
    }
  }

  /// The customer goes with a probability; what is left of it is what it is worth if it stays, × the probability of that.
  private mutating func leave(_ step: WhatIfStep, _ chance: Rate, _ figures: WhatIfFigures) {
    let part = Int(chance.millionths)
    let gone = subject.services.times(part, over: 1_000_000)
    let lost = figures.at(chance)
    var change = .zero - lost
    change.stranded += gone.stranded
    note(step, change, gone.minutes)
    subject.figures = figures - lost
    subject.services = subject.services.less(gone)
    subject.visits = subject.visits.less(subject.visits.times(part, over: 1_000_000))
    subject.calls = subject.calls.less(subject.calls.times(part, over: 1_000_000))
    subject.handling = subject.handling.less(subject.handling.times(part, over: 1_000_000))
  }

  /// The rise less its rebates is margin; then volume goes by the elasticity, with its direct cost, services as before.
  private mutating func reprice(
    _ step: WhatIfStep, _ rate: Rate, _ elasticity: Rate?, _ figures: WhatIfFigures
  ) {
    guard figures.revenue > .zero else { return skip(step, .noRevenue) }
    let rise = figures.revenue.at(rate)
    let kept = rise - rise.at(base.rebates)
    let (revenue, margin) = (figures.revenue + rise, figures.grossMargin + kept)
    let moved = divided(Int128(rate.millionths) * Int128(elasticity?.millionths ?? 0), by: 1_000_000)
    let goes = Rate(millionths: Int64(min(1_000_000, moved)))
    let change = WhatIfFigures(revenue: rise - revenue.at(goes), grossMargin: kept - margin.at(goes))
    let canBreakEven = kept > .zero && margin > .zero && figures.grossMargin >= .zero
    note(step, change, breakEven: canBreakEven ? Share(kept, of: margin) : nil)
    subject.figures = figures + change
  }

  /// Visits and calls become those that the level promises, at what each costs today.
  private mutating func serve(_ step: WhatIfStep, _ level: Policy.ServiceLevel) {
    guard let promise = base.catalogue[level] else { return skip(step, .noPromise) }
    // As `ServicePromises` rounds.
    let (visits, calls) = (
      (promise.visits * subject.promisedMonths + 6) / 12, (promise.calls * subject.promisedMonths + 6) / 12
    )
    let pairs = [(subject.visits, visits), (subject.calls, calls)]
    guard pairs.allSatisfy({ $0.events > 0 || $1 == 0 }) else { return skip(step, .serviceUnknown) }
    var (change, freed) = (WhatIfFigures.zero, PoolMinutes())
    for (given, promised) in pairs where given.events > 0 && given.events != promised {
      let saved = given.times(given.events - promised, over: given.events)
      change.serviceCost -= saved.cost
      // Only what is no longer given can be stranded: more service is charged in full.
      if promised < given.events { change.stranded += saved.stranded }
      freed = freed + saved.minutes
    }
    note(step, change, freed)
    subject.figures = subject.figures.map { $0 + change }
  }

  /// Orders below the minimum come together in as many as reach it, one at least; the handling of the others goes.
  private mutating func group(_ step: WhatIfStep, below minimum: Cents) {
    guard let grouping = OrderGrouping(subject.orders, below: minimum, handling: subject.handling) else {
      return skip(step, .noSmallOrders)
    }
    let saved = grouping.saved
    let change = WhatIfFigures(serviceCost: .zero - saved.cost, stranded: saved.stranded)
    note(step, change, saved.minutes)
    subject.figures = subject.figures.map { $0 + change }
  }
}

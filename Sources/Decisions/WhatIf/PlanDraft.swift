import Ledger
import Units

/// A scenario kept as a plan to be made: what to do with whom, what it should bring, and nobody named to do it yet.
public struct PlanDraft: Hashable, Sendable {
  /// One thing to do.
  public struct Action: Hashable, Sendable {
    /// Who does it; a draft names nobody.
    public let owner: ID<Person>?
    /// With whom.
    public let customer: ID<Customer>
    /// Its sort.
    public let action: PriorityAction
    /// Its means.
    public let means: PriorityAction.Means
    /// The step, with its numbers.
    public let step: WhatIfStep
    /// The operating margin it should bring over a year, after the steps before it; negative where it costs.
    public let expected: Cents

    /// Makes an action.
    public init(
      owner: ID<Person>? = nil, customer: ID<Customer>, action: PriorityAction, means: PriorityAction.Means,
      step: WhatIfStep, expected: Cents
    ) {
      self.owner = owner
      self.customer = customer
      self.action = action
      self.means = means
      self.step = step
      self.expected = expected
    }
  }

  /// What it is called.
  public let name: String
  /// By customer in the order of the file, then as steps apply.
  public let actions: [Action]
  /// What losses that the scenario assumed cost: nobody plans them, and they are no action.
  public let assumed: Cents

  /// Makes a draft of actions that are known.
  public init(name: String, actions: [Action], assumed: Cents) {
    self.name = name
    self.actions = actions
    self.assumed = assumed
  }

  /// The operating margin that all of it should bring; with `assumed`, the scenario's difference to the cent.
  public var expected: Cents { actions.map(\.expected).sum }

  /// Keeps a scenario; steps that change nothing are left out.
  /// - Parameter customers: the file that the scenario's places belong to.
  public init(name: String, _ scenario: WhatIf, customers: CustomerFile) {
    self.name = name
    var (actions, assumed) = ([Action](), Cents.zero)
    for effect in scenario.effects {
      guard let (action, means) = effect.action else {
        assumed += effect.change.operatingMargin
        continue
      }
      actions.append(
        Action(
          owner: nil, customer: customers.ids[effect.customer], action: action, means: means, step: effect.step,
          expected: effect.change.operatingMargin))
    }
    (self.actions, self.assumed) = (actions, assumed)
  }
}

extension WhatIfEffect {
  /// The sort of action that a step is; nothing for a loss, which happens to a company.
  fileprivate var action: (PriorityAction, PriorityAction.Means)? {
    switch step {
    case .drop: (.substitution, .cease)
    case .lose: nil
    case .reprice(let rate, _): rate.millionths < 0 ? (.retention, .loyalty) : (.substitution, .reprice)
    case .serve: change.serviceCost > .zero ? (.retention, .loyalty) : (.costReduction, .spaceVisits)
    case .minimumOrder: (.costReduction, .minimumOrder)
    }
  }
}

/// A draft that was kept: whose it is, and the scenario it comes from.
public struct KeptDraft: Hashable, Sendable {
  /// Its place among all that were ever kept, 1 the first.
  public let number: Int
  /// What is to be done.
  public let draft: PlanDraft
  /// The scenario's lines, as `WhatIfLine` reads them.
  public let lines: [String]
  /// The last of the months that it was tried on.
  public let month: Month
  /// Who kept it, and when.
  public let made: Authorship
  /// Who gave it up, and when; nothing while it stands.
  public let dropped: Authorship?

  /// Describes a kept draft.
  public init(
    number: Int, draft: PlanDraft, lines: [String], month: Month, made: Authorship, dropped: Authorship? = nil
  ) {
    self.number = number
    self.draft = draft
    self.lines = lines
    self.month = month
    self.made = made
    self.dropped = dropped
  }
}

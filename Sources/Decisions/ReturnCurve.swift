import Units

/// How long lost customers stay away: the Kaplan–Meier estimate over the months since their last order, each counted only from
/// the month it was lost on.
///
/// Source: Kaplan & Meier, "Nonparametric Estimation from Incomplete Observations", 1958; with late entry: Klein &
/// Moeschberger, "Survival Analysis", 2003, § 4.6.
public struct ReturnCurve: Sendable {
  /// How many losses it was measured on.
  public let losses: Int
  /// How many of them came back.
  public let returns: Int
  /// Months of silence after which somebody came back, ascending; how many did, and how many were watched then.
  public let steps: [Step]
  private let entries: [Int]
  private let exits: [Int]

  /// The returns after so many months of silence.
  public struct Step: Hashable, Sendable {
    /// Months since the last order.
    public let months: Int
    /// Who came back then.
    public let returns: Int
    /// Who was lost and had not come back before.
    public let watched: Int
  }

  /// Measures losses.
  ///
  /// O(n log n).
  public init(_ episodes: some Sequence<LossEpisode>) {
    let episodes = Array(episodes)
    losses = episodes.count
    returns = episodes.count(where: \.hasReturned)
    let entries = episodes.map(\.entry).sorted()
    let exits = episodes.map(\.exit).sorted()
    let events = Dictionary(grouping: episodes.filter(\.hasReturned), by: \.exit)
    steps = events.keys.sorted().map { months in
      Step(
        months: months, returns: events[months]?.count ?? 0,
        watched: entries.count(below: months) - exits.count(below: months))
    }
    self.entries = entries
    self.exits = exits
  }

  /// How many losses were watched beyond so many months of silence.
  public func watched(after silence: Int) -> Int { entries.count(below: silence + 1) - exits.count(below: silence + 1) }

  /// The chance of a return within some months, for a customer silent for so long: 1 − S(s + months) ÷ S(s).
  ///
  /// The ratio is the product of the steps between, and holds where S(s) is 0 too. 0 where nobody came back then.
  public func returning(within months: Int, after silence: Int) -> Double {
    1
      - steps.reduce(1.0) { staying, step in
        guard step.months > silence, step.months <= silence + months, step.watched > 0 else { return staying }
        return staying * (1 - Double(step.returns) / Double(step.watched))
      }
  }
}

extension [Int] {
  /// How many of ascending numbers are below one, in O(log n).
  fileprivate func count(below limit: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

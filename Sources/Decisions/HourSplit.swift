import Units

/// Minutes shared out among customers, each next quarter of an hour going where it brings most.
///
/// As every curve rises ever more slowly, this is the greatest total there is among whole quarters of an hour.
///
/// Source: Gross, "A class of discrete type minimization problems", 1956; Fox, "Discrete optimization via marginal
/// analysis", *Management Science* 13(3), 1966.
struct HourSplit {
  /// The least that a plan moves: finer than a quarter of an hour nobody keeps a diary.
  static let step = 15

  /// One customer to share with.
  struct Share {
    /// What minutes bring; nothing where they bring nothing more.
    let curve: ResponseCurve?
    /// The fewest minutes, in steps.
    let least: Int
    /// The most minutes, in steps, never fewer.
    let most: Int
  }

  /// The minutes of each customer, in steps.
  let minutes: [Int]
  /// Their sum.
  let used: Int
  /// What an hour more would bring, in cents.
  let nextHour: Double

  /// Shares minutes out; the fewest are given even where they pass the capacity.
  ///
  /// O((n + capacity ÷ step) · log n).
  /// - Parameter travel: the cents of travel that a minute brings with it.
  init(_ shares: [Share], capacity: Int, travel: Double) {
    var minutes = shares.map(\.least)
    var used = minutes.reduce(0, +)
    func gain(_ place: Int) -> Double? {
      guard let curve = shares[place].curve, minutes[place] + Self.step <= shares[place].most else { return nil }
      let gain = curve.rise(after: minutes[place], by: Self.step) - travel * Double(Self.step)
      return gain > 0 ? gain : nil
    }
    var queue = GainQueue(shares.indices.compactMap { place in gain(place).map { (place, $0) } })
    func giveBest() -> Double? {
      guard let best = queue.first else { return nil }
      minutes[best.place] += Self.step
      queue.replaceFirst(by: gain(best.place))
      return best.gain
    }
    while used + Self.step <= capacity, giveBest() != nil { used += Self.step }
    self.minutes = minutes
    self.used = used
    nextHour = (0..<60 / Self.step).reduce(0) { sum, _ in sum + (giveBest() ?? 0) }
  }
}

/// Customers by what their next minutes bring, the most first, the earlier first among equals: a binary heap.
private struct GainQueue {
  private var items: [(place: Int, gain: Double)]

  init(_ items: [(place: Int, gain: Double)]) {
    self.items = items
    for start in stride(from: items.count / 2 - 1, through: 0, by: -1) { sink(start) }
  }

  var first: (place: Int, gain: Double)? { items.first }

  /// The first takes another gain, or leaves.
  mutating func replaceFirst(by gain: Double?) {
    if let gain {
      items[0].gain = gain
    } else {
      items.swapAt(0, items.count - 1)
      items.removeLast()
    }
    if !items.isEmpty { sink(0) }
  }

  private func isAhead(_ left: Int, _ right: Int) -> Bool {
    items[left].gain == items[right].gain
      ? items[left].place < items[right].place : items[left].gain > items[right].gain
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      let child = 2 * place + 1
      guard child < items.count else { return }
      let ahead = child + 1 < items.count && isAhead(child + 1, child) ? child + 1 : child
      guard isAhead(ahead, place) else { return }
      items.swapAt(place, ahead)
      place = ahead
    }
  }
}

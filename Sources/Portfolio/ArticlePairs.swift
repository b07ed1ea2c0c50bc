import Ledger
import Units

/// One customer's articles in P and in W, side by side: what its bridges are made of.
///
/// Source: docs/methods/price-volume-mix.md.
struct ArticlePairs {
  /// An article's year.
  struct Year {
    var quantity: Int64 = 0
    var revenue = Cents.zero
    var cost = Cents.zero
    var isCosted = true
    var isThere = false

    var margin: Cents { revenue - cost }
  }

  /// An article in both years.
  struct Pair {
    let article: Int
    var before = Year()
    var after = Year()

    var isCosted: Bool { before.isCosted && after.isCosted }
  }

  private let pairs: [Pair]
  private let rest: (before: PocketSales.Rest, after: PocketSales.Rest)

  init(_ customer: Int, from before: PocketSales, to after: PocketSales) {
    let (old, new) = (
      before.offsets[customer]..<before.offsets[customer + 1], after.offsets[customer]..<after.offsets[customer + 1]
    )
    var pairs: [Pair] = []
    var (left, right) = (old.lowerBound, new.lowerBound)
    while left < old.upperBound || right < new.upperBound {
      let ofLeft = left < old.upperBound ? before.cells[left].article : .max
      let ofRight = right < new.upperBound ? after.cells[right].article : .max
      var pair = Pair(article: min(ofLeft, ofRight))
      while left < old.upperBound, before.cells[left].article == pair.article {
        pair.before.add(before.cells[left])
        left += 1
      }
      while right < new.upperBound, after.cells[right].article == pair.article {
        pair.after.add(after.cells[right])
        right += 1
      }
      pairs.append(pair)
    }
    self.pairs = pairs
    rest = (before.rest[customer], after.rest[customer])
  }

  var isEmpty: Bool { pairs.isEmpty && rest.before == PocketSales.Rest() && rest.after == PocketSales.Rest() }

  /// Revenue of both years whose cost is unknown in either.
  var uncosted: Cents {
    pairs.filter { !$0.isCosted }.map { $0.before.revenue + $0.after.revenue }.sum
      + rest.before.uncostedCharges + rest.after.uncostedCharges
  }

  private var totals: (before: Cents, after: Cents) {
    (
      pairs.map(\.before.revenue).sum + rest.before.revenue, pairs.map(\.after.revenue).sum + rest.after.revenue
    )
  }

  /// The bridge of all revenue.
  func revenue(orderedBefore: Bool, _ units: ArticleUnits) -> PriceVolumeMix.Bridge {
    bridge(
      orderedBefore, units, of: pairs, amount: \.revenue, cost: { _ in .zero },
      rest: (rest.before.revenue, rest.after.revenue))
  }

  /// The bridge of the margin of what is costed in both years; credits bring no goods back and cost what they give.
  func margin(orderedBefore: Bool, _ units: ArticleUnits) -> PriceVolumeMix.Bridge {
    func left(_ rest: PocketSales.Rest) -> Cents {
      rest.costedCharges - rest.chargesCost + rest.credits - rest.creditsCost
    }
    return bridge(
      orderedBefore, units, of: pairs.filter(\.isCosted), amount: \.margin, cost: \.cost,
      rest: (left(rest.before), left(rest.after)))
  }

  /// Whether the customer is new, lost or there in both years is told by all its revenue, in both bridges.
  private func bridge(
    _ orderedBefore: Bool, _ units: ArticleUnits, of pairs: [Pair], amount: (Year) -> Cents, cost: (Year) -> Cents,
    rest: (before: Cents, after: Cents)
  ) -> PriceVolumeMix.Bridge {
    var bridge = PriceVolumeMix.Bridge()
    bridge.previous = pairs.map { amount($0.before) }.sum + rest.before
    bridge.current = pairs.map { amount($0.after) }.sum + rest.after
    let totals = totals
    guard totals.before > .zero, totals.after > .zero else {
      switch (totals.before > .zero, totals.after > .zero, orderedBefore) {
      case (true, _, _): bridge.lost = bridge.current - bridge.previous
      case (false, false, _): bridge.returns = bridge.current - bridge.previous
      case (false, true, let before):
        bridge.returns = -bridge.previous
        if before { bridge.wonBack = bridge.current } else { bridge.new = bridge.current }
      }
      return bridge
    }
    bridge.returns = rest.after - rest.before
    var groups: [Int: UnitGroup] = [:]
    for pair in pairs {
      let (old, new) = (amount(pair.before), amount(pair.after))
      switch (pair.before.isThere, pair.after.isThere) {
      case (true, false) where pair.before.quantity > 0: bridge.rangesLost -= old
      case (false, true) where pair.after.quantity > 0: bridge.rangesGained += new
      case (true, true) where pair.before.quantity > 0 && pair.after.quantity > 0:
        // Cost moves beside revenue: what is left of both at P's price and cost is volume and mix.
        guard
          let atOldPrice = pair.grown(pair.before.revenue, near: pair.after.revenue),
          let atOldCost = pair.grown(cost(pair.before), near: cost(pair.after))
        else {
          bridge.returns += new - old
          continue
        }
        bridge.price += pair.after.revenue - atOldPrice
        bridge.cost += atOldCost - cost(pair.after)
        groups[units.places[pair.article], default: UnitGroup()].add(
          pair, old: old, grown: atOldPrice - atOldCost)
      default: bridge.returns += new - old
      }
    }
    for group in groups.values {
      bridge.volume += group.volume
      bridge.mix += group.grown - group.old - group.volume
    }
    return bridge
  }

  /// The articles of one unit of measure that were bought in both years.
  private struct UnitGroup {
    var quantities: (before: Int64, after: Int64) = (0, 0)
    var old = Cents.zero
    var grown = Cents.zero

    mutating func add(_ pair: Pair, old: Cents, grown: Cents) {
      quantities.before += pair.before.quantity
      quantities.after += pair.after.quantity
      self.old += old
      self.grown += grown
    }

    /// What the amount of P changes by when all quantities together grow as they did.
    var volume: Cents {
      (scaled(old, by: quantities.after, over: quantities.before, near: grown) ?? grown) - old
    }
  }
}

extension ArticlePairs.Year {
  mutating func add(_ cell: PocketSales.Cell) {
    quantity += cell.quantity
    revenue += cell.revenue
    cost += cell.directCost
    isCosted = isCosted && cell.isCosted
    isThere = true
  }
}

extension ArticlePairs.Pair {
  /// An amount of P at the quantity of W.
  fileprivate func grown(_ amount: Cents, near other: Cents) -> Cents? {
    scaled(amount, by: after.quantity, over: before.quantity, near: other)
  }
}

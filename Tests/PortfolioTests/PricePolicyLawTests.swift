import Ledger
import Testing
import Units

@testable import Portfolio

/// What holds of every price policy, whatever the trade.
struct PricePolicyLawTests {
  private static let seeds: [UInt64] = Array(1...24)

  @Test func `random trade can be compared, so that these laws say something`() {
    let found = Self.seeds.map { PricedTrade.random(seed: $0).proposal }
    #expect(found.count { $0.grid.value != nil } > 20)
    #expect(found.contains { $0.grid.value?.service.value != nil && $0.grid.value?.payment.value != nil })
    #expect(
      found.flatMap(\.effects).contains { $0.floor > .zero } && found.flatMap(\.effects).contains { $0.service > .zero }
    )
    #expect(found.contains { policy in policy.rows.contains { $0.effect.reason == .tooLittleCosted } })
    let reasons = found.flatMap { $0.grid.value?.tiers.map(\.reason) ?? [] }
    #expect(reasons.contains { if case .bounded = $0 { true } else { false } })
    #expect(reasons.contains { if case .levelled = $0 { true } else { false } })
    #expect(reasons.contains { if case .tooFew = $0 { true } else { false } })
  }

  @Test(arguments: seeds) func `more volume never gets less discount, and more service or time never costs less`(
    seed: UInt64
  )
    throws
  {
    guard let grid = PricedTrade.random(seed: seed).proposal.grid.value else { return }
    for (big, small) in zip(grid.tiers, grid.tiers.dropFirst()) {
      #expect(big.discount >= small.discount && big.from > small.from)
      for (one, other) in zip(big.service, small.service) {
        if let other = other.rate { #expect(try #require(one.rate) <= other) }
      }
    }
    #expect(grid.tiers.last?.discount == Rate(percent: 0))
    for tier in grid.tiers {
      let steps = tier.service.compactMap(\.rate)
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 } && steps.allSatisfy { $0 >= Rate(percent: 0) })
      #expect(tier.discount.millionths % 1_000 == 0 && tier.discount < Rate(percent: 100))
    }
    let late = (0...90).compactMap { grid.paymentStep(days: $0) }
    #expect(zip(late, late.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: seeds) func `every euro is there, in each customer and in all`(seed: UInt64) throws {
    let trade = PricedTrade.random(seed: seed)
    let (portfolio, found) = (trade.portfolio, trade.proposal)
    #expect(found.revenue == portfolio.margins.rows.map(\.revenue).sum)
    #expect(found.rows.count == portfolio.margins.rows.count { $0.lines > 0 })
    for effect in found.effects {
      #expect(effect.list + effect.volume + effect.service + effect.payment + effect.floor == effect.price)
      #expect(effect.paid + effect.change + effect.later == effect.price)
      #expect(effect.path.first == effect.change && effect.path.count == trade.policy.pricePolicy.mostYears)
      #expect(effect.change <= effect.paid.at(effect.cap) && effect.change >= -effect.paid.at(Rate(percent: 5)))
      if effect.path.last == effect.wanted { #expect(effect.years != nil) }
      if effect.years == nil { #expect(effect.path.last != effect.wanted) }
    }
    #expect(found.path.first == (found.effects.isEmpty ? nil : found.sum(\.change)))
    guard let grid = found.grid.value else { return }
    if found.effects.contains(where: { $0.change < .zero }) {
      let least = found.sum(\.paid).at(Rate(millionths: 1_000_000 + trade.policy.pricePolicy.target.millionths))
      #expect(found.path.allSatisfy { found.sum(\.paid) + $0 >= least }, "falls are paid by rises")
    }
    // The list is printed in millionths: the whole is met to its rounding; discounts that are cut back come on top.
    let wanted = found.sum(\.paid).at(Rate(millionths: 1_000_000 + trade.policy.pricePolicy.target.millionths))
    let (missed, slack) = (found.sum(\.grid) - wanted, Cents(Int64(2 * found.effects.count)))
    let isBounded = grid.tiers.contains { if case .bounded = $0.reason { true } else { false } }
    #expect(missed >= -slack && (isBounded || missed <= slack))
  }

  @Test(arguments: seeds) func `nobody old enough for a floor is priced under it, and covered tiers leave theirs`(
    seed: UInt64
  ) {
    let trade = PricedTrade.random(seed: seed)
    let (portfolio, found) = (trade.portfolio, trade.proposal)
    let (floor, tested) = (trade.policy.floors.company.rate ?? Rate(percent: 0), Set(portfolio.floors.testedCustomers))
    for row in found.rows {
      guard let effect = row.effect.value, tested.contains(row.customer) else { continue }
      #expect(effect.lastMargin >= (effect.revenue + effect.wanted).at(floor) - Cents(1))
    }
    for tier in found.grid.value?.tiers ?? [] where tier.left < .zero {
      // Not covered: it gets nothing more than the smaller tiers do.
      let smaller = found.grid.value?.tiers.filter { $0.number > tier.number }.map(\.discount).max() ?? Rate(percent: 0)
      #expect(tier.discount == smaller)
    }
  }

  @Test(arguments: seeds) func `other names and another order of customers change nothing`(seed: UInt64) throws {
    let trade = PricedTrade.random(seed: seed)
    let (moved, places) = trade.relabelled(seed: seed &+ 99)
    let (one, other) = (trade.proposal, moved.proposal)
    #expect(one.grid.value?.tiers == other.grid.value?.tiers && one.grid.value?.products == other.grid.value?.products)
    let effects = Dictionary(uniqueKeysWithValues: other.rows.map { ($0.customer, $0.effect) })
    for row in one.rows { #expect(effects[places[row.customer]] == row.effect) }
    #expect(trade.proposal.rows == one.rows)
  }
}

struct VolumeLevelsTests {
  @Test func `a tier that pays more than a smaller one is put together with it`() {
    // The smallest volume first.
    let found = VolumeLevels([[110, 110, 120], [130, 100, 140], [90, 95, 80]], least: 3)
    #expect(found.medians == [110, 130, 90])
    #expect(found.levels == [110, 110, 90] && found.pooled == [6, 6, 3])
  }

  @Test func `tiers with too few customers share one level, those at the end that of the last`() {
    let found = VolumeLevels([[100], [110, 120], [], [90, 80, 70], [60]], least: 3)
    // 100, 110, 120 in one; then an empty tier with 90, 80, 70, and 60 that is left over.
    #expect(found.levels == [110, 110, 70, 70, 70] && found.pooled == [3, 3, 4, 4, 4])
  }

  @Test func `levels never rise with volume, and each is what some customer pays`() {
    for seed in 1...200 {
      var random = SplitMix64(seed: UInt64(seed))
      let tiers = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ in Int64.random(in: 50...150, using: &random) }
      }
      guard tiers.contains(where: { !$0.isEmpty }) else { continue }
      let found = VolumeLevels(tiers, least: Int.random(in: 1...6, using: &random))
      #expect(found.levels.count == tiers.count && found.pooled.count == tiers.count)
      #expect(zip(found.levels, found.levels.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(found.levels.allSatisfy { level in tiers.contains { $0.contains(level) } })
    }
  }
}

import Decisions
import Ledger
import Testing
import Units

/// The door of docs/methods/notice.md.
struct DoorRefusalTests {
  private static let grounds: [DoorRefusal.Ground] = [
    .toxicCategory("Inns"), .marginUnderFloor(rate: Rate(percent: 2), floor: Rate(percent: 8)),
    .ordersTooSmall(order: Cents(3_000), least: Cents(12_000)), .unpaid(Cents(50_000)), .noCapacity, .abnormalRequest,
  ]

  @Test(arguments: grounds) func `a business may be refused on any economic ground`(ground: DoorRefusal.Ground) {
    let refusal = DoorRefusal(buyer: .business, grounds: [ground])
    #expect(refusal.outcome == .refuseOrCondition && refusal.grounds == [ground] && refusal.cautions.isEmpty)
    #expect(refusal.sources == [.abuseOfPosition, .discrimination])
  }

  @Test(arguments: grounds) func `a consumer only where he does not pay, asks too much, or nothing is left`(
    ground: DoorRefusal.Ground
  ) {
    let refusal = DoorRefusal(buyer: .consumer, grounds: [ground])
    #expect(refusal.sources == [.refusalToConsumer, .discrimination])
    switch ground {
    case .unpaid, .noCapacity, .abnormalRequest:
      #expect(refusal.outcome == .refuseOrCondition && refusal.cautions.isEmpty)
    case .toxicCategory, .marginUnderFloor, .ordersTooSmall:
      #expect(refusal.outcome == .admit && refusal.conditions.isEmpty && refusal.grounds.isEmpty)
      #expect(refusal.cautions == [.noGround, .notAgainstConsumers(ground)])
    }
  }

  @Test func `who dominates, or is depended on, sells on conditions`() {
    let refusal = DoorRefusal(buyer: .business, grounds: Self.grounds, mayBeAbuse: true)
    #expect(refusal.outcome == .condition && refusal.cautions == [.mayBeAbuse])
    #expect(
      refusal.conditions == [
        .leastMarginRate(Rate(percent: 8)), .leastOrder(Cents(12_000)), .paymentInAdvance, .waitingList, .usualQuantity,
      ])
    #expect(DoorRefusal(buyer: .consumer, grounds: [.noCapacity], mayBeAbuse: true).cautions.isEmpty)
  }

  @Test func `without a ground everybody is admitted`() {
    for buyer in Buyer.allCases {
      let none = DoorRefusal(buyer: buyer, grounds: [])
      #expect(none.outcome == .admit && none.cautions == [.noGround])
    }
  }

  @Test func `a price below what goods were bought for is flagged, whoever buys`() {
    let flagged = DoorRefusal(buyer: .business, grounds: [.noCapacity], offer: (Cents(90), Cents(100)))
    #expect(flagged.cautions == [.resaleBelowCost(price: Cents(90), cost: Cents(100))])
    #expect(flagged.sources.last == .resaleBelowCost && flagged.outcome == .refuseOrCondition)
    #expect(DoorRefusal(buyer: .business, grounds: [.noCapacity], offer: (Cents(100), Cents(100))).cautions.isEmpty)
  }

  @Test func `the same condition stands once`() {
    let twice = DoorRefusal(buyer: .business, grounds: [.unpaid(Cents(1)), .unpaid(Cents(2))])
    #expect(twice.conditions == [.paymentInAdvance])
  }
}

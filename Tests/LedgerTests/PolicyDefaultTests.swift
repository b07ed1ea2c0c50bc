import Ledger
import Testing
import Units

/// The defaults of the rules of stages, verdicts and so on, as the design gives them.
@Suite struct PolicyDefaultTests {
  /// A rate as design texts write it.
  private static func rate(_ millionths: Int64) -> PolicyValue { .rate(Rate(millionths: millionths)) }
  private static func percent(_ percent: Int64) -> PolicyValue { .rate(Rate(percent: percent)) }

  static let read: [(String, PolicyValue)] =
    [
      ("calendar.windowMonths", .whole(12)), ("orders.creditNoteDays", .whole(30)),
      ("orders.censoredMonths", .whole(12)),
      ("growth.leastMonths", .whole(6)), ("growth.gateMedianOrders", .whole(2)),
      ("growth.gateDeviations", percent(128)),
      ("growth.gateLastOrders", .whole(24)), ("growth.gateFewOrders", .whole(4)),
      ("growth.gateLeastValueVariation", percent(10)), ("growth.gateMostValueVariation", percent(150)),
      ("growth.gateFewValueVariation", percent(70)), ("growth.gateLeastGapVariation", percent(10)),
      ("growth.gateMostGapVariation", percent(100)), ("growth.gateFewGapVariation", percent(100)),
      ("growth.gateRhythmGapVariation", percent(30)), ("growth.rhythm.regularGaps", .whole(2)),
      ("growth.rhythm.regularSpread", percent(50)), ("growth.rhythm.seasonMonths", .whole(4)),
      ("growth.rhythm.seasonShare", percent(75)), ("growth.rhythm.seasonOrders", .whole(3)),
      ("growth.rhythm.seasons", .whole(2)), ("growth.earlyOrders", .whole(3)), ("suggestions.leastMembers", .whole(3)),
      ("suggestions.leastMemberShare", percent(2)), ("ladder.lastOfferCap", percent(25)),
      ("margin.estimateFromPurchases", .flag(false)),
      ("lifeCycle.lost.leastGaps", .whole(2)), ("lifeCycle.lost.months", .whole(15)),
      ("lifeCycle.lost.gapPercentile", percent(90)), ("lifeCycle.lost.gapFactor", percent(200)),
      ("lifeCycle.lost.leastMonths", .whole(12)), ("lifeCycle.lost.mostMonths", .whole(24)),
      ("lifeCycle.newMonths", .whole(12)), ("lifeCycle.wonBackMonths", .whole(12)),
      ("lifeCycle.episodic.months", .whole(24)), ("lifeCycle.episodic.mostOrders", .whole(2)),
      ("lifeCycle.episodic.leastActiveMonths", .whole(4)), ("lifeCycle.declining.ratio", percent(80)),
      ("lifeCycle.declining.slowRatio", percent(80)), ("lifeCycle.declining.slowYearRatio", percent(95)),
      ("lifeCycle.silence.leastGaps", .whole(4)), ("lifeCycle.silence.gapPercentile", percent(90)),
      ("lifeCycle.silence.gapFactor", percent(200)), ("lifeCycle.silence.longestGapFactor", percent(110)),
      ("lifeCycle.silence.leastDays", .whole(60)), ("lifeCycle.developing.ratio", percent(115)),
      ("lifeCycle.developing.ratioWithRange", percent(105)), ("lifeCycle.mature.leastRatio", percent(85)),
      ("lifeCycle.mature.mostRatio", percent(110)), ("lifeCycle.mature.gateShare", percent(50)),
      ("lifeCycle.health.leastShare", percent(50)), ("lifeCycle.health.alarmPoints", percent(3)),
      ("lifeCycle.health.alarmMonths", .whole(6)), ("losses.signalMonths", .whole(6)),
      ("winBack.returnMonths", .whole(24)), ("winBack.leastLosses", .whole(20)), ("winBack.classLosses", .whole(30)),
      ("winBack.priorReturns", percent(100)), ("winBack.priorLosses", percent(900)),
      ("winBack.marginYears", percent(200)),
      ("prediction.dropoutGain", percent(384)),
      ("prediction.leastTrend", percent(70)), ("prediction.mostTrend", percent(140)),
      ("prediction.origins", .list([.whole(12), .whole(18), .whole(24)])), ("prediction.holdOutMonths", .whole(12)),
      ("prediction.holdOutPart", .whole(3)), ("prediction.coverage", percent(80)), ("prediction.leastGain", percent(5)),
      ("prediction.winningShare", rate(666_666)), ("prediction.horizonMonths", .whole(12)),
      ("prediction.residualMonths", .whole(60)), ("prediction.discountRate", percent(8)),
      ("prediction.ownGaps", .whole(5)), ("prediction.lastGaps", .whole(24)),
      ("prediction.renewalMonths", .whole(12)), ("losses.leastEvents", .whole(2)),
      ("losses.leastEventsWhenNew", .whole(1)), ("losses.timesOthers", percent(200)),
      ("losses.priceRise", percent(3)), ("losses.serviceRatio", percent(50)), ("losses.leastContacts", .whole(3)),
      ("losses.withdrawnShare", percent(20)), ("losses.answerDays", .whole(5)), ("losses.sectorRatio", percent(90)),
      ("losses.sectorMembers", .whole(3)), ("winBack.discountRate", percent(8)), ("winBack.effort", .nothing),
      ("costs.financingRate", .nothing), ("verdict.strandedMonths", .whole(12)),
      ("verdict.fullPool", percent(95)), ("verdict.strategicMonths", .whole(12)), ("verdict.costSpread", percent(20)),
      ("verdict.cease.activeMonths", .whole(6)), ("verdict.cease.tenureMonths", .whole(24)),
      ("verdict.cease.priceRise", percent(25)), ("verdict.develop.headroomShare", percent(25)),
      ("verdict.develop.potentialPercentile", percent(90)), ("verdict.develop.whiteSpacePercentile", percent(75)),
      ("verdict.toxicCategory.leastMembers", .whole(5)), ("verdict.toxicCategory.negativeShare", rate(666_666)),
      ("verdict.hiddenGems.headroomShare", percent(20)), ("ladder.priceCap", percent(5)),
      ("ladder.indexFactor", percent(200)), ("ladder.rebates", percent(0)),
      ("prices.otherBuyers", .whole(3)), ("prices.leastCoverage", percent(50)),
      ("prices.volumeFactor", percent(200)), ("prices.leastGap", percent(3)),
      ("pricePolicy.reference", percent(50)), ("pricePolicy.leastMembers", .whole(5)),
      ("pricePolicy.oddPrice", percent(300)),
      ("pricePolicy.rounding", rate(1_000)), ("pricePolicy.includedDays", .whole(30)),
      ("pricePolicy.mostServiceStep", percent(10)), ("pricePolicy.target", percent(0)),
      ("pricePolicy.fallCap", percent(5)), ("pricePolicy.mostYears", .whole(5)),
      ("effort.marginAtRisk", percent(75)), ("effort.leastLift", percent(105)),
      ("effort.mostLift", percent(150)), ("effort.travelPerVisit", .nothing), ("effort.visitMinutes", .whole(60)),
      ("effort.callMinutes", .whole(15)), ("effort.mostReassignments", .whole(10)),
      ("effort.leastReassignmentGain", .money(Cents(50_000))), ("effort.mostHours.personal", .whole(120)),
      ("effort.mostHours.delegated", .whole(80)), ("effort.mostHours.automated", .whole(40)),
      ("ceasing.noticeMonthsPerYear", .whole(1)), ("ceasing.leastNoticeMonths", .whole(1)),
      ("ceasing.mostNoticeMonths", .whole(18)), ("ceasing.dependentFrom", percent(30)),
      ("targets.weights.size", percent(100)), ("targets.weights.activity", percent(100)),
      ("targets.weights.region", percent(100)), ("targets.weights.interest", percent(100)),
      ("targets.weights.culture", percent(100)), ("targets.neutral", percent(50)),
      ("targets.sizes", .list([])), ("targets.activities", .list([])), ("targets.regions", .list([])),
      ("targets.cultures", .list([])), ("replication.bestShare", percent(20)), ("replication.leastMembers", .whole(5)),
      ("replication.smoothing", .whole(10)), ("replication.resemblance", percent(50)),
      ("replication.categories", .whole(3)), ("replication.winShare", percent(25)),
      ("replication.developShare", percent(50)), ("replication.usualShare", percent(25)),
    ]
    + ServiceKind.allCases.map {
      ("costs.kinds.\($0.rawValue).avoidableShare", [.delivery, .mailing].contains($0) ? percent(100) : percent(30))
    }

  static let toCome: [(String, PolicyValue)] =
    [
      ("alerts.months", .whole(3)),
      ("alerts.ratio", percent(75)), ("alerts.medianOrders", percent(150)), ("alerts.deviations", percent(128)),
      ("alerts.leastDrop", .nothing), ("alerts.companyDrop", percent(15)), ("alerts.seasonLeadMonths", .whole(1)),
      ("alerts.seasonMissedMonths", .whole(1)), ("alerts.clearMonths", .whole(3)), ("alerts.judgedMonths", .whole(6)),
      ("alerts.judgedRatio", percent(80)),
    ]

  @Test func `what is read has the defaults of the methods`() {
    for (path, value) in Self.read {
      let key = PolicyKey.named(path.split(separator: ".").map(String.init))
      #expect(key?.value(Policy()) == value && key?.isToCome == false, "\(path)")
    }
  }

  @Test func `what is to come has the defaults of the methods, and the list is whole`() {
    let keys = PolicyKey.fixed.filter(\.isToCome)
    #expect(Set(keys.map(\.path)) == Set(Self.toCome.map(\.0)))
    for (path, value) in Self.toCome {
      #expect(keys.first { $0.path == path }?.value(Policy()) == value, "\(path)")
    }
  }
}

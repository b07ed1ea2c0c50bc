import Decisions
import Ledger
import Testing
import Units

/// The curves of docs/methods/call-planning.md.
struct ResponseCurveTests {
  private func curve(
    _ euros: Int64, minutes: Int, standIn: Int = 60, potential: Int64? = nil, _ rule: Policy.Effort = Policy.Effort()
  ) -> ResponseCurve {
    ResponseCurve(
      margin: Cents(euros * 100), minutes: minutes, standIn: standIn, potential: potential.map { Cents($0 * 100) },
      rule: rule)
  }

  @Test func `Yves has eight hours to half of the way, Xavier one hour and twenty minutes`() {
    let yves = curve(40_000, minutes: 720, potential: 90_000)
    #expect(yves.least == Cents(1_000_000) && yves.most == Cents(6_000_000) && yves.half == 480)
    let xavier = curve(40_000, minutes: 1200)
    #expect(xavier.least == Cents(1_000_000) && xavier.most == Cents(4_200_000) && xavier.half == 80)
  }

  @Test func `a curve passes through today, from least towards most`() {
    for minutes in [1, 7, 60, 1200, 100_000] {
      let curve = curve(40_000, minutes: minutes, potential: 50_000)
      #expect(curve.margin(at: minutes) == Cents(4_000_000) && curve.margin(at: 0) == curve.least)
      #expect(curve.margin(at: 2_000_000_000) <= curve.most && curve.most == Cents(5_000_000))
    }
  }

  @Test func `a potential counts between 1.05 and 1.5 times today's margin`() {
    #expect(curve(40_000, minutes: 60, potential: 1).most == Cents(4_200_000))
    #expect(curve(40_000, minutes: 60, potential: 50_000).most == Cents(5_000_000))
    #expect(curve(40_000, minutes: 60, potential: 1_000_000).most == Cents(6_000_000))
  }

  @Test func `who was given nothing risks nothing, and rises as the band's median does`() {
    let curve = curve(40_000, minutes: 0, standIn: 720, potential: 90_000)
    #expect(curve.least == Cents(4_000_000) && curve.half == 480 && curve.margin(at: 480) == Cents(5_000_000))
  }

  @Test func `each minute brings no more than the one before, and what they bring adds up`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let euros = Int64.random(in: 1...100_000, using: &random)
      let curve = curve(
        euros, minutes: Int.random(in: 0...3000, using: &random), standIn: Int.random(in: 1...3000, using: &random),
        potential: Int64.random(in: 0...200_000, using: &random))
      let rises = stride(from: 0, to: 3000, by: 15).map { curve.rise(after: $0, by: 15) }
      #expect(zip(rises, rises.dropFirst()).allSatisfy { $0 >= $1 && $1 >= 0 })
      let sum = rises.reduce(0, +)
      #expect(abs(sum - Double((curve.margin(at: 3000) - curve.least).value)) <= 1)
    }
  }

  @Test func `at the ends of the rules the curve is flat, or jumps at once`() {
    var flat = Policy.Effort()
    flat.marginAtRisk = Rate(percent: 0)
    #expect(curve(100, minutes: 60, flat).margin(at: 6000) == Cents(10_000))
    #expect(curve(100, minutes: 60, flat).rise(after: 0, by: 15) == 0)
    var steep = Policy.Effort()
    steep.leastLift = Rate(percent: 100)
    let jump = curve(100, minutes: 60, steep)
    #expect(jump.margin(at: 0) == Cents(2_500) && jump.margin(at: 15) == Cents(10_000))
    #expect(jump.rise(after: 0, by: 15) == 7_500 && jump.rise(after: 15, by: 15) == 0)
  }
}

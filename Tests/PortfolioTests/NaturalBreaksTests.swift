import Portfolio
import Testing
import Units

struct NaturalBreaksTests {
  @Test func `three clumps are found`() {
    let breaks = NaturalBreaks(values: [1, 2, 3, 10, 11, 30], weights: [1, 1, 1, 1, 1, 1], count: 3)
    #expect(breaks.starts == [0, 3, 5])
    #expect(abs(breaks.distortion - 2.5) < 1e-12)
    #expect((0..<6).map(breaks.group) == [0, 0, 0, 1, 1, 2])
  }

  @Test func `there are never more groups than values`() {
    #expect(NaturalBreaks(values: [1, 2], weights: [3, 1], count: 5).starts == [0, 1])
    #expect(NaturalBreaks(values: [4], weights: [2], count: 0).starts == [0])
  }

  @Test func `no other cut of a small list is better`() {
    for seed in 0..<200 {
      var random = SplitMix64(seed: UInt64(seed))
      let count = Int.random(in: 1...10, using: &random)
      var values: [Double] = []
      for _ in 0..<count { values.append((values.last ?? 0) + Double.random(in: 0.01...3, using: &random)) }
      let weights = (0..<count).map { _ in Int.random(in: 1...4, using: &random) }
      let groups = Int.random(in: 1...count, using: &random)
      let breaks = NaturalBreaks(values: values, weights: weights, count: groups)
      #expect(breaks.count == groups && breaks.starts == breaks.starts.sorted())
      let told = distortion(values, weights, starts: breaks.starts)
      #expect(abs(told - breaks.distortion) < 1e-9)
      let best = cuts(count, groups).map { distortion(values, weights, starts: $0) }.min() ?? .infinity
      #expect(told < best + 1e-9)
    }
  }

  @Test func `twenty thousand values take the divide and conquer way within reach`() {
    let values = (0..<20_000).map { Double($0) * 0.001 }
    let breaks = NaturalBreaks(values: values, weights: values.map { _ in 1 }, count: 4)
    #expect(breaks.starts == [0, 5_000, 10_000, 15_000])
  }
}

/// All ways to begin `groups` groups in `count` values.
private func cuts(_ count: Int, _ groups: Int) -> [[Int]] {
  if groups == 1 { return [[0]] }
  return (groups - 1..<count).flatMap { last in cuts(last, groups - 1).map { $0 + [last] } }
}

private func distortion(_ values: [Double], _ weights: [Int], starts: [Int]) -> Double {
  var sum = 0.0
  for (index, start) in starts.enumerated() {
    let run = start..<(index + 1 < starts.count ? starts[index + 1] : values.count)
    let weight = run.reduce(0.0) { $0 + Double(weights[$1]) }
    let mean = run.reduce(0.0) { $0 + values[$1] * Double(weights[$1]) } / weight
    sum += run.reduce(0.0) { $0 + Double(weights[$1]) * (values[$1] - mean) * (values[$1] - mean) }
  }
  return sum
}

import Testing
import Units

@testable import Portfolio

struct MedoidsTests {
  private func line(_ points: [Double]) -> DistanceMatrix {
    DistanceMatrix(count: points.count) { abs(points[$0] - points[$1]) }
  }

  @Test func `two clumps on a line are parted around their middles`() {
    let distances = line([0, 1, 2, 10, 11, 12])
    var medoids = Medoids(distances)
    let grew = medoids.grow(distances)
    #expect(grew)
    #expect(Set(medoids.medoids) == [1, 4])
    #expect(medoids.cluster[0] == medoids.cluster[2] && medoids.cluster[0] != medoids.cluster[3])
    // For the point 0: (10 + 11 + 12) ÷ 3 = 11 outside, 1.5 inside.
    #expect(abs(medoids.silhouettes(distances)[0] - 9.5 / 11) < 1e-12)
  }

  @Test func `things that are all alike make one cluster only`() {
    let distances = line([3, 3, 3])
    var medoids = Medoids(distances)
    let grew = medoids.grow(distances)
    #expect(!grew && medoids.cluster == [0, 0, 0])
  }

  @Test func `no single exchange of a medoid gains`() {
    for seed in 0..<30 {
      var random = SplitMix64(seed: UInt64(seed))
      let points = (0..<18).map { _ in
        (Double.random(in: 0...1, using: &random), Double.random(in: 0...1, using: &random))
      }
      let distances = DistanceMatrix(count: points.count) {
        abs(points[$0].0 - points[$1].0) + abs(points[$0].1 - points[$1].1)
      }
      func cost(_ medoids: [Int]) -> Double {
        (0..<points.count).reduce(0) { sum, thing in sum + (medoids.map { distances[thing, $0] }.min() ?? 0) }
      }
      var medoids = Medoids(distances)
      for _ in 0..<3 {
        let grew = medoids.grow(distances)
        #expect(grew)
      }
      let told = cost(medoids.medoids)
      for place in medoids.medoids.indices {
        for thing in points.indices where !medoids.medoids.contains(thing) {
          var other = medoids.medoids
          other[place] = thing
          #expect(cost(other) > told - 1e-8)
        }
      }
    }
  }
}

import Testing
import Units

@testable import Portfolio

struct LikeVolumeTests {
  private func places(_ volumes: [Int64], _ prices: [Int], others: Int = 3) -> [LikeVolume.Place] {
    LikeVolume(volumes, factor: Rate(percent: 200), others: others) { prices[$0] < prices[$1] }.places
  }

  @Test func `like is from half to twice as much`() {
    let found = places([10, 20, 21, 40, 5, 4], [1, 1, 1, 1, 1, 1], others: 1)
    #expect(found.map(\.members) == [3, 4, 3, 3, 3, 2])
    #expect(places([], []).isEmpty && places([7], [1]) == [LikeVolume.Place(rank: 1, members: 1, median: nil)])
  }

  @Test func `ranks, members and medians are those of looking at each buyer alone`() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let count = Int.random(in: 1...40, using: &random)
      let volumes = (0..<count).map { _ in Int64.random(in: 0...60, using: &random) }
      let prices = (0..<count).map { _ in Int.random(in: 1...9, using: &random) }
      let found = places(volumes, prices)
      for buyer in 0..<count {
        let like = (0..<count).filter {
          let (small, big) = (min(volumes[$0], volumes[buyer]), max(volumes[$0], volumes[buyer]))
          return big <= 2 * small || small == big
        }
        let others = like.filter { $0 != buyer }.map { prices[$0] }.sorted()
        #expect(found[buyer].members == like.count)
        #expect(found[buyer].rank == 1 + like.count { prices[$0] < prices[buyer] })
        let median = others.count >= 3 ? others[(others.count - 1) / 2] : nil
        #expect(found[buyer].median.map { prices[$0] } == median && found[buyer].median != buyer)
      }
    }
  }

  @Test func `other units of measure change nothing`() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<50 {
      let volumes = (0..<Int.random(in: 1...60, using: &random)).map { _ in Int64.random(in: 1...40, using: &random) }
      let prices = volumes.map { _ in Int.random(in: 1...9, using: &random) }
      #expect(places(volumes, prices) == places(volumes.map { $0 * 1_000 }, prices))
    }
  }
}

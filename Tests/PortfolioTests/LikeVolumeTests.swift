import Testing
import Units

@testable import Portfolio

struct LikeVolumeTests {
  @Test func `classes hold about as many buyers, and equal volumes stand together`() {
    #expect(LikeVolume([5, 1, 4, 2, 3, 6, 8, 7], most: 2, others: 3).classes == [1, 0, 0, 0, 0, 1, 1, 1])
    #expect(LikeVolume([1, 2, 3, 4, 5], most: 4, others: 3).classes == [0, 0, 0, 0, 0])
    #expect(LikeVolume([7, 7, 7, 7, 7, 7, 7, 9], most: 2, others: 3).classes == [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(LikeVolume([], most: 4, others: 3).classes.isEmpty)
  }

  @Test func `the median is that of the others`() {
    let sorted = [10, 20, 30, 40, 50]
    for place in sorted.indices {
      let others = sorted.enumerated().filter { $0.offset != place }.map(\.element)
      #expect(sorted[LikeVolume.median(of: 5, without: place)] == others[(others.count - 1) / 2])
    }
  }

  @Test func `other units of measure change no class`() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<50 {
      let volumes = (0..<Int.random(in: 1...60, using: &random)).map { _ in Int64.random(in: 1...40, using: &random) }
      let classes = LikeVolume(volumes, most: 4, others: 3).classes
      #expect(classes == LikeVolume(volumes.map { $0 * 1_000 }, most: 4, others: 3).classes)
    }
  }
}

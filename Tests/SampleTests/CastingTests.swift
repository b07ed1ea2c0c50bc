import Testing

@testable import Sample

@Suite struct CastingTests {
  @Test func `four hundred customers live every story`() {
    let stories = Casting.stories(seed: 3, living: 400, customers: 400)
    #expect(Set(stories) == Set(Story.Kind.allCases))
    #expect(stories.count { $0 == .lost } == 36)
    #expect((100...130).contains(stories.count { $0 == .stable }))
  }

  @Test func `shares stay the same at any size`() {
    let stories = Casting.stories(seed: 3, living: 40_000, customers: 40_000)
    #expect(stories.count { $0 == .lost } == 3600)
  }

  @Test func `those that buy too seldom for a story are one-off or episodic`() {
    let stories = Casting.stories(seed: 3, living: 100, customers: 700)
    #expect(stories[100...].allSatisfy { $0 == .oneOff || $0 == .episodic })
  }

  @Test func `shuffling keeps every number`() {
    let order = Casting.shuffled(seed: 5, count: 1000)
    #expect(order.sorted() == Array(0..<1000) && order != Array(0..<1000))
  }
}

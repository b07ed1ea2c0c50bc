import Decisions
import Testing

struct AttentionTests {
  @Test func `each stage calls for its own attention, a return for that of a new customer`() {
    #expect(Set(Stage.allCases.map(\.attention)) == Set(Attention.allCases))
    #expect(Stage.wonBack.attention == Stage.new.attention && Stage.new.attention == .care)
    #expect(Stage.lost.attention == .weighReturn && Stage.episodic.attention == .answer)
  }
}

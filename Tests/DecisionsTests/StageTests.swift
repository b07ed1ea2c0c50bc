import Decisions
import Testing

struct StageTests {
  @Test func `each reason belongs to a stage and each stage has a reason`() {
    #expect(Set(StageReason.allCases.map(\.stage)) == Set(Stage.allCases))
  }

  @Test func `names are those of the glossary`() {
    #expect(
      Set(Stage.allCases.map(\.name)) == ["new", "developing", "mature", "declining", "episodic", "lost"])
    #expect(Stage.allCases.filter { !$0.isActive } == [.lost])
  }
}

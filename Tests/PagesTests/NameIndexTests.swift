import Pages
import Testing

struct NameIndexTests {
  private let index = NameIndex([
    (name: "Boulangerie Hôtel-Dieu", code: "C10"), (name: "Hôtel du Lac", code: "C2"), (name: "Motel", code: "H1"),
    (name: "Œuvres & Cie", code: "C100"), (name: "Ligne\nhôtel", code: "X\nC"),
  ])

  @Test func `beginnings come first, then words, then what stands within`() {
    #expect(index.best("hotel", most: 8).best == [1, 0, 4])
    #expect(index.best("otel", most: 8).best == [0, 1, 2, 4])
    let one = index.best("HÔTEL", most: 1)
    #expect(one.best == [1] && one.count == 3)
  }

  @Test func `codes are found as names are, and accents do not matter`() {
    #expect(index.best("c10", most: 8).best == [0, 3])
    #expect(index.best("oeuv", most: 8).best == [3])
    #expect(index.best("h", most: 8).best.prefix(2) == [1, 2])
  }

  @Test func `every word must stand somewhere, in any order`() {
    #expect(index.all("lac hotel") == [1])
    #expect(index.all("dieu c10 boul") == [0])
    #expect(index.all("lac motel").isEmpty && index.all("").isEmpty && index.all("  ").isEmpty)
  }

  @Test func `words are never found across two customers or two texts`() {
    #expect(index.all("dieuc10").isEmpty && index.all("c2motel").isEmpty)
    #expect(index.best("hotel", most: 8).best.last == 4)
  }

  @Test func `what nothing matches comes near by its longest beginning`() {
    #expect(index.near("C10045", most: 2) == [3])
    #expect(index.near("zzz", most: 2).isEmpty)
  }
}

import Testing
import Units

struct ReadingOrderTests {
  @Test func `accents and capitals do not move a word to the end`() {
    let words = ["Santé", "Événementiel", "boulangerie", "Épicerie", "Hôtels", "Hotel", "école", "Zinc"]
    #expect(
      words.sorted(by: readsBefore) == [
        "boulangerie", "école", "Épicerie", "Événementiel", "Hotel", "Hôtels", "Santé", "Zinc",
      ])
  }

  @Test func `a word stands before a longer one, digits before letters, other scripts last`() {
    let words = ["Bar tabac", "Bars", "Bar", "2e main", "Éa\u{0301}", "日本"]
    #expect(words.sorted(by: readsBefore) == ["2e main", "Bar", "Bar tabac", "Bars", "Éa\u{0301}", "日本"])
  }

  @Test func `texts that differ never stand level, whichever way they are asked`() {
    let words = ["Ete", "Été", "été", "ETE", "Œuf", "Oeuf", "", " "]
    for left in words {
      #expect(!readsBefore(left, left))
      for right in words where left != right { #expect(readsBefore(left, right) != readsBefore(right, left)) }
    }
  }
}

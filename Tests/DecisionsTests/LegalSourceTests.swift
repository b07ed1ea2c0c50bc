import Decisions
import Testing
import Units

struct LegalSourceTests {
  @Test(arguments: LegalSource.allCases)
  func `every article has its words in both languages`(source: LegalSource) {
    for words in [source.citation, source.title, source.sentence] {
      let (french, english) = (words(.fr), words(.en))
      #expect(!french.isEmpty && !english.isEmpty)
      #expect(!french.contains("'") && !french.contains(" ;") && !french.contains(" :"))
    }
    #expect(source.sentence(in: .fr).hasSuffix(".") && source.sentence(in: .en).hasSuffix("."))
    #expect(source.sentence(in: .fr) != source.sentence(in: .en))
  }

  @Test func `articles are cited by their numbers`() {
    let cited = LegalSource.allCases.map { $0.citation(in: .fr) }
    #expect(
      cited == [
        "art. L442-1, II, C. com.", "art. L420-2 C. com.", "art. L442-5 C. com.", "art. L121-11 C. conso.",
        "art. 225-1 C. pén.",
      ])
  }
}

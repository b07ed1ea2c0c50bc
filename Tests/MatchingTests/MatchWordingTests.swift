import Matching
import Testing
import Units

struct MatchWordingTests {
  @Test(arguments: Language.allCases)
  func `every field and every agreement has a name of its own`(_ language: Language) {
    #expect(Set(MatchField.allCases.map { $0.name(in: language) }).count == MatchField.allCases.count)
    #expect(Set(MatchAgreement.allCases.map { $0.name(in: language) }).count == MatchAgreement.allCases.count)
  }
}

import Ledger
import Testing
import Units

@testable import Pages

struct MethodPageTests {
  @Test(arguments: ReportName.allCases)
  func `every method has its question, its formula, an example and its limits in both languages`(name: ReportName) {
    let method = Method.of(name)
    let sentences =
      [method.question, method.example.given] + method.formula + method.example.found + method.limits
      + (method.source.map { [$0] } ?? [])
    for sentence in sentences {
      let (french, english) = (sentence.text(in: Voice(.fr)), sentence.text(in: Voice(.en)))
      #expect(french.count > 10 && english.count > 10 && french != english)
      let ends: Set<Character> = [".", "?"]
      #expect(french.last.map(ends.contains) ?? false && english.last.map(ends.contains) ?? false, "\(french)")
    }
    #expect(!method.formula.isEmpty && !method.limits.isEmpty && !method.example.found.isEmpty)
    #expect(method.question.text(in: Voice(.fr)).hasSuffix("?"))
    let grid = method.example.grid
    #expect(!grid.rows.isEmpty && grid.rows.allSatisfy { $0.count == grid.columns.count })
  }

  @Test(arguments: ReportName.allCases)
  func `every rule that a method names is a rule, with its present value`(name: ReportName) throws {
    let method = Method.of(name)
    #expect(method.rules.allSatisfy { path in PolicyKey.fixed.contains { $0.path == path } })
    let page = MethodPage(name, policy: Policy(), context: pageContext(.en))
    let table = try #require(page.panels.first { $0.id == "rules" }?.tables.first)
    #expect(table.rows.map { $0[1].plain } == method.rules)
    #expect(table.rows.allSatisfy { !$0[2].plain.isEmpty })
    #expect(page.question.contains(.link(Link(.report(name)), [.text("Back to the report")])))
  }

  @Test func `values are said as people say them`() throws {
    var policy = Policy()
    policy.floors.byCategory["<Inns>"] = Policy.Floor(rate: Rate(millionths: 125_000), revenue: nil)
    func values(_ name: ReportName, _ language: Language) throws -> [String: String] {
      let page = MethodPage(name, policy: policy, context: pageContext(language))
      let table = try #require(page.panels.first { $0.id == "rules" }?.tables.first)
      return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[1].plain, $0[2].plain) })
    }
    let floors = try values(.floors, .en)
    #expect(floors["floors.company.rate"] == "8%" && floors["floors.company.revenue"] == "not set")
    #expect(floors["floors.byCategory.<Inns>.rate"] == "12.50%")
    #expect(try values(.tomorrow, .fr)["growth.growthRatio"] == "1,15")
    #expect(try values(.bands, .en)["service.levels"] == "personal, delegated, delegated, automated")
  }
}

import Ledger
import Testing
import Units

@testable import Desk

@Suite struct PolicyFileTests {
  /// The fault that a text brings about, or nothing.
  func fault(_ text: String) -> PolicyFault? {
    do throws(DeskError) {
      _ = try PolicyFile.policy(from: text)
      return nil
    } catch {
      if case .policy(let fault) = error { return fault }
      return nil
    }
  }

  @Test(arguments: Language.allCases) func `the commented file says every default and nothing else`(language: Language)
    throws
  {
    #expect(try PolicyFile.policy(from: PolicyFile.commented(in: language)) == Policy())
  }

  @Test func `every key stands in the file with a line of explanation`() {
    let lines = PolicyFile.commented(in: .fr).split(separator: "\n")
    for key in PolicyKey.fixed {
      let name = key.path.split(separator: ".").last.map(String.init) ?? ""
      #expect(lines.contains { $0.contains("\(name):") && $0.contains("# \(key.help(.fr))") }, "\(key.path)")
      #expect(key.help(.fr) != key.help(.en), "\(key.path)")
    }
  }

  @Test func `what a person writes is read`() throws {
    let policy = try PolicyFile.policy(
      from: """
        company: {name: Dupont & fils, fixedCosts: 480000.50, rates: {USD: 0.92}}
        floors:
          company: {rate: 6.5 %}
          byCategory:
            Campings: {rate: 0.1, revenue: 2000}
        costs: {kinds: {delivery: {unitCost: 14.5, avoidableShare: 1}}}
        calendar: {completeMonths: [2026-10]}
        service: {levels: [personal, automated]}
        categories:
          - name: Hôtels
            sectors: [Hôtellerie]
        """)
    #expect(policy.company.name == "Dupont & fils")
    #expect(policy.company.fixedCosts == Cents(48_000_050))
    #expect(policy.company.rates["USD"] == Rate(millionths: 920_000))
    #expect(policy.floors.company.rate == Rate(millionths: 65_000))
    #expect(policy.floors.byCategory["Campings"] == Policy.Floor(rate: Rate(percent: 10), revenue: Cents(200_000)))
    #expect(policy.costs.kinds[.delivery]?.unitCost == Cents(1450))
    #expect(policy.calendar.completeMonths == [Month(year: 2026, month: 10)])
    #expect(policy.service.levels == [.personal, .automated])
    #expect(policy.categories.map(\.name) == ["Hôtels"])
  }

  @Test func `an unknown key is named with its line and its likeliest neighbour`() {
    let found = fault("company:\n  nmae: X\n")
    #expect(found == PolicyFault(line: 2, key: "company.nmae", problem: .unknownKey(near: "name")))
    #expect(found?.sentence(in: .fr).contains("ligne 2") == true)
    #expect(fault("rankings:\n  cutA: 0.8\n")?.key == "rankings")
  }

  @Test(arguments: [
    "bands:\n  count: many", "bands:\n  count: 0", "bands:\n  count: 3.5", "ranking:\n  cutA: 130 %",
    "ranking:\n  criterion: profit", "company:\n  started: 2026-13", "company:\n  fixedCosts: -5",
    "floors:\n  company: 3", "service:\n  levels: personal", "costs:\n  standIn:\n    enabled: maybe",
    "adequacy:\n  expectedRevenue: 99999999999999999999",
  ]) func `a wrong value is named with its line`(text: String) {
    #expect(fault(text)?.line == text.split(separator: "\n").count)
  }

  @Test func `a class cut below the one before it is named`() {
    #expect(
      fault("ranking:\n  cutA: 0.9\n  cutB: 0.5\n")
        == PolicyFault(line: 3, key: "ranking.cutB", problem: .belowOther("ranking.cutA")))
  }

  @Test(arguments: ["company: [", "\t\tx: 1", "a: b: c", "- 1\n- 2", "just words", "company:\n  name: A\n  name: B"])
  func `nonsense is a fault, never a crash`(text: String) {
    #expect(fault(text) != nil)
  }

  @Test func `random bytes never crash the reader`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        [UInt8](":{}[]-#'\"\n abc019.%&*!|>@`,?~".utf8).randomElement(using: &random) ?? 0x20
      }
      _ = try? PolicyFile.policy(from: String(decoding: bytes, as: UTF8.self))
    }
  }
}

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

  @Test(arguments: Language.allCases) func `rules written as a file are read as they were`(language: Language) throws {
    var policy = Policy()
    policy.company.name = "Dupont & fils : « le #1 »"
    policy.company.rates = ["USD": Rate(millionths: 920_000), "CHF": Rate(millionths: 1_060_000)]
    policy.costs.kinds[.return] = Policy.KindRule(standardMinutes: 12, unitCost: Cents(1450), actualCost: Cents(90_000))
    policy.costs.avoidableShares[.visit] = Rate(percent: 45)
    policy.floors.byCategory = [
      "Hôtels: 3 étoiles": Policy.Floor(rate: Rate(percent: 10), revenue: nil),
      "Campings": Policy.Floor(rate: nil, revenue: Cents(200_000)),
    ]
    policy.bands.bounds = [Cents(10_000_050), Cents(2_000_000)]
    policy.lifeCycle.declining.ratio = Rate(percent: 75)
    policy.prediction.origins = [6, 12]
    policy.alerts.leastDrop = Cents(50_000)
    policy.categories = [Policy.CategoryRule(name: "Cafés", customers: ["1, 2"], ranges: ["Thé \"vert\""])]
    #expect(try PolicyFile.policy(from: PolicyFile.commented(policy, in: language)) == policy)
  }

  @Test(arguments: Language.allCases) func `the file says which rules nothing reads yet`(language: Language) {
    let lines = PolicyFile.commented(in: language).split(separator: "\n").map(String.init)
    let sign = language(fr: "rien ne lit encore", en: "nothing reads")
    let marked = lines.filter { $0.lowercased().contains(sign) }
    let keys = Dictionary(grouping: PolicyKey.fixed) { $0.path.split(separator: ".").first.map(String.init) ?? "" }
    let whole = keys.filter { $0.value.allSatisfy(\.isToCome) }.keys
    let apart = keys.filter { !whole.contains($0.key) }.values.joined().count(where: \.isToCome)
    // Each section to come says it above, and the rules to come among the others say it themselves.
    #expect(marked.count == whole.count + apart && !whole.isEmpty)
    for section in whole {
      let place = lines.firstIndex(of: section + ":") ?? 0
      #expect(place > 0 && lines[place - 1].lowercased().contains(sign), "\(section)")
    }
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
        costs: {kinds: {delivery: {unitCost: 14.5, avoidableShare: 0.9}}}
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
    #expect(policy.costs.avoidableShares[.delivery] == Rate(percent: 90))
    #expect(policy.costs.avoidableShares[.mailing] == Rate(percent: 100))
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

  @Test(arguments: PolicyOrdering.all) func `rules that go against each other are named where they were written`(
    ordering: PolicyOrdering
  ) throws {
    func written(_ path: String, atLeastValue isLeast: Bool) throws -> String {
      let names = path.split(separator: ".").map(String.init)
      let bound: String
      switch try #require(PolicyKey.named(names)).form {
      case .whole(let range): bound = String(isLeast ? range.lowerBound : range.upperBound)
      case .rate(let range): bound = "\((isLeast ? range.lowerBound : range.upperBound) / 10_000) %"
      default: bound = ""
      }
      return names.enumerated().map { String(repeating: "  ", count: $0) + $1 + ":" }.joined(separator: "\n")
        + " \(bound)\n"
    }
    let least = try written(ordering.upper, atLeastValue: true)
    let most = try written(ordering.lower, atLeastValue: false)
    // The other rule stays at its default; where the bound itself does not break the order, nothing is wrong.
    for (text, key, isUpper) in [(least, ordering.upper, true), (most, ordering.lower, false)] {
      let found = fault(text)
      guard let found else { continue }
      #expect(found.key == key && found.line == text.split(separator: "\n").count)
      switch found.problem {
      case .belowOther: #expect(isUpper)
      case .aboveOther: #expect(!isUpper)
      default: Issue.record("\(found.problem)")
      }
      #expect(found.sentence(in: .fr) != found.sentence(in: .en))
    }
    #expect(fault(least) != nil || fault(most) != nil)
  }

  @Test func `a rule above the other's default is named from its own side`() {
    #expect(
      fault("ladder:\n  priceCap: 30 %\n")
        == PolicyFault(line: 2, key: "ladder.priceCap", problem: .aboveOther("verdict.cease.priceRise")))
    #expect(
      fault("lifeCycle:\n  developing: {ratio: 1.02}\n")
        == PolicyFault(line: 2, key: "lifeCycle.developing.ratio", problem: .belowOther("lifeCycle.mature.mostRatio")))
    #expect(
      fault("targets:\n  weights:\n    {size: 0, activity: 0, region: 0, interest: 0, culture: 0}\n")
        == PolicyFault(line: 3, key: "targets.weights", problem: .noWeight))
  }

  @Test func `a floor that no price can reach is named where it was written`() {
    #expect(
      fault("floors:\n  company:\n    rate: 100 %\n")
        == PolicyFault(line: 3, key: "floors.company.rate", problem: .floorOutOfReach))
    #expect(
      fault("ladder: {rebates: 30 %}\nfloors:\n  byCategory:\n    Camps: {rate: 70 %}\n")
        == PolicyFault(line: 4, key: "floors.byCategory.Camps.rate", problem: .floorOutOfReach))
    #expect(fault("floors:\n  company:\n    rate: 99 %\n") == nil)
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

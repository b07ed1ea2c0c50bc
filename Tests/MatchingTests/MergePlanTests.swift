import Ledger
import Matching
import Testing
import Units

struct MergePlanTests {
  private func pairs(_ list: [String]) -> [CustomerPair] {
    list.map { CustomerPair(ID(String($0.prefix(1))), ID(String($0.suffix(1)))) }
  }

  private func clusters(_ plan: MergePlan) -> [String] { plan.clusters.map { $0.map(\.text).joined() } }

  @Test func `the same as the same is the same`() {
    #expect(clusters(MergePlan(pairs(["ab", "cd", "bc", "xy"]), never: [])) == ["abcd", "xy"])
  }

  @Test func `two declared apart never meet, even through others`() {
    let plan = MergePlan(pairs(["ab", "bc", "cd"]), never: Set(pairs(["ad"])))
    #expect(clusters(plan) == ["abc"])
    #expect(plan.refused == pairs(["cd"]))
  }

  @Test func `no cluster holds a pair declared apart, whatever the order`() {
    var random = SplitMix64(seed: 2)
    let letters = "abcdefghij".map(String.init)
    for _ in 0..<300 {
      func some(_ count: Int) -> [CustomerPair] {
        (0..<count).map { _ in
          CustomerPair(
            ID(letters[Int.random(in: 0..<10, using: &random)]), ID(letters[Int.random(in: 0..<10, using: &random)]))
        }
        .filter { $0.a != $0.b }
      }
      let (accepted, never) = (some(8), Set(some(3)))
      let plan = MergePlan(accepted, never: never)
      let place = Dictionary(
        uniqueKeysWithValues: plan.clusters.enumerated().flatMap { place, ids in ids.map { ($0, place) } })
      for pair in never { #expect(place[pair.a] == nil || place[pair.a] != place[pair.b]) }
      for pair in accepted {
        #expect(plan.refused.contains(pair) || place[pair.a] != nil && place[pair.a] == place[pair.b])
      }
    }
  }

  @Test func `a merged record keeps the first's values and takes what it lacks`() {
    let merged = CustomerRecord.merged([
      CustomerRecord(id: ID("1"), name: "A", phone: "", revenue: Cents(5)),
      CustomerRecord(id: ID("2"), name: "B", otherNames: ["A", "C"], phone: "01", city: "Lyon", revenue: Cents(7)),
    ])
    #expect(
      merged
        == CustomerRecord(
          id: ID("1"), name: "A", otherNames: ["B", "C"], phone: "01", city: "Lyon", revenue: Cents(12)))
  }
}

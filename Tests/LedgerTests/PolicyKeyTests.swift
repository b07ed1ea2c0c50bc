import Ledger
import Testing
import Units

@Suite struct PolicyKeyTests {
  @Test func `every key gives back what is put into it`() {
    for key in PolicyKey.fixed {
      var policy = Policy()
      let value = key.value(policy)
      key.put(value, &policy)
      #expect(policy == Policy(), "\(key.path)")
      #expect(PolicyKey.named(key.path.split(separator: ".").map(String.init))?.path == key.path)
    }
  }

  @Test func `a key changes its own rule and no other`() {
    for key in PolicyKey.fixed {
      guard case .whole(let range) = key.form else { continue }
      var policy = Policy()
      let other = key.value(policy) == .whole(range.lowerBound) ? range.upperBound : range.lowerBound
      key.put(.whole(other), &policy)
      let changed = PolicyKey.fixed.filter { $0.value(policy) != $0.value(Policy()) }
      #expect(changed.map(\.path) == [key.path])
    }
  }

  @Test func `paths are unique, and their sections are known`() {
    #expect(Set(PolicyKey.fixed.map(\.path)).count == PolicyKey.fixed.count)
    for key in PolicyKey.fixed {
      let path = key.path.split(separator: ".").map(String.init)
      #expect(PolicyKey.isSection(Array(path.dropLast())))
      #expect(PolicyKey.help(ofSection: path[0], in: .fr) != nil)
    }
    #expect(PolicyKey.named(["nonsense"]) == nil && !PolicyKey.isSection(["nonsense"]))
    #expect(PolicyKey.named(["costs", "kinds", "dance", "unitCost"]) == nil)
    #expect(PolicyKey.named(["costs", "kinds", "visit", "unitCost"]) != nil)
  }
}

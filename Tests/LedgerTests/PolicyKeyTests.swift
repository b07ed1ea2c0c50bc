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

  /// A value of a form that is not this one.
  private func other(than value: PolicyValue, in form: PolicyKey.Form) -> PolicyValue {
    switch form {
    case .text: .text("other")
    case .whole(let range): .whole(value == .whole(range.lowerBound) ? range.upperBound : range.lowerBound)
    case .money: .money(Cents(123))
    case .rate(let range):
      .rate(Rate(millionths: value == .rate(Rate(millionths: range.lowerBound)) ? range.upperBound : range.lowerBound))
    case .flag: .flag(value == .flag(false))
    case .month: .month(Month(year: 2019, month: 4))
    case .siren: .text("732829320")
    case .choice(let names): .text(names.first { value != .text($0) } ?? "")
    case .optional(let form): other(than: value, in: form)
    case .list(let form): .list([other(than: .nothing, in: form)])
    }
  }

  @Test func `a key changes its own rule and no other`() {
    for key in PolicyKey.fixed {
      var policy = Policy()
      let other = other(than: key.value(policy), in: key.form)
      key.put(other, &policy)
      #expect(key.value(policy) == other)
      let changed = PolicyKey.fixed.filter { $0.value(policy) != $0.value(Policy()) }
      #expect(changed.map(\.path) == [key.path])
      #expect(policy.changedToCome.map(\.path) == (key.isToCome ? [key.path] : []))
    }
  }

  @Test func `defaults keep every order between rules, and an order can be broken`() {
    for ordering in PolicyOrdering.all {
      #expect(ordering.isKept(in: Policy()), "\(ordering.upper)")
      var policy = Policy()
      for (path, isUpper) in [(ordering.upper, true), (ordering.lower, false)] {
        guard let key = PolicyKey.named(path.split(separator: ".").map(String.init)) else {
          Issue.record("no key \(path)")
          continue
        }
        switch key.form {
        case .whole(let range): key.put(.whole(isUpper ? range.lowerBound : range.upperBound), &policy)
        case .rate(let range):
          key.put(.rate(Rate(millionths: isUpper ? range.lowerBound : range.upperBound)), &policy)
        default: Issue.record("\(path) has no order")
        }
      }
      #expect(!ordering.isKept(in: policy), "\(ordering.upper)")
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

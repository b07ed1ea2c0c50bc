import Foundation
import Ledger
import Units
import Yams

/// `policy.yaml`: people's rules, in one readable file.
public enum PolicyFile {
  /// Reads a workspace's rules; what the file does not say keeps its default.
  /// - Throws: `DeskError.policy` naming line and key.
  public static func policy(of workspace: Workspace) throws(DeskError) -> Policy {
    guard let data = FileManager.default.contents(atPath: workspace.policyFile) else { return Policy() }
    return try policy(from: String(decoding: data, as: UTF8.self))
  }

  /// Reads rules from their text.
  public static func policy(from text: String) throws(DeskError) -> Policy {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch { throw .policy(fault(of: error)) }
    var policy = Policy()
    guard let root, root.scalar?.string != "" else { return policy }
    do throws(PolicyFault.Thrown) { try read(root, at: [], into: &policy) } catch { throw .policy(error.fault) }
    if let fault = contradiction(in: policy, written: root) { throw .policy(fault) }
    return policy
  }

  /// The first of the rules that go against each other, at the line that a person wrote.
  private static func contradiction(in policy: Policy, written root: Node) -> PolicyFault? {
    func line(of path: String) -> Int? {
      path.split(separator: ".").reduce(root as Node?) { $0?[String($1)] }?.mark?.line
    }
    for ordering in PolicyOrdering.all where !ordering.isKept(in: policy) {
      guard let line = line(of: ordering.upper) else {
        return PolicyFault(
          line: line(of: ordering.lower) ?? 1, key: ordering.lower, problem: .aboveOther(ordering.upper))
      }
      return PolicyFault(line: line, key: ordering.upper, problem: .belowOther(ordering.lower))
    }
    let floors =
      [("floors.company.rate", policy.floors.company.rate)]
      + policy.floors.byCategory.sorted { precedes($0.key, $1.key) }.map {
        ("floors.byCategory.\($0.key).rate", $0.value.rate)
      }
    for (key, rate) in floors {
      guard let rate, rate.millionths + policy.ladder.rebates.millionths >= 1_000_000 else { continue }
      // A category's own name may hold points.
      return PolicyFault(line: line(of: key) ?? line(of: "floors") ?? 1, key: key, problem: .floorOutOfReach)
    }
    let weights = policy.targets.weights
    if [weights.size, weights.activity, weights.region, weights.interest, weights.culture]
      .allSatisfy({ $0.millionths == 0 })
    {
      return PolicyFault(line: line(of: "targets.weights") ?? 1, key: "targets.weights", problem: .noWeight)
    }
    return nil
  }

  private static func read(
    _ node: Node, at path: [String], into policy: inout Policy
  ) throws(PolicyFault.Thrown) {
    guard let mapping = node.mapping else { throw fault(.notASection, node, path) }
    for (name, value) in mapping {
      let key = name.scalar?.string ?? ""
      let place = path + [key]
      if place == ["categories"] {
        policy.categories = try categories(value)
      } else if let rule = PolicyKey.named(place) {
        rule.put(
          try rule.form.value(of: value) { (text, form) in fault(.wrongValue(text, form), value, place) }, &policy)
      } else if PolicyKey.isSection(place) {
        // A section without keys is a section at its defaults.
        if value.mapping != nil || value.scalar?.string != "" { try read(value, at: place, into: &policy) }
      } else {
        throw fault(.unknownKey(near: nearest(to: place)), name, place)
      }
    }
  }

  private static func categories(_ node: Node) throws(PolicyFault.Thrown) -> [Policy.CategoryRule] {
    if node.scalar?.string == "" { return [] }
    guard let list = node.sequence else {
      throw fault(.wrongValue(node.scalar?.string ?? "", .list(.text)), node, ["categories"])
    }
    var rules: [Policy.CategoryRule] = []
    for item in list {
      guard let mapping = item.mapping else { throw fault(.notASection, item, ["categories"]) }
      var rule = Policy.CategoryRule(name: "")
      for (name, value) in mapping {
        let place = ["categories", name.scalar?.string ?? ""]
        func texts() throws(PolicyFault.Thrown) -> [String] {
          guard let texts = value.sequence?.map({ $0.scalar?.string }), !texts.contains(nil) else {
            throw fault(.wrongValue(value.scalar?.string ?? "", .list(.text)), value, place)
          }
          return texts.compactMap { $0 }
        }
        switch place[1] {
        case "name": rule.name = value.scalar?.string ?? ""
        case "customers": rule.customers = try texts()
        case "sectors": rule.sectors = try texts()
        case "regions": rule.regions = try texts()
        case "sizes": rule.sizes = try texts()
        case "ranges": rule.ranges = try texts()
        case "labels": rule.labels = try texts()
        default: throw fault(.unknownKey(near: nil), name, place)
        }
      }
      guard !rule.name.isEmpty else { throw fault(.wrongValue("", .text), item, ["categories", "name"]) }
      rules.append(rule)
    }
    return rules
  }

  private static func fault(_ problem: PolicyFault.Problem, _ node: Node, _ path: [String]) -> PolicyFault.Thrown {
    PolicyFault.Thrown(
      fault: PolicyFault(line: node.mark?.line ?? 1, key: path.joined(separator: "."), problem: problem))
  }

  private static func fault(of error: any Error) -> PolicyFault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      PolicyFault(line: mark.line, key: "", problem: .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, _):
      PolicyFault(
        line: 1, key: keys.map { "\($0)" }.sorted().joined(separator: ", "), problem: .notYAML("repeated key"))
    default: PolicyFault(line: 1, key: "", problem: .notYAML("\(error)"))
    }
  }

  /// The known key of the same section whose spelling is closest, if any is close.
  private static func nearest(to path: [String]) -> String? {
    let section = path.dropLast().joined(separator: ".")
    let names = PolicyKey.fixed.compactMap { key -> String? in
      guard section.isEmpty || key.path.hasPrefix(section + ".") else { return nil }
      return key.path.dropFirst(section.isEmpty ? 0 : section.count + 1).split(separator: ".").first.map(String.init)
    }
    let wanted = path.last?.lowercased() ?? ""
    let scored = Set(names).map { ($0, editDistance($0.lowercased(), wanted)) }
    return scored.filter { $0.1 <= max(2, wanted.count / 3) }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// The fewest single-letter changes between two short words (Levenshtein, 1966).
  private static func editDistance(_ first: String, _ second: String) -> Int {
    let (rows, columns) = (Array(first), Array(second))
    var previous = Array(0...columns.count)
    for (row, letter) in rows.enumerated() {
      var current = [row + 1]
      for (column, other) in columns.enumerated() {
        current.append(min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[columns.count]
  }
}

extension PolicyFault {
  /// A fault on its way up.
  struct Thrown: Error { let fault: PolicyFault }
}

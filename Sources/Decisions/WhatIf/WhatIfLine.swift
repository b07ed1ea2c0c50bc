import Ledger
import Units

/// One line of a scenario as people write it: a step, and whom it is tried on.
///
/// `drop@C-0012,C-0040`, `lose:25%@C-0012`, `reprice:4.5%@class:D`, `reprice:4.5%/1.2@verdict:maintain` (with an elasticity),
/// `serve:automated@floor:below`, `minimum:150@stage:episodic`. A decimal comma is read where no comma parts identifiers.
public struct WhatIfLine: Hashable, Sendable {
  /// What is tried.
  public let step: WhatIfStep
  /// On whom.
  public let groups: [WhatIfGroup]

  /// Why a line cannot be read, or not be tried.
  public enum Fault: Error, Hashable, Sendable {
    /// It is none of the forms.
    case notALine(String)
    /// Its number, level or step is none.
    case notAStep(String)
    /// The step is out of its bounds.
    case refused(WhatIfStep.Refusal, String)
    /// Nobody has the identifier.
    case unknownCustomer(String)

    /// Whether the line itself is wrong, whatever the books hold.
    public var isUsage: Bool { if case .unknownCustomer = self { false } else { true } }
  }

  /// Makes a line.
  public init(_ step: WhatIfStep, on groups: [WhatIfGroup]) {
    self.step = step
    self.groups = groups
  }

  /// Reads a line.
  /// - Throws: `Fault`.
  public init(_ text: String) throws(Fault) {
    guard let at = text.firstIndex(of: "@") else { throw .notALine(text) }
    let who = text[text.index(after: at)...]
    step = try Self.step(String(text[..<at]))
    groups = who.split(separator: ",").map { WhatIfGroup(String($0)) }
    guard !groups.isEmpty else { throw .notALine(text) }
  }

  /// Reads a step: `drop`, `lose:25%`, `reprice:4.5%/1.2`, `serve:LEVEL`, `minimum:150`.
  /// - Throws: `Fault`.
  public static func step(_ text: String) throws(Fault) -> WhatIfStep {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let amount = parts.count == 2 ? parts[1] : ""
    let step: WhatIfStep
    switch parts[0] {
    case "drop" where amount.isEmpty: step = .drop
    case "lose":
      guard let chance = rate(amount) else { throw .notAStep(text) }
      step = .lose(chance)
    case "reprice":
      let pair = amount.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard pair.count <= 2, let rise = rate(pair.first ?? "") else { throw .notAStep(text) }
      var elasticity: Rate?
      if pair.count == 2 {
        guard let millionths = decimal(pair[1], digits: 6) else { throw .notAStep(text) }
        elasticity = Rate(millionths: millionths)
      }
      step = .reprice(rise, elasticity: elasticity)
    case "serve":
      guard let level = Policy.ServiceLevel(rawValue: amount) else { throw .notAStep(text) }
      step = .serve(level)
    case "minimum":
      guard let cents = decimal(amount, digits: 2) else { throw .notAStep(text) }
      step = .minimumOrder(Cents(cents))
    default: throw .notAStep(text)
    }
    if let refusal = step.refusal { throw .refused(refusal, text) }
    return step
  }

  /// The text that reads as this line.
  public var text: String { step.text + "@" + groups.map(\.text).joined(separator: ",") }

  /// The customers it names.
  /// - Throws: `Fault.unknownCustomer`.
  public func choice(in analysis: CompanyAnalysis) throws(Fault) -> WhatIfChoice {
    var places: [Int] = []
    for group in groups {
      guard let own = group.places(in: analysis) else { throw .unknownCustomer(group.text) }
      places += own
    }
    return WhatIfChoice(places, [step])
  }

  /// A percentage, with its sign or without.
  private static func rate(_ text: String) -> Rate? {
    var digits = text
    if digits.last == "%" { digits.removeLast() }
    return decimal(digits, digits: 4).map { Rate(millionths: $0) }
  }

  /// A decimal number in units of its last digit; nothing for what is none, has more digits or is larger than money can be.
  private static func decimal(_ text: String, digits: Int) -> Int64? {
    let isNegative = text.first == "-"
    let parts = text.dropFirst(isNegative || text.first == "+" ? 1 : 0).split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard let whole = parts.first, !whole.isEmpty, text.count - whole.count <= digits + 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= digits, parts.count == 1 || !fraction.isEmpty,
      (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }), whole.count <= 12,
      let number = Int64(whole + fraction + String(repeating: "0", count: digits - fraction.count))
    else { return nil }
    return isNegative ? -number : number
  }
}

extension WhatIfStep {
  /// The step as `WhatIfLine` reads it.
  public var text: String {
    switch self {
    case .drop: "drop"
    case .lose(let chance): "lose:" + Self.plain(chance.millionths, digits: 4) + "%"
    case .reprice(let rise, let elasticity):
      "reprice:" + Self.plain(rise.millionths, digits: 4) + "%"
        + (elasticity.map { "/" + Self.plain($0.millionths, digits: 6) } ?? "")
    case .serve(let level): "serve:" + level.rawValue
    case .minimumOrder(let amount): "minimum:" + Self.plain(amount.value, digits: 2)
    }
  }

  /// A number of so many decimal digits, without idle zeros.
  private static func plain(_ number: Int64, digits: Int) -> String {
    let text = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    var fraction = padded.suffix(digits)
    while fraction.last == "0" { fraction.removeLast() }
    return (number < 0 ? "-" : "") + padded.dropLast(digits) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A scenario: its lines, in the order they were asked, which changes nothing.
public struct WhatIfScenario: Hashable, Sendable {
  /// The lines, none twice.
  public let lines: [WhatIfLine]

  /// Takes lines.
  public init(_ lines: [WhatIfLine]) {
    var seen: Set<WhatIfLine> = []
    self.lines = lines.filter { seen.insert($0).inserted }
  }

  /// Tries it.
  /// - Throws: `WhatIfLine.Fault`.
  public func tried(in analysis: CompanyAnalysis) throws(WhatIfLine.Fault) -> WhatIf {
    var choices: [WhatIfChoice] = []
    for line in lines { choices.append(try line.choice(in: analysis)) }
    do { return try WhatIf(analysis.life.whatIfBase, choices) } catch { throw .refused(error, "") }
  }
}

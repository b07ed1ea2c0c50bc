import Ledger
import Portfolio
import Units

/// Whom steps are tried on: one customer, or all of whom something holds.
public enum WhatIfGroup: Hashable, Sendable {
  case customer(ID<Customer>)
  /// Those with a verdict.
  case verdict(Verdict)
  /// Those in a stage; a customer won back is new.
  case stage(String)
  /// Those of a class, A to D.
  case letter(String)
  case category(String)
  /// Those with a step of the ladder: below their floor.
  case belowFloor

  /// The word for `belowFloor`.
  private static let belowFloorWord = "floor:below"

  /// Reads `verdict:cease`, `stage:declining`, `class:D`, `category:NAME`, `floor:below`, or else an identifier.
  public init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let (word, rest) = (parts[0], parts.count == 2 ? parts[1] : "")
    if text == Self.belowFloorWord {
      self = .belowFloor
    } else if word == "verdict", let verdict = Verdict(rawValue: rest) {
      self = .verdict(verdict)
    } else if word == "stage", Stage.allCases.contains(where: { $0.name == rest }) {
      self = .stage(rest)
    } else if word == "class", ["A", "B", "C", "D"].contains(rest) {
      self = .letter(rest)
    } else if word == "category", !rest.isEmpty {
      self = .category(rest)
    } else {
      self = .customer(ID(text))
    }
  }

  /// The text that reads as this.
  public var text: String {
    switch self {
    case .customer(let id): id.text
    case .verdict(let verdict): "verdict:" + verdict.rawValue
    case .stage(let name): "stage:" + name
    case .letter(let letter): "class:" + letter
    case .category(let name): "category:" + name
    case .belowFloor: Self.belowFloorWord
    }
  }

  /// The customers, by place in the file, ascending; nothing for an identifier that nobody has, or a category
  /// that there is none of.
  ///
  /// Linear in the customers, but for a single one.
  public func places(in analysis: CompanyAnalysis) -> [Int]? {
    func all(_ fits: (Int) -> Bool) -> [Int] { (0..<analysis.books.customers.count).filter(fits) }
    switch self {
    case .customer(let id): return analysis.books.customers.index(of: id).map { [$0] }
    case .verdict(let verdict):
      let rows = analysis.life.verdicts.rows
      return all { rows[$0].verdict.value == verdict }
    case .stage(let name): return all { analysis.life.stay(of: $0)?.stage.name == name }
    case .letter(let letter): return all { analysis.rankingRow(of: $0)?.abc.letter == letter }
    case .category(let name):
      let categories = analysis.portfolio.categories
      return categories.names.contains(name) ? all { categories[$0] == name } : nil
    case .belowFloor:
      let rows = analysis.life.verdicts.rows
      return all { !rows[$0].ladder.isEmpty }
    }
  }
}

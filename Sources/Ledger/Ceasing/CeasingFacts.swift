import Units

/// Something about a relation that is to be ended which only people know.
public enum CeasingFact: String, CaseIterable, Sendable {
  /// Who buys, since when, bound until when, how tenders and usage are, how much of its purchases it makes here.
  case buyer, since, fixedTerm, tendersWon, usualMonths, dependence, excuse
  /// What the letter says: the last day, and whose letter it is.
  case endDay, place, sender, recipient, reference, signatory, role, reason

  /// How it is written.
  public enum Form: Hashable, Sendable {
    case day
    /// A whole number within bounds.
    case whole(ClosedRange<Int>)
    /// A share from 0 to 100 %, kept in millionths.
    case percent
    /// One of some words.
    case word([String])
    /// A line.
    case line
    /// Several lines.
    case lines
  }

  /// How it is written.
  public var form: Form {
    switch self {
    case .buyer: .word(["business", "consumer"])
    case .excuse: .word(["none", "seriousNonPerformance", "forceMajeure"])
    case .since, .fixedTerm, .endDay: .day
    case .tendersWon: .whole(0...99)
    case .usualMonths: .whole(0...120)
    case .dependence: .percent
    case .place, .reference, .signatory, .role: .line
    case .sender, .recipient, .reason: .lines
    }
  }

  /// Whether it is of the letter, and not of the relation.
  public var isOfLetter: Bool {
    switch self {
    case .buyer, .since, .fixedTerm, .tendersWon, .usualMonths, .dependence, .excuse: false
    case .endDay, .place, .sender, .recipient, .reference, .signatory, .role, .reason: true
    }
  }

  /// The value as it is kept, out of what a person typed; nothing where that is empty.
  /// - Parameter today: a relation has begun by then.
  /// - Throws: `CeasingFault.badValue`, or `.notBegun`.
  public func value(of typed: String, today: Day) throws(CeasingFault) -> String? {
    let text = trimmed(typed)
    guard !text.isEmpty else { return nil }
    let found: String? =
      switch form {
      case .day: Day(typed: text)?.iso
      case .whole(let bounds): Int(text).flatMap { bounds.contains($0) ? String($0) : nil }
      case .percent:
        Rate(typedPercent: text).flatMap { (0...1_000_000).contains($0.millionths) ? $0 : nil }.map {
          String($0.millionths)
        }
      case .word(let words): words.contains(text) ? text : nil
      case .line: text.contains(where: \.isNewline) || text.count > 200 ? nil : text
      case .lines: text.count > 2_000 ? nil : text
      }
    guard let found else { throw .badValue(self, String(text.prefix(60))) }
    if self == .since, let day = Day(iso: found), day > today { throw .notBegun(day) }
    return found
  }
}

/// What people wrote of a relation that is to be ended, and of its letter.
public struct CeasingFacts: Hashable, Sendable {
  private let values: [CeasingFact: String]

  /// Gathers values as they are kept.
  public init(_ values: [CeasingFact: String] = [:]) { self.values = values }

  /// A value as it is kept; nothing where nobody wrote one.
  public subscript(fact: CeasingFact) -> String? { values[fact] }

  /// A day.
  public func day(_ fact: CeasingFact) -> Day? { values[fact].flatMap { Day(iso: $0) } }
  /// A number.
  public func number(_ fact: CeasingFact) -> Int? { values[fact].flatMap { Int($0) } }
}

extension Day {
  /// Reads a day as a person types it: `YYYY-MM-DD` or `DD/MM/YYYY`; nothing for what is none.
  public init?(typed text: some StringProtocol) {
    let parts = String(text).split(separator: "/" as Character, omittingEmptySubsequences: false)
    guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
      self.init(iso: text)
      return
    }
    self.init(year: year, month: month, day: day)
  }
}

extension Rate {
  /// Reads a number of percents as a person types it, `4.5`, `4,5` or `4,5 %`, exact to four decimals; nothing for what is none.
  public init?(typedPercent text: some StringProtocol) {
    let plain = String(text.filter { !$0.isWhitespace && $0 != "%" })
    let parts = plain.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map {
      String($0)
    }
    let isNumber = parts.allSatisfy { part in
      part.utf8.count <= 6 && part.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) }
    }
    guard isNumber, let whole = Int64(parts[0]), parts.count == 1 || (1...4).contains(parts[1].utf8.count) else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] + String(repeating: "0", count: 4 - parts[1].utf8.count) : "0"
    self.init(millionths: whole * 10_000 + (Int64(decimals) ?? 0))
  }
}

/// A text without the white space around it.
private func trimmed(_ text: String) -> String {
  let head = text.drop(while: \.isWhitespace)
  return String(head.reversed().drop(while: \.isWhitespace).reversed()).replacing("\r\n", with: "\n")
}

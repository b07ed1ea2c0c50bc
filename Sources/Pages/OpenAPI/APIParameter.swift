import Forecast
import Ledger
import Portfolio
import Units

/// What can be asked of the API; the raw value is the name in an address.
public enum APIParameter: String, CaseIterable, Sendable {
  case asOf, months, per, by, lang, format, q, from, to, range, limit, offset, id, model, until, steps, against

  /// What values it takes.
  public enum Values: Hashable, Sendable {
    case month
    case day
    /// A number of months, or `all`.
    case length
    case word([String])
    /// Text of at most so many characters.
    case text(most: Int)
    case number(ClosedRange<Int>, otherwise: Int)

    /// Whether a text is one of them.
    public func admit(_ text: String) -> Bool {
      switch self {
      case .month: Month(iso: text) != nil
      case .day: Day(iso: text) != nil
      case .length: text == "all" || wholeNumber(text).map { (1...WindowLength.most).contains($0) } ?? false
      case .word(let words): words.contains(text)
      case .text(let most): text.unicodeScalars.count <= most
      case .number(let range, _): wholeNumber(text).map { range.contains($0) } ?? false
      }
    }
  }

  /// The forms a report comes in.
  public enum Format: String, CaseIterable, Sendable { case json, csv, xlsx }

  /// What values it takes.
  public var values: Values {
    switch self {
    case .asOf, .from, .to: .month
    case .months: .length
    case .per: .word(CustomerScope.allCases.map(\.rawValue))
    case .by: .word(Policy.Criterion.allCases.map(\.rawValue))
    case .lang: .word(Language.allCases.map(\.rawValue))
    case .format: .word(Format.allCases.map(\.rawValue))
    case .q, .range, .id: .text(most: 200)
    case .model: .word(PurchaseModelKind.allCases.map(\.rawValue) + ["auto"])
    case .until: .day
    case .steps, .against: .text(most: 2_000)
    case .limit: .number(1...1_000, otherwise: 100)
    case .offset: .number(0...1_000_000_000, otherwise: 0)
    }
  }

  /// Whether it is a part of the path, and not of the query.
  public var isInPath: Bool { self == .id }

  /// What it asks for.
  var meaning: String {
    switch self {
    case .asOf: "The last month looked at; the last complete one by default."
    case .months:
      "How many months are looked at, or `all`; by default as many as policy says, else 12."
    case .per: "Whether the customers of a group count as one; each by itself by default."
    case .by: "What customers are ranked by; what policy says by default."
    case .lang: "The language of sentences; by default the first of Accept-Language that is known, else English."
    case .format: "The form of the answer; JSON by default."
    case .q: "What a customer's identifier or name must hold, whatever the case and the accents."
    case .from: "The first month; all by default."
    case .to: "The last month; all by default."
    case .range: "The product range; all by default."
    case .limit: "How many to give at most."
    case .offset: "How many to pass over."
    case .model: "The purchase model; `auto`, the default, takes the one that was nearest on the past."
    case .until: "The last day to know anything of; what came later is held out. The last of the month by default."
    case .steps:
      "Lines of a scenario parted by semicolons, each STEP@WHO: `drop@C-0012;reprice:4.5%@class:D;serve:automated@floor:below`."
    case .against: "The lines of another scenario to hold it against, written the same way."
    case .id: "The customer's identifier; `-` for the lines without a customer."
    }
  }

  /// A value as an example.
  var example: String? {
    switch self {
    case .asOf, .to: "2026-10"
    case .from: "2026-01"
    case .months: "12"
    case .per: "company"
    case .by: "operatingMargin"
    case .lang: "en"
    case .format: "json"
    case .q: "dup"
    case .range, .limit, .offset: nil
    case .model: "bgnbd"
    case .until: "2025-10-31"
    case .steps: "drop@verdict:cease;reprice:2%@class:C"
    case .against: "drop@verdict:cease"
    case .id: "-"
    }
  }
}

/// A number written in digits alone, nothing when it is too large to be asked for.
public func wholeNumber(_ text: String) -> Int? {
  text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
}

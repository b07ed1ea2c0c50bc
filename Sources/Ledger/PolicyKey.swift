import Units

/// One rule of the policy as `policy.yaml` names it: where it stands, what it means, which values it takes.
public struct PolicyKey: Sendable {
  /// The sections and the name, joined by points: `bands.count`.
  public let path: String
  /// What the value must be.
  public let form: Form
  /// What the rule does, in one line.
  public let help: @Sendable (Language) -> String
  /// The rule's value in a policy.
  public let value: @Sendable (Policy) -> PolicyValue
  /// Puts a value of the right form into a policy.
  public let put: @Sendable (PolicyValue, inout Policy) -> Void

  /// What a value must be.
  public enum Form: Hashable, Sendable {
    case text
    case whole(ClosedRange<Int>)
    /// An amount in the company's currency, never negative.
    case money
    /// A share or factor between two bounds, in millionths; `8 %` and `0.08` are the same.
    case rate(ClosedRange<Int64>)
    case flag
    case month
    case choice([String])
    /// The same, or nothing for "not known" or "not set".
    indirect case optional(Form)
    indirect case list(Form)
  }
}

/// A value of a policy rule.
public enum PolicyValue: Hashable, Sendable {
  case nothing
  case text(String)
  case whole(Int)
  case money(Cents)
  case rate(Rate)
  case flag(Bool)
  case month(Month)
  case list([PolicyValue])
}

extension PolicyKey {

  private init<Value>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, _ form: Form,
    _ wrap: @escaping @Sendable (Value) -> PolicyValue,
    _ unwrap: @escaping @Sendable (PolicyValue) -> Value?, fr: String, en: String
  ) {
    self.path = path
    self.form = form
    help = { $0(fr: fr, en: en) }
    value = { wrap($0[keyPath: place]) }
    put = { value, policy in
      guard let found = unwrap(value) else { preconditionFailure("a checked value has the key's form: \(path)") }
      policy[keyPath: place] = found
    }
  }

  static func text(
    _ path: String, _ place: any WritableKeyPath<Policy, String> & Sendable, fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .text, { .text($0) }, { if case .text(let text) = $0 { text } else { nil } }, fr: fr, en: en)
  }

  static func whole(
    _ path: String, _ place: any WritableKeyPath<Policy, Int> & Sendable, _ range: ClosedRange<Int>, fr: String,
    en: String
  ) -> PolicyKey {
    PolicyKey(path, place, .whole(range), { .whole($0) }, { $0.asWhole }, fr: fr, en: en)
  }

  static func whole(
    _ path: String, _ place: any WritableKeyPath<Policy, Int?> & Sendable, _ range: ClosedRange<Int>, fr: String,
    en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .optional(.whole(range)), { $0.map { .whole($0) } ?? .nothing }, { .some($0.asWhole) }, fr: fr,
      en: en)
  }

  static func money(
    _ path: String, _ place: any WritableKeyPath<Policy, Cents?> & Sendable, fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .optional(.money), { $0.map { .money($0) } ?? .nothing }, { .some($0.asMoney) }, fr: fr, en: en)
  }

  static func money(
    _ path: String, _ place: any WritableKeyPath<Policy, Cents> & Sendable, fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(path, place, .money, { .money($0) }, { $0.asMoney }, fr: fr, en: en)
  }

  /// - Parameter percents: the bounds in percent.
  static func rate(
    _ path: String, _ place: any WritableKeyPath<Policy, Rate> & Sendable, _ percents: ClosedRange<Int64> = 0...100,
    fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(path, place, .rate(percents.inMillionths), { .rate($0) }, { $0.asRate }, fr: fr, en: en)
  }

  static func rate(
    _ path: String, _ place: any WritableKeyPath<Policy, Rate?> & Sendable, _ percents: ClosedRange<Int64> = 0...100,
    fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .optional(.rate(percents.inMillionths)), { $0.map { .rate($0) } ?? .nothing }, { .some($0.asRate) },
      fr: fr, en: en)
  }

  static func flag(
    _ path: String, _ place: any WritableKeyPath<Policy, Bool> & Sendable, fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .flag, { .flag($0) }, { if case .flag(let flag) = $0 { flag } else { nil } }, fr: fr, en: en)
  }

  static func month(
    _ path: String, _ place: any WritableKeyPath<Policy, Month?> & Sendable, fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .optional(.month), { $0.map { .month($0) } ?? .nothing }, { .some($0.asMonth) }, fr: fr, en: en)
  }

  static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ path: String, _ place: any WritableKeyPath<Policy, Choice> & Sendable, fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .choice(Choice.allCases.map(\.rawValue)), { .text($0.rawValue) },
      { if case .text(let text) = $0 { Choice(rawValue: text) } else { nil } }, fr: fr, en: en)
  }

  static func list<Element: Sendable>(
    _ path: String, _ place: any WritableKeyPath<Policy, [Element]> & Sendable, _ form: Form,
    _ wrap: @escaping @Sendable (Element) -> PolicyValue, _ unwrap: @escaping @Sendable (PolicyValue) -> Element?,
    fr: String, en: String
  ) -> PolicyKey {
    PolicyKey(
      path, place, .list(form), { .list($0.map(wrap)) },
      { if case .list(let values) = $0 { values.compactMap(unwrap) } else { nil } }, fr: fr, en: en)
  }
}

extension ClosedRange<Int64> {
  fileprivate var inMillionths: ClosedRange<Int64> { lowerBound * 10_000...upperBound * 10_000 }
}

extension PolicyValue {
  var asWhole: Int? { if case .whole(let number) = self { number } else { nil } }
  var asMoney: Cents? { if case .money(let amount) = self { amount } else { nil } }
  var asRate: Rate? { if case .rate(let rate) = self { rate } else { nil } }
  var asMonth: Month? { if case .month(let month) = self { month } else { nil } }
  var asText: String? { if case .text(let text) = self { text } else { nil } }
}

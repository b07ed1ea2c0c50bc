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
  /// Whether no analysis reads the rule yet: it may be decided, and the file says that nothing changes before one does.
  public private(set) var isToCome = false

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
    /// The number of a French company, nine digits that prove themselves.
    case siren
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
  /// A rule whose value is a property of the policy, of a type that tells how a file writes it.
  ///
  /// - Parameter plain: the form of the value itself; that of an optional or a list of it follows.
  init<Value: PolicyType>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, _ plain: Form, fr: FrenchText, en: String
  ) {
    self.path = path
    form = Value.form(of: plain)
    help = { $0(fr: fr, en: en) }
    value = { $0[keyPath: place].inPolicy }
    put = { value, policy in
      guard let found = Value(inPolicy: value) else {
        preconditionFailure("a checked value has the key's form: \(path)")
      }
      policy[keyPath: place] = found
    }
  }

  /// The same rule, not read yet.
  var toCome: PolicyKey {
    var key = self
    key.isToCome = true
    return key
  }

  static func text(
    _ path: String, _ place: any WritableKeyPath<Policy, String> & Sendable, fr: FrenchText, en: String
  ) -> PolicyKey {
    PolicyKey(path, place, .text, fr: fr, en: en)
  }

  static func whole<Value: PolicyType>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, _ range: ClosedRange<Int>, fr: FrenchText,
    en: String
  ) -> PolicyKey where Value.Plain == Int {
    PolicyKey(path, place, .whole(range), fr: fr, en: en)
  }

  static func money<Value: PolicyType>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, fr: FrenchText, en: String
  ) -> PolicyKey where Value.Plain == Cents {
    PolicyKey(path, place, .money, fr: fr, en: en)
  }

  /// - Parameter percents: the bounds in percent.
  static func rate<Value: PolicyType>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, _ percents: ClosedRange<Int64> = 0...100,
    fr: FrenchText, en: String
  ) -> PolicyKey where Value.Plain == Rate {
    PolicyKey(path, place, .rate(percents.lowerBound * 10_000...percents.upperBound * 10_000), fr: fr, en: en)
  }

  static func flag(
    _ path: String, _ place: any WritableKeyPath<Policy, Bool> & Sendable, fr: FrenchText, en: String
  ) -> PolicyKey {
    PolicyKey(path, place, .flag, fr: fr, en: en)
  }

  static func month<Value: PolicyType>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, fr: FrenchText, en: String
  ) -> PolicyKey where Value.Plain == Month {
    PolicyKey(path, place, .month, fr: fr, en: en)
  }

  static func choice<Value: PolicyType>(
    _ path: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, fr: FrenchText, en: String
  ) -> PolicyKey where Value.Plain: CaseIterable & RawRepresentable<String> {
    PolicyKey(path, place, .choice(Value.Plain.allCases.map(\.rawValue)), fr: fr, en: en)
  }
}

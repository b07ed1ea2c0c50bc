import Units

/// A type that a rule's value may have: how it stands in a `PolicyValue`.
protocol PolicyType: Sendable {
  /// What is left without the optional or the list around it.
  associatedtype Plain
  /// The form of this type, `plain` being that of what is left.
  static func form(of plain: PolicyKey.Form) -> PolicyKey.Form
  /// The value as a policy's.
  var inPolicy: PolicyValue { get }
  /// The value that a policy's is; nothing when it is of another form.
  init?(inPolicy value: PolicyValue)
}

extension PolicyType {
  static func form(of plain: PolicyKey.Form) -> PolicyKey.Form { plain }
}

extension String: PolicyType {
  typealias Plain = String
  var inPolicy: PolicyValue { .text(self) }
  init?(inPolicy value: PolicyValue) { if case .text(let text) = value { self = text } else { return nil } }
}

extension Int: PolicyType {
  typealias Plain = Int
  var inPolicy: PolicyValue { .whole(self) }
  init?(inPolicy value: PolicyValue) { if case .whole(let number) = value { self = number } else { return nil } }
}

extension Cents: PolicyType {
  typealias Plain = Cents
  var inPolicy: PolicyValue { .money(self) }
  init?(inPolicy value: PolicyValue) { if case .money(let amount) = value { self = amount } else { return nil } }
}

extension Rate: PolicyType {
  typealias Plain = Rate
  var inPolicy: PolicyValue { .rate(self) }
  init?(inPolicy value: PolicyValue) { if case .rate(let rate) = value { self = rate } else { return nil } }
}

extension Bool: PolicyType {
  typealias Plain = Bool
  var inPolicy: PolicyValue { .flag(self) }
  init?(inPolicy value: PolicyValue) { if case .flag(let flag) = value { self = flag } else { return nil } }
}

extension Month: PolicyType {
  typealias Plain = Month
  var inPolicy: PolicyValue { .month(self) }
  init?(inPolicy value: PolicyValue) { if case .month(let month) = value { self = month } else { return nil } }
}

extension PolicyType where Self: RawRepresentable<String> {
  typealias Plain = Self
  var inPolicy: PolicyValue { .text(rawValue) }
  init?(inPolicy value: PolicyValue) {
    if case .text(let text) = value { self.init(rawValue: text) } else { return nil }
  }
}

extension Policy.Criterion: PolicyType {}
extension Policy.BandMethod: PolicyType {}
extension Policy.ServiceLevel: PolicyType {}
extension Policy.OverheadKey: PolicyType {}

extension Optional: PolicyType where Wrapped: PolicyType {
  typealias Plain = Wrapped.Plain
  static func form(of plain: PolicyKey.Form) -> PolicyKey.Form { .optional(Wrapped.form(of: plain)) }
  var inPolicy: PolicyValue { self?.inPolicy ?? .nothing }
  init?(inPolicy value: PolicyValue) {
    if value == .nothing {
      self = .none
    } else if let found = Wrapped(inPolicy: value) {
      self = .some(found)
    } else {
      return nil
    }
  }
}

extension Array: PolicyType where Element: PolicyType {
  typealias Plain = Element.Plain
  static func form(of plain: PolicyKey.Form) -> PolicyKey.Form { .list(Element.form(of: plain)) }
  var inPolicy: PolicyValue { .list(map(\.inPolicy)) }
  init?(inPolicy value: PolicyValue) {
    guard case .list(let values) = value else { return nil }
    let found = values.compactMap(Element.init(inPolicy:))
    guard found.count == values.count else { return nil }
    self = found
  }
}

import Units

extension DoorGround {
  /// Each ground with the figures that people type for it.
  static let usage =
    "toxicCategory CATEGORY, marginUnderFloor RATE FLOOR (%), ordersTooSmall AMOUNT LEAST, unpaid AMOUNT, noCapacity, abnormalRequest"

  /// Reads a ground as a person chooses it, with its figures: amounts in whole units, rates in percent.
  /// - Parameters:
  ///   - figure: the margin rate, the usual order, what is unpaid, or the name of the toxic category.
  ///   - least: the floor, or the least order.
  ///   - subject: a toxic category is the subject itself where no name is typed.
  /// - Throws: `CeasingFault.noGround` for a ground that is none, or figures that are none.
  public init(
    typed code: String, figure: String, least: String, subject: DoorRule.Subject
  ) throws(CeasingFault) {
    let found: DoorGround?
    switch code {
    case "toxicCategory":
      if case .category(let name) = subject, figure.isEmpty {
        found = .toxicCategory(name)
      } else {
        found = figure.isEmpty ? nil : .toxicCategory(figure)
      }
    case "marginUnderFloor":
      if let rate = Rate(typedPercent: figure), let floor = Rate(typedPercent: least), rate < floor {
        found = .marginUnderFloor(rate: rate, floor: floor)
      } else {
        found = nil
      }
    case "ordersTooSmall":
      if let order = Cents(typed: figure), let least = Cents(typed: least), order < least {
        found = .ordersTooSmall(order: order, least: least)
      } else {
        found = nil
      }
    case "unpaid": found = Cents(typed: figure).flatMap { $0 > .zero ? .unpaid($0) : nil }
    case "noCapacity": found = .noCapacity
    case "abnormalRequest": found = .abnormalRequest
    default: found = nil
    }
    guard let found else { throw .noGround(code) }
    self = found
  }
}

extension Cents {
  /// Reads an amount as a person types it, `1 200`, `1200,50` or `1200.5 €`; nothing for what is none.
  public init?(typed text: some StringProtocol) {
    let plain = String(text.filter { !$0.isWhitespace && $0 != "€" })
    let parts = plain.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map {
      String($0)
    }
    let isNumber = parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumber, parts[0].utf8.count <= 12, let whole = Int64(parts[0]),
      parts.count == 1 || (1...2).contains(parts[1].utf8.count)
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] + (parts[1].utf8.count == 1 ? "0" : "") : "0"
    self.init(whole * 100 + (Int64(decimals) ?? 0))
  }
}

import Units

/// Figures as people read them: `1 234,56 €` in French, `1,234.56 €` in English.
extension Voice {
  /// A whole number with its thousands apart.
  public func integer(_ number: Int) -> String { decimal(Int128(number), digits: 0, signed: false) }

  /// A whole number that always shows its sign, save zero.
  public func signedInteger(_ number: Int) -> String { decimal(Int128(number), digits: 0, signed: true) }

  /// An amount of money without its currency, in whole units or with its cents, rounded half away from zero.
  public func amount(_ money: Cents, cents: Bool = false, signed: Bool = false) -> String {
    cents
      ? decimal(Int128(money.value), digits: 2, signed: signed)
      : decimal(divided(Int128(money.value), by: 100), digits: 0, signed: signed)
  }

  /// An amount of money with its currency.
  public func euros(_ money: Cents, cents: Bool = false, signed: Bool = false) -> String {
    amount(money, cents: cents, signed: signed) + Mark.noBreak + symbol
  }

  /// An amount of money in three significant digits: `840 €`, `94,1 k€`, `1,21 M€`.
  public func compactEuros(_ money: Cents, signed: Bool = false) -> String {
    let (digits, scale) = compact(money.value)
    return decimal(digits.mantissa, digits: digits.decimals, signed: signed) + Mark.noBreak + scale + symbol
  }

  /// Three significant digits of a number of cents and the prefix of their unit.
  private func compact(_ cents: Int64) -> ((mantissa: Int128, decimals: Int), String) {
    let (value, size) = (Int128(cents), cents.magnitude)
    switch size {
    case ..<99_950: return ((divided(value, by: 100), 0), "")
    case ..<999_500: return ((divided(value, by: 1000), 2), "k")
    case ..<9_995_000: return ((divided(value, by: 10_000), 1), "k")
    case ..<99_950_000: return ((divided(value, by: 100_000), 0), "k")
    case ..<999_500_000: return ((divided(value, by: 1_000_000), 2), "M")
    case ..<9_995_000_000: return ((divided(value, by: 10_000_000), 1), "M")
    default: return ((divided(value, by: 100_000_000), 0), "M")
    }
  }

  /// A share as a percentage: 0.123 is `12,3 %`.
  public func percent(_ share: Double, digits: Int = 1, signed: Bool = false) -> String {
    number(share * 100, digits: digits, signed: signed) + (language == .fr ? Mark.thin : "") + "%"
  }

  /// A number with a fixed count of decimals, rounded half away from zero.
  /// - Parameter digits: 0…9.
  public func number(_ value: Double, digits: Int, signed: Bool = false) -> String {
    precondition((0...9).contains(digits), "nobody reads more than nine decimals")
    var scaled = value
    for _ in 0..<digits { scaled *= 10 }
    // Past 2^62 a double carries no decimals and the fixed form says nothing more.
    guard scaled.isFinite, scaled.magnitude < 4.6e18 else { return Mark.unknown }
    return decimal(Int128(scaled.rounded(.toNearestOrAwayFromZero)), digits: digits, signed: signed)
  }

  /// Hours out of minutes, with one decimal under ten hours: `7,5 h`, `1 204 h`.
  public func hours(minutes: Int) -> String {
    let digits = minutes.magnitude < 600 && minutes % 60 != 0 ? 1 : 0
    return number(Double(minutes) / 60, digits: digits) + Mark.noBreak + "h"
  }

  /// A place in an order: `1er`, `12e`; `1st`, `12th`.
  public func ordinal(_ place: Int) -> String {
    guard language == .en else { return integer(place) + (place == 1 ? "er" : "e") }
    let ending =
      switch (place % 100, place % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return integer(place) + ending
  }

  /// The mark between whole units and decimals.
  var decimalMark: String { language == .fr ? "," : "." }

  /// `mantissa` ÷ 10^`digits` with thousands apart and the real minus sign.
  private func decimal(_ mantissa: Int128, digits: Int, signed: Bool) -> String {
    var figures = String(mantissa.magnitude)
    if figures.utf8.count <= digits {
      figures = String(repeating: "0", count: digits + 1 - figures.utf8.count) + figures
    }
    let whole = figures.dropLast(digits)
    var text = mantissa < 0 ? Mark.minus : signed && mantissa > 0 ? "+" : ""
    for (place, figure) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { text += language == .fr ? Mark.thin : "," }
      text.append(figure)
    }
    return digits == 0 ? text : text + decimalMark + figures.suffix(digits)
  }
}

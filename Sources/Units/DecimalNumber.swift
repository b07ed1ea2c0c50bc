/// An exact decimal number as a source file writes it: mantissa × 10^−scale.
public struct DecimalNumber: Hashable, Sendable {
  /// All digits, with the sign.
  public let mantissa: Int64
  /// How many of the digits stand behind the decimal mark, 0…18.
  public let scale: Int

  /// Makes a number from its digits and its scale.
  public init(mantissa: Int64, scale: Int) {
    precondition((0...18).contains(scale), "scales go from 0 to 18")
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The number rounded half away from zero to `digits` decimals, as a whole number of 10^−digits, or nothing when it does not fit.
  public func rounded(to digits: Int) -> Int64? {
    guard digits < scale else {
      let (value, overflow) = mantissa.multipliedReportingOverflow(by: powerOfTen(digits - scale))
      return overflow ? nil : value
    }
    return Int64(divided(Int128(mantissa), by: Int128(powerOfTen(scale - digits))))
  }

  /// The exact product of several numbers, rounded once, half away from zero, to the cent; nothing when it does not fit.
  public static func cents(_ factors: DecimalNumber...) -> Cents? {
    var product = Int128(1)
    var scale = 0
    for factor in factors {
      let (value, overflow) = product.multipliedReportingOverflow(by: Int128(factor.mantissa))
      guard !overflow else { return nil }
      product = value
      scale += factor.scale
    }
    guard scale <= 38 else { return nil }
    if scale <= 2 {
      let (value, overflow) = product.multipliedReportingOverflow(by: Int128(powerOfTen(2 - scale)))
      return overflow ? nil : Int64(exactly: value).map(Cents.init)
    }
    var divisor = Int128(1)
    for _ in 2..<scale { divisor *= 10 }
    return Int64(exactly: divided(product, by: divisor)).map(Cents.init)
  }
}

/// 10 to the power of 0…18.
func powerOfTen(_ exponent: Int) -> Int64 {
  precondition((0...18).contains(exponent), "powers of ten from 0 to 18")
  var power: Int64 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

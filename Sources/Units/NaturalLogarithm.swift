/// The natural logarithm of a positive number, the same to the last bit on every platform.
///
/// x = 2^e·m with m in [√½, √2); ln m = 2·artanh((m − 1) ÷ (m + 1)) as a series cut below the precision of a `Double`.
/// Within 2 units in the last place or 10⁻¹⁶, whichever is more.
public func naturalLogarithm(_ number: Double) -> Double {
  precondition(number > 0 && number.isFinite, "only positive numbers have a logarithm")
  var (exponent, significand) = (Double(number.exponent), number.significand)
  if significand > 1.414_213_562_373_095_1 {
    significand /= 2
    exponent += 1
  }
  let ratio = (significand - 1) / (significand + 1)
  let square = ratio * ratio
  var sum = 0.0
  for power in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / power }
  return exponent * 0.693_147_180_559_945_3 + 2 * ratio * sum
}

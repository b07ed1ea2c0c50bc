/// e raised to a power, the same to the last bit on every platform.
///
/// x = k·ln 2 + r with |r| ≤ ½·ln 2; e^r is summed as a series cut below the precision of a `Double`.
/// Within 10⁻¹⁵ of the value; 0 below −745, infinite above 709.
public func exponential(_ power: Double) -> Double {
  precondition(!power.isNaN, "not a number")
  guard power > -745 else { return 0 }
  guard power < 709.7 else { return .infinity }
  let twos = (power / 0.693_147_180_559_945_3).rounded()
  // ln 2 in two parts, so that the difference keeps its last digits.
  let rest = power - twos * 0.693_147_180_369_123_8 - twos * 1.908_214_929_270_588e-10
  var sum = 1.0
  for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
  let exponent = Int(twos)
  let half = exponent / 2
  // In two steps: 2^1024 is not a number, though 2^1023 · 2 · e^r may be.
  return sum * Double(sign: .plus, exponent: half, significand: 1)
    * Double(sign: .plus, exponent: exponent - half, significand: 1)
}

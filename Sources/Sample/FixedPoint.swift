/// 2^(exponent ÷ 1024) in 1024ths, within 0.3 %: whole numbers only, so that every platform agrees to the bit.
func powerOfTwo(_ exponent: Int) -> Int {
  let whole = exponent >> 10
  let part = exponent & 1023
  let mantissa = 1024 + (672 * part + 352 * part * part / 1024) / 1024
  return whole >= 0 ? mantissa << whole : mantissa >> -whole
}

/// 1024 × log₂(number ÷ 1024), within 10; the number is positive.
func logarithm(_ number: Int) -> Int {
  precondition(number > 0, "logarithms are of positive numbers")
  let whole = Int.bitWidth - 1 - number.leadingZeroBitCount
  let part = whole >= 10 ? (number >> (whole - 10)) & 1023 : (number << (10 - whole)) & 1023
  return (whole - 10) * 1024 + part + 352 * part * (1024 - part) / (1024 * 1024)
}

/// √(permille ÷ 1000) in thousandths.
///
/// IEEE 754 rounds square roots the same way everywhere.
func root(permille: Int) -> Int { Int(Double(permille * 1000).squareRoot()) }

/// The quantile of the normal distribution, in thousandths, for the upper tails 2^−n from n = 1 on.
private let tailQuantiles = [
  0, 674, 1150, 1534, 1863, 2154, 2418, 2660, 2886, 3097, 3297, 3487, 3668, 3842, 4009, 4169, 4324, 4475, 4620, 4762,
]

/// How much bigger than the median customer the one at `rank` of `count` is, in 1024ths, as the exponent of two.
///
/// Log-normal: the bigger half spreads wider than the smaller one, which no wholesaler serves down to nothing.
func sizeExponent(rank: Int, of count: Int) -> Int {
  let upper = rank * 2 < count
  let tail = upper ? 2 * rank + 1 : 2 * (count - 1 - rank) + 1
  let depth = max(1024, logarithm(2 * count) - logarithm(tail))
  let step = min(depth / 1024 - 1, tailQuantiles.count - 2)
  let part = min(1024, depth - (step + 1) * 1024)
  let quantile = tailQuantiles[step] + (tailQuantiles[step + 1] - tailQuantiles[step]) * part / 1024
  return upper ? quantile * 2560 / 1000 : -quantile * 1250 / 1000
}

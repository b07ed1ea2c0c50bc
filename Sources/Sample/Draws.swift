/// Random numbers that depend on nothing but their keys, the same on every platform.
///
/// Source: Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
struct Draws {
  private var state: UInt64

  /// What a stream of draws is for; the streams of one customer are independent of each other.
  enum Purpose: UInt64 {
    case casting = 1, profile, order, basket, assortment, service, credit, catalogue, person, name, prospect, counter
    case contract, rhythm, shuffle, filler
  }

  @inline(__always)
  init(_ seed: UInt64, _ purpose: Purpose, _ first: Int = 0, _ second: Int = 0) {
    state = scrambled(
      scrambled(seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
        ^ (UInt64(truncatingIfNeeded: first) &* 0xA24B_AED4_963E_E407)
        &+ UInt64(truncatingIfNeeded: second) &* 0x9FB2_1C65_1E98_DF25)
  }

  /// The next 64 random bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return scrambled(state)
  }

  /// A number from 0 to `bound` − 1.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number of the range, all equally likely.
  @inline(__always)
  mutating func within(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

  /// True that many times in a thousand.
  @inline(__always)
  mutating func chance(_ permille: Int) -> Bool { below(1000) < permille }

  /// A bell-shaped factor in thousandths, 1000 in the mean, at most `spread` away from it.
  @inline(__always)
  mutating func bell(_ spread: Int) -> Int {
    let bits = next()
    let sum = Int(bits & 0xFFFF) + Int(bits >> 16 & 0xFFFF) + Int(bits >> 32 & 0xFFFF) + Int(bits >> 48)
    return 1000 + (sum - 131_070) * spread / 131_070
  }
}

/// The finishing mix of SplitMix64.
@inline(__always)
func scrambled(_ bits: UInt64) -> UInt64 {
  var mixed = bits
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}

import Units

/// Fractions compared exactly; every whole is above zero.
extension Share {
  /// Whether the fraction is more than a rate.
  func isAbove(_ rate: Rate) -> Bool { Int128(part) * 1_000_000 > Int128(whole) * Int128(rate.millionths) }

  /// Whether the fraction is a rate at the most.
  func isAtMost(_ rate: Rate) -> Bool { !isAbove(rate) }

  /// Whether the fraction is a rate at the least.
  func isAtLeast(_ rate: Rate) -> Bool { Int128(part) * 1_000_000 >= Int128(whole) * Int128(rate.millionths) }

  /// Whether the fraction is more than another by so many points, 0.03 being three, or more.
  func exceeds(_ other: Share, by points: Rate) -> Bool {
    let difference = Int128(part) * Int128(other.whole) - Int128(other.part) * Int128(whole)
    let (limit, overflow) = (Int128(whole) * Int128(other.whole)).multipliedReportingOverflow(
      by: Int128(points.millionths))
    let (scaled, tooBig) = difference.multipliedReportingOverflow(by: 1_000_000)
    // Amounts of billions on both sides: the last digits no longer count.
    guard !overflow, !tooBig else { return value - other.value >= points.value }
    return scaled >= limit
  }
}

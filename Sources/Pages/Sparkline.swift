import Units

/// A small picture of a series.
public enum Sparkline {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One block a value, from zero or the lowest negative value up to the highest; nothing to show is a dotted line.
  public static func text(_ amounts: [Cents]) -> String {
    let low = min(0, amounts.map(\.value).min() ?? 0)
    let high = max(0, amounts.map(\.value).max() ?? 0)
    guard high > low else { return String(repeating: "·", count: amounts.count) }
    return String(
      amounts.map { amount in
        let part = Double(amount.value - low) / Double(high - low)
        return bars[min(7, Int(part * 8))]
      })
  }
}

import Units

/// Orders below a minimum asked for in as few of it as they come to, and the handling that saves.
struct OrderGrouping {
  /// How many orders are below it.
  let small: Int
  /// The handling of those that are no more.
  let saved: ServicePart

  /// Nothing where grouping leaves as many orders.
  /// - Parameters:
  ///   - orders: the amounts of all.
  ///   - handling: that of all.
  init?(_ orders: [Cents], below minimum: Cents, handling: ServicePart) {
    let below = orders.filter { $0 < minimum }
    let left = max(1, Int(below.sum.value / minimum.value))
    guard below.count > left else { return nil }
    small = below.count
    saved = handling.times(below.count - left, over: orders.count)
  }
}

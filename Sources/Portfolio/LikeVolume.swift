import Units

/// Who buys like volumes: buyers from the smallest to the biggest, cut into classes of about equal count.
///
/// Equal volumes stand in one class, and a class is large enough for each of its members to have others beside it.
/// Source: docs/methods/price-index.md.
struct LikeVolume: Sendable {
  /// The class of each buyer, from the smallest volumes.
  let classes: [Int]

  /// Cuts buyers into classes.
  ///
  /// O(n log n).
  /// - Parameters:
  ///   - most: how many classes there are at the most.
  ///   - others: how many others each member should have.
  init(_ volumes: [Int64], most: Int, others: Int) {
    let count = max(1, min(most, volumes.count / (others + 1)))
    let order = volumes.indices.sorted { volumes[$0] == volumes[$1] ? $0 < $1 : volumes[$0] < volumes[$1] }
    var classes = [Int](repeating: 0, count: volumes.count)
    var first = 0
    for (place, buyer) in order.enumerated() {
      if place > 0, volumes[order[place - 1]] != volumes[buyer] { first = place }
      classes[buyer] = first * count / volumes.count
    }
    self.classes = classes
  }

  /// The buyers of each class, each class in the order of a comparison.
  func members(sortedBy comes: (Int, Int) -> Bool) -> [[Int]] {
    Dictionary(grouping: classes.indices) { classes[$0] }.sorted { $0.key < $1.key }.map { $0.value.sorted(by: comes) }
  }

  /// The place of the lower median among all but one of a sorted row: a price that somebody pays.
  static func median(of count: Int, without place: Int) -> Int {
    let middle = (count - 2) / 2
    return middle < place ? middle : middle + 1
  }
}

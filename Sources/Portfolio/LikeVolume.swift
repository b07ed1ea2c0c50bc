import Units

/// Who buys like volumes: from 1 ÷ factor of a buyer's own volume to factor times it; among them the buyer's place by price,
/// and the median price of the others.
///
/// Source: docs/methods/price-index.md.
struct LikeVolume: Sendable {
  /// One buyer among those of like volume.
  struct Place: Hashable, Sendable {
    /// 1 pays least; equals share their rank.
    let rank: Int
    /// How many they are, the buyer among them.
    let members: Int
    /// The buyer whose price is the lower median of the others: a price that somebody pays; nothing where they are too few.
    let median: Int?
  }

  /// The place of each buyer.
  let places: [Place]

  /// Places all buyers.
  ///
  /// O(n log n).
  /// - Parameters:
  ///   - volumes: not below zero.
  ///   - factor: one or more.
  ///   - others: how many others there have to be for a median.
  ///   - paysLess: whether one buyer's price is below another's.
  init(_ volumes: [Int64], factor: Rate, others: Int, paysLess: (Int, Int) -> Bool) {
    let count = volumes.count
    let byPrice = volumes.indices.sorted { paysLess($0, $1) || (!paysLess($1, $0) && $0 < $1) }
    var (position, firstEqual) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    var first = 0
    for (place, buyer) in byPrice.enumerated() {
      if place > 0, paysLess(byPrice[place - 1], buyer) { first = place }
      (position[buyer], firstEqual[buyer]) = (place, first)
    }
    let byVolume = volumes.indices.sorted { volumes[$0] == volumes[$1] ? $0 < $1 : volumes[$0] < volumes[$1] }
    func isLike(_ small: Int, _ big: Int) -> Bool {
      Int128(volumes[big]) * 1_000_000 <= Int128(volumes[small]) * Int128(factor.millionths)
    }
    var places = [Place](repeating: Place(rank: 1, members: 1, median: nil), count: count)
    var counts = PlaceCounts(count)
    var (from, to) = (0, 0)
    for buyer in byVolume {
      while to < count, volumes[byVolume[to]] <= volumes[buyer] || isLike(buyer, byVolume[to]) {
        counts.add(1, at: position[byVolume[to]])
        to += 1
      }
      while !isLike(byVolume[from], buyer), volumes[byVolume[from]] < volumes[buyer] {
        counts.add(-1, at: position[byVolume[from]])
        from += 1
      }
      let members = to - from
      let middle = (members - 2) / 2
      let median = middle < counts.below(position[buyer]) ? middle : middle + 1
      places[buyer] = Place(
        rank: counts.below(firstEqual[buyer]) + 1, members: members,
        median: members > others ? byPrice[counts.place(of: median)] : nil)
    }
    self.places = places
  }
}

/// How many of some places in a row are taken, and which is the n-th of these, each in O(log n).
///
/// Source: Fenwick, "A New Data Structure for Cumulative Frequency Tables", Software: Practice and Experience, 1994.
private struct PlaceCounts {
  private var sums: [Int]

  init(_ count: Int) { sums = [Int](repeating: 0, count: count + 1) }

  mutating func add(_ number: Int, at place: Int) {
    var index = place + 1
    while index < sums.count {
      sums[index] += number
      index += index & -index
    }
  }

  /// How many taken places come before one.
  func below(_ place: Int) -> Int {
    var (index, sum) = (place, 0)
    while index > 0 {
      sum += sums[index]
      index -= index & -index
    }
    return sum
  }

  /// The taken place that has so many taken ones before it.
  func place(of number: Int) -> Int {
    var (index, left) = (0, number)
    var step = 1 << (Int.bitWidth - 1 - max(1, sums.count - 1).leadingZeroBitCount)
    while step > 0 {
      if index + step < sums.count, sums[index + step] <= left {
        index += step
        left -= sums[index]
      }
      step >>= 1
    }
    return index
  }
}

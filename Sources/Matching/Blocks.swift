import Units

/// Records that share a key, block by block, and for each record those it may be the same as.
struct Blocks: Sendable {
  /// Blocks of two records or more that are used.
  private(set) var count = 0
  /// Blocks left aside because too many records share the key.
  private(set) var cut = 0
  /// The most records a left-aside block held.
  private(set) var largest = 0

  /// Records by block, ascending, one block after the other.
  private var members: [Int32] = []
  /// Where the block ends, by place in `members`.
  private var ends: [Int32] = []
  /// What it says that two records share the key, in nats, and its family, by place in `members`.
  private var worth: [Float] = []
  private var families: [BlockKeys.Family] = []
  /// Places in `members` of each record, by family, one record after the other.
  private var places: [Int32] = []
  private var starts: [Int32] = []
  private let least: Float

  /// Records beyond which a key says too little, and its pairs would be too many.
  static let largestUsed = 80
  /// The part of ln n that the keys of a pair have to be worth together.
  private static let leastWorth = 0.9

  /// Groups records by key.
  init(_ keys: BlockKeys, records: Int) {
    let logarithm = naturalLogarithm(Double(max(2, records)))
    least = Float(Self.leastWorth * logarithm)
    let order = Self.ordered(keys.keys)
    var owned = [Int32](repeating: 0, count: records + 1)
    var start = 0
    while start < order.count {
      var end = start + 1
      let key = keys.keys[Int(order[start])]
      while end < order.count, keys.keys[Int(order[end])] == key { end += 1 }
      add(order[start..<end], keys, logarithm: logarithm, owned: &owned)
      start = end
    }
    index(owned)
  }

  private mutating func add(_ block: ArraySlice<Int32>, _ keys: BlockKeys, logarithm: Double, owned: inout [Int32]) {
    var owners: [Int32] = []
    for place in block where owners.last != keys.owners[Int(place)] { owners.append(keys.owners[Int(place)]) }
    guard owners.count > 1, let first = block.first else { return }
    guard owners.count <= Self.largestUsed else {
      cut += 1
      largest = max(largest, owners.count)
      return
    }
    count += 1
    let value = Float(logarithm - naturalLogarithm(Double(owners.count) / 2))
    let end = Int32(members.count + owners.count)
    for owner in owners {
      members.append(owner)
      ends.append(end)
      worth.append(value)
      families.append(keys.families[Int(first)])
      owned[Int(owner)] += 1
    }
  }

  /// Lists each record's places, family by family.
  private mutating func index(_ owned: [Int32]) {
    starts = [0]
    for number in owned.dropLast() { starts.append(starts[starts.count - 1] + number) }
    var next = starts
    places = [Int32](repeating: 0, count: members.count)
    for family in BlockKeys.Family.allCases {
      for place in members.indices where families[place] == family {
        let owner = Int(members[place])
        places[Int(next[owner])] = Int32(place)
        next[owner] += 1
      }
    }
  }

  /// The places of the keys, by key and among equal keys in the order given: buckets by the first bits, each then sorted.
  private static func ordered(_ keys: [UInt64]) -> [Int32] {
    let bits = 16
    var starts = [Int](repeating: 0, count: (1 << bits) + 1)
    for key in keys { starts[Int(key >> UInt64(64 - bits)) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var order = [Int32](repeating: 0, count: keys.count)
    var next = starts
    for (place, key) in keys.enumerated() {
      let bucket = Int(key >> UInt64(64 - bits))
      order[next[bucket]] = Int32(place)
      next[bucket] += 1
    }
    for bucket in 0..<starts.count - 1 where starts[bucket + 1] - starts[bucket] > 1 {
      order[starts[bucket]..<starts[bucket + 1]].sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }
    return order
  }

  /// Working memory for `partners`, one for each thread.
  struct Tally {
    fileprivate var sums: [Float]
    fileprivate var bests: [Float]
    fileprivate var stamps: [Int32]
    fileprivate var touched: [Int32] = []
    fileprivate var stamp: Int32 = 0

    init(records: Int) {
      sums = [Float](repeating: 0, count: records)
      bests = sums
      stamps = [Int32](repeating: -1, count: records)
    }
  }

  /// The later records that a record may be the same as: the keys shared, the best of each family, are worth enough together.
  func partners(of record: Int, _ tally: inout Tally, _ body: (Int) -> Void) {
    var family: BlockKeys.Family?
    for index in starts[record]..<starts[record + 1] {
      let place = Int(places[Int(index)])
      if families[place] != family {
        family = families[place]
        tally.stamp &+= 1
      }
      for other in place + 1..<max(place + 1, Int(ends[place])) {
        let partner = Int(members[other])
        if tally.sums[partner] == 0 { tally.touched.append(members[other]) }
        if tally.stamps[partner] != tally.stamp {
          tally.stamps[partner] = tally.stamp
          tally.bests[partner] = worth[place]
          tally.sums[partner] += worth[place]
        } else if worth[place] > tally.bests[partner] {
          tally.sums[partner] += worth[place] - tally.bests[partner]
          tally.bests[partner] = worth[place]
        }
      }
    }
    for partner in tally.touched {
      if tally.sums[Int(partner)] >= least { body(Int(partner)) }
      tally.sums[Int(partner)] = 0
    }
    tally.touched.removeAll(keepingCapacity: true)
  }
}

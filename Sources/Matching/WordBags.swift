import Units

/// The words of one field, customer by customer, with what each word is worth as evidence.
///
/// Words that two customers share speak for one customer by how few others use them: −ln of the chance that another customer
/// has the word. A word that usually follows its neighbour ("public schools") adds only what the neighbour did not say:
/// −ln of the chance of the word after that neighbour.
struct WordBags: Sendable {
  /// The words.
  private(set) var table = WordTable()
  /// The words of all bags, one bag after the other.
  private(set) var words: [Int32] = []
  /// Where each bag begins, and the end of the last.
  private(set) var starts: [Int32] = [0]
  /// What each word of the table is worth, in nats.
  private(set) var worth: [Float] = []
  /// What each place of `words` is worth when the word before it is shared too.
  private(set) var worthAfter: [Float] = []

  /// Words of a bag beyond which nothing is read.
  static let longest = 12

  /// Adds a bag for a customer; a word is kept once.
  mutating func add(_ list: [String], of customer: Int) {
    let start = words.count
    for word in list where words.count - start < Self.longest {
      let place = table.place(of: word, usedBy: customer)
      if !words[start...].contains(place) { words.append(place) }
    }
    starts.append(Int32(words.count))
  }

  /// The places of a bag's words.
  @inline(__always)
  func range(_ bag: Int) -> Range<Int> { Int(starts[bag])..<Int(starts[bag + 1]) }

  /// Works out what words are worth, once all bags are there.
  mutating func weigh(customers: Int) {
    let total = Double(max(customers, 2))
    let chances = table.counts.map { Self.chance(count: $0, of: total) }
    worth = chances.map { Float(-naturalLogarithm($0)) }
    var couples: [UInt64: Int32] = [:]
    for bag in 0..<starts.count - 1 {
      for place in range(bag).dropFirst() { couples[Self.couple(words[place - 1], words[place]), default: 0] += 1 }
    }
    worthAfter = [Float](repeating: 0, count: words.count)
    for bag in 0..<starts.count - 1 {
      for place in range(bag) {
        let (word, alone) = (Int(words[place]), chances[Int(words[place])])
        guard place > Int(starts[bag]) else {
          worthAfter[place] = worth[word]
          continue
        }
        // The two customers compared are not evidence of what others write: both are taken off.
        let together = Double(max(0, (couples[Self.couple(words[place - 1], words[place])] ?? 0) - 2))
        let before = Double(max(0, table.counts[Int(words[place - 1])] - 2))
        let after = (together + Self.pull * alone) / (before + Self.pull)
        worthAfter[place] = min(worth[word], Float(-naturalLogarithm(min(1, max(after, alone)))))
      }
    }
  }

  /// Customers' worth of belief that neighbours have nothing to do with each other.
  private static let pull = 2.0

  /// The chance that another customer uses a word: those but the two compared, and half a customer for what was not seen.
  private static func chance(count: Int32, of total: Double) -> Double {
    min(1, (0.5 + Double(max(0, count - 2))) / total)
  }

  private static func couple(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
  }
}

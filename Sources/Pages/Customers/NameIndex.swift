import Units

/// Names and codes of customers made ready to be searched while a person types.
///
/// All texts stand folded in one run of bytes, in the order of importance: a search is one pass over them, and the first
/// it meets are the biggest.
public struct NameIndex: Sendable {
  /// The folded texts: name, line end, code, line end, for each customer.
  private let bytes: [UInt8]
  /// Where each customer's texts begin; one more at the end.
  private let starts: [Int32]

  /// What a search found.
  public struct Found: Equatable, Sendable {
    /// The best places, those whose name or code begins with the words first, then those with a word that does.
    public let best: [Int]
    /// How many there are in all.
    public let count: Int
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// Folds names and codes.
  ///
  /// Linear in their bytes.
  public init(_ entries: some Sequence<(name: String, code: String)>) {
    self.init(entries.lazy.map { [$0.name, $0.code] })
  }

  /// Folds all that a customer goes by, its name first.
  ///
  /// Linear in their bytes.
  public init(_ entries: some Sequence<[String]>) {
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for entry in entries {
      for text in entry {
        // A line end within a name would make what follows it look like a beginning.
        bytes.append(contentsOf: folded(text).utf8.lazy.map { $0 < 0x20 ? 0x20 : $0 })
        bytes.append(NameIndex.lineEnd)
      }
      starts.append(Int32(bytes.count))
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// How many customers.
  public var count: Int { starts.count - 1 }

  /// The best places for some words, and how many there are; nothing is found by no word.
  public func best(_ text: String, most: Int) -> Found {
    var tiers: [[Int]] = [[], [], []]
    var count = 0
    search(text) { place, tier in
      count += 1
      if tiers[tier].count < most { tiers[tier].append(place) }
    }
    return Found(best: Array(tiers.joined().prefix(most)), count: count)
  }

  /// Whether a place goes by exactly this text, whatever the case and the accents.
  public func isExact(_ place: Int, _ text: String) -> Bool {
    let own = bytes[Int(starts[place])..<Int(starts[place + 1])]
    return own.split(separator: NameIndex.lineEnd).contains { $0.elementsEqual(folded(text).utf8) }
  }

  /// All places for some words, in their order.
  public func all(_ text: String) -> [Int] {
    var places: [Int] = []
    search(text) { place, _ in places.append(place) }
    return places
  }

  /// The places whose name or code comes nearest to a text that nothing matches: those that share its longest beginning.
  public func near(_ text: String, most: Int) -> [Int] {
    var rest = folded(text).unicodeScalars[...]
    while rest.count >= 2 {
      let found = best(String(String.UnicodeScalarView(rest)), most: most)
      if found.count > 0 { return found.best }
      rest = rest.dropLast()
    }
    return []
  }

  /// Hands over the places in which every word stands, with how well: 0 where a text begins with each, 1 where a word of
  /// it does, 2 elsewhere.
  private func search(_ text: String, _ body: (_ place: Int, _ tier: Int) -> Void) {
    let words = folded(text).split(separator: " ").map { Array($0.utf8) }
    // The longest word is the rarest: the others are looked for only where it stands.
    guard let first = words.max(by: { $0.count < $1.count }) else { return }
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      var from = 0
      while let hit = NameIndex.find(first, in: bytes, from: from, to: bytes.count) {
        while Int(starts[place + 1]) <= hit { place += 1 }
        let (start, end) = (Int(starts[place]), Int(starts[place + 1]))
        var worst = 0
        for word in words {
          guard let tier = NameIndex.tier(of: word, in: bytes, from: start, to: end) else {
            worst = 3
            break
          }
          worst = max(worst, tier)
        }
        if worst < 3 { body(place, worst) }
        from = end
      }
    }
  }

  /// The best place of a word within one customer's texts; nothing where it does not stand.
  private static func tier(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int? {
    var best: Int?
    var from = from
    let start = from
    while let hit = find(word, in: bytes, from: from, to: end) {
      if hit == start || bytes[hit - 1] == lineEnd { return 0 }
      best = min(best ?? 2, isWordByte(bytes[hit - 1]) ? 2 : 1)
      from = hit + 1
    }
    return best
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func find(
    _ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int
  ) -> Int? {
    word.withUnsafeBufferPointer { word in
      let (first, length) = (word[0], word.count)
      var place = from
      while place + length <= end {
        if bytes[place] == first {
          var next = 1
          while next < length, bytes[place + next] == word[next] { next += 1 }
          if next == length { return place }
        }
        place += 1
      }
      return nil
    }
  }
}

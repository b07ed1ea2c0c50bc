import Units

/// All words of one field over all customers, each once, with how many customers use it.
struct WordTable: Sendable {
  /// Customers that use the word.
  private(set) var counts: [Int32] = []
  private var ids: [String: Int32] = [:]
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var lastUser: [Int32] = []

  /// The place of a word, counted once a customer.
  mutating func place(of word: String, usedBy customer: Int) -> Int32 {
    let user = Int32(customer)
    if let known = ids[word] {
      if lastUser[Int(known)] != user {
        counts[Int(known)] += 1
        lastUser[Int(known)] = user
      }
      return known
    }
    let id = Int32(counts.count)
    ids[word] = id
    counts.append(1)
    lastUser.append(user)
    bytes.append(contentsOf: word.utf8)
    ends.append(Int32(bytes.count))
    return id
  }

  /// The word's bytes, for as long as `body` runs.
  @inline(__always)
  func withBytes<Result>(of word: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = word == 0 ? 0 : Int(ends[Int(word) - 1])
    let end = Int(ends[Int(word)])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The word.
  func text(of word: Int32) -> String { withBytes(of: word) { String(decoding: $0, as: UTF8.self) } }

  /// How alike two words are, 1 for the same; 0 when too many letters differ for a slip of the pen.
  ///
  /// One letter in words of four to seven, two up to eleven, three beyond; numbers are the same or not.
  func likeness(_ a: Int32, _ b: Int32) -> Double {
    if a == b { return 1 }
    return withBytes(of: a) { first in
      withBytes(of: b) { second in
        let (short, long) = (min(first.count, second.count), max(first.count, second.count))
        let allowed = long < 4 ? (long == 3 ? 1 : 0) : long < 8 ? 1 + (long >= 6 ? 1 : 0) : long < 12 ? 2 : 3
        guard allowed > 0, long - short <= allowed, first[0] > 0x39, second[0] > 0x39 else { return 0 }
        let distance = editDistance(first, second)
        guard distance <= allowed else { return 0 }
        // Two letters in a short word are a slip only if the first letter held.
        if distance == 2, long < 8, first[0] != second[0] { return 0 }
        if long == 3, !(first[0] == second[0] && short == 3) { return 0 }
        return 1 - Double(distance) / Double(long)
      }
    }
  }

  /// Whether a word is the beginning of another, as an initial is.
  func isInitial(_ a: Int32, of b: Int32) -> Bool {
    withBytes(of: a) { first in
      withBytes(of: b) { first.count == 1 && $0.count > 1 && first[0] == $0[0] && first[0] > 0x39 }
    }
  }

  /// Whether two words in a row make a third, with one slip at most.
  func isJoin(_ a: Int32, _ b: Int32, of whole: Int32) -> Bool {
    withBytes(of: a) { first in
      withBytes(of: b) { second in
        withBytes(of: whole) { third in
          guard third.count >= 5, abs(first.count + second.count - third.count) <= 1, second.count > 0 else {
            return false
          }
          return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: first.count + second.count) { joined in
            for place in 0..<first.count { joined[place] = first[place] }
            for place in 0..<second.count { joined[first.count + place] = second[place] }
            return editDistance(UnsafeBufferPointer(joined), third) <= 1
          }
        }
      }
    }
  }
}

/// Which words of two bags stand for each other, and what that is worth.
struct WordAlignment {
  /// Twice the worth of what is shared over the worth of all, 0…1.
  private(set) var likeness = 0.0
  /// The part of the shorter bag's worth that the other holds, 0…1.
  private(set) var cover = 0.0
  /// −ln of the chance that two other customers share as much.
  private(set) var evidence = 0.0
  /// Whether the words are the same, in any order.
  private(set) var isSame = false
  /// Whether every word has one that stands for it, on both sides.
  private(set) var isComplete = false
  /// Whether every word of one side has one that stands for it on the other.
  private(set) var isContained = false

  /// The least and the most a word weighs, in nats: a common word still counts a little, a unique one is not everything.
  private static let bounds: ClosedRange<Float> = 1...7
  /// Nats of evidence lost for a word that is only nearly the same.
  private static let slip = 1.5

  /// Nothing shared.
  init() {}

  /// Aligns two bags: the same words first, then the likest, then words written as one.
  init(_ a: Int, _ b: Int, in bags: borrowing WordBags) {
    var left = Side(bags.range(a))
    var right = Side(bags.range(b))
    guard !left.range.isEmpty, !right.range.isEmpty else { return }
    for place in left.range {
      for other in right.range where bags.words[place] == bags.words[other] && !right.isMatched(other) {
        left.match(place, 1)
        right.match(other, 1)
        break
      }
    }
    let (sameLeft, sameRight) = (left, right)
    if !left.isComplete, !right.isComplete {
      Self.alignLike(&left, &right, bags)
      Self.alignJoins(&left, &right, bags)
      Self.alignJoins(&right, &left, bags)
    }
    let (first, second) = (left.worth(in: bags, same: sameLeft), right.worth(in: bags, same: sameRight))
    likeness = (first.shared + second.shared) / (first.whole + second.whole)
    cover = max(first.shared / first.whole, second.shared / second.whole)
    evidence = min(first.evidence, second.evidence)
    isSame = sameLeft.isComplete && sameRight.isComplete
    isComplete = left.isComplete && right.isComplete
    isContained = left.isComplete || right.isComplete
  }

  private static func alignLike(_ left: inout Side, _ right: inout Side, _ bags: borrowing WordBags) {
    while true {
      var best = (likeness: 0.0, left: 0, right: 0)
      for place in left.range where !left.isMatched(place) {
        for other in right.range where !right.isMatched(other) {
          let (a, b) = (bags.words[place], bags.words[other])
          var likeness = bags.table.likeness(a, b)
          if likeness == 0, bags.table.isInitial(a, of: b) || bags.table.isInitial(b, of: a) { likeness = 0.5 }
          if likeness > best.likeness { best = (likeness, place, other) }
        }
      }
      guard best.likeness > 0 else { return }
      left.match(best.left, best.likeness)
      right.match(best.right, best.likeness)
    }
  }

  /// Two words in a row on one side that the other side writes as one.
  private static func alignJoins(_ parts: inout Side, _ wholes: inout Side, _ bags: borrowing WordBags) {
    for place in parts.range.dropLast() where !parts.isMatched(place) && !parts.isMatched(place + 1) {
      for whole in wholes.range where !wholes.isMatched(whole) {
        guard bags.table.isJoin(bags.words[place], bags.words[place + 1], of: bags.words[whole]) else { continue }
        parts.match(place, joined)
        parts.match(place + 1, joined)
        wholes.match(whole, joined)
        break
      }
    }
  }

  /// The likeness of words that differ by a space.
  private static let joined = 0.9

  /// One bag's words, and which of them the other has.
  private struct Side {
    let range: Range<Int>
    private var likeness = SIMD16<Float>(repeating: 0)
    private var count = 0

    init(_ range: Range<Int>) { self.range = range }

    var isComplete: Bool { count == range.count }

    func isMatched(_ place: Int) -> Bool { likeness[place - range.lowerBound] > 0 }

    mutating func match(_ place: Int, _ value: Double) {
      likeness[place - range.lowerBound] = Float(value)
      count += 1
    }

    /// What all words are worth, what the shared ones are, and how much these prove.
    /// - Parameter same: the side when only the very same words were matched.
    func worth(in bags: borrowing WordBags, same: Side) -> (whole: Double, shared: Double, evidence: Double) {
      var (whole, shared, evidence) = (0.0, 0.0, 0.0)
      for place in range {
        let worth = bags.worth[Int(bags.words[place])]
        let bounded = Double(min(max(worth, bounds.lowerBound), bounds.upperBound))
        whole += bounded
        guard isMatched(place) else { continue }
        let value = Double(likeness[place - range.lowerBound])
        shared += bounded * value
        if same.isMatched(place) {
          evidence += Double(place > range.lowerBound && same.isMatched(place - 1) ? bags.worthAfter[place] : worth)
        } else {
          evidence += max(0, bounded * value - slip)
        }
      }
      return (whole, shared, evidence)
    }
  }
}

import Ledger
import Matching
import Units

/// What a search found, held against the truth.
struct Measured {
  let found: Duplicates
  let truePairs: Int
  private let isTrue: (DuplicatePair) -> Bool

  /// - Parameter truth: what each record is.
  init(_ found: Duplicates, truth: [ID<Customer>: some Hashable]) {
    self.found = found
    var sizes: [AnyHashable: Int] = [:]
    for value in truth.values { sizes[AnyHashable(value), default: 0] += 1 }
    truePairs = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    isTrue = { truth[$0.a] == truth[$0.b] }
  }

  private func pairs(from threshold: Double) -> [DuplicatePair] { found.pairs.filter { $0.score >= threshold } }

  /// The part of the pairs offered that are true.
  func precision(from threshold: Double = 0.5) -> Double {
    share(pairs(from: threshold).count(where: isTrue), pairs(from: threshold).count)
  }
  /// The part of the true pairs that are offered.
  func recall(from threshold: Double = 0.5) -> Double { share(pairs(from: threshold).count(where: isTrue), truePairs) }
  /// The harmonic mean of both.
  func f1(from threshold: Double = 0.5) -> Double {
    let (p, r) = (precision(from: threshold), recall(from: threshold))
    return p + r == 0 ? 0 : 2 * p * r / (p + r)
  }

  /// Pairs offered as certain, and the part of them that are true.
  var certain: (count: Int, precision: Double) {
    let certain = found.pairs.filter(\.isCertain)
    return (certain.count, share(certain.count(where: isTrue), certain.count))
  }

  /// By tenth of the score: pairs, mean score, part that are true.
  ///
  /// Made from a search that offers every pair.
  var calibration: [(pairs: Int, score: Double, truth: Double)] {
    (0..<10).map { tenth in
      let pairs = found.pairs.filter { min(9, Int($0.score * 10)) == tenth }
      return (
        pairs.count, share(pairs.reduce(0) { $0 + $1.score }, pairs.count),
        share(pairs.count(where: isTrue), pairs.count)
      )
    }
  }

  /// Pairs on the wrong side of a threshold, for looking at.
  func wrong(from threshold: Double = 0.5) -> [DuplicatePair] { pairs(from: threshold).filter { !isTrue($0) } }

  private func share(_ part: Int, _ whole: Int) -> Double { share(Double(part), whole) }
  private func share(_ part: Double, _ whole: Int) -> Double { whole == 0 ? 0 : part / Double(whole) }
}

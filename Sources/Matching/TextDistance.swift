/// The least number of letters inserted, deleted, replaced or swapped with their neighbour that turns one word into another.
///
/// The optimal string alignment distance, by bits: O(length of `b`) for words of up to 64 bytes, of which longer ones are cut.
/// Sources: Damerau 1964; Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
func editDistance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  let length = min(a.count, 64)
  let other = min(b.count, 64)
  guard length > 0, other > 0 else { return max(length, other) }
  return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { places in
    for byte in b { places[Int(byte)] = 0 }
    for place in 0..<length { places[Int(a[place])] = 0 }
    for place in 0..<length { places[Int(a[place])] |= 1 << UInt64(place) }
    let last: UInt64 = 1 << UInt64(length - 1)
    var (more, less, diagonal, before) = (~UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var distance = length
    for place in 0..<other {
      let equal = places[Int(b[place])]
      let swapped = ((~diagonal & equal) << 1) & before
      diagonal = ((((equal & more) &+ more) ^ more) | equal | less) | swapped
      var horizontalMore = less | ~(diagonal | more)
      let horizontalLess = diagonal & more
      if horizontalMore & last != 0 { distance += 1 } else if horizontalLess & last != 0 { distance -= 1 }
      horizontalMore = (horizontalMore << 1) | 1
      more = (horizontalLess << 1) | ~(diagonal | horizontalMore)
      less = horizontalMore & diagonal
      before = equal
    }
    return distance
  }
}

/// The edit distance of two texts.
func editDistance(_ a: String, _ b: String) -> Int {
  Array(a.utf8).withUnsafeBufferPointer { first in Array(b.utf8).withUnsafeBufferPointer { editDistance(first, $0) } }
}

/// Things sorted around the most typical of them, by their distances alone.
///
/// Partitioning around medoids: BUILD chooses the first ones greedily, SWAP exchanges the best pair until nothing gains.
/// Deterministic; O(n²) a step.
///
/// Source: Kaufman & Rousseeuw, "Finding Groups in Data", 1990, chapter 2; the swap loop after Schubert & Rousseeuw,
/// "Fast and Eager k-Medoids Clustering", Information Systems 101, 2021 (FastPAM1).
struct Medoids {
  /// The most typical thing of each cluster.
  private(set) var medoids: [Int]
  /// For each thing the place of its medoid.
  private(set) var cluster: [Int] = []
  private var nearest: [Double] = []
  private var second: [Double] = []

  /// Starts with the one thing that is nearest to all.
  init(_ distances: DistanceMatrix) {
    let sums = (0..<distances.count).map { thing in
      (0..<distances.count).reduce(0) { $0 + distances[thing, $1] }
    }
    medoids = [sums.indices.min { sums[$0] < sums[$1] } ?? 0]
    assign(distances)
  }

  /// One cluster more, and the best exchanges; false when no further thing is unlike its medoid.
  mutating func grow(_ distances: DistanceMatrix) -> Bool {
    var best: (thing: Int, gain: Double)?
    for thing in 0..<distances.count {
      var gain = 0.0
      for other in 0..<distances.count { gain += max(0, nearest[other] - distances[thing, other]) }
      if gain > best?.gain ?? 1e-9 { best = (thing, gain) }
    }
    guard let best else { return false }
    medoids.append(best.thing)
    assign(distances)
    while swap(distances) {}
    return true
  }

  /// How well each thing lies in its cluster, −1…1: 0 for a thing alone in it.
  ///
  /// Source: Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20, 1987.
  func silhouettes(_ distances: DistanceMatrix) -> [Double] {
    var sizes = [Int](repeating: 0, count: medoids.count)
    for own in cluster { sizes[own] += 1 }
    return cluster.indices.map { thing in
      guard sizes[cluster[thing]] > 1 else { return 0 }
      var sums = [Double](repeating: 0, count: medoids.count)
      for other in cluster.indices { sums[cluster[other]] += distances[thing, other] }
      let own = cluster[thing]
      let inside = sums[own] / Double(sizes[own] - 1)
      let outside = sums.indices.filter { $0 != own }.map { sums[$0] / Double(sizes[$0]) }.min() ?? inside
      let most = max(inside, outside)
      return most > 0 ? (outside - inside) / most : 0
    }
  }

  private mutating func assign(_ distances: DistanceMatrix) {
    cluster = [Int](repeating: 0, count: distances.count)
    nearest = [Double](repeating: .infinity, count: distances.count)
    second = nearest
    for thing in 0..<distances.count {
      for (place, medoid) in medoids.enumerated() {
        // A medoid is in its own cluster even when another is at no distance.
        let distance = medoid == thing ? -1 : distances[thing, medoid]
        if distance < nearest[thing] {
          second[thing] = nearest[thing]
          (nearest[thing], cluster[thing]) = (distance, place)
        } else if distance < second[thing] {
          second[thing] = distance
        }
      }
      nearest[thing] = max(0, nearest[thing])
    }
  }

  /// The best exchange of a medoid for another thing, when one gains.
  private mutating func swap(_ distances: DistanceMatrix) -> Bool {
    var removal = [Double](repeating: 0, count: medoids.count)
    for thing in cluster.indices { removal[cluster[thing]] += second[thing] - nearest[thing] }
    var best = (change: -1e-9, medoid: -1, thing: -1)
    for thing in 0..<distances.count where medoids[cluster[thing]] != thing {
      var changes = removal
      var shared = 0.0
      for other in 0..<distances.count {
        let distance = distances[thing, other]
        if distance < nearest[other] {
          shared += distance - nearest[other]
          changes[cluster[other]] += nearest[other] - second[other]
        } else if distance < second[other] {
          changes[cluster[other]] += distance - second[other]
        }
      }
      for (place, change) in changes.enumerated() where change + shared < best.change {
        best = (change + shared, place, thing)
      }
    }
    guard best.medoid >= 0 else { return false }
    medoids[best.medoid] = best.thing
    assign(distances)
    return true
  }
}

/// The distances between all pairs of things.
struct DistanceMatrix {
  /// How many things.
  let count: Int
  private var values: [Double]

  /// Measures each pair once.
  init(count: Int, distance: (Int, Int) -> Double) {
    self.count = count
    values = [Double](repeating: 0, count: count * count)
    for left in 0..<count {
      for right in 0..<left {
        let value = distance(left, right)
        values[left * count + right] = value
        values[right * count + left] = value
      }
    }
  }

  subscript(left: Int, right: Int) -> Double { values[left * count + right] }
}

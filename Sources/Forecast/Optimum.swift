/// A function to be made least, with its slope.
protocol Objective {
  /// How many numbers it takes.
  var dimension: Int { get }
  /// The largest logarithm of the first number, such as the shape of the rates: beyond, all are as good as alike.
  var mostShape: Double { get }
  /// Its value at a place; fills `slope` with the partial derivatives.
  func value(at place: [Double], slope: inout [Double]) -> Double
}

extension Objective {
  var mostShape: Double { Optimum.edge }
}

/// A place where a function is least, and the proof.
struct Optimum: Sendable {
  /// Logarithms of parameters beyond this are as good as infinite: e^±14 in units of the longest age.
  static let edge = 14.0
  /// A slope under this is gone.
  static let flatness = 1e-6

  var place: [Double]
  var value: Double
  /// The largest partial derivative among those that are free.
  var steepness: Double
  /// The second derivatives.
  var curvature: SymmetricMatrix
  /// Which numbers lie within the edges.
  var free: [Bool]

  /// The least curvature of the free numbers: above zero at a true minimum.
  var leastCurvature: Double { curvature.restricted(to: free).eigenvalues.min() ?? 0 }
  /// Whether the slope is gone and nothing leads further down.
  var isProven: Bool { value.isFinite && steepness < Self.flatness && leastCurvature > -1e-6 }
  /// Whether all numbers are free and every direction bends up.
  var isInterior: Bool { free.allSatisfy { $0 } && leastCurvature > 1e-7 }
}

/// Quasi-Newton (BFGS) within the edges, finished with Newton steps on the exact slope's differences.
///
/// Source: Nocedal & Wright, *Numerical Optimization*, 2006, algorithm 6.1 and section 16.7 (projection on bounds).
struct Descent<Function: Objective> {
  /// The curvature that Newton's steps take to be there at least.
  private static var leastBend: Double { 1e-7 }

  private typealias Place = (place: [Double], value: Double, slope: [Double])

  let function: Function
  /// Whether the curvature must be that of the very last place, for standard errors, or of one a thousandth away.
  var isExact = true

  /// The place reached from a start; nothing when the function has no value there.
  func optimum(from start: [Double]) -> Optimum? {
    let size = function.dimension
    var place = clamped(start)
    var slope = [Double](repeating: 0, count: size)
    var value = function.value(at: place, slope: &slope)
    guard value.isFinite, slope.allSatisfy(\.isFinite) else { return nil }
    var inverse = SymmetricMatrix.identity(size)
    var free = freedom(place, slope)
    var isFresh = true
    for _ in 0..<200 {
      // Newton's steps take over where they are sure to.
      if steepness(slope, free) < 1e-5 { break }
      var step = inverse.restricted(to: free).times(slope).map { -$0 }
      for index in 0..<size where !free[index] { step[index] = 0 }
      if dot(step, slope) >= 0 {
        inverse = .identity(size)
        isFresh = true
        step = slope.indices.map { free[$0] ? -slope[$0] : 0 }
      }
      guard let next = search(place, value, slope, step) else {
        if isFresh { break }
        inverse = .identity(size)
        isFresh = true
        continue
      }
      let moved = zip(next.place, place).map { $0 - $1 }
      let turned = zip(next.slope, slope).map { $0 - $1 }
      let gain = value - next.value
      (place, value, slope) = next
      let before = free
      free = freedom(place, slope)
      let bend = dot(moved, turned)
      if before != free || bend <= 1e-14 {
        inverse = .identity(size)
        isFresh = true
      } else {
        if isFresh { inverse = inverse.scaled(by: bend / dot(turned, turned)) }
        inverse.update(moved: moved, turned: turned, bend: bend)
        isFresh = false
      }
      if gain < 1e-16 * abs(value), steepness(slope, free) < 1e-6 { break }
    }
    return polished(place, value, slope)
  }

  /// Newton steps as long as they flatten the slope, with curvatures taken anew where the last step went far.
  private func polished(_ place: [Double], _ value: Double, _ slope: [Double]) -> Optimum {
    var now = (place: place, value: value, slope: slope)
    var isExact = self.isExact
    var free = freedom(now.place, now.slope)
    var curvature = self.curvature(at: now.place, slope: now.slope, isExact: isExact)
    for _ in 0..<24 where steepness(now.slope, free) > 1e-10 {
      if let step = newton(curvature, now, free), let next = flatter(now, free, step) {
        (now, free) = (next, freedom(next.place, next.slope))
        guard step.contains(where: { abs($0) > (isExact ? 1e-6 : 1e-3) }) else { continue }
      } else {
        // A ridge is flatter than differences on one side can tell.
        guard !isExact, steepness(now.slope, free) >= Optimum.flatness else { break }
        isExact = true
      }
      curvature = self.curvature(at: now.place, slope: now.slope, isExact: isExact)
    }
    return Optimum(
      place: now.place, value: now.value, steepness: steepness(now.slope, free), curvature: curvature, free: free)
  }

  /// Newton's step, at most one in any logarithm: a longer one goes where the curvature is another.
  ///
  /// A number that it would lead out of the edges stops there, and the others go where they are best with it there.
  private func newton(_ curvature: SymmetricMatrix, _ from: Place, _ free: [Bool]) -> [Double]? {
    var (free, step) = (free, from.place.map { _ in 0.0 })
    for _ in from.place.indices {
      let bent = curvature.restricted(to: free)
      guard let least = bent.eigenvalues.min(), least.isFinite,
        // On a ridge, such as the one that leads to nobody ever dropping out, the flat direction is bent a little.
        let inverse = bent.raised(by: max(0, Self.leastBend - least)).inverse
      else { return nil }
      let held = zip(step, free).map { $1 ? 0 : $0 }
      let slope = zip(zip(from.slope, curvature.times(held)), free).map { $1 ? $0.0 + $0.1 : 0 }
      step = zip(zip(inverse.times(slope), held), free).map { $1 ? -$0.0 : $0.1 }
      let ends = clamped(zip(from.place, step).map { $0 + $1 })
      guard let out = step.indices.first(where: { free[$0] && ends[$0] != from.place[$0] + step[$0] }) else { break }
      (free[out], step[out]) = (false, ends[out] - from.place[out])
    }
    let longest = step.reduce(0) { max($0, abs($1)) }
    return longest > 1 ? step.map { $0 / longest } : step
  }

  /// The place a step leads to, halved until the value does not rise and the slope is flatter.
  private func flatter(_ from: Place, _ free: [Bool], _ step: [Double]) -> Place? {
    var length = 1.0
    for _ in 0..<6 {
      var next = from
      next.place = clamped(zip(from.place, step).map { $0 + length * $1 })
      next.value = function.value(at: next.place, slope: &next.slope)
      if next.value.isFinite, next.value <= from.value + 1e-12 * max(1, abs(from.value)),
        steepness(next.slope, freedom(next.place, next.slope)) < steepness(from.slope, free)
      {
        return next
      }
      length /= 2
    }
    return nil
  }

  /// Halves a step until the value falls enough; the step is at most two in any logarithm.
  private func search(
    _ place: [Double], _ value: Double, _ slope: [Double], _ step: [Double]
  ) -> Place? {
    let longest = step.reduce(0) { max($0, abs($1)) }
    var length = longest > 2 ? 2 / longest : 1
    for _ in 0..<40 {
      let next = clamped(zip(place, step).map { $0 + length * $1 })
      let moved = zip(next, place).map { $0 - $1 }
      if moved.allSatisfy({ $0 == 0 }) { return nil }
      var nextSlope = slope
      let nextValue = function.value(at: next, slope: &nextSlope)
      if nextValue.isFinite, nextSlope.allSatisfy(\.isFinite), nextValue <= value + 1e-4 * dot(moved, slope) {
        return (next, nextValue, nextSlope)
      }
      length *= 0.4
    }
    return nil
  }

  /// Second derivatives: central differences of the slope, or, where that will do, differences from the slope here.
  private func curvature(at place: [Double], slope: [Double], isExact: Bool) -> SymmetricMatrix {
    let width = isExact ? 1e-4 : 1e-6
    var rows: [[Double]] = []
    for index in place.indices {
      var (up, down) = (place, place)
      up[index] += width
      down[index] -= width
      var (upper, lower) = (slope, slope)
      _ = function.value(at: up, slope: &upper)
      if isExact { _ = function.value(at: down, slope: &lower) }
      rows.append(zip(upper, lower).map { ($0 - $1) / (isExact ? 2 * width : width) })
    }
    return SymmetricMatrix(rows)
  }

  private func clamped(_ place: [Double]) -> [Double] {
    place.indices.map { min(most($0), max(-Optimum.edge, place[$0])) }
  }

  private func most(_ index: Int) -> Double { index == 0 ? function.mostShape : Optimum.edge }

  /// A number at an edge, pushed further out by the slope, stays there.
  private func freedom(_ place: [Double], _ slope: [Double]) -> [Bool] {
    place.indices.map { index in
      let (number, slope) = (place[index], slope[index])
      return number >= most(index) ? slope > 0 : number <= -Optimum.edge ? slope < 0 : true
    }
  }

  private func steepness(_ slope: [Double], _ free: [Bool]) -> Double {
    zip(slope, free).reduce(0) { $1.1 ? max($0, abs($1.0)) : $0 }
  }
}

func dot(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }

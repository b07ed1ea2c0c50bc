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
  var isProven: Bool { value.isFinite && steepness < 1e-6 && leastCurvature > -1e-6 }
  /// Whether all numbers are free and every direction bends up.
  var isInterior: Bool { free.allSatisfy { $0 } && leastCurvature > 1e-7 }
}

/// Quasi-Newton (BFGS) within the edges, finished with Newton steps on the exact slope's differences.
///
/// Source: Nocedal & Wright, *Numerical Optimization*, 2006, algorithm 6.1 and section 16.7 (projection on bounds).
struct Descent<Function: Objective> {
  /// The curvature that Newton's steps take to be there at least.
  private static var leastBend: Double { 1e-7 }

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
    var (place, value, slope) = (place, value, slope)
    var free = freedom(place, slope)
    var curvature = self.curvature(at: place, slope: slope)
    for _ in 0..<8 where steepness(slope, free) > 1e-10 {
      let bent = curvature.restricted(to: free)
      guard let least = bent.eigenvalues.min(), least > -1e-6 else { break }
      // On a ridge, such as the one that leads to nobody ever dropping out, the flat direction is bent a little.
      guard let inverse = bent.raised(by: max(0, Self.leastBend - least)).inverse else { break }
      var step = inverse.times(slope).map { -$0 }
      for index in step.indices where !free[index] { step[index] = 0 }
      guard step.allSatisfy({ abs($0) < 1 }) else { break }
      let next = clamped(zip(place, step).map { $0 + $1 })
      var nextSlope = slope
      let nextValue = function.value(at: next, slope: &nextSlope)
      let nextFree = freedom(next, nextSlope)
      guard nextValue.isFinite, nextValue <= value + 1e-12 * max(1, abs(value)),
        steepness(nextSlope, nextFree) < steepness(slope, free)
      else { break }
      (place, value, slope, free) = (next, nextValue, nextSlope, nextFree)
      if step.contains(where: { abs($0) > (isExact ? 1e-6 : 1e-3) }) {
        curvature = self.curvature(at: place, slope: slope)
      }
    }
    return Optimum(
      place: place, value: value, steepness: steepness(slope, free), curvature: curvature, free: free)
  }

  /// Halves a step until the value falls enough; the step is at most two in any logarithm.
  private func search(
    _ place: [Double], _ value: Double, _ slope: [Double], _ step: [Double]
  ) -> (place: [Double], value: Double, slope: [Double])? {
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
  private func curvature(at place: [Double], slope: [Double]) -> SymmetricMatrix {
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

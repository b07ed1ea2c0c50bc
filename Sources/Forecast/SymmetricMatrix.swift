/// A small symmetric matrix: curvatures of at most four numbers.
struct SymmetricMatrix: Sendable {
  private(set) var rows: [[Double]]

  /// Takes rows and makes them symmetric.
  init(_ rows: [[Double]]) {
    self.rows = rows.indices.map { i in rows.indices.map { j in (rows[i][j] + rows[j][i]) / 2 } }
  }

  static func identity(_ size: Int) -> SymmetricMatrix {
    SymmetricMatrix((0..<size).map { i in (0..<size).map { $0 == i ? 1 : 0 } })
  }

  func scaled(by factor: Double) -> SymmetricMatrix { SymmetricMatrix(rows.map { $0.map { $0 * factor } }) }

  /// The same with more on the diagonal: every curvature is so much greater.
  func raised(by amount: Double) -> SymmetricMatrix {
    SymmetricMatrix(rows.indices.map { i in rows.indices.map { rows[i][$0] + (i == $0 ? amount : 0) } })
  }

  func times(_ vector: [Double]) -> [Double] { rows.map { dot($0, vector) } }

  /// The same with the rows and columns that are not free made those of the identity.
  func restricted(to free: [Bool]) -> SymmetricMatrix {
    if free.allSatisfy({ $0 }) { return self }
    return SymmetricMatrix(
      rows.indices.map { i in rows.indices.map { j in free[i] && free[j] ? rows[i][j] : i == j ? 1 : 0 } })
  }

  /// The BFGS update of an inverse curvature (Nocedal & Wright 2006, equation 6.17).
  mutating func update(moved: [Double], turned: [Double], bend: Double) {
    let image = times(turned)
    let factor = (1 + dot(turned, image) / bend) / bend
    for i in rows.indices {
      for j in rows.indices {
        rows[i][j] += factor * moved[i] * moved[j] - (image[i] * moved[j] + moved[i] * image[j]) / bend
      }
    }
  }

  /// By Jacobi's rotations, in no order; not numbers when the matrix holds one.
  var eigenvalues: [Double] {
    var a = rows
    let size = a.count
    guard a.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return a.indices.map { _ in .nan } }
    for _ in 0..<50 {
      var off = 0.0
      for p in 0..<size { for q in 0..<p { off += a[p][q] * a[p][q] } }
      if off < 1e-28 { break }
      for p in 0..<size {
        for q in 0..<p where a[p][q] != 0 {
          let theta = (a[p][p] - a[q][q]) / (2 * a[p][q])
          let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<size {
            let (x, y) = (a[k][q], a[k][p])
            a[k][q] = c * x - s * y
            a[k][p] = s * x + c * y
          }
          for k in 0..<size {
            let (x, y) = (a[q][k], a[p][k])
            a[q][k] = c * x - s * y
            a[p][k] = s * x + c * y
          }
        }
      }
    }
    return a.indices.map { a[$0][$0] }
  }

  /// By elimination with pivots, or nothing where it has none.
  var inverse: SymmetricMatrix? {
    let size = rows.count
    var a = rows
    var b = SymmetricMatrix.identity(size).rows
    for column in 0..<size {
      guard let pivot = (column..<size).max(by: { abs(a[$0][column]) < abs(a[$1][column]) }),
        abs(a[pivot][column]) > 1e-300, a[pivot][column].isFinite
      else { return nil }
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      let head = a[column][column]
      for k in 0..<size {
        a[column][k] /= head
        b[column][k] /= head
      }
      for row in 0..<size where row != column {
        let factor = a[row][column]
        for k in 0..<size {
          a[row][k] -= factor * a[column][k]
          b[row][k] -= factor * b[column][k]
        }
      }
    }
    return b.allSatisfy { $0.allSatisfy(\.isFinite) } ? SymmetricMatrix(b) : nil
  }
}

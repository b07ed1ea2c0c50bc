import Units

/// Which product ranges each customer bought from, in W and in P.
public struct RangeUse: Sendable {
  /// One customer's revenue in one range.
  public struct Cell: Hashable, Sendable {
    /// A place in `names`.
    public let range: Int
    /// Revenue in W.
    public let current: Cents
    /// Revenue in P.
    public let previous: Cents

    /// Makes a cell.
    public init(range: Int, current: Cents, previous: Cents) {
      self.range = range
      self.current = current
      self.previous = previous
    }
  }

  /// The ranges' names, sorted.
  public let names: [String]
  /// Where each customer's cells begin; one more at the end.
  public let offsets: [Int]
  /// All cells, sorted by customer then range.
  public let cells: [Cell]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of cells.
  public init(names: [String], offsets: [Int], cells: [Cell]) {
    precondition(offsets.first == 0 && offsets.last == cells.count, "offsets span the cells")
    self.names = names
    self.offsets = offsets
    self.cells = cells
  }

  /// One customer's ranges.
  public subscript(customer: Int) -> ArraySlice<Cell> { cells[offsets[customer]..<offsets[customer + 1]] }
}

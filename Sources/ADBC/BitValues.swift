/// The values of a column of truths, one bit each.
public struct BitValues: RandomAccessCollection, Sendable {
  private let bits: Validity
  /// Which rows are NULL.
  public let validity: Validity

  init(_ column: Column) {
    // Same layout as a validity buffer.
    bits = Validity(
      owner: column.owner, bits: column.buffer(1).assumingMemoryBound(to: UInt8.self), start: column.start,
      count: column.count, allNull: false)
    validity = column.validity
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// One past the last row.
  public var endIndex: Int { bits.count }

  /// The truth of row `row`, of no meaning if it is NULL.
  public subscript(row: Int) -> Bool { bits[row] }

  /// The truth of row `row`, or `nil` if it is NULL.
  public func value(at row: Int) -> Bool? { validity[row] ? bits[row] : nil }
}

/// The values of a column of fixed width.
///
/// Where a row is NULL its value means nothing: look at `validity`, or use `value(at:)`.
public struct FixedValues<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let owner: ArrayOwner
  @usableFromInline let base: UnsafeRawPointer
  /// Number of rows.
  public let count: Int
  /// Which rows are NULL.
  public let validity: Validity

  init(_ column: Column) {
    owner = column.owner
    base = column.buffer(1) + column.start * MemoryLayout<Element>.stride
    count = column.count
    validity = column.validity
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// One past the last row.
  public var endIndex: Int { count }

  /// The value of row `row`, of no meaning if it is NULL.
  @inlinable public subscript(row: Int) -> Element {
    precondition(row >= 0 && row < count, "There is no row \(row).")
    // Arrow only recommends alignment. The owner is kept by a statement, not by a closure, which costs twice the time.
    let value = base.loadUnaligned(fromByteOffset: row * MemoryLayout<Element>.stride, as: Element.self)
    withExtendedLifetime(owner) {}
    return value
  }

  /// The value of row `row`, or `nil` if it is NULL.
  @inlinable public func value(at row: Int) -> Element? { validity[row] ? self[row] : nil }

  /// Calls `body` with the values in the database's memory, valid only during the call.
  @inlinable public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard UInt(bitPattern: base) % UInt(MemoryLayout<Element>.alignment) == 0 else {
      let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
      for row in 0..<count { copy.initializeElement(at: row, to: self[row]) }
      defer { copy.deallocate() }
      return try body(UnsafeBufferPointer(copy))
    }
    defer { withExtendedLifetime(owner) {} }
    return try body(UnsafeBufferPointer(start: base.assumingMemoryBound(to: Element.self), count: count))
  }
}

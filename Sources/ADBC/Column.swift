import CADBC

/// One column of a batch.
///
/// Nothing is copied: values are read where the database put them.
///
/// Ask for the values once (`let cents = try column.int64s`), then loop over them.
public struct Column: @unchecked Sendable {
  /// The name as the query gives it; empty for the items of a list.
  public let name: String
  /// The type of its values.
  public let type: ColumnType
  /// Number of rows.
  public let count: Int
  /// Which rows are NULL.
  public let validity: Validity

  let owner: ArrayOwner
  let array: UnsafePointer<ArrowArray>
  /// First row, in the array's buffers.
  let start: Int

  /// Views rows `from ..< from + count` of an array, counted after the array's own offset.
  init(
    name: String, type: ColumnType, owner: ArrayOwner, array: UnsafePointer<ArrowArray>, from: Int, count: Int
  ) throws(ADBCError) {
    let raw = array.pointee
    guard from >= 0, count >= 0, from + count <= Int(raw.length), Int(raw.n_buffers) >= type.buffers,
      type.buffers == 0 || raw.buffers != nil
    else { throw ADBCError(.readRows, .invalidData, "The driver's column \(name) is too short.") }
    self.name = name
    self.type = type
    self.owner = owner
    self.array = array
    self.count = count
    start = Int(raw.offset) + from
    let bits = type.buffers > 0 && raw.null_count != 0 ? raw.buffers?[0] : nil
    validity = Validity(
      owner: owner, bits: bits?.assumingMemoryBound(to: UInt8.self), start: start, count: count, allNull: type.isNull)
  }

  /// True if row `row` is NULL.
  public func isNull(_ row: Int) -> Bool { !validity[row] }

  /// The buffer at `index`, or a harmless address if it is absent, as it may be in an empty column.
  func buffer(_ index: Int) -> UnsafeRawPointer { array.pointee.buffers?[index] ?? UnsafeRawPointer(array) }

  func mismatch(_ wanted: String) -> ADBCError {
    ADBCError(.readColumn, .typeMismatch, "The column \(name) holds \(type), not \(wanted).")
  }
}

/// Which rows of a column hold a value: `true` where there is one, `false` for NULL.
public struct Validity: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let owner: ArrayOwner
  @usableFromInline let bits: UnsafePointer<UInt8>?
  @usableFromInline let start: Int
  @usableFromInline let allNull: Bool
  /// Number of rows.
  public let count: Int

  init(owner: ArrayOwner, bits: UnsafePointer<UInt8>?, start: Int, count: Int, allNull: Bool) {
    self.owner = owner
    self.bits = bits
    self.start = start
    self.count = count
    self.allNull = allNull
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// One past the last row.
  public var endIndex: Int { count }

  /// True if row `row` holds a value.
  @inlinable public subscript(row: Int) -> Bool {
    precondition(row >= 0 && row < count, "There is no row \(row).")
    guard let bits else { return !allNull }
    let byte = bits[(start + row) >> 3]
    withExtendedLifetime(owner) {}
    return byte >> UInt8((start + row) & 7) & 1 == 1
  }

  /// True if no row can be NULL: then there is nothing to look at row by row.
  public var isFull: Bool { bits == nil && !allNull }

  /// Number of NULL rows, counted here.
  public var nullCount: Int { isFull ? 0 : reduce(0) { $0 + ($1 ? 0 : 1) } }
}

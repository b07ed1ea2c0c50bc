/// The values of a column of text or bytes.
///
/// Where a row is NULL it reads as empty: look at `validity`, or use `string(at:)`.
public struct BytesValues: @unchecked Sendable {
  /// Number of rows.
  public let count: Int
  /// Which rows are NULL.
  public let validity: Validity
  private let owner: ArrayOwner
  private let offsets: UnsafeRawPointer
  private let bytes: UnsafeRawPointer
  private let isLarge: Bool

  init(_ column: Column, isLarge: Bool) {
    owner = column.owner
    offsets = column.buffer(1) + column.start * (isLarge ? 8 : 4)
    bytes = column.buffer(2)
    count = column.count
    validity = column.validity
    self.isLarge = isLarge
  }

  private func offset(_ row: Int) -> Int {
    isLarge
      ? Int(offsets.loadUnaligned(fromByteOffset: row * 8, as: Int64.self))
      : Int(offsets.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
  }

  /// Calls `body` with the bytes of row `row` in the database's memory, valid only during the call.
  public func withBytes<Result, Failure: Error>(
    at row: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(row >= 0 && row < count, "There is no row \(row).")
    defer { withExtendedLifetime(owner) {} }
    guard validity[row] else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let start = offset(row)
    return try body(UnsafeRawBufferPointer(start: bytes + start, count: offset(row + 1) - start))
  }

  /// The text of row `row`, or `nil` if it is NULL.
  ///
  /// Bytes that are not UTF-8 become the replacement character.
  public func string(at row: Int) -> String? {
    guard validity[row] else { return nil }
    return withBytes(at: row) { String(decoding: $0, as: UTF8.self) }
  }

  /// A copy of the bytes of row `row`, or `nil` if it is NULL.
  public func bytes(at row: Int) -> [UInt8]? {
    guard validity[row] else { return nil }
    return withBytes(at: row) { Array($0) }
  }
}

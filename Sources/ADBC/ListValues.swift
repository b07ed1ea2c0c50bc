import CADBC

/// The values of a column of lists: each row is a column of its own, a slice of the shared items.
public struct ListValues: @unchecked Sendable {
  /// Number of rows.
  public let count: Int
  /// Which rows are NULL.
  public let validity: Validity
  private let items: Column
  private let offsets: UnsafeRawPointer

  init(_ column: Column, items type: ColumnType) throws(ADBCError) {
    guard column.array.pointee.n_children == 1, let child = column.array.pointee.children?[0] else {
      throw ADBCError(.readRows, .invalidData, "The driver's column \(column.name) has no items.")
    }
    items = try Column(
      name: column.name, type: type, owner: column.owner, array: child, from: 0, count: Int(child.pointee.length))
    offsets = column.buffer(1) + column.start * 4
    count = column.count
    validity = column.validity
  }

  /// The items of row `row`, or `nil` if it is NULL.
  /// - Throws: `.invalidData` if the driver's offsets do not fit its items.
  public func items(at row: Int) throws(ADBCError) -> Column? {
    guard validity[row] else { return nil }
    let start = Int(offsets.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
    let end = Int(offsets.loadUnaligned(fromByteOffset: row * 4 + 4, as: Int32.self))
    return try Column(
      name: items.name, type: items.type, owner: items.owner, array: items.array, from: start, count: end - start)
  }
}

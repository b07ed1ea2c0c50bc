import CADBC

/// Some rows of a result, column by column, in the database's own memory.
///
/// Columns and their values keep the batch alive; the memory goes back to the database, once, when the last of them is dropped.
public final class Batch: Sendable {
  /// The columns, in the order of the query.
  public let columns: [Column]
  /// Number of rows.
  public let count: Int

  init(_ owner: ArrayOwner, fields: [Field]) throws(ADBCError) {
    let root = owner.raw.pointee
    guard Int(root.n_children) == fields.count else {
      throw ADBCError(.readRows, .invalidData, "The batch has \(root.n_children) columns, not \(fields.count).")
    }
    var columns: [Column] = []
    for (index, field) in fields.enumerated() {
      guard let child = root.children?[index] else {
        throw ADBCError(.readRows, .invalidData, "The batch has no column \(field.name).")
      }
      // A sliced batch slices its columns: its own offset adds to theirs.
      columns.append(
        try Column(
          name: field.name, type: field.type, owner: owner, array: child, from: Int(root.offset),
          count: Int(root.length)))
    }
    self.columns = columns
    count = Int(root.length)
  }

  /// The column at `index`, counted from 0.
  public subscript(index: Int) -> Column { columns[index] }

  /// The first column of that name.
  /// - Throws: `.notFound`.
  public func column(_ name: String) throws(ADBCError) -> Column {
    guard let found = columns.first(where: { $0.name == name }) else {
      throw ADBCError(.readColumn, .notFound, "There is no column named \(name).")
    }
    return found
  }
}

/// An Arrow array that is ours to release.
@usableFromInline
final class ArrayOwner: @unchecked Sendable {
  let raw: UnsafeMutablePointer<ArrowArray>

  init() {
    raw = .allocate(capacity: 1)
    raw.initialize(to: ArrowArray())
  }

  deinit {
    raw.pointee.release?(raw)
    raw.deallocate()
  }
}

/// Columns of equal length on their way into a database.
public struct InputBatch: Sendable {
  /// The columns, in order.
  public let columns: [InputColumn]
  /// Number of rows.
  public let count: Int

  /// Puts columns side by side.
  /// - Throws: `.invalidArgument` if there is none or their lengths differ.
  public init(_ columns: [InputColumn]) throws(ADBCError) {
    guard let first = columns.first else {
      throw ADBCError(.bind, .invalidArgument, "A batch needs at least one column.")
    }
    if let odd = columns.first(where: { $0.count != first.count }) {
      throw ADBCError(
        .bind, .invalidArgument,
        "The column \(odd.name) has \(odd.count) rows, but \(first.name) has \(first.count).")
    }
    self.columns = columns
    count = first.count
  }

  /// One row of parameters, named by their position from 1.
  init(row: [Value]) throws(ADBCError) {
    var columns: [InputColumn] = []
    for (index, value) in row.enumerated() { columns.append(try InputBatch.column("\(index + 1)", value)) }
    try self.init(columns)
  }

  private static func column(_ name: String, _ value: Value) throws(ADBCError) -> InputColumn {
    switch value {
    case .null: .nulls(name, count: 1)
    case .bool(let truth): .bools(name, [truth])
    case .int(let number): .int64s(name, [number])
    case .double(let number): .float64s(name, [number])
    case .text(let text): .texts(name, [text])
    case .bytes(let bytes): .binaries(name, [bytes])
    case .date(let day): .dates(name, [day])
    case .time(let time): .times(name, [time])
    case .timestamp(let time): .timestamps(name, [time])
    case .instant(let time): .instants(name, [time])
    case .decimal(let number, let scale): .decimals(name, [number], scale: scale)
    case .list: throw ADBCError(.bind, .notImplemented, "Parameter \(name) is a list; lists cannot be bound.")
    }
  }
}

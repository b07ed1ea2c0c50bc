import CADBC

/// The name and type of a column.
public struct Field: Sendable, Hashable {
  /// The name as the query gives it; names may repeat.
  public let name: String
  /// The type of its values.
  public let type: ColumnType
  /// False only if the database promises that there is no NULL.
  public let isNullable: Bool

  /// The columns of a result, whose schema is a struct of them.
  static func columns(of schema: ArrowSchema) throws(ADBCError) -> [Field] {
    guard let format = schema.format, String(cString: format) == "+s" else {
      throw ADBCError(.readSchema, .invalidData, "The result is not a table.")
    }
    var fields: [Field] = []
    for index in 0..<Int(schema.n_children) {
      guard let child = schema.children?[index] else {
        throw ADBCError(.readSchema, .invalidData, "The result's column \(index + 1) has no description.")
      }
      fields.append(Field(child.pointee))
    }
    return fields
  }

  private init(_ schema: ArrowSchema) {
    name = schema.name.map { String(cString: $0) } ?? ""
    isNullable = schema.flags & Int64(ARROW_FLAG_NULLABLE) != 0
    type = Field.type(of: schema)
  }

  private static func type(of schema: ArrowSchema) -> ColumnType {
    let format = schema.format.map { String(cString: $0) } ?? ""
    guard schema.dictionary == nil else { return .unsupported(format: "dictionary of \(format)") }
    var items: ColumnType?
    if schema.n_children == 1, let child = schema.children?[0] { items = type(of: child.pointee) }
    return ColumnType(format: format, items: items)
  }
}

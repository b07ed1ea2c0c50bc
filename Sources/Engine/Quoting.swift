import Units

/// A name made safe for SQL: the only way identifiers reach a statement.
func quoted(_ identifier: String) -> String {
  "\"" + identifier.replacing("\"", with: "\"\"") + "\""
}

/// A text as an SQL literal, for the places where SQL takes no parameter: file paths and reader options.
func literal(_ text: String) -> String {
  "'" + text.replacing("'", with: "''") + "'"
}

/// A list of texts as an SQL literal.
func literal(_ texts: [String]) -> String {
  "[" + texts.map { literal($0) }.joined(separator: ", ") + "]"
}

/// Shapes as JSON Schema.
///
/// Source: JSON Schema, draft 2020-12, which OpenAPI 3.1 takes over.
extension ValueShape {
  /// The schema of a value.
  func schema(orNull isNullable: Bool = false) -> JSONTree {
    switch self {
    case .text: .object([.type("string", isNullable)])
    case .word(let words):
      .object([
        .type("string", isNullable),
        .init(key: "enum", value: .list(words.map { .text($0) } + (isNullable ? [.null] : []))),
      ])
    case .count: .object([.type("integer", isNullable), .init(key: "minimum", value: 0)])
    case .cents:
      isNullable ? ["type": ["integer", "null"], "format": "int64"] : ["$ref": "#/components/schemas/Cents"]
    case .whole: .object([.type("integer", isNullable)])
    case .share, .number, .hours: .object([.type("number", isNullable)])
    case .month:
      isNullable
        ? ["type": ["string", "null"], "pattern": .text(monthPattern)] : ["$ref": "#/components/schemas/Month"]
    case .window: ["$ref": "#/components/schemas/Window"]
    case .day: .object([.type("string", isNullable), .init(key: "format", value: "date")])
    case .flag: .object([.type("boolean", isNullable)])
    case .list(let shape): .object([.type("array", isNullable), .init(key: "items", value: shape.schema())])
    case .record(let fields): ValueShape.schema(of: fields, orNull: isNullable)
    case .either(let forms): ValueShape.schema(of: forms, orNull: isNullable)
    }
  }

  /// The schema of a record: every member is there, and no other.
  static func schema(of fields: [FieldShape], orNull isNullable: Bool = false) -> JSONTree {
    .object([
      .type("object", isNullable),
      .init(key: "required", value: .list(fields.filter { !$0.mayBeAbsent }.map { .text($0.key) })),
      .init(key: "properties", value: .object(fields.map { .init(key: $0.key, value: $0.schema) })),
      .init(key: "additionalProperties", value: false),
    ])
  }

  /// The schema of several forms: those with figures as records, the others as words.
  private static func schema(of forms: [Form], orNull isNullable: Bool) -> JSONTree {
    let words = forms.filter(\.fields.isEmpty).map { JSONTree.text($0.code) }
    let records = forms.filter { !$0.fields.isEmpty }.map { form in
      schema(of: [FieldShape("code", .word([form.code]), "What follows.")] + form.fields)
    }
    let others: [JSONTree] =
      (words.isEmpty ? [] : [["type": "string", "enum": .list(words)]]) + (isNullable ? [["type": "null"]] : [])
    return ["oneOf": .list(records + others)]
  }
}

extension FieldShape {
  /// The schema of the value, with what it means.
  var schema: JSONTree { shape.schema(orNull: isNullable).adding(["description": .text(meaning)]) }
}

extension JSONTree.Member {
  fileprivate static func type(_ name: String, _ isNullable: Bool) -> JSONTree.Member {
    JSONTree.Member(key: "type", value: isNullable ? [.text(name), "null"] : .text(name))
  }
}

/// How a month is written.
let monthPattern = "^[0-9]{4}-(0[1-9]|1[0-2])$"

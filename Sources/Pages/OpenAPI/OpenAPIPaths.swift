extension APIOperation {
  /// The operation as the description tells it.
  var tree: JSONTree {
    let problems = problems.compactMap { code in ProblemStatus.all.first { $0.code == code } }.map { status in
      JSONTree.Member(key: "\(status.code)", value: ["$ref": "#/components/responses/\(status.key)"])
    }
    let same: [JSONTree.Member] = isTagged ? [.init(key: "304", value: ["$ref": "#/components/responses/same"])] : []
    return [
      "operationId": .text(name), "tags": [.text(tag)], "summary": .text(summary), "description": .text(meaning),
      "parameters": .list(
        (parameters.map(\.rawValue) + (isTagged ? ["ifNoneMatch"] : [])).map {
          ["$ref": "#/components/parameters/\($0)"]
        }),
      "responses": .object([.init(key: "200", value: success)] + same + problems),
    ]
  }

  private var success: JSONTree {
    let description: JSONTree = ["description": .text(summary + ".")]
    let headers: JSONTree = isTagged ? ["headers": ["ETag": ["$ref": "#/components/headers/tag"]]] : [:]
    return description.adding(headers).adding(["content": .object(content)]).adding(links)
  }

  /// Where the first customer of a list leads to.
  private var links: JSONTree {
    guard self == .customers else { return [:] }
    let each = [APIOperation.customer, .customerLines].map { operation in
      JSONTree.Member(
        key: operation.name,
        value: [
          "operationId": .text(operation.name), "parameters": ["id": "$response.body#/rows/0/customer"],
          "description": .text(operation.summary + "."),
        ])
    }
    return ["links": .object(each)]
  }

  private var content: [JSONTree.Member] {
    func json(_ schema: JSONTree) -> JSONTree.Member {
      .init(key: "application/json", value: ["schema": schema])
    }
    switch self {
    case .report(let name):
      return [
        json(["$ref": "#/components/schemas/\(name.component)"]),
        .init(
          key: "text/csv",
          value: [
            "schema": [
              "type": "string",
              "description":
                "The rows, or the totals of a report without rows; RFC 4180 in UTF-8 with a byte order mark.",
            ]
          ]),
        .init(
          key: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          value: ["schema": ["description": "The same as a workbook, under localized headers."]]),
      ]
    case .allReports:
      let each = ReportName.allCases.map {
        JSONTree.object([.init(key: "$ref", value: "#/components/schemas/\($0.component)")])
      }
      let mapping = ReportName.allCases.map {
        JSONTree.Member(key: $0.rawValue, value: "#/components/schemas/\($0.component)")
      }
      return [
        json([
          "type": "object", "required": ["reports"], "additionalProperties": false,
          "properties": [
            "reports": [
              "type": "array", "minItems": .number(Int64(each.count)), "maxItems": .number(Int64(each.count)),
              "items": [
                "oneOf": .list(each), "discriminator": ["propertyName": "report", "mapping": .object(mapping)],
              ],
              "description": "Every report, in the order of `listReports`.",
            ]
          ],
        ])
      ]
    case .description: return [json(["type": "object"])]
    default: return answer.map { [json($0.schema())] } ?? []
    }
  }
}

extension APIParameter {
  /// The parameter as the description tells it.
  var tree: JSONTree {
    let example: JSONTree = example.map { ["example": .text($0)] } ?? [:]
    let parameter: JSONTree = [
      "name": .text(rawValue), "in": isInPath ? "path" : "query", "description": .text(meaning),
      "required": .flag(isInPath), "schema": schema,
    ]
    return parameter.adding(example)
  }

  private var schema: JSONTree {
    switch values {
    case .month: ["type": "string", "pattern": .text(monthPattern)]
    case .day: ["type": "string", "format": "date"]
    case .length: ["oneOf": [["type": "integer", "minimum": 1, "maximum": 1200], ["type": "string", "const": "all"]]]
    case .word(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
    case .text(let most): ["type": "string", "minLength": .number(isInPath ? 1 : 0), "maxLength": .number(Int64(most))]
    case .number(let range, let otherwise):
      [
        "type": "integer", "minimum": .number(Int64(range.lowerBound)), "maximum": .number(Int64(range.upperBound)),
        "default": .number(Int64(otherwise)),
      ]
    }
  }
}

extension ReportName {
  /// The name of the report's schema.
  var component: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() + "Report" }

  /// The report's schema.
  var schemaTree: JSONTree {
    let schema = schema
    return ValueShape.schema(
      of: [FieldShape("report", .word([rawValue]), "The report's name.")] + APIOperation.window + [
        FieldShape("title", .text, "What the report finds, in one sentence."),
        FieldShape("how", .text, "How it is computed."),
        FieldShape("totals", .record(schema.totals), "The report's own figures."),
        FieldShape("rows", .list(of: .record(schema.rows)), "The rows, in the report's order."),
        FieldShape("notes", .list(of: .text), "What limits the figures or explains them."),
      ]
    ).adding(["description": .text(schema.meaning)])
  }
}

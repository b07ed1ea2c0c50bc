import Portfolio

/// The API as programs and their tools read it.
///
/// Source: OpenAPI Specification, version 3.1.1.
public enum OpenAPIDocument {
  /// The document, made once.
  public static let bytes: [UInt8] = {
    var json = JSONWriter(.pretty)
    tree.write(to: &json)
    return json.bytes + [0x0A]
  }()

  private static var tree: JSONTree {
    [
      "openapi": "3.1.1",
      "info": [
        "title": "Clientele", "version": "1",
        "summary": "Which customer relations to cease, to maintain, to develop.",
        "description": .text(introduction),
        "license": ["name": "Apache License 2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/", "description": "The server that gives this file."]],
      "tags": [
        ["name": "Reports", "description": "Every answer of the analyses, in one shape."],
        ["name": "Customers", "description": "Customers, and the lines behind their figures."],
        ["name": "Imports", "description": "Where the figures come from."],
        ["name": "Service", "description": "The server itself."],
      ],
      "security": [],
      "paths": .object(APIOperation.all.map { .init(key: $0.path, value: ["get": $0.tree]) }),
      "components": components,
    ]
  }

  private static let introduction = """
    Money is in whole cents of the company's currency, in members whose name ends in `Cents`. Shares and rates are \
    numbers of which 1 is the whole. Months are `YYYY-MM`. What is not known is `null`, never zero. More members and \
    more reports may come; those there are keep their names. Answers are made from the books as they stood at one \
    moment: `getStatus` names it, and an `ETag` changes with it.
    """

  private static var components: JSONTree {
    [
      "schemas": .object(
        [
          .init(
            key: "Cents",
            value: [
              "type": "integer", "format": "int64", "description": "Money in whole cents.", "examples": [123_456],
            ]),
          .init(key: "Month", value: ["type": "string", "pattern": .text(monthPattern), "examples": ["2026-10"]]),
          .init(
            key: "Window",
            value: ValueShape.schema(of: [
              FieldShape("from", .month, "The first month."), FieldShape("to", .month, "The last month."),
            ])),
          .init(key: "Problem", value: problem),
        ] + ReportName.allCases.map { .init(key: $0.component, value: $0.schemaTree) }),
      "parameters": .object(
        APIParameter.allCases.map { .init(key: $0.rawValue, value: $0.tree) } + [
          .init(
            key: "ifNoneMatch",
            value: [
              "name": "If-None-Match", "in": "header", "description": "Tags of answers that are there already.",
              "schema": ["type": "string"],
            ])
        ]),
      "headers": [
        "tag": [
          "description": "Changes with the answer.", "schema": ["type": "string", "pattern": "^W/\"[0-9a-f]+\"$"],
        ]
      ],
      "responses": .object(
        [.init(key: "same", value: ["description": "The answer is the one the program has."])]
          + ProblemStatus.all.map { status in
            .init(
              key: status.key,
              value: [
                "description": .text(status.meaning),
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
              ])
          }),
    ]
  }

  /// Source: RFC 9457, "Problem Details for HTTP APIs".
  private static let problem: JSONTree = [
    "type": "object", "required": ["type", "title", "status", "detail"],
    "properties": [
      "type": ["type": "string", "format": "uri-reference", "description": "Always about:blank: the status says it."],
      "title": ["type": "string", "description": "The status in words."],
      "status": ["type": "integer", "minimum": 400, "maximum": 599],
      "detail": ["type": "string", "description": "What happened and what to do, in one sentence."],
      "parameter": ["type": "string", "description": "The parameter at fault, where one is."],
    ],
    "additionalProperties": false,
    "examples": [
      [
        "type": "about:blank", "title": "Bad Request", "status": 400,
        "detail": "“2026-13” is not a month YYYY-MM.", "parameter": "asOf",
      ]
    ],
  ]
}

/// The statuses of problems.
struct ProblemStatus {
  let code: Int
  let key: String
  let meaning: String

  static let all = [
    ProblemStatus(
      code: 400, key: "badRequest", meaning: "A parameter is unknown, repeated, or has a value it cannot have."),
    ProblemStatus(
      code: 404, key: "notFound", meaning: "There is no such customer, or no data for the months asked for."),
    ProblemStatus(
      code: 409, key: "conflict", meaning: "The workspace as it stands cannot answer; there may be no sales yet."),
    ProblemStatus(code: 421, key: "misdirected", meaning: "The server does not go by the name in Host."),
    ProblemStatus(code: 422, key: "contradiction", meaning: "The last month comes before the first."),
    ProblemStatus(code: 500, key: "fault", meaning: "Something unexpected went wrong; the server's log describes it."),
    ProblemStatus(code: 503, key: "unavailable", meaning: "The first analysis goes on; ask again in a moment."),
  ]
}

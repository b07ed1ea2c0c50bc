/// JSON as a value, for documents that are put together from parts; keys keep their order.
indirect enum JSONTree: Hashable, Sendable {
  case null
  case text(String)
  case number(Int64)
  case flag(Bool)
  case list([JSONTree])
  case object([Member])

  /// A value with its name.
  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONTree
  }

  /// An object with some members more.
  func adding(_ more: JSONTree) -> JSONTree {
    guard case .object(let members) = self, case .object(let others) = more else {
      preconditionFailure("only objects have members")
    }
    return .object(members + others)
  }

  /// Writes the tree.
  func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .text(let text): json.value(text)
    case .number(let number): json.value(number)
    case .flag(let flag): json.value(flag)
    case .list(let values): json.array { json in for value in values { value.write(to: &json) } }
    case .object(let members):
      json.object { json in
        for member in members {
          json.key(member.key)
          member.value.write(to: &json)
        }
      }
    }
  }
}

extension JSONTree: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int64) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral values: JSONTree...) { self = .list(values) }
  init(dictionaryLiteral members: (String, JSONTree)...) { self = .object(members.map { Member(key: $0, value: $1) }) }
}

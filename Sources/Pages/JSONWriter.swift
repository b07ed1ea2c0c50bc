/// Writes JSON with its keys in the order they are given: the same calls give the same bytes.
public struct JSONWriter: Sendable {
  /// Whether every value stands on its own line.
  public enum Form: Sendable { case compact, pretty }

  /// What was written.
  public private(set) var bytes: [UInt8] = []
  private let form: Form
  private var depth = 0
  private var isFirst = true
  private var follows = false

  /// Makes a writer.
  public init(_ form: Form = .compact) { self.form = form }

  /// Writes an object; `members` calls `key` before each value.
  public mutating func object(_ members: (inout JSONWriter) -> Void) { block("{", "}", members) }

  /// Writes an array; `values` writes one value after another.
  public mutating func array(_ values: (inout JSONWriter) -> Void) { block("[", "]", values) }

  /// Writes a member's name; its value comes next.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    put(form == .pretty ? ": " : ":")
    follows = true
  }

  /// Writes a text.
  public mutating func value(_ text: String) {
    separate()
    quote(text)
  }
  /// Writes a whole number.
  public mutating func value(_ number: Int64) {
    separate()
    put(String(number))
  }
  /// Writes a number in the fewest digits that read back the same, `null` where it is not finite.
  public mutating func value(_ number: Double) {
    separate()
    guard number.isFinite else { return put("null") }
    let text = number.description
    put(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
  /// Writes true or false.
  public mutating func value(_ flag: Bool) {
    separate()
    put(flag ? "true" : "false")
  }
  /// Writes null.
  public mutating func null() {
    separate()
    put("null")
  }

  private mutating func block(_ open: String, _ close: String, _ content: (inout JSONWriter) -> Void) {
    separate()
    put(open)
    depth += 1
    isFirst = true
    content(&self)
    depth -= 1
    if !isFirst { line() }
    isFirst = false
    put(close)
  }

  private mutating func separate() {
    if follows {
      follows = false
    } else if depth > 0 {
      if !isFirst { put(",") }
      line()
    }
    isFirst = false
  }

  private mutating func line() {
    guard form == .pretty else { return }
    put("\n")
    for _ in 0..<depth { put("  ") }
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A string literal: quotes, backslashes and controls escaped, and the two line marks that scripts cannot hold.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Most texts need no escape: 0xC2 and 0xE2 begin the controls and line marks beyond ASCII.
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2
    }
    if isPlain { return put(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": put("\\\"")
      case "\\": put("\\\\")
      case "\n": put("\\n")
      case "\r": put("\\r")
      case "\t": put("\\t")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        put("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex)
      default: UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
      }
    }
  }
}

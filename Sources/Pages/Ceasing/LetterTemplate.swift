import Mustache
import Units

/// The text of a letter with names in braces, which a person may edit: always text, never markup.
///
/// A small part of Mustache: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`, `{{! a remark}}`.
public struct LetterTemplate: Sendable {
  /// The text as it was written.
  public let text: String
  private let compiled: MustacheTemplate

  /// The most characters of a template.
  static let most = 20_000

  /// Reads a template.
  /// - Throws: `LetterTemplateFault` for one that cannot be filled in.
  public init(_ text: String) throws(LetterTemplateFault) {
    guard text.count <= Self.most else { throw .tooLong }
    let text = text.replacing("\r\n", with: "\n")
    try Self.check(text)
    self.text = text
    do { compiled = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text) } catch {
      throw .broken(line: (error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 1)
    }
  }

  /// The product's own template.
  public static func shipped(in language: Language) -> String {
    String(
      decoding: language == .fr ? PackageResources.ceasing_fr_mustache : PackageResources.ceasing_en_mustache,
      as: UTF8.self)
  }

  /// The letter's text, its names filled in.
  func filled(with values: LetterValues) -> String { compiled.render(values.all) }

  /// Every brace opens a name that there is, and closes.
  private static func check(_ text: String) throws(LetterTemplateFault) {
    var open: [(name: String, line: Int)] = []
    var line = 1
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      line += newlines(rest[..<start.lowerBound])
      let inner = rest[start.upperBound...]
      guard let end = inner.firstRange(of: "}}") else { throw .broken(line: line) }
      let tag = inner[..<end.lowerBound]
      let name = String(tag.drop { "#^/ ".contains($0) }.prefix { $0 != " " })
      switch tag.first {
      case "!": break
      case "#", "^":
        try known(name, line)
        open.append((name, line))
      case "/":
        guard open.popLast()?.name == name else { throw .broken(line: line) }
      default: try known(name, line)
      }
      line += newlines(tag)
      rest = inner[end.upperBound...]
    }
    if let last = open.last { throw .open(last.name, line: last.line) }
  }

  private static func known(_ name: String, _ line: Int) throws(LetterTemplateFault) {
    guard LetterValues.names.contains(name) else { throw .unknown(String(name.prefix(40)), line: line) }
  }

  private static func newlines(_ text: Substring) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}

/// Why a template cannot be used.
public enum LetterTemplateFault: Explained, Hashable {
  case tooLong
  /// Braces that do not fit together.
  case broken(line: Int)
  /// A part that is not closed.
  case open(String, line: Int)
  /// A name that there is not.
  case unknown(String, line: Int)

  /// What is wrong, and what to do.
  public func sentence(in language: Language) -> String {
    switch self {
    case .tooLong:
      language(
        fr: "Le modèle dépasse \(LetterTemplate.most) caractères.",
        en: "The template is longer than \(LetterTemplate.most) characters.")
    case .broken(let line):
      language(
        fr: "Ligne \(line) du modèle : les accolades ne vont pas ensemble.",
        en: "Line \(line) of the template: the braces do not fit together.")
    case .open(let name, let line):
      language(
        fr: "Ligne \(line) du modèle : il manque {{/\(name)}} après {{#\(name)}}.",
        en: "Line \(line) of the template: {{/\(name)}} is missing after {{#\(name)}}.")
    case .unknown(let name, let line):
      language(
        fr: "Ligne \(line) du modèle : il n’y a pas de « \(name) » ; il y a \(Self.names).",
        en: "Line \(line) of the template: there is no “\(name)”; there are \(Self.names).")
    }
  }

  private static var names: String { LetterValues.names.joined(separator: ", ") }
}

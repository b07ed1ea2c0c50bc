/// A piece of a page as a value: what is text is escaped when it is written.
public indirect enum Markup: Sendable {
  case text(String)
  /// Text whose lines stay lines.
  case lines(String)
  case element(Tag, [(name: Name, value: String)], [Markup])
  /// Style rules, written as they are save "<".
  case rules(String)
  case group([Markup])
  /// Markup as it was written once.
  case written(Written)

  /// The bytes of some markup; only markup can make them.
  public struct Written: Sendable, Equatable {
    fileprivate let bytes: [UInt8]
    /// Writes markup.
    public init(_ markup: [Markup]) {
      var bytes: [UInt8] = []
      for part in markup { part.write(to: &bytes) }
      self.bytes = bytes
    }
  }

  /// Nothing.
  public static let nothing = Markup.group([])

  /// The elements a page is made of.
  public enum Tag: String, Sendable {
    case html, head, meta, noscript, title, style, link, script, body, header, main, footer, nav, section, article, div,
      p
    case span, strong, em, small, h1, h2, h3, a, ul, ol, li, table, caption, colgroup, col, thead, tbody, tr, th, td
    case details, summary,
      figure
    case figcaption, bdi, b, br, dl, dt, dd, time, code, pre
    case form, label, input, select, option, button, progress, textarea
    case svg, g, path, rect, circle, line, text, tspan, desc, defs, pattern

    /// Whether the element has no content and no end tag.
    var isVoid: Bool { [.meta, .link, .br, .col, .input].contains(self) }
  }

  /// The attributes an element may carry; none of them holds a script.
  public enum Name: String, Sendable {
    case lang, charset, name, content, id, `class`, scope, colspan, href, title, role, dir, datetime, open, tabindex
    case rel, src, media, `defer`, hreflang
    case action, method, enctype, type, value, `for`, placeholder, checked, selected, multiple, accept, required, max
    case autocomplete, rows
    case httpEquiv = "http-equiv"
    case hxGet = "hx-get"
    case hxTrigger = "hx-trigger"
    case hxInclude = "hx-include"
    case hxTarget = "hx-target"
    case hxSelect = "hx-select"
    case hxSwap = "hx-swap"
    case hxPushUrl = "hx-push-url"
    case ariaCurrent = "aria-current"
    case ariaSort = "aria-sort"
    case ariaLive = "aria-live"
    case dataChart = "data-chart"
    case dataCount = "data-count"
    case ariaLabel = "aria-label"
    case ariaLabelledby = "aria-labelledby"
    case ariaHidden = "aria-hidden"
    case ariaInvalid = "aria-invalid"
    case ariaDescribedby = "aria-describedby"
    case dataLabel = "data-label"
    case viewBox, width, height, x, y, x1, y1, x2, y2, cx, cy, r, rx, d, dx, dy, fill, stroke, points, transform
    case textAnchor = "text-anchor"
    case patternUnits, patternTransform, preserveAspectRatio
    case strokeWidth = "stroke-width"

    /// Whether the browser follows or loads what the attribute names.
    var isAddress: Bool { [.href, .src, .action, .hxGet].contains(self) }
  }

  /// The markup as UTF-8.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Writes the markup as UTF-8 at the end of `bytes`.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Markup.escape(text, to: &bytes)
    case .lines(let text):
      for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { bytes.append(0x0A) }
        Markup.escape(String(line), to: &bytes)
      }
    case .rules(let rules):
      // A style sheet needs no "<", and without one nothing can end it.
      for byte in rules.utf8 where byte != UInt8(ascii: "<") { bytes.append(byte) }
    case .group(let parts): for part in parts { part.write(to: &bytes) }
    case .written(let written): bytes.append(contentsOf: written.bytes)
    case .element(let tag, let attributes, let content):
      bytes.append(UInt8(ascii: "<"))
      bytes.append(contentsOf: tag.rawValue.utf8)
      for (name, value) in attributes {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: name.rawValue.utf8)
        bytes.append(contentsOf: "=\"".utf8)
        Markup.escape(name.isAddress ? Markup.harmless(value) : value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
      guard !tag.isVoid else { return }
      for part in content { part.write(to: &bytes) }
      bytes.append(contentsOf: "</".utf8)
      bytes.append(contentsOf: tag.rawValue.utf8)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// A whole page, with its document type.
  public var page: [UInt8] {
    var bytes = Array("<!doctype html>\n".utf8)
    write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Text that can stand in content and in a quoted attribute; controls that HTML forbids become U+FFFD.
  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      // What needs no escape goes over in runs.
      var start = 0
      var place = 0
      while place < source.count {
        let (length, other) = escaped(source, at: place)
        if let other {
          bytes.append(contentsOf: source[start..<place])
          bytes.append(contentsOf: other.utf8)
          start = place + length
        }
        place += length
      }
      bytes.append(contentsOf: source[start...])
    }
  }

  /// What stands for the bytes at a place, and how many they are; nothing where they stand for themselves.
  private static func escaped(_ source: UnsafeBufferPointer<UInt8>, at place: Int) -> (length: Int, other: String?) {
    switch source[place] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case UInt8(ascii: "\""): (1, "&quot;")
    case UInt8(ascii: "'"): (1, "&#39;")
    case 0x09, 0x0A, 0x0D: (1, " ")
    case 0x00...0x1F, 0x7F: (1, "\u{FFFD}")
    // U+0080 to U+009F are two bytes, of which the first is C2.
    case 0xC2 where source[place + 1] < 0xA0: (2, "\u{FFFD}")
    default: (1, nil)
    }
  }

  /// A link that cannot run a script: within the page, to a path, or by http, https or mailto.
  private static func harmless(_ link: String) -> String {
    let isSafe = ["#", "/", "http://", "https://", "mailto:"].contains { link.hasPrefix($0) }
    // Two slashes, or what browsers take for them, would lead to another site.
    let leadsAway = link.hasPrefix("//") || link.hasPrefix("/\\")
    return isSafe && !leadsAway ? link : "#"
  }
}

/// Puts elements one under another.
@resultBuilder
public enum MarkupBuilder {
  /// An element.
  public static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
  /// Several elements.
  public static func buildExpression(_ markup: [Markup]) -> [Markup] { markup }
  /// Text, escaped when written.
  public static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  /// One after another.
  public static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  /// `if`.
  public static func buildEither(first: [Markup]) -> [Markup] { first }
  /// `else`.
  public static func buildEither(second: [Markup]) -> [Markup] { second }
  /// `for`.
  public static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap { $0 } }
}

extension Markup {
  /// An element with its attributes and content.
  public static func element(
    _ tag: Tag, _ attributes: KeyValuePairs<Name, String> = [:], @MarkupBuilder _ content: () -> [Markup] = { [] }
  ) -> Markup {
    .element(tag, attributes.map { (name: $0.key, value: $0.value) }, content())
  }

  /// An element of a class.
  public static func element(_ tag: Tag, _ style: String, @MarkupBuilder _ content: () -> [Markup] = { [] }) -> Markup {
    .element(tag, [(name: .class, value: style)], content())
  }
}

extension Voice {
  /// A text for a page, each name of the data isolated from the direction of what stands around it.
  func markup(_ phrase: Phrase) -> Markup {
    .group(
      phrase.pieces(in: language).map {
        if case .name(let name) = $0 { .element(.bdi) { name } } else { .text(text(of: $0)) }
      })
  }
}

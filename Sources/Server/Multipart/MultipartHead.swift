/// What stands between the parts of a form.
struct MultipartBoundary: Equatable {
  let bytes: [UInt8]

  /// Reads the boundary that a `Content-Type` names.
  ///
  /// Source: RFC 2046, section 5.1.1, "bchars": 1 to 70 of them, no space at the end.
  init(contentType: String) throws(MultipartFault) {
    guard let value = HeaderValue(contentType), value.word == "multipart/form-data",
      let boundary = value.parameters["boundary"]
    else { throw .noBoundary }
    let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ".utf8)
    bytes = Array(boundary.utf8)
    guard (1...70).contains(bytes.count), bytes.last != 0x20, bytes.allSatisfy({ letters.contains($0) }) else {
      throw .noBoundary
    }
  }
}

/// What a part of a form is: the answer to a question, or a file.
struct MultipartHead: Equatable {
  /// The name of the field it answers.
  let name: String
  /// What the browser calls the file; nothing for an answer that is none.
  let file: String?

  /// Reads a part's header lines, without the last line's end.
  /// - Throws: `MultipartFault.malformed` when no line names the field.
  init(_ bytes: some Collection<UInt8>) throws(MultipartFault) {
    let lines = bytes.split(separator: 0x0A).map { line in String(decoding: line, as: UTF8.self) }
    let disposition = lines.lazy.compactMap { line -> HeaderValue? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-disposition" else { return nil }
      return HeaderValue(String(parts[1]))
    }.first
    guard let disposition, disposition.word == "form-data", let name = disposition.parameters["name"] else {
      throw .malformed
    }
    self.name = name
    file = disposition.parameters["filename"]
  }
}

/// A header's value: a word, and parameters by their names.
///
/// Source: RFC 9110, section 5.6.6, "Parameters". In quotes, browsers write `"` as `%22` and line ends as `%0D` and
/// `%0A` (WHATWG HTML, "multipart/form-data encoding algorithm"); other programs put a backslash before a quote.
struct HeaderValue: Equatable {
  let word: String
  let parameters: [String: String]

  init?(_ text: String) {
    var rest = Substring(text)
    func takeWord() -> String {
      let word = rest.prefix { $0 != ";" && $0 != "=" }
      rest = rest.dropFirst(word.count)
      return word.filter { !$0.isWhitespace }.lowercased()
    }
    word = takeWord()
    guard !word.isEmpty, rest.isEmpty || rest.first == ";" else { return nil }
    var parameters: [String: String] = [:]
    while rest.popFirst() == ";" {
      let name = takeWord()
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let value = rest.first == "\"" ? HeaderValue.quoted(&rest) : HeaderValue.bare(&rest)
      // The first of a name counts, so that a second cannot hide behind it.
      if let value, parameters[name] == nil { parameters[name] = value }
    }
    self.parameters = parameters
  }

  private static func bare(_ rest: inout Substring) -> String {
    let value = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(value.count)
    return String(value.filter { !$0.isWhitespace })
  }

  private static func quoted(_ rest: inout Substring) -> String? {
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        rest = rest.drop { $0 != ";" }
        return value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
      case "\\" where rest.first == "\"" || rest.first == "\\":
        if let escaped = rest.popFirst() { value.append(escaped) }
      default: value.append(character)
      }
    }
    return nil
  }
}

/// An element of an XML document, with its text or the elements in it.
struct SampleXML {
  let name: String
  var attributes: [(String, String)] = []
  var text: String?
  var children: [SampleXML] = []

  /// An element that holds others; what is not there is left out.
  init(_ name: String, _ attributes: [(String, String)] = [], _ children: [SampleXML?]) {
    self.name = name
    self.attributes = attributes
    self.children = children.compactMap { $0 }
  }

  /// An element that holds a text.
  init(_ name: String, _ text: String, _ attributes: [(String, String)] = []) {
    self.name = name
    self.attributes = attributes
    self.text = text
  }

  /// The whole document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(indent: "") }

  private func written(indent: String) -> String {
    let open = "\(indent)<\(name)" + attributes.map { " \($0)=\"\(Self.escaped($1))\"" }.joined()
    if let text { return "\(open)>\(Self.escaped(text))</\(name)>\n" }
    return "\(open)>\n" + children.map { $0.written(indent: indent + "  ") }.joined() + "\(indent)</\(name)>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}

import Foundation
import SourceFiles
import Units

/// A file with one JSON object a line: its columns in the order they are first met, and its rows.
struct JSONLines {
  /// The keys of the objects looked at, in the order of their first appearance, sorted within an object.
  let columns: [String]
  /// The first rows, for sniffing.
  let firstRows: [[String?]]
  private let path: String
  private let isGzip: Bool

  /// Looks at the first thousand objects: a key that only later ones carry is not read.
  init(path: String) throws {
    self.path = path
    isGzip = try FileSample(path: path).isGzip
    var found: [String] = []
    var objects: [[String: Any]] = []
    struct Enough: Error {}
    do {
      try eachLine(of: path, isGzip: isGzip) { _, bytes in
        guard let object = Self.object(bytes) else { return }
        objects.append(object)
        for key in object.keys.sorted() where !found.contains(key) { found.append(key) }
        if objects.count == 1000 { throw Enough() }
      }
    } catch is Enough {}
    let columns = found
    self.columns = columns
    firstRows = objects.prefix(200).map { object in columns.map { Self.text(object[$0]) } }
  }

  /// Hands over every line: its number from 1, its texts in the order of `columns` (nothing when it is no object), its bytes.
  func eachRow(_ body: (_ line: Int, _ texts: [String?]?, _ raw: [UInt8]) throws -> Void) throws {
    try eachLine(of: path, isGzip: isGzip) { line, bytes in
      guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
      try body(line, Self.object(bytes).map { object in columns.map { Self.text(object[$0]) } }, bytes)
    }
  }

  private static func object(_ bytes: [UInt8]) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
  }

  private static func text(_ value: Any?) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    case nil, is NSNull: nil
    case .some(let other): String(describing: other)
    }
  }
}

/// Hands over the lines of a file, at most a megabyte of each, in constant memory.
private func eachLine(of path: String, isGzip: Bool, _ body: (Int, [UInt8]) throws -> Void) throws {
  let file = try FileBytes(path: path)
  let source: any ByteSource = isGzip ? try InflatedBytes(file, file: file.name) : file
  var line: [UInt8] = []
  var number = 1
  let limit = 1 << 20
  try eachChunk(of: source) { chunk in
    var rest = chunk[...]
    while let end = rest.firstIndex(of: 0x0A) {
      line.append(contentsOf: rest[..<end].prefix(limit - min(limit, line.count)))
      if line.last == 0x0D { line.removeLast() }
      try body(number, line)
      line.removeAll(keepingCapacity: true)
      number += 1
      rest = rest[(end + 1)...]
    }
    line.append(contentsOf: rest.prefix(limit - min(limit, line.count)))
  }
  if !line.isEmpty { try body(number, line) }
}

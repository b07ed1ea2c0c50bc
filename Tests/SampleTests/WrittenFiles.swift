import Sample
import Units

/// The bytes of all files of a sample company.
func written(_ company: SampleCompany) -> [SampleFile: [UInt8]] {
  var files: [SampleFile: [UInt8]] = [:]
  company.write { (file, chunk) in files[file, default: []].append(contentsOf: chunk) }
  return files
}

/// One row of a file, field by field.
struct Row {
  let bytes: UnsafeBufferPointer<UInt8>
  let bounds: [Int]

  var count: Int { bounds.count - 1 }

  func slice(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[bounds[field]..<bounds[field + 1] - 1])
  }

  func text(_ field: Int) -> String { String(decoding: slice(field), as: UTF8.self) }

  /// The digits of a field as a number, negative behind a minus sign; nothing without digits.
  func digits(_ field: Int) -> Int? {
    var value = 0
    var hasDigits = false
    let slice = slice(field)
    for byte in slice where byte >= 48 && byte <= 57 {
      value = value * 10 + Int(byte) - 48
      hasDigits = true
    }
    return hasDigits ? (slice.first == 45 ? -value : value) : nil
  }

  /// A day written `JJ/MM/AAAA`.
  func day(_ field: Int) -> Day? {
    guard let digits = digits(field) else { return nil }
    return Day(year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000)
  }
}

/// Calls `body` with each row behind the header.
func eachRow(of bytes: [UInt8]?, separator: UInt8 = 59, _ body: (Row) -> Void) {
  guard let bytes else { return }
  bytes.withUnsafeBufferPointer { bytes in
    var bounds = [0]
    var isHeader = true
    for place in bytes.indices {
      if bytes[place] == separator {
        bounds.append(place + 1)
      } else if bytes[place] == 10 {
        bounds.append(place + 1)
        if !isHeader { body(Row(bytes: bytes, bounds: bounds)) }
        isHeader = false
        bounds = [place + 1]
      }
    }
  }
}

import Ledger
import Matching
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of real data, or nothing where it is not at hand.
let dataFolder: String? = {
  guard let path = getenv("CLIENTELE_DATA") else {
    print("CLIENTELE_DATA is not set: duplicates are not measured on public data")
    return nil
  }
  return String(cString: path)
}()

/// Records of a published set, with the truth.
struct LabelledRecords {
  var records: [CustomerRecord] = []
  /// What each record is, by identifier: the same text, the same thing.
  var truth: [ID<Customer>: String] = [:]

  /// Persons of the Freely Extensible Biomedical Record Linkage project: `rec-N-org` and `rec-N-dup-k` are one.
  static func febrl(_ file: String, withIdentifier: Bool) throws -> LabelledRecords {
    var result = LabelledRecords()
    for row in try table("dedup/febrl/\(file)") {
      let id = ID<Customer>(row["rec_id"] ?? "")
      let street = [row["street_number"], row["address_1"]].compactMap { $0 }.filter { !$0.isEmpty }.joined(
        separator: " ")
      result.records.append(
        CustomerRecord(
          id: id, name: [row["given_name"] ?? "", row["surname"] ?? ""].joined(separator: " "),
          otherIdentifier: withIdentifier ? row["soc_sec_id"] : nil, addressLines: [street, row["address_2"] ?? ""],
          postcode: row["postcode"], city: row["suburb"]))
      result.truth[id] = id.text.split(separator: "-").dropFirst().first.map(String.init)
    }
    return result
  }

  /// Early childhood programmes of Chicago, gathered from ten lists.
  static func chicago() throws -> LabelledRecords {
    var result = LabelledRecords()
    for row in try table("dedup/chicago_orgs/csv_example_input_with_true_ids.csv") {
      let id = ID<Customer>(row["Id"] ?? "")
      result.records.append(
        CustomerRecord(
          id: id, name: row["Site name"] ?? "", email: row["Email Address"], phone: row["Phone"],
          addressLines: [row["Address"] ?? ""], postcode: row["Zip"]))
      result.truth[id] = row["True Id"]
    }
    return result
  }

  private static func table(_ name: String) throws -> [[String: String]] {
    let rows = csv(try bytes(of: (dataFolder ?? "") + "/" + name))
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Dictionary(zip(header.map(trimmed), row.map(trimmed)), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private struct Unreadable: Error { let path: String }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let read = fread(&buffer, 1, buffer.count, file), read > 0 { all += buffer[..<read] }
    return all
  }

  private static func csv(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var quoted = false
    func text() -> String { String(decoding: field, as: UTF8.self) }
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote within quotes is one quote.
        if !quoted, place > 0, bytes[place - 1] == byte { field.append(byte) }
        quoted.toggle()
      case UInt8(ascii: ",") where !quoted:
        row.append(text())
        field = []
      case UInt8(ascii: "\n") where !quoted:
        row.append(text())
        rows.append(row)
        row = []
        field = []
      case UInt8(ascii: "\r") where !quoted: break
      default: field.append(byte)
      }
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [text()]) }
    return rows
  }
}

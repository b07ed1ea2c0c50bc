import Ledger
import Units

/// What the name of a FEC says: by law `SIRENFECAAAAMMJJ.txt`, in practice often something else.
public struct FECFileName: Hashable, Sendable, Codable {
  /// The company's nine digits, when their check digit is right.
  public let siren: String?
  /// The last day of the accounting year as `YYYY-MM-DD`, when it is a day.
  public let closing: String?
  /// What is wrong with the name.
  public let fault: Fault?

  /// What may be wrong with a name.
  public enum Fault: String, CaseIterable, Sendable, Codable {
    /// It is not made of nine digits, `FEC` and eight digits.
    case otherForm
    /// The nine digits are no SIREN: their check digit is wrong.
    case wrongSIREN
    /// The eight digits are no day.
    case wrongDay
  }

  /// The last day of the accounting year.
  public var closingDay: Day? { closing.flatMap { Day(iso: $0) } }

  /// Reads a file's name, without folders; endings such as `.txt` and `.gz` do not count.
  public init(_ name: String) {
    let stem = Array((name.split(separator: ".", omittingEmptySubsequences: false).first ?? "").utf8)
    let digits = { (bytes: ArraySlice<UInt8>) in bytes.allSatisfy { $0 &- 0x30 <= 9 } }
    guard stem.count == 20, digits(stem[..<9]), digits(stem[12...]),
      String(decoding: stem[9..<12], as: UTF8.self).lowercased() == "fec"
    else {
      (siren, closing, fault) = (nil, nil, .otherForm)
      return
    }
    let number = { (bytes: ArraySlice<UInt8>) in bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
    let day = Day(year: number(stem[12..<16]), month: number(stem[16..<18]), day: number(stem[18...]))
    siren = Siren(String(decoding: stem[..<9], as: UTF8.self))?.text
    closing = day?.iso
    fault = siren == nil ? .wrongSIREN : day == nil ? .wrongDay : nil
  }
}

import Ledger

/// Puts a line back together whose label holds the separator, so that it has more fields than the header.
///
/// A way of putting it together counts when dates, amounts and account then stand where they belong. Where the label of
/// the account and the name of the customer both would do, the one that gives a customer already met is right; else the
/// line is set aside.
struct FECMender {
  private let parser: FECRowParser
  private let width: Int
  private let places: FECPlaces

  init(_ reading: FECReading, parser: FECRowParser) {
    self.parser = parser
    width = reading.headers.count
    places = FECPlaces(reading)
  }

  /// Reads a line that has too many fields, or nothing when it cannot be said where the surplus belongs.
  /// - Parameters:
  ///   - trailing: whether lines of this file end with a separator of their own.
  ///   - isKnown: whether an auxiliary account was met in a whole line.
  func row(
    _ fields: UnsafeBufferPointer<FieldSlice>, trailing: Bool, isKnown: (FieldSlice) -> Bool
  ) -> FECRow? {
    guard fields.count > width, fields.count <= width + 64 else { return nil }
    let shorter = UnsafeBufferPointer(rebasing: fields.dropLast())
    let endsEmpty = fields[fields.count - 1].count == 0
    for whole in trailing && endsEmpty ? [shorter] : endsEmpty && fields.count > width + 1 ? [fields, shorter] : [fields] {
      if let row = row(of: whole, isKnown: isKnown) { return row }
    }
    return nil
  }

  private func row(of fields: UnsafeBufferPointer<FieldSlice>, isKnown: (FieldSlice) -> Bool) -> FECRow? {
    if let row = row(of: fields, mendedAt: places.ecritureLib), places.pieceDate < 0 || row.pieceDay != nil { return row }
    let others = [places.compAuxLib, places.compteLib, places.journalLib].compactMap { row(of: fields, mendedAt: $0) }
    if others.count == 1 { return others[0] }
    if others.count > 1 {
      let known = others.filter { $0.auxiliary.start == nil || isKnown($0.auxiliary) }
      return known.count == 1 ? known[0] : nil
    }
    return row(of: fields, mendedAt: places.ecritureLib)
  }

  /// The line with its surplus taken as part of one column, if all then stands where it belongs.
  private func row(of fields: UnsafeBufferPointer<FieldSlice>, mendedAt place: Int) -> FECRow? {
    guard place >= 0, let first = fields[place].start else { return nil }
    let surplus = fields.count - width
    let last = fields[place + surplus]
    guard let lastStart = last.start, lastStart >= first else { return nil }
    var mended = Array(fields[..<place])
    mended.append(FieldSlice(start: first, count: lastStart - first + last.count))
    mended += fields[(place + surplus + 1)...]
    return mended.withUnsafeBufferPointer { mended in
      guard let row = try? parser.row(mended), !row.hasOddDate, isWhole(row) else { return nil }
      return row
    }
  }

  private func isWhole(_ row: FECRow) -> Bool {
    guard let digit = row.account.start?.pointee, digit &- 0x30 <= 9 else { return false }
    if places.compAuxNum < 0 || places.compAuxLib < 0 { return true }
    let hasName = row.auxiliaryLabel.bytes.contains { $0 >= 0x80 || $0 &- 0x30 <= 9 || ($0 & 0xDF) &- 0x41 < 26 }
    return (row.auxiliary.start != nil) == hasName
  }
}

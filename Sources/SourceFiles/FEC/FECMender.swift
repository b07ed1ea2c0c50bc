import Ledger

/// Reads a line that has more fields than the header: its label holds the separator, or it ends with one too many.
///
/// A way of putting it together counts when dates, amounts and account then stand where they belong. Where several do,
/// the one without gaps is right, or the one that names a customer already met; else nobody can tell.
struct FECMender {
  /// What a line turns out to be.
  enum Outcome {
    /// Its label holds the separator.
    case mended(FECRow)
    /// It ends with a separator too many.
    case trimmed(FECRow)
    case none
  }

  private let parser: FECRowParser
  private let width: Int
  private let places: FECPlaces
  private let isTrailing: Bool

  init(_ reading: FECReading, parser: FECRowParser) {
    self.parser = parser
    width = reading.headers.count
    places = FECPlaces(reading)
    isTrailing = reading.hasTrailingSeparator
  }

  /// Reads a line.
  /// - Parameter isKnown: whether an auxiliary account was met in an earlier line.
  func outcome(_ fields: UnsafeBufferPointer<FieldSlice>, isKnown: (FieldSlice) -> Bool) -> Outcome {
    guard fields.count > width, fields.count <= width + 64 else { return .none }
    let endsEmpty = fields[fields.count - 1].value.start == nil
    let shorter = UnsafeBufferPointer(rebasing: fields.dropLast())
    var found: [Outcome] = []
    var full: [Outcome] = []
    func note(_ row: FECRow?, _ outcome: (FECRow) -> Outcome) {
      guard let row else { return }
      found.append(outcome(row))
      if row.isFull { full.append(outcome(row)) }
    }
    if !isTrailing || !endsEmpty { note(mended(fields, isKnown: isKnown), Outcome.mended) }
    if endsEmpty {
      if shorter.count == width {
        note(try? parser.row(shorter), Outcome.trimmed)
      } else {
        note(mended(shorter, isKnown: isKnown), Outcome.mended)
      }
    }
    if full.count == 1 { return full[0] }
    return full.isEmpty && found.count == 1 ? found[0] : .none
  }

  private func mended(_ fields: UnsafeBufferPointer<FieldSlice>, isKnown: (FieldSlice) -> Bool) -> FECRow? {
    // The label of the entry stands behind the piece's date, all other labels before it: that date tells them apart.
    let byLabel = row(of: fields, mendedAt: places.ecritureLib)
    if let byLabel, places.pieceDate < 0 || byLabel.pieceDay != nil { return byLabel }
    let others = [places.compAuxLib, places.compteLib, places.journalLib].compactMap { row(of: fields, mendedAt: $0) }
    if others.count == 1 { return others[0] }
    if others.isEmpty { return byLabel }
    let known = others.filter { $0.auxiliary.start == nil || isKnown($0.auxiliary) }
    return known.count == 1 ? known[0] : nil
  }

  /// The line with its surplus taken as part of one column, if all then stands where it belongs.
  private func row(of fields: UnsafeBufferPointer<FieldSlice>, mendedAt place: Int) -> FECRow? {
    guard place >= 0, let first = fields[place].start else { return nil }
    let surplus = fields.count - width
    let last = fields[place + surplus]
    // Fields whose quotes were taken off lie elsewhere.
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

import Ledger
import SourceFiles
import Units

/// One input: its first byte says whether the file is recognised by its header or read by a reading already known.
///
/// Beyond not crashing, whatever is read reconciles to the cent.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  guard let reading = reading(start[0], bytes) else { return 0 }
  var faults = 0
  guard let books = try? FECReader(reading: reading, faults: { _ in faults += 1 }).books(of: MemoryBytes(bytes)) else {
    return 0
  }
  let controls = books.controls
  let nobody = controls.unattributedTotal
  precondition(controls.rejected == faults)
  precondition(controls.revenue.amount == books.sales.map(\.amount).sum)
  precondition(controls.revenue.amount == controls.attributed.amount + controls.accrued.amount + nobody.amount)
  precondition(controls.attributed.amount == books.customers.map(\.revenue).sum)
  for note in books.notes { precondition(!note.sentence(in: .fr).isEmpty && !note.sentence(in: .en).isEmpty) }
  return 0
}

private func reading(_ choice: UInt8, _ bytes: [UInt8]) -> FECReading? {
  let sample = FileSample(name: "732829320FEC20211231.txt", head: bytes)
  if choice & 1 == 0 { return (try? fecReading(of: sample)) ?? nil }
  let columns: [FECColumn] = [
    .journalCode, .ecritureNum, .ecritureDate, .compteNum, .compteLib, .compAuxNum, .compAuxLib, .pieceRef, .pieceDate,
    .ecritureLib, choice & 2 == 0 ? .debit : .montant, choice & 2 == 0 ? .credit : .sens, .ecritureLet, .dateLet,
  ]
  return FECReading(
    file: sample.name, encoding: choice & 4 == 0 ? .utf8 : .cp850, delimiter: choice & 8 == 0 ? .semicolon : .comma,
    quote: choice & 16 == 0 ? .none : .double, headers: columns.map(\.rawValue),
    places: columns.enumerated().map { FECReading.Place($1, $0) },
    amountForm: choice & 2 == 0 ? .debitCredit : .amountAndSide, decimalMark: choice & 32 == 0 ? .comma : .point,
    hasTrailingSeparator: choice & 64 != 0)
}

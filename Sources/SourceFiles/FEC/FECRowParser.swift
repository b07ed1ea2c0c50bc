import Ledger
import Units

/// Why a line of a FEC is set aside.
struct FECProblem: Error {
  let column: FECColumn?
  let reason: RowFault.Reason
}

/// One line of a FEC, taken apart; its texts live as long as the record.
struct FECRow {
  var journal = FieldSlice.null
  var journalLabel = FieldSlice.null
  var number = FieldSlice.null
  var account = FieldSlice.null
  var accountLabel = FieldSlice.null
  var auxiliary = FieldSlice.null
  var auxiliaryLabel = FieldSlice.null
  var client = FieldSlice.null
  /// Null where it is missing or a sign that stands for nothing, such as `-`.
  var piece = FieldSlice.null
  var label = FieldSlice.null
  var letter = FieldSlice.null
  var day = Day(number: 0)
  var pieceDay: Day?
  var letterDay: Day?
  var debit: Int64 = 0
  var credit: Int64 = 0
  /// A date that does not matter to sales could not be read.
  var hasOddDate = false
  /// Both columns of the amount have a value, and a day of lettering stands beside a letter only.
  var isFull = false
}

/// Reads the fields of a line.
struct FECRowParser {
  private let places: FECPlaces
  private let numbers: NumberParser
  private let days: DayParser
  private let form: FECAmountForm

  init(_ reading: FECReading) {
    places = FECPlaces(reading)
    numbers = NumberParser(decimalMark: reading.decimalMark, thousandsMark: reading.thousandsMark)
    // A French file that shows `AAAAMMJJ` may still write a day first further on; it never writes the month first.
    days = DayParser(order: reading.dateOrder == .monthFirst ? .monthFirst : .dayFirst, hasSerials: false)
    form = reading.amountForm
  }

  /// Reads a line.
  /// - Parameter fields: as many as the header has.
  func row(_ fields: UnsafeBufferPointer<FieldSlice>) throws(FECProblem) -> FECRow {
    func value(_ index: Int) -> FieldSlice { index >= 0 && index < fields.count ? fields[index].value : .null }
    var row = FECRow()
    row.day = try entryDay(value(places.ecritureDate))
    row.account = value(places.compteNum)
    guard row.account.start != nil else { throw FECProblem(column: .compteNum, reason: .noAccount) }
    switch form {
    case .debitCredit:
      let debit = try amount(value(places.debit), .debit)
      let credit = try amount(value(places.credit), .credit)
      guard debit != nil || credit != nil else { throw FECProblem(column: .debit, reason: .missing(.amount)) }
      (row.debit, row.credit) = (debit ?? 0, credit ?? 0)
      row.isFull = debit != nil && credit != nil
    case .amountAndSide:
      guard let amount = try amount(value(places.montant), .montant) else {
        throw FECProblem(column: .montant, reason: .missing(.amount))
      }
      if try isDebit(value(places.sens)) { row.debit = amount } else { row.credit = amount }
      row.isFull = true
    }
    row.journal = value(places.journalCode)
    row.journalLabel = value(places.journalLib)
    row.number = value(places.ecritureNum)
    row.accountLabel = value(places.compteLib)
    row.auxiliary = value(places.compAuxNum)
    row.auxiliaryLabel = value(places.compAuxLib)
    row.client = value(places.idClient)
    row.piece = withoutPlaceholder(value(places.pieceRef))
    row.label = value(places.ecritureLib)
    row.letter = value(places.ecritureLet)
    row.pieceDay = sideDay(value(places.pieceDate), &row.hasOddDate)
    row.letterDay = sideDay(value(places.dateLet), &row.hasOddDate)
    if row.letterDay != nil, row.letter.start == nil { row.isFull = false }
    return row
  }

  private func entryDay(_ value: FieldSlice) throws(FECProblem) -> Day {
    guard value.start != nil else { throw FECProblem(column: .ecritureDate, reason: .missing(.date)) }
    switch day(value) {
    case .day(let day): return day
    case .notADay: throw FECProblem(column: .ecritureDate, reason: .notADay(value.shown))
    case .outOfRange: throw FECProblem(column: .ecritureDate, reason: .dayOutOfRange(value.shown))
    }
  }

  /// A date that no sale depends on: one that cannot be read is left out rather than the line.
  private func sideDay(_ value: FieldSlice, _ isOdd: inout Bool) -> Day? {
    guard value.start != nil else { return nil }
    if case .day(let day) = day(value) { return day }
    isOdd = true
    return nil
  }

  private func day(_ value: FieldSlice) -> DayParser.Outcome {
    if let bytes = value.start, value.count == 8 {
      var number = 0
      for place in 0..<8 {
        let digit = bytes[place] &- 0x30
        guard digit <= 9 else { return days.day(value) }
        number = number * 10 + Int(digit)
      }
      let year = number / 10_000
      if (1900...2100).contains(year), let day = Day(year: year, month: number / 100 % 100, day: number % 100) {
        return .day(day)
      }
    }
    return days.day(value)
  }

  /// An amount in cents, nothing for an empty field; zeros in front do not count.
  private func amount(_ value: FieldSlice, _ column: FECColumn) throws(FECProblem) -> Int64? {
    guard let bytes = value.start else { return nil }
    var zeros = 0
    while zeros + 1 < value.count, bytes[zeros] == 0x30, bytes[zeros + 1] &- 0x30 <= 9 { zeros += 1 }
    switch numbers.number(FieldSlice(start: bytes + zeros, count: value.count - zeros)) {
    case .number(let number, let currency, let isPercent):
      guard !isPercent, currency == nil || currency == .euro else { break }
      guard let cents = number.rounded(to: 2), withinMoney(cents, isCents: true) else {
        throw FECProblem(column: column, reason: .numberOutOfRange(value.shown))
      }
      return cents
    case .outOfRange: throw FECProblem(column: column, reason: .numberOutOfRange(value.shown))
    case .notANumber: break
    }
    throw FECProblem(column: column, reason: .notANumber(value.shown))
  }

  private func isDebit(_ value: FieldSlice) throws(FECProblem) -> Bool {
    switch value.start?.pointee {
    case 0x44, 0x64, 0x31: return true
    case 0x43, 0x63: return false
    case 0x2B where value.count > 1 && value.bytes[1] == 0x31: return true
    case 0x2D where value.count > 1 && value.bytes[1] == 0x31: return false
    case nil: throw FECProblem(column: .sens, reason: .missing(.kind))
    default: throw FECProblem(column: .sens, reason: .unknownKind(value.shown))
    }
  }

  /// Signs alone are no reference: programs write them because the law wants the field filled.
  private func withoutPlaceholder(_ value: FieldSlice) -> FieldSlice {
    for byte in value.bytes where byte >= 0x80 || byte &- 0x30 <= 9 || (byte & 0xDF) &- 0x41 < 26 { return value }
    return .null
  }
}

/// Where the columns are; −1 where the file does not have one.
struct FECPlaces {
  let journalCode, journalLib, ecritureNum, ecritureDate, compteNum, compteLib, compAuxNum, compAuxLib: Int
  let pieceRef, pieceDate, ecritureLib, debit, credit, montant, sens, ecritureLet, dateLet, idClient: Int

  init(_ reading: FECReading) {
    func place(_ column: FECColumn) -> Int { reading.index(of: column) ?? -1 }
    journalCode = place(.journalCode)
    journalLib = place(.journalLib)
    ecritureNum = place(.ecritureNum)
    ecritureDate = place(.ecritureDate)
    compteNum = place(.compteNum)
    compteLib = place(.compteLib)
    compAuxNum = place(.compAuxNum)
    compAuxLib = place(.compAuxLib)
    pieceRef = place(.pieceRef)
    pieceDate = place(.pieceDate)
    ecritureLib = place(.ecritureLib)
    debit = place(.debit)
    credit = place(.credit)
    montant = place(.montant)
    sens = place(.sens)
    ecritureLet = place(.ecritureLet)
    dateLet = place(.dateLet)
    idClient = place(.idClient)
  }
}

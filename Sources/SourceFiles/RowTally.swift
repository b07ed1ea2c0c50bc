import Ledger
import Units

/// Counts and sums of one pass, row by row.
struct RowTally {
  /// What was counted so far.
  private(set) var summary = CleaningSummary()
  private let isSales: Bool
  private let date: Int?
  private let customer: Int?
  private let amount: Int?
  private var faultPlaces: [FaultKey: Int] = [:]

  private struct FaultKey: Hashable {
    let code: String
    let column: String?
  }

  /// The most sorts of fault that are told apart.
  private static let faultLimit = 200

  /// Begins for the rows of a kind.
  init(kind: SourceKind) {
    isSales = kind == .sales
    date = kind.fields.firstIndex(of: .date)
    customer = isSales ? kind.fields.firstIndex(of: .customer) : nil
    amount = isSales ? kind.fields.firstIndex(of: .amount) : nil
  }

  /// Counts lines without content.
  mutating func addBlank(_ count: Int) { summary.blank += count }

  /// Whether the row's amount still fits in the sum: no file of a real company comes near.
  func canAdd(_ values: RowValues) -> Bool {
    guard let cents = values.number(amount) else { return true }
    return !summary.amount.value.addingReportingOverflow(cents).overflow
      && !summary.unattributedAmount.value.addingReportingOverflow(cents).overflow
  }

  /// Counts a row that is written.
  mutating func accept(_ values: RowValues) {
    summary.rows += 1
    summary.accepted += 1
    if let date, case .day(let day) = values[date] {
      summary.firstDay = summary.firstDay.map { min($0, day) } ?? day
      summary.lastDay = summary.lastDay.map { max($0, day) } ?? day
    }
    guard isSales else { return }
    let cents = values.number(amount)
    if let cents { summary.amount += Cents(cents) } else { summary.linesWaitingForPrice += 1 }
    if values.isNull(date) { summary.linesWaitingForInvoice += 1 }
    if values.isNull(customer) {
      summary.unattributedLines += 1
      if let cents { summary.unattributedAmount += Cents(cents) }
    }
  }

  /// Counts a row that is set aside.
  mutating func reject(_ fault: RowFault) {
    summary.rows += 1
    summary.rejected += 1
    let key = FaultKey(code: fault.reason.code, column: fault.column)
    if let place = faultPlaces[key] {
      summary.faults[place].count += 1
    } else if summary.faults.count < Self.faultLimit {
      faultPlaces[key] = summary.faults.count
      summary.faults.append(.init(fault))
    }
  }
}

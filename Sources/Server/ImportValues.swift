import Desk
import Foundation
import Ledger
import Pages
import SourceFiles
import Units

extension ImportSummary {
  /// What an import brought, as pages and the terminal tell it.
  public init(_ record: ImportRecord) {
    let from = record.from.flatMap { Day(iso: $0) }
    let to = record.to.flatMap { Day(iso: $0) }
    self.init(
      id: record.id, file: record.file, source: record.source, reading: record.reading,
      rows: Rows(all: record.rows, kept: record.accepted, rejected: record.rejected),
      dates: from.flatMap { from in to.flatMap { from <= $0 ? from...$0 : nil } },
      money: record.kind == .sales
        ? Money(
          revenue: Cents(record.revenueCents), unattributed: Cents(record.unattributedCents),
          unattributedLines: record.unattributedLines, waitingForPrice: record.waitingForPrice,
          waitingForInvoice: record.waitingForInvoice) : nil,
      replaces: record.supersedes.map { Replaced(id: $0.id, invoices: $0.invoices, lines: $0.lines) },
      completes: record.completes)
  }
}

extension FaultTally {
  /// A count as the cleaner makes it.
  public init(_ count: CleaningSummary.FaultCount) {
    self.init(code: count.code, column: count.column, firstLine: count.firstLine, count: count.count)
  }
}

extension Moment {
  /// A moment by this machine's clock and calendar.
  init(secondsSince1970 seconds: Int) {
    let local = seconds + TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    let (days, rest) = (local.flooredQuotient(by: 86_400), local - local.flooredQuotient(by: 86_400) * 86_400)
    self.init(day: Day(number: Int32(clamping: days)), hour: rest / 3600, minute: rest % 3600 / 60)
  }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    (self - ((self % divisor) + divisor) % divisor) / divisor
  }
}

import Ledger

/// What sniffing proposes for one file.
public struct SniffedTable: Hashable, Sendable {
  /// How to read the table.
  public let reading: TableReading
  /// What the person should see in the import's summary.
  public let notes: [TableNote]
  /// The one `strptime` pattern (`%d/%m/%Y %H:%M`) of every sampled date, or nothing when there are several or none.
  public let datePattern: String?
  /// Whether every sampled number is digits with an optional leading minus and the decimal mark, nothing else.
  public let hasPlainNumbers: Bool

  /// Makes a proposal.
  public init(reading: TableReading, notes: [TableNote], datePattern: String?, hasPlainNumbers: Bool) {
    self.reading = reading
    self.notes = notes
    self.datePattern = datePattern
    self.hasPlainNumbers = hasPlainNumbers
  }
}

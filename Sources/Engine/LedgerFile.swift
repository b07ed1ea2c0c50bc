import Ledger
import Units

/// One import's facts as the engine finds them on disk.
public struct LedgerFile: Hashable, Sendable {
  /// The import's identifier, as the overlap files name it.
  public let id: String
  /// The order of imports: what a later one restates takes an earlier one's place.
  public let sequence: Int
  /// What the rows are.
  public let kind: SourceKind
  /// The system the rows come from; invoices of different sources never meet.
  public let source: String
  /// The Parquet file.
  public let path: String
  /// Files that list which invoices of earlier imports later ones restated.
  public let overlaps: [String]
  /// The fields that the source file carried.
  public let fields: Set<Field>
  /// Whether they come from accounts: the total that invoices told elsewhere are held against.
  public let isBooks: Bool
  /// Days that a later import tells anew.
  public let hidden: [ClosedRange<Day>]

  /// Describes a file.
  public init(
    id: String, sequence: Int, kind: SourceKind, source: String, path: String, overlaps: [String], fields: Set<Field>,
    isBooks: Bool = false, hidden: [ClosedRange<Day>] = []
  ) {
    self.id = id
    self.sequence = sequence
    self.kind = kind
    self.source = source
    self.path = path
    self.overlaps = overlaps
    self.fields = fields
    self.isBooks = isBooks
    self.hidden = hidden
  }
}

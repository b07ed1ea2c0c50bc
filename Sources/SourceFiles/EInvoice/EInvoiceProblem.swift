import Ledger

/// Why one document cannot be read as an invoice.
public struct EInvoiceProblem: Error, Hashable {
  /// The file in the PDF that is at fault, or nothing when there is none.
  public let embedded: String?
  /// The line of the document where it shows: 1 is the first; 0 where no line is to blame.
  public let line: Int
  /// The business term of EN 16931 at fault, such as `BT-2`, or nothing when the document as a whole is.
  public let term: String?
  /// Why.
  public let reason: RowFault.Reason

  /// Makes a problem.
  public init(embedded: String? = nil, line: Int = 0, term: String? = nil, reason: RowFault.Reason) {
    self.embedded = embedded
    self.line = line
    self.term = term
    self.reason = reason
  }

  /// The same problem, of a file in a PDF.
  func inside(_ embedded: String) -> EInvoiceProblem {
    EInvoiceProblem(embedded: embedded, line: line, term: term, reason: reason)
  }

  /// The fault to show for a file.
  public func fault(file: String) -> RowFault {
    RowFault(file: embedded.map { file + "/" + $0 } ?? file, line: line, column: term, reason: reason, raw: "")
  }
}

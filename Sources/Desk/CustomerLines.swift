import Engine
import Ledger
import Units

/// The lines behind a customer's figures.
public struct CustomerLines: Sendable {
  /// The lines, oldest first.
  public let lines: [SaleLine]
  /// The name of each import's file, by sequence.
  public let files: [Int: String]

  /// Reads a customer's lines; nothing as customer reads those without one.
  /// - Throws: `DeskError.noSuchCustomer`, or `EngineError`.
  public init(
    of customer: ID<Customer>?, in span: MonthSpan?, workspace: Workspace, settings: EngineSettings
  ) throws {
    let manifest = try Manifest(of: workspace)
    let reader = try LedgerReader(
      manifest.files(in: workspace), engine: try DuckDBEngine(settings.sized(for: manifest.rows)))
    if let customer, try !reader.knows(customer) { throw DeskError.noSuchCustomer(customer.text) }
    lines = try reader.lines(of: customer, in: span)
    files = manifest.imports.reduce(into: [:]) { $0[$1.sequence] = $1.file }
  }
}

import Engine
import Ledger
import Units

/// The lines behind a customer's figures.
public struct CustomerLines: Sendable {
  /// The lines, oldest first.
  public let lines: [SaleLine]
  /// The name of each import's file, by sequence.
  public let files: [Int: String]

  /// Reads the lines that are asked for.
  /// - Throws: `DeskError.noSuchCustomer`, or `EngineError`.
  public init(_ request: LineRequest, workspace: Workspace, settings: EngineSettings) throws {
    let manifest = try Manifest(of: workspace)
    let reader = try LedgerReader(
      manifest.files(in: workspace), covered: manifest.coveredByBooks,
      engine: try DuckDBEngine(settings.sized(for: manifest.rows)),
      reading: CustomerReading(try workspace.judgements()))
    if case .customer(let customer) = request.whose, try !reader.knows(customer) {
      throw DeskError.noSuchCustomer(customer.text)
    }
    lines = try reader.lines(request).lines
    files = manifest.imports.reduce(into: [:]) { $0[$1.sequence] = $1.file }
  }
}

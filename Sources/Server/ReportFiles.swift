import Decisions
import Foundation
import Ledger
import Pages
import Portfolio

/// Reports as files for programs: the command line and the API give the same bytes.
public enum ReportFiles {
  /// One report as JSON.
  public static func json(_ document: ReportDocument, in voice: Voice) -> [UInt8] {
    ReportJSON.bytes(document, in: voice) + [0x0A]
  }

  /// Every report as JSON, a report on each line.
  /// - Parameter criterion: what customers are ranked by, nothing for the policy's.
  public static func json(
    of portfolio: CompanyAnalysis, by criterion: Policy.Criterion? = nil, in voice: Voice
  ) -> [UInt8] {
    ReportJSON.bytes(
      joining: concurrently(ReportName.allCases) {
        ReportJSON.bytes(portfolio.report($0, by: criterion), in: voice, form: .compact)
      })
  }
}

/// The results for some inputs, in their order, worked out on every core.
public func concurrently<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], _ body: @Sendable (Input) -> Output
) -> [Output] {
  let results = Results<Output>(count: inputs.count)
  DispatchQueue.concurrentPerform(iterations: inputs.count) { results.set($0, body(inputs[$0])) }
  return results.all
}

/// Results that several threads fill in.
private final class Results<Output: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Output?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ place: Int, _ value: Output) { lock.withLock { values[place] = value } }

  var all: [Output] { values.compactMap { $0 } }
}

import Forecast
import Foundation

// Fits the purchase models to a CSV of x,t_x,T (weeks, with a header) and prints one JSON line: the least seconds of some
// runs, and what was found. Reading the file is not measured; collapsing the customers is, with each fit.

guard CommandLine.arguments.count == 3, let runs = Int(CommandLine.arguments[2]), runs > 0,
  let text = try? String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
else {
  FileHandle.standardError.write(Data("usage: bench-models FILE RUNS\n".utf8))
  exit(2)
}
let histories = text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line -> PurchaseHistory? in
  let fields = line.split(separator: UInt8(ascii: ",")).map { Double(Substring($0)) }
  guard fields.count == 3, let x = fields[0], let recency = fields[1], let age = fields[2] else { return nil }
  return PurchaseHistory(repeats: Int(x), recency: recency, age: age)
}

/// The least seconds of the runs, for what else a machine does only adds; and what the last one gave.
func measured<Value>(_ work: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
  let clock = ContinuousClock()
  var (times, value): ([Double], Value) = ([], try work())
  for _ in 0..<runs {
    let start = clock.now
    value = try work()
    times.append((clock.now - start) / .seconds(1))
  }
  return (times.min() ?? 0, value)
}

func report<Model: PurchaseModel>(_ kind: Model.Type) throws -> [String: Any] {
  let one = try measured { try kind.fit(PurchaseSummary(histories), effort: .quick) }
  let all = try measured { try kind.fit(PurchaseSummary(histories), effort: .full) }
  return [
    "oneStart": one.seconds, "allStartsAndErrors": all.seconds, "logLikelihood": one.value.logLikelihood,
    "parameters": Dictionary(uniqueKeysWithValues: zip(kind.names, one.value.model.parameters)),
    "starts": all.value.starts, "agreeing": all.value.agreeing,
  ]
}

let collapse = measured { PurchaseSummary(histories) }
var reports: [String: Any] = [
  "customers": histories.count, "distinct": collapse.value.rows.count, "collapse": collapse.seconds,
  "BG/NBD": try report(BetaGeometricNBD.self),
]
// Pareto/NBD takes an integral a customer: on a million, it would be the whole benchmark.
if histories.count <= 100_000 { reports["Pareto/NBD"] = try report(ParetoNBD.self) }
print(String(decoding: try JSONSerialization.data(withJSONObject: reports, options: .sortedKeys), as: UTF8.self))

import Decisions
import Foundation
import Ledger
import Portfolio
import Units

// Judges many customers of a drawn company, plans its salespeople's hours and tries a scenario; prints one JSON line of seconds.

guard CommandLine.arguments.count == 3, let customers = Int(CommandLine.arguments[1]),
  let runs = Int(CommandLine.arguments[2]), customers > 0, runs > 0
else {
  FileHandle.standardError.write(Data("usage: bench-verdicts CUSTOMERS RUNS\n".utf8))
  exit(2)
}

let books = drawnBooks(customers: customers)
let clock = ContinuousClock()

/// The least seconds of the runs, each on analyses of its own that `prepare` made ready, and what the last one gave.
func least<Ready, Found>(_ prepare: () -> Ready, _ work: (Ready) throws -> Found) rethrows -> (Double, Found) {
  var (best, found) = (Double.infinity, Found?.none)
  for _ in 0..<runs {
    let ready = prepare()
    let start = clock.now
    found = try work(ready)
    best = min(best, (clock.now - start) / .seconds(1))
  }
  guard let found else { preconditionFailure("there is a run at least") }
  return (best, found)
}

func fresh() -> CompanyAnalysis { CompanyAnalysis(books: books, policy: Policy()) }

/// Analyses that know all that verdicts are told from.
func ready() -> CompanyAnalysis {
  let analysis = fresh()
  _ = (analysis.life.stages, analysis.life.winBack, analysis.portfolio.margins, analysis.portfolio.previousMargins)
  _ = (analysis.portfolio.promises, analysis.portfolio.tomorrow, analysis.portfolio.profitability)
  return analysis
}

let (judging, judged) = least(ready) { $0.life.verdicts }
let (whole, _) = least(fresh) { $0.life.verdicts }
let (planning, plan) = least(ready) { $0.life.callPlan }

let analysis = ready()
let base = analysis.life.whatIfBase
let group = Array((0..<customers).prefix(customers * 15 / 1_000))
let (trying, _) = try least({ base }) { base in
  try WhatIf(base, [WhatIfChoice(group, [.reprice(Rate(percent: 3)), .serve(.delegated)])])
}
func judgedReady() -> CompanyAnalysis {
  let analysis = ready()
  _ = analysis.life.verdicts
  return analysis
}
let (standing, substitutions) = least(judgedReady) { $0.life.substitutions }

let found: [String: Any] = [
  "customers": customers, "judging": judging, "whole": whole, "planning": planning, "trying": trying,
  "tried": group.count, "cease": judged.count(of: .cease), "develop": judged.count(of: .develop),
  "sellers": plan.value?.loads.count ?? 0, "planned": plan.value?.rows.count ?? 0, "standing": standing,
  "substituted": substitutions.rows.count,
]
print(String(decoding: try JSONSerialization.data(withJSONObject: found, options: .sortedKeys), as: UTF8.self))

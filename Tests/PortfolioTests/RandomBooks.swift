import Ledger
import Units

/// Entries of random tiny books, for laws; the same seed gives the same entries.
///
/// Four years up to 2025-12, with credit notes, missing costs, silent customers, unattributed lines, services, payments
/// and losses.
func randomEntries(seed: UInt64, customers: Int = 24) -> [TinyEntry] {
  var random = SplitMix64(seed: seed)
  let categories: [String?] = ["Bakeries", "Schools", "Hotels", nil]
  let ranges: [String?] = ["Flour", "Ovens", nil]
  var entries: [TinyEntry] = [
    person("Anne", role: "sales", hoursPerMonth: 140, costPerHour: 45),
    person("Bruno", role: "desk", hoursPerMonth: 120, costPerHour: 30),
    prospect("Hopeful", category: "Schools", region: "North"),
  ]
  func randomSales(_ random: inout SplitMix64, size: Int64, costed: Bool) -> [TinyLine] {
    let first = Month("2022-01").advanced(by: Int.random(in: 0..<48, using: &random))
    let count = Int.random(in: 0...20, using: &random)
    return (0..<count).map { _ in
      let month = first.advanced(by: Int.random(in: 0...max(0, first.distance(to: "2025-12")), using: &random))
      let day = month.firstDay.advanced(by: Int.random(in: 0..<28, using: &random))
      let amount = Euros(cents: Int64.random(in: 1...size, using: &random))
      let cost = Euros(cents: Int64.random(in: 0...size, using: &random))
      let range = ranges[Int.random(in: 0..<3, using: &random)]
      return Int.random(in: 0..<6, using: &random) == 0
        ? credit(day, amount, cost: costed ? cost : nil, range: range)
        : sale(day, amount, cost: costed ? cost : nil, range: range)
    }
  }
  for index in 0..<customers {
    let size: Int64 = [5_000, 100_000, 3_000_000][Int.random(in: 0..<3, using: &random)]
    var lines = randomSales(&random, size: size, costed: Int.random(in: 0..<4, using: &random) > 0)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let month = Month("2024-01").advanced(by: Int.random(in: 0..<24, using: &random))
      lines.append(
        service(
          ServiceKind.allCases[Int.random(in: 0..<ServiceKind.allCases.count, using: &random)], month,
          minutes: Bool.random(using: &random) ? Int.random(in: 5...120, using: &random) : nil,
          by: ["Anne", "Bruno", "Nobody"][Int.random(in: 0..<3, using: &random)]))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let day = Month("2024-01").advanced(by: Int.random(in: 0..<24, using: &random)).firstDay
      let amount = Euros(cents: Int64.random(in: 1...size, using: &random))
      lines.append(
        Int.random(in: 0..<5, using: &random) == 0
          ? lost(day, amount)
          : paid(
            day, amount,
            invoiced: Bool.random(using: &random)
              ? day.advanced(by: -Int.random(in: -20...120, using: &random)) : nil))
    }
    let category = categories[Int.random(in: 0..<4, using: &random)]
    entries.append(customer("C" + padded(index, 3), category: category) { lines })
  }
  let stray = randomSales(&random, size: 20_000, costed: false)
  let loss = Euros(cents: Int64.random(in: 1...20_000, using: &random))
  entries.append(
    unattributed {
      stray
      lost("2025-04-01", loss)
    })
  return entries
}

/// Random books with W = 2025 and P = 2024.
func randomBooks(seed: UInt64, customers: Int = 24) -> Books {
  TinyBooks(asOf: "2025-12", months: 12, entries: randomEntries(seed: seed, customers: customers)).books
}

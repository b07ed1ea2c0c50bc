import Forecast
import Ledger
import Sample
import Units

/// The sample company's sales as forecasts see them, reduced from its written file the plain way.
func sampleHistory(seed: UInt64) -> SalesHistory {
  var bytes: [UInt8] = []
  SampleCompany(seed: seed).write { file, chunk in if file == .sales { bytes.append(contentsOf: chunk) } }
  struct Sale {
    let invoice: String
    let day: Day
    let customer: String
    let amount: Int64
    let preceding: String
  }
  let sales = bytes.split(separator: 10).dropFirst().compactMap { line -> Sale? in
    let row = line.split(separator: 59, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    let parts = row.count == 15 ? row[1].split(separator: "/").compactMap { Int($0) } : []
    guard parts.count == 3, !row[0].hasPrefix("FX"), let day = Day(year: parts[2], month: parts[1], day: parts[0])
    else { return nil }
    let digits = row[11].utf8.filter { (48...57).contains($0) }
    guard !digits.isEmpty else { return nil }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1) - 48 }
    let isCredit = row[11].hasPrefix("-") || row[11].hasPrefix("−")
    return Sale(
      invoice: row[0], day: day, customer: row[2], amount: isCredit ? -value : value, preceding: row[14])
  }
  let invoiceDays = Dictionary(sales.map { ($0.invoice, $0.day) }, uniquingKeysWith: { first, _ in first })
  var days: [String: [Day: Int64]] = [:]
  var months: [Month: Int64] = [:]
  for sale in sales {
    months[sale.day.month, default: 0] += sale.amount
    if !sale.customer.isEmpty {
      days[sale.customer, default: [:]][invoiceDays[sale.preceding] ?? sale.day, default: 0] += sale.amount
    }
  }
  let span = MonthSpan(months.keys.min() ?? Month(number: 0), months.keys.max() ?? Month(number: 0))
  let orders = days.keys.sorted().map { customer in
    (days[customer] ?? [:]).filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { OrderLog.Order(day: $0.key, revenue: Cents($0.value)) }
  }
  return SalesHistory(
    months: span,
    orders: OrderLog(
      offsets: orders.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, orders: orders.flatMap { $0 }),
    revenue: span.months.map { Cents(months[$0] ?? 0) })
}

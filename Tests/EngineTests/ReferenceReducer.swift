import Ledger
import Units

/// The reductions again in plain Swift, slow and obvious: what every engine is held against.
struct ReferenceReducer {
  struct Line {
    var invoice: String?
    var day: Day
    var customer: String?
    var revenue: Int64
    var cost: Int64?
    var quantity: Int64
    var preceding: String?
  }

  struct Invoice {
    var customer: String
    var number: String?
    var day: Day
    var lines: [Line]
    var revenue: Int64 { lines.reduce(0) { $0 + $1.revenue } }
    /// The greatest reference of its lines, as SQL's `max` gives it.
    var preceding: String? { lines.compactMap(\.preceding).max { precedes($0, $1) } }
  }

  let lines: [Line]

  var customers: [String] { Set(lines.compactMap(\.customer)).sorted { precedes($0, $1) } }

  func invoices(of customer: String) -> [Invoice] {
    var invoices: [Invoice] = []
    for line in lines where line.customer == customer {
      if let place = invoices.firstIndex(where: { $0.day == line.day && $0.number == line.invoice }) {
        invoices[place].lines.append(line)
      } else {
        invoices.append(Invoice(customer: customer, number: line.invoice, day: line.day, lines: [line]))
      }
    }
    return invoices.sorted { ($0.day, $0.number ?? "\u{10FFFF}") < ($1.day, $1.number ?? "\u{10FFFF}") }
  }

  /// One customer's months.
  func cells(of customer: String?) -> [Month: Activity.Cell] {
    var cells: [Month: Activity.Cell] = [:]
    for line in lines where line.customer == customer {
      var cell = Activity.Cell(revenue: Cents(line.revenue), quantity: line.quantity, lines: 1)
      if let cost = line.cost {
        cell.directCost = Cents(cost)
        cell.costedRevenue = Cents(line.revenue)
        cell.costedLines = 1
      }
      cells[line.day.month, default: Activity.Cell()] += cell
    }
    guard let customer else { return cells }
    for invoice in invoices(of: customer) where invoice.revenue < 0 { cells[invoice.day.month]?.creditNotes += 1 }
    for order in orders(of: customer) { cells[order.day.month]?.orders += 1 }
    return cells
  }

  /// One customer's orders: credit notes set against their invoices, then days with positive net invoicing.
  func orders(of customer: String) -> [OrderLog.Order] {
    let all = invoices(of: customer)
    let notes = all.filter { $0.revenue < 0 }
    var homes = [Int?](repeating: nil, count: notes.count)
    for (place, note) in notes.enumerated() where note.preceding != nil {
      homes[place] = all.lastIndex { $0.number == note.preceding && $0.revenue > 0 && $0.day <= note.day }
    }
    var choices: [Int?] = notes.enumerated().map { place, note in
      homes[place] != nil
        ? nil
        : all.lastIndex { $0.revenue == -note.revenue && $0.day <= note.day && $0.day.distance(to: note.day) <= 30 }
    }
    var taken: Set<Int> = []
    for place in choices.indices {
      guard let choice = choices[place] else { continue }
      if !taken.insert(choice).inserted { choices[place] = nil }
    }
    var days: [Day: [Line]] = [:]
    for invoice in all where invoice.revenue >= 0 { days[invoice.day, default: []] += invoice.lines }
    for (place, note) in notes.enumerated() {
      let home = (homes[place] ?? choices[place]).map { all[$0].day } ?? note.day
      days[home, default: []] += note.lines
    }
    return days.compactMap { day, lines in
      let revenue = lines.reduce(0) { $0 + $1.revenue }
      guard revenue > 0 else { return nil }
      let costed = lines.filter { $0.cost != nil }
      return OrderLog.Order(
        day: day, revenue: Cents(revenue), directCost: Cents(costed.reduce(0) { $0 + ($1.cost ?? 0) }),
        costedRevenue: Cents(costed.reduce(0) { $0 + $1.revenue }), lines: lines.count, costedLines: costed.count)
    }.sorted { $0.day < $1.day }
  }
}
